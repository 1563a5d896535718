import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalCriticalValue } from '../../sim/statistics/critical-value.ts';
import { proportionInterval } from '../../sim/statistics/proportion.ts';
import { expectNear } from './expect-near.ts';

describe('the interval of a proportion', () => {
  // Newcombe 1998, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17,
  // table I, method 3: printed to four decimals.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of %d in %d is what Newcombe prints for the score method', (successes, trials, lower, upper) => {
    const interval = proportionInterval({ successes, trials });
    expect(interval.trials).toBe(trials);
    expect(interval.estimate).toBe(successes / trials);
    expectNear(interval.lower, lower, 0.00005);
    expectNear(interval.upper, upper, 0.00005);
  });

  it('ends at 0 exactly without a success and at 1 exactly without a failure', () => {
    for (let trials = 1; trials < 200; trials++) {
      expect(proportionInterval({ successes: 0, trials }).lower).toBe(0);
      expect(proportionInterval({ successes: trials, trials }).upper).toBe(1);
    }
  });

  it('has bounds that the score test just does not reject', () => {
    const counts = fc
      .integer({ min: 2, max: 5000 })
      .chain((trials) =>
        fc.record({ trials: fc.constant(trials), successes: fc.integer({ min: 1, max: trials - 1 }) }),
      );
    fc.assert(
      fc.property(counts, fc.constantFrom(0.8, 0.95, 0.999), ({ successes, trials }, confidence) => {
        const { estimate, lower, upper } = proportionInterval({ successes, trials, confidence });
        const score = (p: number) => Math.abs(estimate! - p) / Math.sqrt((p * (1 - p)) / trials);
        expect(lower).toBeLessThan(estimate!);
        expect(upper).toBeGreaterThan(estimate!);
        expectNear(score(lower!), normalCriticalValue(confidence), 1e-8);
        expectNear(score(upper!), normalCriticalValue(confidence), 1e-8);
      }),
      { seed: 15, numRuns: 500 },
    );
  });

  it('of no trials is not there', () => {
    expect(Object.entries(proportionInterval({ successes: 0, trials: 0 }))).toEqual([['trials', 0]]);
  });

  it.each([
    [3, 2],
    [-1, 2],
    [0.5, 2],
    [1, NaN],
  ])('refuses %d successes in %d trials', (successes, trials) => {
    expect(() => proportionInterval({ successes, trials })).toThrow(
      new RangeError(`${successes} successes in ${trials} trials`),
    );
  });
});
