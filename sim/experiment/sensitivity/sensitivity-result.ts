import type { Verdict } from '../../statistics/verdict.ts';
import type { MetricFacts, Provenance } from '../result.ts';
import type { Estimate } from '../transition/transition-result.ts';

/** The JSON result of `sensitivity`. `null` where a figure does not exist. */
export interface SensitivityResult {
  readonly schema: 'salesworks/sensitivity/1';
  readonly provenance: SensitivityProvenance;
  /** Names of one organisation, or of two: then every answer is what the second one has more than the first. */
  readonly organisations: readonly string[];
  /** By id, those that were asked for, in their order. */
  readonly metrics: Readonly<Record<string, MetricFacts>>;
  /** What was varied, in the order in which it was named. */
  readonly factors: readonly FactorFacts[];
  /** What was to be varied but could not be, with the reason. */
  readonly leftOut: readonly { readonly path: string; readonly title: string; readonly reason: string }[];
  /** With nothing varied, by metric; null if the work was stopped before that. */
  readonly base: Readonly<Record<string, AnswerResult>> | null;
  /** One factor at a time; only with the method `tornado`. */
  readonly tornado?: readonly FactorSwings[];
  /** How far the assumptions and how far the simulation leave an answer open, by metric; null if not asked for. */
  readonly uncertainty?: Readonly<Record<string, UncertaintyResult>> | null;
  /** Only with the method `morris`. */
  readonly morris?: MorrisResult;
  /** Only with the method `sobol`. */
  readonly sobol?: SobolResult;
}

export type Method = 'tornado' | 'morris' | 'sobol';

export interface SensitivityProvenance extends Pick<
  Provenance,
  'version' | 'commit' | 'command' | 'seed' | 'replications' | 'interrupted'
> {
  readonly method: Method;
  /** Runs that were simulated; equal ones count once. */
  readonly runs: number;
  readonly scenarios: Provenance['scenarios'];
  readonly weeks: number;
  readonly warmUpWeeks: number;
}

/** An assumption, with its values in words. */
export interface FactorFacts {
  readonly path: string;
  readonly title: string;
  readonly from: string;
  readonly to: string;
  /** Value in the scenario, of the first organisation that has one there; null if it is no single number. */
  readonly own: string | null;
  /** Where the range comes from. */
  readonly source: string;
}

/** An answer, and with two organisations what it says. */
export interface AnswerResult extends Estimate {
  readonly verdict: Verdict | null;
}

/** What one factor does to every answer, all else as it is. */
export interface FactorSwings {
  readonly path: string;
  /** By metric. */
  readonly swings: Readonly<Record<string, Swing>>;
}

export interface Swing {
  readonly low: AnswerResult;
  readonly high: AnswerResult;
  /** Answer at the high end less the one at the low end, paired by replication. */
  readonly swing: Estimate;
  /** `none` if it is 0 in every replication; `shown` if its interval leaves 0 out, and not by few equal ones alone. */
  readonly effect: 'shown' | 'not-shown' | 'none';
  readonly breakEven: BreakEvenResult;
}

/** Where the sign of the answer turns within the range. */
export interface BreakEvenResult {
  /** In words, the one nearest to the own value first; empty if the mean has one sign everywhere it was tried. */
  readonly at: readonly string[];
  /** `workflow.handOffLoss = 2.3 %`, or `none at 0 % or 3 %`. */
  readonly words: string;
  /** Whether the answers on both sides of it are shown to have different signs. */
  readonly isShown: boolean;
}

export interface UncertaintyResult {
  readonly unit: string;
  /** Standard deviation of the answer that comes from not knowing the factors, all drawn from their ranges. */
  readonly fromAssumptions: number;
  /** Standard error of the answer that comes from simulating so many replications and no more. */
  readonly fromSimulation: number;
  /** Sets of values, and replications of each. */
  readonly draws: number;
  readonly replicationsOfDraw: number;
  readonly advice: 'collect-more-data' | 'run-more';
}

export interface MorrisResult {
  readonly trajectories: number;
  readonly levels: number;
  /** By metric, in the order of importance. */
  readonly effects: Readonly<Record<string, readonly MorrisEffect[]>>;
}

/** Change of the answer over the whole range of a factor, mean over places of the others. */
export interface MorrisEffect {
  readonly path: string;
  readonly mean: Estimate;
  /** Mean of its size whatever the sign: the importance. */
  readonly meanAbsolute: number;
  /** Null for one trajectory. */
  readonly deviation: number | null;
}

export interface SobolResult {
  readonly points: number;
  /** By metric. */
  readonly indices: Readonly<Record<string, SobolOfMetric>>;
}

export interface SobolOfMetric {
  /** Standard deviation of the answer over the design. */
  readonly deviation: number;
  /** Share of its variance that is noise of the replications, which no factor explains. */
  readonly noiseShare: number;
  /** In the order of the total index; shares of the variance with jackknife intervals. */
  readonly factors: readonly { readonly path: string; readonly first: Estimate; readonly total: Estimate }[];
}
