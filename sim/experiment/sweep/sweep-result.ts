import type { ConstraintGroup, ConstraintOdds } from '../search/constraint-odds.ts';
import type {
  Interval,
  MetricDifference,
  MetricFacts,
  MetricResult,
  ScenarioFacts,
  WarmUp,
} from '../result.ts';

/** The JSON result of `sweep`. `null` where a figure does not exist. */
export interface SweepResult {
  readonly schema: 'salesworks/sweep/1';
  readonly provenance: SweepProvenance;
  /** What the metrics of the points mean, in the order in which they were asked for. */
  readonly metrics: Readonly<Record<string, MetricFacts>>;
  readonly axes: readonly SweepAxis[];
  /** The grid, the last axis changing fastest, then the points that were added, in the order of their examination. */
  readonly points: readonly SweepPoint[];
  /** Where the constraint changes hands, line by line. */
  readonly handOvers: readonly HandOver[];
  /** Where a metric jumps between neighbours, line by line. */
  readonly jumps: readonly Jump[];
}

export interface SweepProvenance {
  readonly version: string;
  readonly commit: string | null;
  readonly command: string;
  readonly seed: number;
  /** Of every point. */
  readonly replications: number;
  /** Simulated in all. */
  readonly runs: number;
  readonly warmUp: WarmUp;
  readonly scenarios: readonly ScenarioFacts[];
  /** Set if Ctrl-C ended the work before all points were examined. */
  readonly interrupted: boolean;
}

/** What is varied. */
export interface SweepAxis {
  readonly path: string;
  /** Values of the grid, as they are written in a scenario. */
  readonly values: readonly (string | number)[];
  /** The same as numbers, in the unit in which they are written. */
  readonly numbers: readonly number[];
}

/** The scenario with one value of each axis. */
export interface SweepPoint {
  /** By path, as it is written in a scenario. */
  readonly at: Readonly<Record<string, string | number>>;
  /** The same as numbers, in the order of the axes. */
  readonly place: readonly number[];
  /** Set if it was added where something changes. */
  readonly isAdded: boolean;
  readonly sha256: string;
  readonly metrics: Readonly<Record<string, MetricResult>>;
  /** This point less the first one of the grid, replication by replication. */
  readonly differences: Readonly<Record<string, MetricDifference>>;
  readonly constraint: ConstraintOdds;
}

/** A line of points that differ in one axis only. */
export interface SweepLine {
  /** The path that changes along it. */
  readonly along: string;
  /** By path, the values that do not. */
  readonly where: Readonly<Record<string, string | number>>;
}

/** The constraint passes from one group to another, somewhere between two values. */
export interface HandOver extends SweepLine {
  readonly from: ConstraintGroup;
  readonly to: ConstraintGroup;
  /** The last value at which it is shown to be the one, and the first at which it is shown to be the other. */
  readonly between: readonly [string | number, string | number];
  /** Points between these at which the two cannot be separated. */
  readonly undecided: number;
}

/** A metric changes between two neighbours by far more than their distance would let expect. */
export interface Jump extends SweepLine {
  readonly metric: string;
  readonly between: readonly [string | number, string | number];
  /** Of the difference between the two, paired. */
  readonly difference: number;
  readonly ci95: Interval;
  readonly unit: string;
}
