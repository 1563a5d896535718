import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { meanInterval } from '../../sim/statistics/mean-interval.ts';
import { pairedDifference } from '../../sim/statistics/paired-difference.ts';
import { verdictOf, type Verdict } from '../../sim/statistics/verdict.ts';

describe('the verdict on a difference', () => {
  const table: [number, number, number, Verdict][] = [
    [1, 3, 0, 'higher'],
    [-3, -1, 0, 'lower'],
    [-1, 3, 0, 'undecided'],
    [0, 3, 0, 'undecided'],
    [-3, 0, 0, 'undecided'],
    [0, 0, 0, 'negligible'],
    [0, 0, 2, 'negligible'],
    [-1, 1.5, 2, 'negligible'],
    [0.5, 1.5, 2, 'negligible'],
    [-1.5, -0.5, 2, 'negligible'],
    [-2, 2, 2, 'negligible'],
    [-2.1, 2, 2, 'undecided'],
    [-2, 2.1, 2, 'undecided'],
    [0.5, 2.1, 2, 'higher'],
    [3, 4, 2, 'higher'],
    [-2.1, -0.5, 2, 'lower'],
    [-4, -3, 2, 'lower'],
    [-Infinity, Infinity, 2, 'undecided'],
  ];

  it.each(table)('of [%d, %d] with indifference %d is %s', (lower, upper, indifference, verdict) => {
    expect(verdictOf({ lower, upper }, indifference)).toBe(verdict);
  });

  it('is undecided where a bound is missing, however large the indifference', () => {
    expect(verdictOf(meanInterval([5]), 100)).toBe('undecided');
    expect(verdictOf(meanInterval([]), 100)).toBe('undecided');
    expect(verdictOf({ lower: 1 }, 0)).toBe('undecided');
    expect(verdictOf({ upper: -1 }, 0)).toBe('undecided');
  });

  it('on an organisation compared with itself is negligible', () => {
    expect(verdictOf(pairedDifference({ a: [3, 1, 4], b: [3, 1, 4] }).interval, 0)).toBe('negligible');
  });

  it.each([-1, NaN, Infinity])('refuses an indifference of %d', (indifference) => {
    expect(() => verdictOf({ lower: 1, upper: 2 }, indifference)).toThrow(
      new RangeError(`an indifference is at least 0, not ${indifference}`),
    );
  });

  it('turns round when the difference does', () => {
    const opposite = { higher: 'lower', lower: 'higher', undecided: 'undecided', negligible: 'negligible' };
    const bound = fc.integer({ min: -9, max: 9 });
    fc.assert(
      fc.property(bound, bound, fc.integer({ min: 0, max: 9 }), (x, y, indifference) => {
        const [lower, upper] = [Math.min(x, y), Math.max(x, y)];
        const verdict = verdictOf({ lower, upper }, indifference);
        expect(verdictOf({ lower: -upper, upper: -lower }, indifference)).toBe(opposite[verdict]);
      }),
      { seed: 14, numRuns: 1000 },
    );
  });
});
