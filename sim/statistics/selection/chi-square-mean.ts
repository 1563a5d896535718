/** Points and weights that turn a mean over a chi-square distribution into a sum. */
export interface ChiSquareNodes {
  readonly points: readonly number[];
  /** Sum up to 1. */
  readonly weights: readonly number[];
}

/** Steps to the standard deviation of ln X: for a normal density the error would be below exp(-170). */
const STEPS_PER_DEVIATION = 3;
const LEAST_STEPS = 4;
/** Weights smaller than this share of the largest one are left out. */
const NEGLIGIBLE = 1e-17;

/**
 * Nodes for means over chi-square with `degreesOfFreedom` from 1. The trapezoidal rule in t = ln x, in which the
 * density is smooth and falls off fast on both sides, so that the rule converges faster than any power of the step
 * (Trefethen and Weideman 2014, "The exponentially convergent trapezoidal rule", SIAM Review 56). The density's constant
 * cancels, since the weights are made to sum up to 1. Throws a RangeError for other degrees of freedom.
 */
export function chiSquareNodes(degreesOfFreedom: number): ChiSquareNodes {
  if (!(degreesOfFreedom >= 1 && degreesOfFreedom < Infinity)) {
    throw new RangeError(`chi-square with ${degreesOfFreedom} degrees of freedom`);
  }
  const half = degreesOfFreedom / 2;
  // d ln x = dx / x: the density in t is x f(x), with its mode where x = degrees of freedom.
  const logDensity = (t: number) => half * t - Math.exp(t) / 2;
  const mode = Math.log(degreesOfFreedom);
  const step = 1 / Math.max(LEAST_STEPS, STEPS_PER_DEVIATION * Math.sqrt(half));
  const points: number[] = [];
  const weights: number[] = [];
  for (const direction of [1, -1]) {
    for (let nth = direction === 1 ? 0 : 1; ; nth++) {
      const t = mode + direction * nth * step;
      const weight = Math.exp(logDensity(t) - logDensity(mode));
      if (weight < NEGLIGIBLE) break;
      points.push(Math.exp(t));
      weights.push(weight);
    }
  }
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return { points, weights: weights.map((weight) => weight / total) };
}

/** Where a growing function reaches a level, to twelve digits. Throws a RangeError if it does not up to 1000. */
export function whereReaches(level: number, of: (x: number) => number): number {
  let low = 0;
  let high = 1;
  while (of(high) < level) {
    low = high;
    high *= 2;
    if (high > 1000) throw new RangeError(`the level ${level} is not reached`);
  }
  while (high - low > 1e-12 * high) {
    const middle = (low + high) / 2;
    if (of(middle) < level) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
