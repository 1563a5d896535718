/** So many successes in so many independent trials, each with the same chance in [0, 1]. */
export interface BinomialOutcome {
  readonly successes: number;
  readonly trials: number;
  readonly chance: number;
}

/** P(at least so many successes): the p-value of "the chance is at most this" (exact binomial test). */
export function atLeastSoMany({ successes, trials, chance }: BinomialOutcome): number {
  return sumOf(successes, trials, { trials, chance });
}

/** P(at most so many successes): the p-value of "the chance is at least this". */
export function atMostSoMany({ successes, trials, chance }: BinomialOutcome): number {
  return sumOf(0, successes, { trials, chance });
}

/** In logarithms, since the chance of no success at all may be too small for a number. */
function sumOf(from: number, to: number, { trials, chance }: Omit<BinomialOutcome, 'successes'>): number {
  if (from <= 0 && to >= trials) return 1;
  if (chance <= 0) return from <= 0 ? 1 : 0;
  if (chance >= 1) return to >= trials ? 1 : 0;
  const odds = Math.log(chance) - Math.log1p(-chance);
  let logOfOne = trials * Math.log1p(-chance);
  let sum = 0;
  for (let successes = 0; successes <= to; successes++) {
    if (successes >= from) sum += Math.exp(logOfOne);
    logOfOne += Math.log(trials - successes) - Math.log(successes + 1) + odds;
  }
  return Math.min(1, sum);
}
