import { studentCriticalValue } from '../critical-value.ts';
import { RunningMoments } from '../running-moments.ts';

/**
 * Places of the systems that may be the best, among which it is with the given confidence: system i stays unless some
 * l is ahead of it by more than W_il = t S_il / sqrt(n), S_il^2 the variance of their paired differences and t at the
 * one-sided level alpha / (k - 1) (screen-to-the-best of Nelson, Swann, Goldsman and Song 2001, Operations Research 49,
 * p. 950-963, with paired differences and Bonferroni's inequality, so that it holds under common random numbers). What
 * is behind by less than `indifference` need not be kept: W is taken less that. Larger is better. `figures` has the
 * shape [system][replication]; throws a RangeError for fewer than two replications or a confidence outside (0, 1).
 */
export function screenToTheBest(of: {
  readonly figures: readonly (readonly number[])[];
  readonly confidence: number;
  readonly indifference?: number;
}): number[] {
  const { figures, confidence, indifference = 0 } = of;
  const replications = figures[0]?.length ?? 0;
  if (replications < 2) throw new RangeError('screening needs two replications of each system or more');
  if (figures.length === 1) return [0];
  // studentCriticalValue halves the error between both sides; only one is wanted here.
  const bothSides = 1 - (2 * (1 - confidence)) / (figures.length - 1);
  const t = studentCriticalValue({ degreesOfFreedom: replications - 1, confidence: bothSides });
  const isAhead = (l: readonly number[], i: readonly number[]): boolean => {
    const ahead = new RunningMoments(l.map((figure, r) => figure - i[r]!));
    const width = t * Math.sqrt(ahead.variance! / replications);
    return ahead.mean! > Math.max(0, width - indifference);
  };
  return figures.flatMap((own, i) =>
    figures.some((other) => other !== own && isAhead(other, own)) ? [] : [i],
  );
}
