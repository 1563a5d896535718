import { WEEKS_PER_YEAR } from '../../metrics/window.ts';
import type { CashResult, Estimate, PathResult } from './transition-result.ts';
import { differences, estimateOf, isThinSample, type WeeklyFigures } from './weekly-figures.ts';

/** Weeks of one mean along the path: enough to even out single weeks, few enough to show a dip. */
const SPAN = 8;
/** Weeks at the end that count as what the plan has led to. */
const END = 13;

/** The same figure in the firm that follows the plan, and in the firm left as it was. */
export interface Pair {
  readonly planned: WeeklyFigures;
  readonly unchanged: WeeklyFigures;
}

/** How a figure goes after week `from`, in which the first step is made; `sign` is -1 where less is better. */
export function pathOf({ planned, unchanged }: Pair, from: number, unit: string, sign: 1 | -1): PathResult {
  const { weeks } = planned;
  const spans: { readonly week: number; readonly gain: Estimate }[] = [];
  for (let to = from + SPAN; to <= weeks; to++) {
    spans.push({ week: to, gain: estimateOf(gainOver({ planned, unchanged }, to - SPAN, to)) });
  }
  const better = ({ mean }: Estimate) => sign * (mean ?? NaN);
  const worst = spans.reduce<(typeof spans)[number] | undefined>(
    (least, span) => (least === undefined || better(span.gain) < better(least.gain) ? span : least),
    undefined,
  );
  const isDip =
    worst !== undefined &&
    isShownWorse(worst.gain, sign) &&
    !isThinSample(planned.entry, gainOver({ planned, unchanged }, worst.week - SPAN, worst.week));
  const recovered = isDip
    ? spans.find(({ week, gain }) => week > worst.week && better(gain) >= 0)
    : undefined;
  return {
    unit,
    level: estimateOf(unchanged.meansOver(from, weeks)).mean,
    dip: isDip ? { ...worst.gain, week: worst.week } : null,
    recoveredInWeek: recovered?.week ?? null,
    end: estimateOf(gainOver({ planned, unchanged }, Math.max(from, weeks - END), weeks)),
  };
}

function gainOver({ planned, unchanged }: Pair, from: number, to: number): number[] {
  return differences(unchanged.meansOver(from, to), planned.meansOver(from, to));
}

function isShownWorse({ ci95 }: Estimate, sign: 1 | -1): boolean {
  return ci95 !== null && (sign === 1 ? ci95[1] < 0 : ci95[0] > 0);
}

/** Profit per year, week by week, added up from week `from` on. */
export function cashOf({ planned, unchanged }: Pair, from: number, currency: string): CashResult {
  const { weeks } = planned;
  const totals = gainOver({ planned, unchanged }, from, weeks).map(
    (gain) => (gain * (weeks - from)) / WEEKS_PER_YEAR,
  );
  const course: number[] = [];
  let sum = 0;
  for (let week = from; week < weeks; week++) {
    sum += (estimateOf(gainOver({ planned, unchanged }, week, week + 1)).mean ?? 0) / WEEKS_PER_YEAR;
    course.push(sum);
  }
  const lowest = Math.min(0, ...course);
  const lastBelow = course.findLastIndex((amount) => amount < 0);
  const isPaidBack = course.length > 0 && course.at(-1)! >= 0 && lastBelow >= 0;
  return {
    currency,
    total: estimateOf(totals),
    lowest: lowest < 0 ? { amount: lowest, week: from + course.indexOf(lowest) + 1 } : null,
    paidBackInWeek: isPaidBack ? from + lastBelow + 2 : null,
  };
}
