import type { Interval, Result } from './result.ts';

/** Whether an organisation spends no more than the first one: what a correct design never does (S2, lines 342-349). */
export interface ExpenseCheck {
  readonly a: string;
  readonly b: string;
  /** Operating expense of a year, b - a; null where it is not known. */
  readonly rise: number | null;
  readonly ci95: Interval | null;
  readonly currency: string;
  /** Passed if the whole interval shows no rise, failed if it shows one, undecided if it holds both. */
  readonly verdict: 'passed' | 'failed' | 'undecided';
}

/** "Operating expense must not rise", judged for each organisation against the first. */
export function expenseChecks({ differences, organisations }: Pick<Result, 'differences' | 'organisations'>) {
  const { currency } = organisations[0]!.facts;
  return differences.map(({ a, b, metrics }): ExpenseCheck => {
    const { mean, ci95 } = metrics['operating-expense-per-year']!;
    return { a, b, rise: mean, ci95, currency, verdict: verdictOf(mean, ci95) };
  });
}

function verdictOf(mean: number | null, ci95: Interval | null): ExpenseCheck['verdict'] {
  if (mean === null) return 'undecided';
  // One replication has no interval; where no cost is random, it needs none.
  const [lower, upper] = ci95 ?? [mean, mean];
  if (upper <= 0) return 'passed';
  return lower > 0 ? 'failed' : 'undecided';
}
