import { normalProbability } from '../../random/quantile-library.ts';
import { placeOfLargest } from './goal.ts';

/** What is known of the systems so far. Larger means are better. */
export interface KnownSystems {
  readonly means: readonly number[];
  /** Standard deviations of single replications, each above 0. */
  readonly deviations: readonly number[];
}

/**
 * Shares of a budget of replications, one for each system, that make the selection most likely to be correct: outside
 * the best system b, N_i is proportional to (s_i / (m_b - m_i))^2, and N_b = s_b sqrt(sum N_i^2 / s_i^2) (Chen, Lin,
 * Yucesan and Chick 2000, "Simulation budget allocation for further enhancing the efficiency of ordinal optimization",
 * Discrete Event Dynamic Systems 10, p. 251-270). `closest` bounds how near a mean may come to the best one, so that a
 * tie does not take everything. Throws a RangeError for fewer than two systems and for deviations not above 0.
 */
export function ocbaShares({ means, deviations }: KnownSystems, closest = 0): number[] {
  if (means.length < 2 || means.length !== deviations.length || !deviations.every((s) => s > 0)) {
    throw new RangeError('a budget is shared among two systems or more, each with a deviation above 0');
  }
  const best = placeOfLargest(means);
  const distances = means.map((mean) => Math.max(closest, means[best]! - mean));
  const tied = means.findIndex((_, i) => i !== best && distances[i] === 0);
  if (tied >= 0)
    throw new RangeError(`systems ${best} and ${tied} have the same mean: give a closest distance`);
  const sizes = means.map((_, i) => (i === best ? 0 : (deviations[i]! / distances[i]!) ** 2));
  const squares = sizes.reduce((sum, size, i) => sum + (size / deviations[i]!) ** 2, 0);
  sizes[best] = deviations[best]! * Math.sqrt(squares);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  return sizes.map((size) => size / total);
}

/**
 * Replications that each system gets next, whole numbers that sum up to `more`: what it lacks of its share of
 * everything spent so far and now. The largest remainders are rounded up.
 */
export function ocbaAllocation(of: {
  readonly known: KnownSystems;
  readonly spent: readonly number[];
  readonly more: number;
  readonly closest?: number;
}): number[] {
  const { known, spent, more, closest } = of;
  const total = spent.reduce((sum, n) => sum + n, 0) + more;
  const lacking = ocbaShares(known, closest).map((share, i) => Math.max(0, share * total - spent[i]!));
  const sum = lacking.reduce((all, lack) => all + lack, 0);
  const wanted = lacking.map((lack) => (lack * more) / sum);
  const given = wanted.map(Math.floor);
  const byRemainder = wanted
    .map((wish, i) => ({ i, remainder: wish - given[i]! }))
    .sort((a, b) => b.remainder - a.remainder || a.i - b.i);
  const left = more - given.reduce((all, n) => all + n, 0);
  for (const { i } of byRemainder.slice(0, left)) given[i]!++;
  return given;
}

/**
 * Bonferroni's lower bound on the probability that the system with the best mean so far is the best one, in
 * [-(k - 2), 1]: 1 - sum of Phi(-(m_b - m_i) / sqrt(s_i^2 / N_i + s_b^2 / N_b)) (Chen and Lee 2011, Stochastic
 * simulation optimization, chapter 3).
 */
export function probabilityOfCorrectSelection(
  { means, deviations }: KnownSystems,
  replications: readonly number[],
): number {
  const phi = normalProbability();
  const best = placeOfLargest(means);
  const error = (i: number) => deviations[i]! ** 2 / replications[i]!;
  return means.reduce(
    (bound, mean, i) =>
      i === best ? bound : bound - phi((mean - means[best]!) / Math.sqrt(error(i) + error(best))),
    1,
  );
}
