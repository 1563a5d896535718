import type { Override } from '../../scenario/override.ts';
import type { Examined } from './examination.ts';
import type { FirmDesign } from './staffing-space.ts';

/** What to staff, what for, and how sure to be. */
export interface StaffRequest {
  /** The path of a file that ends in `.yaml`, or the name of a shipped scenario. */
  readonly reference: string;
  /** Text like `run.weeks=52`, or what a file sets; also on top of today's. */
  readonly overrides?: readonly Override[] | undefined;
  /** The organisation of today, for conditions that compare with it; the scenario as it is if left out. */
  readonly today?: string | undefined;
  /** Roles and the heads that they may have, each like `customer-service=4..10`. */
  readonly between: readonly string[];
  /** Each like `service-within-tolerance >= 90 %` or `constraint is salesperson`; none or more. */
  readonly subjectTo: readonly string[];
  /** The metric to make large, or small. */
  readonly goal: { readonly most: boolean; readonly metric: string };
  /** That the answer is right, in (0.5, 1). */
  readonly confidence: number;
  /** Replications that a design gets at most, from 10. */
  readonly replications: number;
  /** Runs after which the search ends, with what it has; from 1. */
  readonly budget: number;
  /** Designs that are dropped have an offered load above this share of paid time; none if left out. */
  readonly hopelessLoad?: number | undefined;
  /** Smallest difference of the goal worth detecting; that of the metric if left out. */
  readonly indifference?: number | undefined;
  readonly seed: number;
  readonly command: string;
  readonly workers?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Told after each run: finished runs, and how many there will be at most. */
  readonly onProgress?: ((done: number, atMost: number) => void) | undefined;
}

/** What the search has come to, however it ended. */
export interface Found {
  readonly best: Examined<FirmDesign> | undefined;
  /** Designs that were not told from the best. */
  readonly left: readonly FirmDesign[];
  readonly unexamined: number;
  readonly indifference: number | undefined;
  readonly isInterrupted: boolean;
}
