/** Lower and upper end. */
type Interval = readonly [number, number];

/** What became of plans, against the same firm in the same market left as it was. */
export interface TransitionResult {
  /** Name of the organisation that was left as it was: the last one of the result. */
  readonly unchanged: string;
  /** In the order of the result's organisations. */
  readonly plans: readonly PlanResult[];
}

export interface PlanResult {
  readonly name: string;
  readonly steps: readonly StepResult[];
  /** By metric id. */
  readonly paths: Readonly<Record<string, PathResult>>;
  readonly cash: CashResult;
  readonly register: readonly ExperimentResult[];
}

export interface StepResult {
  readonly name: string;
  /** Week of the run, counted from 1, in which it is made for the first salesperson and for the last. */
  readonly from: number;
  readonly to: number;
  /** What of the organisation it changes, as `path = value`. */
  readonly changes: readonly string[];
  readonly cost: number;
}

/** A difference with its interval; null where it does not exist. */
export interface Estimate {
  readonly mean: number | null;
  readonly ci95: Interval | null;
}

/**
 * How one figure goes from the first step to the end of the run, less what it is in the firm left as it was: means of
 * eight weeks each.
 */
export interface PathResult {
  readonly unit: string;
  /** Mean of the firm left as it was, from the first step on. */
  readonly level: number | null;
  /** The worst eight weeks; null if no eight weeks are shown to be worse (the interval holds 0). */
  readonly dip: (Estimate & { readonly week: number }) | null;
  /** The week, counted from 1, in which eight weeks in a row are as good as without the plan again; null if never. */
  readonly recoveredInWeek: number | null;
  /** The last quarter of the run. */
  readonly end: Estimate;
}

/** Profit added up from the first step on, less that of the firm left as it was; costs of the plan included. */
export interface CashResult {
  readonly currency: string;
  readonly total: Estimate;
  /** The lowest point and its week; null if it never is below 0. */
  readonly lowest: { readonly amount: number; readonly week: number } | null;
  /** The week from which on it stays above 0; null if it ends below. */
  readonly paidBackInWeek: number | null;
}

export type ExperimentVerdict = 'confirmed' | 'refuted' | 'undecided' | 'not-measured';

/** An entry of the improvement register with its result. */
export interface ExperimentResult {
  readonly hypothesis: string;
  readonly step: string;
  readonly metric: string;
  readonly unit: string;
  /** What was expected, in words. */
  readonly expected: string;
  /** Weeks compared, counted from 1, both ends included; null if the run does not hold them. */
  readonly before: Interval | null;
  readonly after: Interval | null;
  readonly levelBefore: number | null;
  /** After less before. */
  readonly change: Estimate;
  /** The same, less the change in the firm left as it was: what the step and those around it have done. */
  readonly netChange: Estimate;
  /** Of the net change against what was expected. */
  readonly verdict: ExperimentVerdict;
}
