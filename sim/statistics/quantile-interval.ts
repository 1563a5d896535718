import { gammaln, quantileSorted } from 'simple-statistics';
import { betaQuantile } from '../random/quantile-library.ts';
import { DEFAULT_CONFIDENCE } from './critical-value.ts';

/** Order statistics that bound a quantile; ranks count from 1, and one that is not there means no bound. */
export interface QuantileRanks {
  readonly lower?: number;
  readonly upper?: number;
  /** Probability that the quantile lies between them, in [confidence, 1]. */
  readonly coverage: number;
}

/**
 * A sample quantile and its interval, in the unit of the values; a bound is missing where the sample is too
 * small.
 */
export interface QuantileInterval {
  readonly n: number;
  /** Not there without values. */
  readonly estimate?: number;
  readonly lower?: number;
  readonly upper?: number;
  /** Not there without values. */
  readonly coverage?: number;
}

/**
 * The p-quantile of independent values of any continuous distribution, interpolated (type 7 of Hyndman and
 * Fan 1996), between two order statistics. Confidence and p in (0, 1). Throws a RangeError for a value that
 * is not finite.
 */
export function quantileInterval(of: {
  readonly values: readonly number[];
  readonly p: number;
  readonly confidence?: number;
}): QuantileInterval {
  const { values, p, confidence = DEFAULT_CONFIDENCE } = of;
  const stray = values.findIndex((value) => !Number.isFinite(value));
  if (stray >= 0) throw new RangeError(`value ${stray + 1} of a sample is ${values[stray]!}`);
  const n = values.length;
  if (n === 0) return { n };
  const ordered = [...values].sort((a, b) => a - b);
  const { lower, upper, coverage } = quantileRanks({ n, p, confidence });
  return {
    n,
    estimate: quantileSorted(ordered, p),
    ...(lower === undefined ? {} : { lower: ordered[lower - 1]! }),
    ...(upper === undefined ? {} : { upper: ordered[upper - 1]! }),
    coverage,
  };
}

/**
 * Ranks l and u with P(l <= B <= u - 1) >= confidence for binomial B(n, p): l is the (1 - confidence)/2
 * quantile of B, u one more than the (1 + confidence)/2 quantile (David and Nagaraja 2003, Order Statistics,
 * section 7.1). n from 1, p and confidence in (0, 1); throws a RangeError otherwise.
 */
export function quantileRanks(of: {
  readonly n: number;
  readonly p: number;
  readonly confidence?: number;
}): QuantileRanks {
  const { n, p, confidence = DEFAULT_CONFIDENCE } = of;
  if (!(Number.isInteger(n) && n >= 1 && p > 0 && p < 1 && confidence > 0 && confidence < 1)) {
    throw new RangeError(`no ranks for quantile ${p} of ${n} values at confidence ${confidence}`);
  }
  const lower = binomialQuantile({ n, p, probability: (1 - confidence) / 2 });
  const last = binomialQuantile({ n, p, probability: (1 + confidence) / 2 });
  let coverage = 0;
  for (let k = lower; k <= last; k++) coverage += binomialProbability({ n, p, k });
  return {
    ...(lower === 0 ? {} : { lower }),
    ...(last === n ? {} : { upper: last + 1 }),
    coverage,
  };
}

/**
 * The least k with P(B <= k) >= probability. P(B <= k) is the chance that the (k + 1)-th smallest of n
 * uniform numbers, which is beta(k + 1, n - k), exceeds p (Johnson, Kemp and Kotz 2005, Univariate Discrete
 * Distributions, ch. 3).
 */
function binomialQuantile({ n, p, probability }: { n: number; p: number; probability: number }): number {
  let low = 0;
  let high = n;
  while (low < high) {
    const k = (low + high) >> 1;
    if (p <= betaQuantile(k + 1, n - k)(1 - probability)) high = k;
    else low = k + 1;
  }
  return low;
}

function binomialProbability({ n, p, k }: { n: number; p: number; k: number }): number {
  const logCombinations = gammaln(n + 1) - gammaln(k + 1) - gammaln(n - k + 1);
  return Math.exp(logCombinations + k * Math.log(p) + (n - k) * Math.log1p(-p));
}
