/** Every number of successes in so many trials of a fair coin, or of one with another chance, and its probability. */
export function binomialCases(trials: number, chance = 0.5): { successes: number; probability: number }[] {
  const cases: { successes: number; probability: number }[] = [];
  let probability = (1 - chance) ** trials;
  for (let successes = 0; successes <= trials; successes++) {
    cases.push({ successes, probability });
    probability *= ((trials - successes) / (successes + 1)) * (chance / (1 - chance));
  }
  return cases;
}
