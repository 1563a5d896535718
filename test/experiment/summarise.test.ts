import { describe, expect, it } from 'vitest';
import { isThin, metricDifference } from '../../sim/experiment/summarise.ts';
import { CATALOGUE } from '../../sim/metrics/catalogue.ts';

function verdict(id: string, a: readonly number[], b: readonly number[]): string {
  return metricDifference(
    CATALOGUE.find((entry) => entry.id === id)!,
    a,
    b,
    '$',
  ).verdict;
}

describe('a difference without spread', () => {
  it('is not decided by few replications that happen to agree, as counts do', () => {
    expect(verdict('orders-won-per-week', [0.5, 0.4], [0.6, 0.5])).toBe('undecided');
    expect(verdict('orders-won-per-week', [0.5, 0.4, 0.5, 0.4, 0.5], [0.6, 0.5, 0.6, 0.5, 0.6])).toBe(
      'undecided',
    );
  });

  it('is shown by six of them', () => {
    const a = [0.5, 0.4, 0.5, 0.4, 0.5, 0.4];
    expect(
      verdict(
        'orders-won-per-week',
        a,
        a.map((value) => value + 0.25),
      ),
    ).toBe('higher');
  });

  it('is shown at once where it is arithmetic', () => {
    expect(verdict('payroll-per-year', [2e6, 2e6], [1e6, 1e6])).toBe('lower');
  });

  it('is no exception if it is zero: five that agree do not show that nothing changes, six do', () => {
    const equal = (n: number) => {
      const a = Array.from({ length: n }, (_, i) => 0.5 + 0.1 * i);
      return verdict('orders-won-per-week', a, a);
    };
    expect([2, 5, 6].map(equal)).toEqual(['undecided', 'undecided', 'negligible']);
    expect(verdict('payroll-per-year', [2e6, 2e6], [2e6, 2e6])).toBe('negligible');
  });

  it('is one of simulated costs too, payroll and offices aside', () => {
    const two = (id: string) => verdict(id, [2e6, 2e6], [1e6, 1e6]);
    expect(two('operating-expense-per-year')).toBe('undecided');
    expect(two('operating-expense-per-year.travel')).toBe('undecided');
    expect(two('operating-expense-per-year.payroll')).toBe('lower');
    expect(two('operating-expense-per-year.offices')).toBe('lower');
  });

  it('is none that rounding leaves', () => {
    // The differences are 0.1 as the machine has it from 0.3 and from 1e6, not one number.
    expect(verdict('revenue-per-year', [0.2e6, 1e9], [0.3e6, 1e9 + 1e5])).toBe('undecided');
    expect(verdict('orders-won-per-week', [0.1, 0.2], [0.1 + 0.1, 0.30000000000000004])).toBe('undecided');
  });

  it('takes more of them where more is asked for at once', () => {
    const interval = (n: number) => ({ n, mean: 1, lower: 1, upper: 1, halfWidth: 0 });
    const thin = (n: number, confidence: number) => isThin({}, interval(n), { confidence });
    // 2 x 0.5^n <= 0.005 from n = 9 on.
    expect([6, 8, 9].map((n) => thin(n, 0.995))).toEqual([true, true, false]);
  });
});
