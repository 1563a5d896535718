import { describe, expect, it } from 'vitest';
import { metricDifference } from '../../sim/experiment/summarise.ts';
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

  it('is negligible if it is zero', () => {
    expect(verdict('orders-won-per-week', [0.5, 0.4], [0.5, 0.4])).toBe('negligible');
  });
});
