import type { Distribution, Quantile } from './distribution.ts';
import { betaParameters, lognormalMean, weibullParameters } from './moments.ts';
import { betaQuantile, gammaQuantile, normalProbability, normalQuantile } from './quantile-library.ts';

/**
 * The quantile function of a distribution: one uniform number in (0, 1) makes one variate, so that paired
 * organisations stay in step. Throws a RangeError where parameters are impossible together.
 */
export function quantileOf(distribution: Distribution): Quantile {
  switch (distribution.kind) {
    case 'constant': {
      const { value } = distribution;
      return () => value;
    }
    case 'uniform': {
      const { min, max } = distribution;
      return (u) => min + u * (max - min);
    }
    case 'triangular':
      return triangularQuantile(distribution);
    case 'exponential': {
      const { mean } = distribution;
      return (u) => -mean * Math.log1p(-u);
    }
    case 'erlang':
      return gammaQuantile(distribution.stages, distribution.mean / distribution.stages);
    case 'gamma': {
      if ('shape' in distribution) return gammaQuantile(distribution.shape, distribution.scale);
      const shape = 1 / distribution.cv ** 2;
      return gammaQuantile(shape, distribution.mean / shape);
    }
    case 'lognormal':
      return lognormalQuantile(distribution);
    case 'normal':
      return truncatedNormalQuantile(distribution);
    case 'weibull': {
      const { shape, scale } = weibullParameters(distribution);
      return (u) => scale * Math.exp(Math.log(-Math.log1p(-u)) / shape);
    }
    case 'beta': {
      const { min, max } = distribution;
      const { a, b } = betaParameters(distribution);
      const unit = betaQuantile(a, b);
      return (u) => min + (max - min) * unit(u);
    }
    case 'empirical':
      return discreteQuantile(
        [...distribution.values].sort((a, b) => a - b),
        distribution.values.map(() => 1),
      );
    case 'discrete':
      return discreteQuantile(distribution.values, distribution.weights);
    case 'mixture':
      return mixtureQuantile(distribution);
  }
}

function triangularQuantile({ min, mode, max }: Extract<Distribution, { kind: 'triangular' }>): Quantile {
  const width = max - min;
  if (width === 0) return () => min;
  const turn = (mode - min) / width;
  return (u) =>
    u < turn ? min + Math.sqrt(u * width * (mode - min)) : max - Math.sqrt((1 - u) * width * (max - mode));
}

/** Of a lognormal with mean m and cv c: ln X is normal with variance ln(1 + c^2) and mean ln m less half of that. */
function lognormalQuantile(distribution: Extract<Distribution, { kind: 'lognormal' }>): Quantile {
  const mean = lognormalMean(distribution);
  const variance = Math.log1p(distribution.cv ** 2);
  const logarithm = normalQuantile(Math.log(mean) - variance / 2, Math.sqrt(variance));
  return variance === 0 ? () => mean : (u) => Math.exp(logarithm(u));
}

/** Mean and cv are those of the normal before it is cut to [min, max]. */
function truncatedNormalQuantile({
  mean,
  cv,
  min,
  max,
}: Extract<Distribution, { kind: 'normal' }>): Quantile {
  const sd = cv * Math.abs(mean);
  const probability = normalProbability();
  const low = probability((min - mean) / sd);
  const high = probability((max - mean) / sd);
  if (!(high > low))
    throw new RangeError(`a normal with mean ${mean} and cv ${cv} has nothing in ${min} to ${max}`);
  const standard = normalQuantile(0, 1);
  return (u) => Math.min(max, Math.max(min, mean + sd * standard(low + u * (high - low))));
}

function discreteQuantile(values: readonly number[], weights: readonly number[]): Quantile {
  const cumulative = shares(weights);
  return (u) => values[indexIn(cumulative, u)]!;
}

/** One uniform picks the part, and its rank within that part's share is the uniform of the part. */
function mixtureQuantile({ parts, weights }: Extract<Distribution, { kind: 'mixture' }>): Quantile {
  const cumulative = shares(weights);
  const quantiles = parts.map(quantileOf);
  return (u) => {
    const part = indexIn(cumulative, u);
    const from = part === 0 ? 0 : cumulative[part - 1]!;
    return quantiles[part]!((u - from) / (cumulative[part]! - from));
  };
}

/** Cumulative shares; the last is 1. */
function shares(weights: readonly number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let sum = 0;
  const cumulative = weights.map((weight) => (sum += weight) / total);
  cumulative[cumulative.length - 1] = 1;
  return cumulative;
}

/** Index of the first cumulative share above u. */
function indexIn(cumulative: readonly number[], u: number): number {
  let low = 0;
  let high = cumulative.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (cumulative[middle]! > u) high = middle;
    else low = middle + 1;
  }
  return low;
}
