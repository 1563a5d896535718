import type { Illustration } from '../recorder/illustration/illustration.ts';
import type { HandOff } from '../scenario/arithmetic/hand-offs.ts';
import type { ScenarioData } from '../scenario/load.ts';
import type { Setting } from '../scenario/schema/ids.ts';
import type { Verdict } from '../statistics/verdict.ts';
import type { Effort } from './effort.ts';
import type { ServiceAssessment } from './service-questions.ts';
import type { TransitionResult } from './transition/transition-result.ts';

export type * from '../recorder/illustration/illustration.ts';

/** The JSON result of `run` and `compare`: stable, other programs read it. `null` where a figure does not exist. */
export interface Result {
  readonly schema: 'salesworks/result/1';
  readonly provenance: Provenance;
  /** What every metric id means. */
  readonly metrics: Readonly<Record<string, MetricFacts>>;
  readonly organisations: readonly OrganisationResult[];
  readonly differences: readonly DifferenceResult[];
  /** What became of differences that were to be decided; only where that was asked for. */
  readonly decision?: DecisionResult;
  /** Whether what must not be is; only where that was asked for. */
  readonly thresholds?: readonly ThresholdResult[];
  /** What became of plans of change; only in the result of `transition`. */
  readonly transition?: TransitionResult;
}

/** Where a result comes from: everything needed to make it again. */
export interface Provenance {
  readonly version: string;
  /** Commit from which the package was built; null if it was not built from a repository. */
  readonly commit: string | null;
  /** Version of Node; not there in results of versions that did not say. */
  readonly node?: string;
  readonly command: string;
  readonly seed: number;
  /** Replications of every organisation. */
  readonly replications: number;
  /** How many were asked for; not there in results of versions that did not say. */
  readonly effort?: Effort;
  /** Replications in which each role was to be tried with one more head, 0 for none; as for `effort`. */
  readonly oneMoreReplications?: number;
  readonly warmUp: WarmUp;
  /** Hash of the opportunities of all replications; null if the organisations met different markets. */
  readonly tapeHash: string | null;
  readonly scenarios: readonly ScenarioFacts[];
  /** Set if Ctrl-C ended the work before all replications asked for. */
  readonly interrupted: boolean;
}

export interface WarmUp {
  readonly weeks: number;
  readonly by: 'deletion';
  /** In what state the firm is in week 0. */
  readonly initialState: string;
}

/** How the weeks before the measured ones are dealt with, in every study. */
export function warmUpOf(weeks: number): WarmUp {
  return {
    weeks,
    by: 'deletion',
    initialState: 'no open opportunities, no orders in production, accounts at reference service quality',
  };
}

export interface ScenarioFacts {
  readonly name: string;
  readonly sha256: string;
  /** All that files and overrides say, read again by `resolveDocument`; not there where only the values were given. */
  readonly document?: ScenarioData;
}

export interface MetricFacts {
  readonly title: string;
  readonly unit: string;
  readonly definition: string;
}

export interface OrganisationResult {
  readonly name: string;
  readonly description: string;
  readonly facts: OrganisationFacts;
  readonly metrics: Readonly<Record<string, MetricResult>>;
  /** Values of the key metrics, shape [replication]; not there in results of versions that did not keep them. */
  readonly outcomes?: Readonly<Record<string, readonly (number | null)[]>>;
  readonly series: Readonly<Record<string, SeriesResult>>;
  /** For each function: in which week it saturates, and in how many replications. */
  readonly saturation: Readonly<Record<string, SaturationResult>>;
  /** Whether customer service could answer what it should; not there in results of versions that did not ask. */
  readonly service?: ServiceAssessment;
  /** What one more head of each role changes: the causal side of the constraint. Empty if it was not asked for. */
  readonly oneMore: readonly OneMoreResult[];
  /** Two weeks and one deal of the first replication, for pictures; not there in results of versions that did not keep it. */
  readonly illustration?: Illustration;
}

/** The same organisation with one more head of a role, less the organisation as it is, in the same market. */
export interface OneMoreResult {
  readonly role: string;
  readonly replications: number;
  /** Yearly cost of the head, burden included. */
  readonly cost: number;
  /** Differences in the metrics of which the head could change something. */
  readonly metrics: Readonly<Record<string, MetricDifference>>;
}

/** What is known of an organisation without simulating it. */
export interface OrganisationFacts {
  readonly currency: string;
  readonly weeks: number;
  readonly roles: readonly RoleFacts[];
  /** Between whom work goes; not there in results of versions that did not say, as is `activities`. */
  readonly handOffs?: readonly HandOff[];
  /** Of every activity where it is done, and whether it is a selling conversation. */
  readonly activities?: Readonly<Record<string, ActivityFacts>>;
}

export interface ActivityFacts {
  /** `field` at the customer's, `phone` anywhere, `office` at base. */
  readonly setting: Setting;
  readonly nature: 'selling' | 'not-selling';
}

export interface RoleFacts {
  readonly role: string;
  readonly heads: number;
  readonly salary: number;
  /** Whether people of the role have work to do in this model; if not, they are only paid. */
  readonly hasWork: boolean;
}

export type Interval = readonly [lower: number, upper: number];

export interface MetricResult {
  readonly mean: number | null;
  readonly ci95: Interval | null;
  readonly unit: string;
  /** Replications that have the figure. */
  readonly n: number;
}

/** Means and 95 % intervals over replications, week by week. */
export interface SeriesResult {
  readonly unit: string;
  readonly week: readonly number[];
  readonly mean: readonly (number | null)[];
  readonly lo: readonly (number | null)[];
  readonly hi: readonly (number | null)[];
}

export interface SaturationResult {
  /** Replications in which it happens. */
  readonly count: number;
  readonly replications: number;
  /** Quartiles of the week in which it does, counted from 1; null if it never does. */
  readonly week: { readonly lower: number; readonly median: number; readonly upper: number } | null;
  /** The week in which the mean over replications does; null for never. */
  readonly weekOfMean: number | null;
}

/** b - a, of the first organisation a against another one b. */
export interface DifferenceResult {
  readonly a: string;
  readonly b: string;
  readonly metrics: Readonly<Record<string, MetricDifference>>;
}

export interface MetricDifference {
  readonly mean: number | null;
  readonly ci95: Interval | null;
  readonly unit: string;
  /** Correlation that common random numbers achieved between a and b. */
  readonly correlation: number | null;
  readonly verdict: Verdict;
}

/** What became of the decisions that were asked for. */
export interface DecisionResult {
  /** That all verdicts are right together, over metrics, organisations and looks. */
  readonly confidence: number;
  /** Replications after which the differences were looked at, as far as was planned. */
  readonly looks: readonly number[];
  readonly differences: readonly DecidedDifference[];
}

/** The difference of one metric, b - a. */
export interface DecidedDifference {
  readonly a: string;
  readonly b: string;
  readonly metric: string;
  readonly verdict: Verdict;
  /** Replications on which the verdict rests. */
  readonly replications: number;
  readonly mean: number | null;
  /** At the level of one look at one difference: wider than the 95 % interval. */
  readonly interval: Interval | null;
  readonly unit: string;
}

/** Something that an organisation must not be, and what the replications say of it. */
export interface ThresholdResult {
  readonly organisation: string;
  /** As it was written. */
  readonly condition: string;
  /** Passed if it is shown not to be so, failed if it is shown to be so. */
  readonly verdict: 'passed' | 'failed' | 'undecided';
  readonly estimate: number | null;
  readonly ci95: Interval | null;
  readonly unit: string;
}
