import { quantileRanks } from '../../statistics/quantile-interval.ts';
import type { MeasureText } from '../format/measures.ts';
import type { Sample } from '../sample.ts';
import { measuredOf, type Measured } from './measured.ts';

type CrossingText = Extract<MeasureText, { readonly kind: 'crossing' }>;
const USUAL_WEEKS = 4;

/**
 * Median of the week, counted from 1, in which a metric is first beyond a value in the mean of some weeks. Where it
 * never is, the week is later than all: the median and the bounds of its interval (order statistics) may be infinite.
 */
export function measureCrossing(measure: CrossingText, sample: Sample): Measured {
  const { runs } = sample.get(measure.arm)!;
  const weeks = runs.map(({ weekly }) => crossingWeek(measure, weekly.get(measure.metric)!));
  weeks.sort((a, b) => a - b);
  const n = weeks.length;
  const { lower, upper } = quantileRanks({ n, p: 0.5, confidence: 0.95 });
  return measuredOf(
    {
      n,
      mean: medianOf(weeks),
      lower: lower === undefined ? -Infinity : weeks[lower - 1]!,
      upper: upper === undefined ? Infinity : weeks[upper - 1]!,
    },
    {
      unit: 'week',
      details: [{ label: 'share of replications in which it happens', value: shareOfFinite(weeks) }],
    },
  );
}

/** The first week, counted from 1, at whose end the mean of the last weeks is beyond the value; infinite for never. */
export function crossingWeek(
  { above, below, over = USUAL_WEEKS, after = 0 }: Pick<CrossingText, 'above' | 'below' | 'over' | 'after'>,
  weekly: Float64Array,
): number {
  for (let to = after + over; to <= weekly.length; to++) {
    let sum = 0;
    for (let week = to - over; week < to; week++) sum += weekly[week]!;
    if (above !== undefined ? sum / over > above : sum / over < below!) return to;
  }
  return Infinity;
}

/** Halfway between the middle ones; infinite if either is. */
function medianOf(sorted: readonly number[]): number {
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

function shareOfFinite(values: readonly number[]): number {
  return values.filter(Number.isFinite).length / values.length;
}
