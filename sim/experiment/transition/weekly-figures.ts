import { WEEKLY_METRICS, type MetricEntry } from '../../metrics/catalogue.ts';
import { meanInterval } from '../../statistics/mean-interval.ts';
import type { RunFigures } from '../replicate.ts';
import { isThin } from '../summarise.ts';
import type { Estimate } from './transition-result.ts';

/** One weekly metric in several replications. */
export class WeeklyFigures {
  readonly entry: MetricEntry;
  readonly weeks: number;
  private readonly runs: readonly RunFigures[];
  private readonly row: number;

  /** Throws an Error for a metric that is not kept week by week. */
  constructor(runs: readonly RunFigures[], id: string, weeks: number) {
    this.row = WEEKLY_METRICS.findIndex((metric) => metric.id === id);
    if (this.row < 0) throw new Error(`${id} is not kept week by week`);
    this.entry = WEEKLY_METRICS[this.row]!;
    this.runs = runs;
    this.weeks = weeks;
  }

  /** Mean over weeks `from` to before `to` of those with a figure, by replication; NaN where no week has one. */
  meansOver(from: number, to: number): number[] {
    return this.runs.map(({ weekly }) => {
      let sum = 0;
      let count = 0;
      for (let week = from; week < to; week++) {
        const value = weekly[this.row * this.weeks + week]!;
        if (Number.isNaN(value)) continue;
        sum += value;
        count++;
      }
      return count === 0 ? NaN : sum / count;
    });
  }
}

/** Mean and 95 % interval of one figure by replication; NaN does not count. */
export function estimateOf(values: readonly number[]): Estimate {
  const { mean, lower, upper } = meanInterval(values.filter((value) => !Number.isNaN(value)));
  return {
    mean: mean ?? null,
    ci95: lower === undefined || upper === undefined ? null : [lower, upper],
  };
}

/** Whether figures by replication are equal and too few to show anything; NaN does not count. */
export function isThinSample(
  entry: { readonly isArithmetic?: true | undefined },
  values: readonly number[],
): boolean {
  return isThin(entry, meanInterval(values.filter((value) => !Number.isNaN(value))));
}

export function differences(a: readonly number[], b: readonly number[]): number[] {
  return b.map((value, i) => value - a[i]!);
}
