import { describe, expect, it } from 'vitest';
import { expenseChecks } from '../../sim/experiment/expense-check.ts';
import type { Interval, Result } from '../../sim/experiment/result.ts';

function verdict(mean: number | null, ci95: Interval | null, n = 20): string {
  const metrics = { 'operating-expense-per-year': { mean, ci95, unit: '$ per year', correlation: null } };
  const result = {
    organisations: ['a', 'b'].map((name) => ({
      name,
      facts: { currency: '$' },
      metrics: { 'operating-expense-per-year': { n } },
    })),
    differences: [{ a: 'a', b: 'b', metrics }],
  };
  return expenseChecks(result as unknown as Result)[0]!.verdict;
}

describe('operating expense must not rise', () => {
  it.each<[string, number | null, Interval | null]>([
    ['passed', -310, [-310, -310]],
    ['passed', 0, [0, 0]],
    ['passed', -5, [-9, -1]],
    ['undecided', -5, [-11, 1]],
    ['undecided', 5, [-1, 11]],
    ['failed', 5, [1, 9]],
    ['undecided', -1, null],
    ['undecided', 1, null],
    ['undecided', null, null],
  ])('%s where the difference is %d', (expected, mean, ci95) => {
    expect(verdict(mean, ci95)).toBe(expected);
  });

  it('is not shown by few replications that happen to be equal', () => {
    expect(verdict(-310, [-310, -310], 5)).toBe('undecided');
    expect(verdict(0, [0, 0], 5)).toBe('undecided');
    expect(verdict(310, [310, 310], 5)).toBe('undecided');
    expect(verdict(310, [310, 310], 6)).toBe('failed');
  });
});
