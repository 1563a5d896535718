import { sampleCorrelation } from 'simple-statistics';
import { DEFAULT_CONFIDENCE } from './critical-value.ts';
import { meanInterval, type MeanInterval } from './mean-interval.ts';
import { RunningMoments } from './running-moments.ts';

/**
 * One figure of one organisation, `[replication]`; undefined or NaN where a replication has no such figure.
 */
export type Replications = readonly (number | undefined)[];

/** What two organisations differ by in the same replications. */
export interface PairedDifference {
  /** Of b - a, in the unit of the figure; `n` counts the pairs. */
  readonly interval: MeanInterval;
  /** Pairs of which a or b has no figure. */
  readonly leftOut: number;
  /**
   * Correlation of a and b, in [-1, 1]: what common random numbers achieved. Not there if a or b does not
   * vary.
   */
  readonly correlation?: number;
  /**
   * Var(b - a) / (Var a + Var b), in [0, 2]: below 1, common random numbers have saved replications; above 1
   * they have cost some. Not there if neither varies.
   */
  readonly varianceRatio?: number;
}

/**
 * The paired-t interval of b - a (Law 2015, section 10.2.1). Where all differences of two or more pairs are
 * 0, it is [0, 0]. Confidence in (0, 1). Throws a RangeError for unequal lengths and for infinite figures.
 */
export function pairedDifference(of: {
  readonly a: Replications;
  readonly b: Replications;
  readonly confidence?: number;
}): PairedDifference {
  if (of.a.length !== of.b.length) {
    throw new RangeError(`a has ${of.a.length} replications and b has ${of.b.length}: they cannot be paired`);
  }
  const a: number[] = [];
  const b: number[] = [];
  of.a.forEach((figureOfA, replication) => {
    const figureOfB = of.b[replication];
    if (isFigure(figureOfA) && isFigure(figureOfB)) {
      a.push(figureOfA);
      b.push(figureOfB);
    }
  });
  const differences = new RunningMoments(b.map((figure, pair) => figure - a[pair]!));
  return {
    interval: meanInterval(differences, of.confidence ?? DEFAULT_CONFIDENCE),
    leftOut: of.a.length - a.length,
    ...dependence({ a, b, ofDifference: differences.variance ?? 0 }),
  };
}

function dependence({ a, b, ofDifference }: { a: number[]; b: number[]; ofDifference: number }): {
  correlation?: number;
  varianceRatio?: number;
} {
  // Welford's variance of a constant is exactly 0, which a mean that rounds would not give.
  const ofA = new RunningMoments(a).variance ?? 0;
  const ofB = new RunningMoments(b).variance ?? 0;
  if (ofA + ofB === 0) return {};
  const varianceRatio = ofDifference / (ofA + ofB);
  return ofA === 0 || ofB === 0 ? { varianceRatio } : { varianceRatio, correlation: sampleCorrelation(a, b) };
}

function isFigure(value: number | undefined): value is number {
  return value !== undefined && !Number.isNaN(value);
}
