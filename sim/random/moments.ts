import { gammaln } from 'simple-statistics';
import type { Distribution } from './distribution.ts';
import { normalProbability } from './quantile-library.ts';

/** Mean and variance of a distribution, in its own unit and that unit squared. Of a truncated normal: as simulated. */
export interface Moments {
  readonly mean: number;
  readonly variance: number;
}

/** Shape and scale of a Weibull distribution. */
export interface WeibullParameters {
  readonly shape: number;
  readonly scale: number;
}

export function momentsOf(distribution: Distribution): Moments {
  switch (distribution.kind) {
    case 'constant':
      return { mean: distribution.value, variance: 0 };
    case 'uniform': {
      const { min, max } = distribution;
      return { mean: (min + max) / 2, variance: (max - min) ** 2 / 12 };
    }
    case 'triangular': {
      const { min, mode, max } = distribution;
      const variance = (min * min + mode * mode + max * max - min * mode - min * max - mode * max) / 18;
      return { mean: (min + mode + max) / 3, variance };
    }
    case 'exponential':
      return fromCv(distribution.mean, 1);
    case 'erlang':
      return fromCv(distribution.mean, 1 / Math.sqrt(distribution.stages));
    case 'gamma': {
      if ('mean' in distribution) return fromCv(distribution.mean, distribution.cv);
      const { shape, scale } = distribution;
      return { mean: shape * scale, variance: shape * scale * scale };
    }
    case 'lognormal':
      return fromCv(lognormalMean(distribution), distribution.cv);
    case 'normal':
      return truncatedNormalMoments(distribution);
    case 'weibull': {
      const { shape, scale } = weibullParameters(distribution);
      const mean = scale * gamma(1 + 1 / shape);
      return { mean, variance: scale * scale * gamma(1 + 2 / shape) - mean * mean };
    }
    case 'beta': {
      if ('mean' in distribution) return fromCv(distribution.mean, distribution.cv);
      const { a, b, min, max } = distribution;
      const width = max - min;
      return {
        mean: min + (width * a) / (a + b),
        variance: (width * width * a * b) / ((a + b) ** 2 * (a + b + 1)),
      };
    }
    case 'empirical':
      return momentsOf({
        kind: 'discrete',
        values: distribution.values,
        weights: distribution.values.map(() => 1),
      });
    case 'discrete':
      return mixed(
        distribution.values.map((mean) => ({ mean, variance: 0 })),
        distribution.weights,
      );
    case 'mixture':
      return mixed(distribution.parts.map(momentsOf), distribution.weights);
  }
}

/** Mean of a lognormal distribution that is given by its mean or by its median. */
export function lognormalMean(distribution: Extract<Distribution, { kind: 'lognormal' }>): number {
  return 'mean' in distribution
    ? distribution.mean
    : distribution.median * Math.sqrt(1 + distribution.cv ** 2);
}

/** Shape and scale; from mean and cv by bisection on the shape, to the last bits. */
export function weibullParameters(
  distribution: Extract<Distribution, { kind: 'weibull' }>,
): WeibullParameters {
  if ('shape' in distribution) return distribution;
  const { mean, cv } = distribution;
  let low = 0.1;
  let high = 100;
  for (let step = 0; step < 100; step++) {
    const shape = (low + high) / 2;
    const cvSquared = Math.exp(gammaln(1 + 2 / shape) - 2 * gammaln(1 + 1 / shape)) - 1;
    if (cvSquared > cv * cv) low = shape;
    else high = shape;
  }
  const shape = (low + high) / 2;
  return { shape, scale: mean / gamma(1 + 1 / shape) };
}

/** Shape parameters of a beta distribution on [min, max]. Throws a RangeError if no beta has these moments. */
export function betaParameters(distribution: Extract<Distribution, { kind: 'beta' }>): {
  a: number;
  b: number;
} {
  if ('a' in distribution) return distribution;
  const { mean, cv, min, max } = distribution;
  const centre = (mean - min) / (max - min);
  const spread = (cv * mean) / (max - min);
  const sum = (centre * (1 - centre)) / (spread * spread) - 1;
  if (!(centre > 0 && centre < 1 && sum > 0)) {
    throw new RangeError(`no beta distribution on ${min} to ${max} has mean ${mean} and cv ${cv}`);
  }
  return { a: centre * sum, b: (1 - centre) * sum };
}

function fromCv(mean: number, cv: number): Moments {
  return { mean, variance: (cv * mean) ** 2 };
}

function mixed(parts: readonly Moments[], weights: readonly number[]): Moments {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let mean = 0;
  let square = 0;
  parts.forEach((part, i) => {
    const weight = weights[i]! / total;
    mean += weight * part.mean;
    square += weight * (part.variance + part.mean * part.mean);
  });
  return { mean, variance: square - mean * mean };
}

/** Johnson, Kotz and Balakrishnan 1994, Continuous Univariate Distributions 1, section 13.10.1. */
function truncatedNormalMoments({ mean, cv, min, max }: Extract<Distribution, { kind: 'normal' }>): Moments {
  const sd = cv * Math.abs(mean);
  const a = (min - mean) / sd;
  const b = (max - mean) / sd;
  const probability = normalProbability();
  const mass = probability(b) - probability(a);
  const densityA = Number.isFinite(a) ? Math.exp(-a * a * 0.5) / Math.sqrt(2 * Math.PI) : 0;
  const densityB = Number.isFinite(b) ? Math.exp(-b * b * 0.5) / Math.sqrt(2 * Math.PI) : 0;
  const shift = (densityA - densityB) / mass;
  const aTerm = Number.isFinite(a) ? a * densityA : 0;
  const bTerm = Number.isFinite(b) ? b * densityB : 0;
  return { mean: mean + sd * shift, variance: sd * sd * (1 + (aTerm - bTerm) / mass - shift * shift) };
}

function gamma(x: number): number {
  return Math.exp(gammaln(x));
}
