import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

type Parameters = readonly number[];

/**
 * The quantile functions that simple-statistics lacks or has wrong in the third digit (its `probit`), from stdlib.
 * Loaded when first asked for: together they take longer to load than a small scenario takes to run.
 */
export function normalQuantile(mean: number, sd: number): (p: number) => number {
  return fromLibrary('normal-quantile', [mean, sd]);
}

/** Distribution function of the standard normal. */
export function normalProbability(): (x: number) => number {
  return fromLibrary('normal-cdf', [0, 1]);
}

/** Quantile function of the gamma distribution with mean `shape * scale`. */
export function gammaQuantile(shape: number, scale: number): (p: number) => number {
  return fromLibrary('gamma-quantile', [shape, 1 / scale]);
}

/** Quantile function of the beta distribution on [0, 1]. */
export function betaQuantile(a: number, b: number): (p: number) => number {
  return fromLibrary('beta-quantile', [a, b]);
}

/** Quantile function of Student's t. */
export function studentQuantile(degreesOfFreedom: number): (p: number) => number {
  return fromLibrary('t-quantile', [degreesOfFreedom]);
}

/** Quantile function of chi-square. */
export function chiSquareQuantile(degreesOfFreedom: number): (p: number) => number {
  return fromLibrary('chisquare-quantile', [degreesOfFreedom]);
}

function fromLibrary(name: string, parameters: Parameters): (x: number) => number {
  const library = require(`@stdlib/stats-base-dists-${name}`) as {
    factory: (...all: number[]) => (x: number) => number;
  };
  return library.factory(...parameters);
}
