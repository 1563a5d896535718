import type { Scenario } from './schema/scenario.ts';

/** An impossible combination of values that are each possible. */
export interface Finding {
  /** All values that make it impossible; it is reported at the one that was said last, the first of several such. */
  readonly paths: readonly string[];
  /** What is impossible, a statement that can stand alone. */
  readonly wrong: string;
  readonly accepted: string;
}

/**
 * Looks for one impossible combination. `layerOf` tells where a value is written: the smaller, the later it has been
 * said (0 by an override, 1 in the scenario itself, 2 in what it extends); Infinity if the default holds.
 */
export type Check = (scenario: Scenario, layerOf: (path: string) => number) => readonly Finding[];
