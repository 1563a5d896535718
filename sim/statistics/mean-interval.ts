import { DEFAULT_CONFIDENCE, studentCriticalValue } from './critical-value.ts';
import { RunningMoments } from './running-moments.ts';

/** A mean and how far it can be trusted, all in the unit of the values. */
export interface MeanInterval {
  /** Number of values. */
  readonly n: number;
  /** Not there without values. */
  readonly mean?: number;
  /** The bounds and the half-width are not there for fewer than two values. */
  readonly lower?: number;
  readonly upper?: number;
  readonly halfWidth?: number;
}

/**
 * The interval mean -+ t(n - 1) s / sqrt(n) of independent values (Law 2015, Simulation Modeling and
 * Analysis, 5th ed., section 4.5). Confidence in (0, 1). Throws a RangeError for a value that is not finite.
 */
export function meanInterval(
  values: Iterable<number> | RunningMoments,
  confidence = DEFAULT_CONFIDENCE,
): MeanInterval {
  const { count: n, mean, variance } = values instanceof RunningMoments ? values : new RunningMoments(values);
  if (mean === undefined) return { n };
  if (variance === undefined) return { n, mean };
  const halfWidth = studentCriticalValue({ degreesOfFreedom: n - 1, confidence }) * Math.sqrt(variance / n);
  return { n, mean, lower: mean - halfWidth, upper: mean + halfWidth, halfWidth };
}

/**
 * Half-width over the size of the mean, without unit, in [0, Infinity]; undefined where there is no
 * half-width. A mean of 0 is infinitely imprecise, unless every value was 0: what does not vary at all has
 * precision 0.
 */
export function relativePrecision({ mean, halfWidth }: MeanInterval): number | undefined {
  if (mean === undefined || halfWidth === undefined) return undefined;
  return halfWidth === 0 ? 0 : halfWidth / Math.abs(mean);
}
