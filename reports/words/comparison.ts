import type { MetricDifference, MetricResult, Result } from '../../sim/experiment/result.ts';
import { amountIn, isMoney, notationOf, numberIn, percent, times, type Notation } from './notation.ts';

/** A metric of two organisations, both of which have it, and the difference second less first. */
export interface Comparison {
  readonly id: string;
  readonly title: string;
  readonly a: MetricResult & { readonly mean: number };
  readonly b: MetricResult & { readonly mean: number };
  readonly difference: MetricDifference & { readonly mean: number };
}

/**
 * One metric of the organisation at a place in the result against the first one; undefined where one of them
 * does not have the figure.
 */
export function comparisonOf(result: Result, index: number, id: string): Comparison | undefined {
  const [a, b] = [result.organisations[0]?.metrics[id], result.organisations[index]?.metrics[id]];
  const difference = result.differences[index - 1]?.metrics[id];
  if (a === undefined || b === undefined || difference === undefined) return undefined;
  if (!hasMean(a) || !hasMean(b) || !hasMean(difference)) return undefined;
  return { id, title: result.metrics[id]?.title ?? id, a, b, difference };
}

/** Decimals by which two figures are made longer, so that they do not look the same though they differ. */
const MORE_DECIMALS = 3;
/** Ratios from which on one says how many times as much, and up to which a ratio says anything. */
const DOUBLE = 2;
const HUNDREDFOLD = 100;

/**
 * The size of a difference in words, such as `26 % more`, `6.3 times as many`, `7.5 points less` or `$310k
 * less`. Points are used for shares, amounts where the first figure is zero or one of them is below.
 */
export function changeInWords({ a, b, difference }: Comparison, kind: 'many' | 'much' = 'much'): string {
  const { mean, unit } = difference;
  const word = mean > 0 ? 'more' : kind === 'many' ? 'fewer' : 'less';
  const ratio = a.mean > 0 && b.mean >= 0 ? b.mean / a.mean : Infinity;
  if (unit === 'share' || ratio > HUNDREDFOLD) {
    const notation = { ...notationOf(difference, { isDifference: true }), isSigned: false };
    const size = isMoney(unit) ? numberIn(Math.abs(mean), notation) : amountIn(Math.abs(mean), notation);
    return `${size} ${word}`;
  }
  return ratio >= DOUBLE ? `${times(ratio)} times as ${kind}` : `${percent(Math.abs(ratio - 1))} ${word}`;
}

/** Whether the second organisation has nothing of what the first one has. */
export function isNoneLeft({ a, b }: Comparison): boolean {
  return a.mean > 0 && b.mean === 0;
}

/**
 * The figures of both organisations in one notation; the unit stands behind the second unless it is per cent.
 */
export function figuresInWords({ a, b }: Comparison): readonly [a: string, b: string] {
  const notation = notationOf(halfWidthOf(a) > halfWidthOf(b) ? a : b);
  const { decimals } = notation;
  for (let more = 0; more < MORE_DECIMALS; more++) {
    const [first, second] = pairIn(a.mean, b.mean, { ...notation, decimals: decimals + more });
    if (parseFloat(first.replace(/[^\d.]/g, '')) !== parseFloat(second.replace(/[^\d.]/g, ''))) {
      return [first, second];
    }
  }
  return pairIn(a.mean, b.mean, notation);
}

function pairIn(a: number, b: number, notation: Notation): readonly [string, string] {
  return [notation.unit === '%' ? amountIn(a, notation) : numberIn(a, notation), amountIn(b, notation)];
}

function halfWidthOf({ ci95 }: MetricResult): number {
  return ci95 === null ? 0 : ci95[1] - ci95[0];
}

function hasMean<Figure extends { readonly mean: number | null }>(
  figure: Figure,
): figure is Figure & { readonly mean: number } {
  return figure.mean !== null;
}
