import type { Arm, Family } from './arms.ts';
import type { ClaimText, RegionText } from './format/claim-file.ts';
import type { MeasureText } from './format/measures.ts';
import type { Varied } from '../experiment/find-break-even.ts';

/** A measure, and where its number has to lie. */
export interface Test {
  readonly measure: MeasureText;
  /** The claim holds in any of them. */
  readonly regions: readonly RegionText[];
}

/** The assumption that is varied. */
export interface Fragile extends Varied {
  /** Names of the arms in which it is changed. */
  readonly arms: readonly string[];
  readonly why: string;
}

/** Length of a run in weeks, warm-up included, and how many there are. */
export interface RunLength {
  readonly weeks: number;
  readonly warmUp: number;
  readonly replications: number;
}

/** What is simulated for a claim and how it is judged. */
export interface Experiment {
  readonly run: RunLength;
  /** By name, members of families included. */
  readonly arms: ReadonlyMap<string, Arm>;
  readonly families: ReadonlyMap<string, Family>;
  /** The first one gives the estimate that is shown; the claim holds if all of them do. */
  readonly tests: readonly [Test, ...Test[]];
  readonly fragile: Fragile | undefined;
  readonly ablation: MeasureText | undefined;
}

/** A claim that has been read and found to be sound. */
export interface Claim {
  readonly text: ClaimText;
  readonly group: string;
  readonly groupTitle: string;
  /** Not there if the claim is not testable. */
  readonly experiment: Experiment | undefined;
}

/** Unless a claim says otherwise: a year after half a year of warm-up. */
export const USUAL_RUN: RunLength = { weeks: 64, warmUp: 20, replications: 8 };

/** Names of arms with every family replaced by its members. */
export function expanded(names: readonly string[], families: ReadonlyMap<string, Family>): string[] {
  return names.flatMap((name) => families.get(name)?.members ?? [name]);
}

/** Name of the arm in which some switches of an ablation are on; the base itself if none is. */
export function coalitionName(base: string, on: readonly string[]): string {
  return [base, ...on].join(' + ');
}
