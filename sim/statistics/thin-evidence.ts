import { DEFAULT_CONFIDENCE } from './critical-value.ts';
import type { MeanInterval } from './mean-interval.ts';

/** Relative error that sums leave: what differs by less is equal. */
export const ROUNDING = 1e-9;

/**
 * Whether values are all equal and too few to show on which side of anything they lie. Equal values have no spread that
 * an interval could be made of; what they show is no more than a sign test does: that the median is where they are,
 * wrongly with a chance of 2 x 0.5^n, two-sided (Conover 1999, Practical Nonparametric Statistics, 3rd ed., section
 * 3.4). At 95 % this takes six of them, and of the mean it says nothing. `scale` is the size of the figures of which
 * the values are differences: what rounding leaves of them is no spread. Confidence in (0, 1).
 */
export function isThinEvidence(
  { mean = 0, halfWidth = Infinity, n }: MeanInterval,
  { confidence = DEFAULT_CONFIDENCE, scale = 0 }: { confidence?: number; scale?: number } = {},
): boolean {
  const isEqual = halfWidth <= ROUNDING * Math.max(Math.abs(mean), scale);
  return isEqual && 2 * 0.5 ** n > 1 - confidence;
}

/** The size of the largest figure, 0 without any; NaN and undefined do not count. */
export function scaleOf(...figures: readonly (readonly (number | undefined)[])[]): number {
  let largest = 0;
  for (const some of figures) {
    for (const figure of some)
      if (figure !== undefined && Math.abs(figure) > largest) largest = Math.abs(figure);
  }
  return largest;
}
