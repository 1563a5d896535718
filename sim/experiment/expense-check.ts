import { isThinEvidence } from '../statistics/thin-evidence.ts';
import type { Interval, Result } from './result.ts';

/** Whether an organisation spends no more than the first one: what a correct design never does (S2, lines 342-349). */
export interface ExpenseCheck {
  readonly a: string;
  readonly b: string;
  /** Operating expense of a year, b - a; null where it is not known. */
  readonly rise: number | null;
  readonly ci95: Interval | null;
  readonly currency: string;
  /**
   * Passed if the whole interval shows no rise, failed if it shows one; undecided if it holds both, and where one
   * replication, or few that happen to be equal, show nothing.
   */
  readonly verdict: 'passed' | 'failed' | 'undecided';
}

const EXPENSE = 'operating-expense-per-year';

/** "Operating expense must not rise", judged for each organisation against the first. */
export function expenseChecks({ differences, organisations }: Pick<Result, 'differences' | 'organisations'>) {
  const { currency } = organisations[0]!.facts;
  return differences.map(({ a, b, metrics }): ExpenseCheck => {
    const { mean, ci95 } = metrics[EXPENSE]!;
    const counts = organisations.flatMap(({ name, metrics: own }) =>
      name === a || name === b ? [own[EXPENSE]!.n] : [],
    );
    return { a, b, rise: mean, ci95, currency, verdict: verdictOf(mean, ci95, Math.min(...counts)) };
  });
}

function verdictOf(mean: number | null, ci95: Interval | null, n: number): ExpenseCheck['verdict'] {
  if (mean === null || ci95 === null) return 'undecided';
  const [lower, upper] = ci95;
  if (isThinEvidence({ n, mean, halfWidth: (upper - lower) / 2 })) return 'undecided';
  if (upper <= 0) return 'passed';
  return lower > 0 ? 'failed' : 'undecided';
}
