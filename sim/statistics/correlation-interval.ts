import { DEFAULT_CONFIDENCE, normalCriticalValue } from './critical-value.ts';

/** How far beyond 1 rounding may carry the correlation of figures that are in step. */
const ROUNDING = 1e-9;

/**
 * The interval of a correlation r of n pairs, tanh(artanh r -+ z / sqrt(n - 3)): exact enough for normal figures from ten
 * pairs on, and rough for others (Fisher 1921, "On the probable error of a coefficient of correlation deduced from a
 * small sample", Metron 1, p. 3-32). Undefined for fewer than four pairs; r in [-1, 1], whole n, confidence in (0, 1).
 */
export function correlationInterval(of: {
  readonly correlation: number;
  readonly pairs: number;
  readonly confidence?: number;
}): readonly [lower: number, upper: number] | undefined {
  const { correlation, pairs, confidence = DEFAULT_CONFIDENCE } = of;
  if (!(Math.abs(correlation) <= 1 + ROUNDING && Number.isInteger(pairs))) {
    throw new RangeError(`no interval for a correlation of ${correlation} in ${pairs} pairs`);
  }
  if (pairs < 4) return undefined;
  const centre = Math.atanh(Math.max(-1, Math.min(1, correlation)));
  const halfWidth = normalCriticalValue(confidence) / Math.sqrt(pairs - 3);
  return [Math.tanh(centre - halfWidth), Math.tanh(centre + halfWidth)];
}
