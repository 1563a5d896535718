import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quantileInterval, quantileRanks } from '../../sim/statistics/quantile-interval.ts';
import { expectNear } from './expect-near.ts';
import methods from './methods-cases.json' with { type: 'json' };
import { normalSource } from './samples.ts';

const { inputs, expected, tolerance } = methods.cases['more-plot-quantile-ci'];

/** P(B <= k), for k = 0, ..., n, by Pascal's rule: no logarithms and no beta function. */
function binomialDistribution(n: number, p: number): number[] {
  let row = [1];
  for (let trial = 0; trial < n; trial++) {
    row = [...row, 0].map((stay, k) => stay * (1 - p) + (row[k - 1] ?? 0) * p);
  }
  let sum = 0;
  return row.map((probability) => (sum += probability));
}

describe('the interval of a quantile', () => {
  it.each(expected.n_p_l_u_coverage.map((row, i) => ({ row, given: inputs.cases[i]! })))(
    'has the ranks of case more-plot-quantile-ci for n and p of $given',
    ({ row, given }) => {
      const [n, p, lower, upper, coverage] = row;
      expect([n, p]).toEqual(given);
      const ranks = quantileRanks({ n: n!, p: p!, confidence: inputs.conf });
      expect(ranks.lower).toBe(lower);
      expect(ranks.upper).toBe(upper);
      expectNear(ranks.coverage, coverage!, tolerance);
    },
  );

  it('has the tightest ranks that leave no more than half of the doubt on either side', () => {
    const cases = fc.tuple(
      fc.integer({ min: 1, max: 120 }),
      fc.double({ min: 0.01, max: 0.99, noNaN: true }),
      fc.constantFrom(0.5, 0.9, 0.95, 0.9999),
    );
    fc.assert(
      fc.property(cases, ([n, p, confidence]) => {
        const below = binomialDistribution(n, p);
        const { lower = 0, upper = n + 1, coverage } = quantileRanks({ n, p, confidence });
        const doubt = (1 - confidence) / 2;
        if (lower > 0) expect(below[lower - 1]).toBeLessThan(doubt + 1e-12);
        expect(below[lower]).toBeGreaterThanOrEqual(doubt - 1e-12);
        expect(below[upper - 1]).toBeGreaterThanOrEqual(1 - doubt - 1e-12);
        if (upper > 1) expect(below[upper - 2] ?? 0).toBeLessThan(1 - doubt + 1e-12);
        expectNear(coverage, below[upper - 1]! - (below[lower - 1] ?? 0), 1e-10);
        expect(coverage).toBeGreaterThanOrEqual(confidence - 1e-12);
      }),
      { seed: 18, numRuns: 200 },
    );
  });

  it('takes the order statistics of its ranks, and interpolates the estimate', () => {
    const shuffled = Array.from({ length: 100 }, (_, i) => ((i * 37) % 100) + 1);
    const interval = quantileInterval({ values: shuffled, p: 0.5 });
    // Ranks 40 and 61 of the numbers 1 to 100; the median lies between 50 and 51.
    expect(interval.lower).toBe(40);
    expect(interval.upper).toBe(61);
    expect(interval.estimate).toBe(50.5);
    expect(interval.n).toBe(100);
    expect(quantileInterval({ values: shuffled, p: 0.95 }).estimate).toBeCloseTo(95.05, 12);
    expect(shuffled.slice(0, 3)).toEqual([1, 38, 75]);
  });

  it('has no bound where the sample is too small for one', () => {
    const tail = quantileInterval({ values: [3, 1, 2], p: 0.95 });
    expect('upper' in tail).toBe(false);
    expect('lower' in tail).toBe(true);
    const both = quantileInterval({ values: [3, 1, 2], p: 0.5 });
    expect('lower' in both || 'upper' in both).toBe(false);
    expectNear(both.coverage, 1, 1e-12);
    expect(both.estimate).toBe(2);
    expect(Object.entries(quantileInterval({ values: [], p: 0.5 }))).toEqual([['n', 0]]);
  });

  it('covers the true quantile with the probability that it states', () => {
    const next = normalSource('quantile coverage');
    const samples = 1000;
    const n = 40;
    const { coverage } = quantileRanks({ n, p: 0.5 });
    let covering = 0;
    for (let sample = 0; sample < samples; sample++) {
      const { lower, upper } = quantileInterval({ values: Array.from({ length: n }, next), p: 0.5 });
      if (lower! <= 1 && upper! > 1) covering++;
    }
    expectNear(covering / samples, coverage, 4 * Math.sqrt((coverage * (1 - coverage)) / samples));
  });

  it('moves with its values when all are shifted', () => {
    const values = fc.array(fc.integer({ min: -500, max: 500 }), { minLength: 8, maxLength: 40 });
    fc.assert(
      fc.property(values, fc.integer({ min: -1e6, max: 1e6 }), (sample, shift) => {
        const { estimate, lower, upper } = quantileInterval({ values: sample, p: 0.5 });
        const shifted = quantileInterval({ values: sample.map((value) => value + shift), p: 0.5 });
        expect(shifted.estimate).toBe(estimate! + shift);
        expect(shifted.lower).toBe(lower! + shift);
        expect(shifted.upper).toBe(upper! + shift);
      }),
      { seed: 19, numRuns: 200 },
    );
  });

  it('refuses a value that is no finite number', () => {
    expect(() => quantileInterval({ values: [1, NaN], p: 0.5 })).toThrow('value 2 of a sample is NaN');
    expect(() => quantileInterval({ values: [Infinity], p: 0.5 })).toThrow('value 1 of a sample is Infinity');
  });

  it.each([
    { n: 0, p: 0.5 },
    { n: 2.5, p: 0.5 },
    { n: 10, p: 0 },
    { n: 10, p: 1 },
    { n: 10, p: 0.5, confidence: 1 },
  ])('refuses ranks for %j', (of) => {
    expect(() => quantileRanks(of)).toThrow(RangeError);
  });
});
