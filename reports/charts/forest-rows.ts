import type { Result } from '../../sim/experiment/result.ts';
import { comparisonOf, figuresInWords, type Comparison } from '../words/comparison.ts';
import { amount, interval, isExact } from '../words/notation.ts';

/** What is compared: the way of an opportunity, what clients get, money. */
export const FOREST_IDS: readonly string[] = [
  'opportunities-pursued-per-week',
  'bd-meetings-per-week',
  'meetings-not-kept',
  'travel-minutes-per-meeting',
  'wait-for-single-meeting',
  'opportunities-expired-per-week',
  'win-rate',
  'orders-won-per-week',
  'cycle-time',
  'service-within-tolerance',
  'on-time-delivery',
  'lead-time.project',
  'repeat-orders-per-week',
  'accounts',
  'throughput-per-year',
  'operating-expense-per-year',
  'profit-per-year',
];

/** A row of the forest: a difference relative to the first organisation's mean. */
export interface ForestRow {
  readonly comparison: Comparison;
  /** Shares of the first organisation's mean, 0.26 for 26 % more. */
  readonly change: number;
  readonly lower: number | null;
  readonly upper: number | null;
}

/**
 * Rows of the organisation at a place in the result against the first; those without percentage are left out.
 */
export function forestRows(result: Result, index: number): ForestRow[] {
  return FOREST_IDS.flatMap((id): ForestRow[] => {
    const comparison = comparisonOf(result, index, id);
    // A share of nothing, or of a loss, says nothing.
    if (comparison === undefined || comparison.a.mean <= 0) return [];
    const { a, difference } = comparison;
    const [lower, upper] = difference.ci95 ?? [null, null];
    return [
      {
        comparison,
        change: difference.mean / a.mean,
        lower: lower === null ? null : lower / a.mean,
        upper: upper === null ? null : upper / a.mean,
      },
    ];
  });
}

/** The numbers beside a row: both means, the difference and its interval. */
export function numbersOf(comparison: Comparison): {
  readonly a: string;
  readonly b: string;
  readonly change: string;
  readonly range: string;
} {
  const [a, b] = figuresInWords(comparison);
  const { difference } = comparison;
  return {
    a,
    b,
    change: amount(difference, { isDifference: true }),
    range: isExact(difference) ? 'no spread' : (interval(difference, { isDifference: true }) ?? ''),
  };
}
