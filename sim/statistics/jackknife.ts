import { DEFAULT_CONFIDENCE } from './critical-value.ts';
import { meanInterval, type MeanInterval } from './mean-interval.ts';

/**
 * A smooth function of means, such as a ratio, and its interval: each row is left out in turn, and the pseudo-values
 * n f(all) - (n - 1) f(all but one) are treated as independent, t with n - 1 degrees of freedom (Tukey 1958; Miller
 * 1974, "The jackknife: a review", Biometrika 61, p. 1-15). For a mean it is the t interval. `rows` has shape
 * `[replication][figure]`; figures of one row may depend on one another, rows may not. Where the function has no
 * finite value, for all rows or without one of them, nothing but `n` is there. Confidence in (0, 1).
 */
export function jackknife(
  rows: readonly (readonly number[])[],
  functionOfMeans: (means: readonly number[]) => number,
  confidence = DEFAULT_CONFIDENCE,
): MeanInterval {
  const n = rows.length;
  if (n === 0) return { n };
  const sums = rows[0]!.map((_, figure) => rows.reduce((sum, row) => sum + row[figure]!, 0));
  const whole = functionOfMeans(sums.map((sum) => sum / n));
  if (!Number.isFinite(whole)) return { n };
  if (n === 1) return { n, mean: whole };
  const pseudoValues = rows.map((row) => {
    const without = functionOfMeans(sums.map((sum, figure) => (sum - row[figure]!) / (n - 1)));
    return n * whole - (n - 1) * without;
  });
  if (!pseudoValues.every(Number.isFinite)) return { n };
  return meanInterval(pseudoValues, confidence);
}
