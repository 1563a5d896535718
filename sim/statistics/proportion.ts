import { DEFAULT_CONFIDENCE, normalCriticalValue } from './critical-value.ts';

/** A proportion and its interval, all in [0, 1]; nothing but `trials` is there without trials. */
export interface ProportionInterval {
  readonly trials: number;
  readonly estimate?: number;
  readonly lower?: number;
  readonly upper?: number;
}

/**
 * The score interval of a proportion (Wilson 1927, "Probable inference, the law of succession, and
 * statistical inference", Journal of the American Statistical Association 22, p. 209-212), without continuity
 * correction. Both counts are whole, successes in [0, trials]; throws a RangeError otherwise.
 */
export function proportionInterval(of: {
  readonly successes: number;
  readonly trials: number;
  readonly confidence?: number;
}): ProportionInterval {
  const { successes, trials, confidence = DEFAULT_CONFIDENCE } = of;
  if (!(Number.isInteger(successes) && Number.isInteger(trials) && successes >= 0 && successes <= trials)) {
    throw new RangeError(`${successes} successes in ${trials} trials`);
  }
  if (trials === 0) return { trials };
  const zSquared = normalCriticalValue(confidence) ** 2;
  const centre = (successes + zSquared / 2) / (trials + zSquared);
  const spread = (successes * (trials - successes)) / trials + zSquared / 4;
  const halfWidth = Math.sqrt(zSquared * spread) / (trials + zSquared);
  return {
    trials,
    estimate: successes / trials,
    // Without a success this is exactly 0.
    lower: centre - halfWidth,
    // Without a failure the formula gives 1, but for rounding.
    upper: successes === trials ? 1 : centre + halfWidth,
  };
}
