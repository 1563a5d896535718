import { mean } from 'simple-statistics';
import { meansOfBatches } from './batch-means.ts';
import { RunningMoments } from './running-moments.ts';

/** Where a series, `[observation]`, should begin. */
export interface Truncation {
  /** `[batch]`, in the unit of the observations. */
  readonly batchMeans: readonly number[];
  /** The marginal standard error rule's statistic if d batches are deleted, `[d]`, in that unit squared. */
  readonly statistics: readonly number[];
  readonly deletedBatches: number;
  readonly deletedObservations: number;
  /** Mean of the batches kept. */
  readonly truncatedMean: number;
  /** Whether the best point is the last one allowed: then the series is too short to tell. */
  readonly isAtLimit: boolean;
}

/**
 * MSER-m, the marginal standard error rule (White 1997, "An effective truncation heuristic for bias reduction
 * in simulation output", Simulation 69; batches of 5, MSER-5, after White, Cobb and Spratt 2000): deletes the
 * d batches that minimise sum (Z - mean)^2 / (n - d)^2 over those kept. d is at most half of the n batches,
 * leaves two, and is the least of equals. Observations left over at the end belong to no batch. Batch size
 * from 1 (MSER-1). Throws a RangeError for fewer than two batches.
 */
export function mser(series: readonly number[], batchSize = 5): Truncation {
  const means = Number.isInteger(batchSize) && batchSize >= 1 ? meansOfBatches(series, batchSize) : [];
  const n = means.length;
  if (n < 2) throw new RangeError(`cannot make batches of ${batchSize} of ${series.length} observations`);
  const limit = Math.min(Math.floor(n / 2), n - 2);
  const statistics = new Array<number>(limit + 1);
  const kept = new RunningMoments();
  for (let d = n - 1; d >= 0; d--) {
    kept.add(means[d]!);
    if (d <= limit) statistics[d] = (kept.variance! * (kept.count - 1)) / kept.count ** 2;
  }
  const deletedBatches = statistics.reduce((best, value, d) => (value < statistics[best]! ? d : best), 0);
  return {
    batchMeans: means,
    statistics,
    deletedBatches,
    deletedObservations: deletedBatches * batchSize,
    truncatedMean: mean(means.slice(deletedBatches)),
    isAtLimit: deletedBatches > 0 && deletedBatches === limit,
  };
}

/**
 * The mean over replications of each observation, from `[replication][observation]`. Throws a RangeError
 * unless all replications are of one length and there is one at least.
 */
export function ensembleMeans(replications: readonly (readonly number[])[]): number[] {
  const lengths = new Set(replications.map((series) => series.length));
  if (lengths.size !== 1)
    throw new RangeError(`replications of ${lengths.size} lengths have no ensemble mean`);
  return replications[0]!.map((_, i) => mean(replications.map((series) => series[i]!)));
}

/**
 * Welch's moving average of ensemble means, `[observation]`: observation i = 1, 2, ..., m - w of m is
 * averaged with w neighbours on either side, or i - 1 where there are fewer before it (Law 2015, section
 * 9.5.1, which advises w up to m/4). The window w is whole and in [0, m); throws a RangeError otherwise.
 */
export function welchMovingAverage(means: readonly number[], window: number): number[] {
  const m = means.length;
  if (!(Number.isInteger(window) && window >= 0 && window < m)) {
    throw new RangeError(`a window of ${window} for ${m} observations`);
  }
  return Array.from({ length: m - window }, (_, i) => {
    const reach = Math.min(i, window);
    return mean(means.slice(i - reach, i + reach + 1));
  });
}

/** The mean of the first, the first two, ... observations, `[observation]`. */
export function cumulativeMeans(series: readonly number[]): number[] {
  const moments = new RunningMoments();
  return series.map((value) => {
    moments.add(value);
    return moments.mean!;
  });
}
