import { describe, expect, it } from 'vitest';
import { atLeastSoMany, atMostSoMany } from '../../sim/statistics/binomial-tail.ts';

describe('the tails of the binomial distribution', () => {
  it('are those of ten fair coins, counted by hand', () => {
    // (45 + 10 + 1) / 1024 show eight heads or more.
    expect(atLeastSoMany({ successes: 8, trials: 10, chance: 0.5 })).toBeCloseTo(56 / 1024, 14);
    expect(atMostSoMany({ successes: 2, trials: 10, chance: 0.5 })).toBeCloseTo(56 / 1024, 14);
    expect(atMostSoMany({ successes: 0, trials: 3, chance: 0.2 })).toBeCloseTo(0.512, 14);
  });

  it('leave out nothing but the outcome itself, twice', () => {
    const [trials, chance] = [4_000, 0.5];
    for (const successes of [0, 1, 1_950, 2_000, 3_999, 4_000]) {
      const below = successes === 0 ? 0 : atMostSoMany({ successes: successes - 1, trials, chance });
      expect(below + atLeastSoMany({ successes, trials, chance })).toBeCloseTo(1, 9);
    }
  });

  it('know what is certain', () => {
    expect(atLeastSoMany({ successes: 1, trials: 5, chance: 0 })).toBe(0);
    expect(atLeastSoMany({ successes: 0, trials: 5, chance: 0.3 })).toBe(1);
    expect(atMostSoMany({ successes: 4, trials: 5, chance: 1 })).toBe(0);
    expect(atMostSoMany({ successes: 5, trials: 5, chance: 1 })).toBe(1);
  });
});
