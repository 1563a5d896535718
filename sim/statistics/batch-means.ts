import { mean } from 'simple-statistics';
import { normalProbability } from '../random/quantile-library.ts';
import { DEFAULT_CONFIDENCE } from './critical-value.ts';
import { meanInterval, type MeanInterval } from './mean-interval.ts';

/** The mean of one long run from the means of its batches, and whether these may pass for independent. */
export interface BatchMeans {
  readonly batchSize: number;
  /** `[batch]`, in the unit of the observations. */
  readonly means: readonly number[];
  readonly interval: MeanInterval;
  /** The test is not there for fewer than three batches, or if their means do not vary. */
  readonly independence?: IndependenceTest;
}

/** Whether batch means follow one another at random. */
export interface IndependenceTest {
  /** Correlation of each batch mean with the next. */
  readonly lag1: number;
  /** Standard normal if the means are independent and normal. */
  readonly statistic: number;
  /** Chance of so high a statistic from independent means, in (0, 1): if small, batches are too short. */
  readonly pValue: number;
}

/**
 * Non-overlapping batch means of a series, `[observation]`, in steady state (Law 2015, section 9.5.3).
 * Observations left over at the end belong to no batch. Confidence in (0, 1). Throws a RangeError for fewer
 * than two batches, or fewer observations than batches.
 */
export function batchMeans(of: {
  readonly series: readonly number[];
  readonly batches: number;
  readonly confidence?: number;
}): BatchMeans {
  const { series, batches, confidence = DEFAULT_CONFIDENCE } = of;
  if (!(Number.isInteger(batches) && batches >= 2 && batches <= series.length)) {
    throw new RangeError(`cannot make ${batches} batches of ${series.length} observations`);
  }
  const batchSize = Math.floor(series.length / batches);
  const means = meansOfBatches(series, batchSize).slice(0, batches);
  const independence = independenceOf(means);
  return {
    batchSize,
    means,
    interval: meanInterval(means, confidence),
    ...(independence === undefined ? {} : { independence }),
  };
}

/**
 * Means of consecutive batches of `batchSize` observations (from 1); what is left over at the end is dropped.
 */
export function meansOfBatches(series: readonly number[], batchSize: number): number[] {
  const count = Math.floor(series.length / batchSize);
  return Array.from({ length: count }, (_, batch) =>
    mean(series.slice(batch * batchSize, (batch + 1) * batchSize)),
  );
}

/**
 * Von Neumann's test in the form of Alexopoulos and Seila (1998, "Output data analysis", in Banks, ed.,
 * Handbook of Simulation, ch. 7), one-sided against positive correlation: C = sqrt((k^2 - 1)/(k - 2)) (lag 1
 * + ((Y1 - Y)^2 + (Yk - Y)^2) / (2 sum (Yi - Y)^2)).
 */
function independenceOf(means: readonly number[]): IndependenceTest | undefined {
  const k = means.length;
  if (k < 3 || means.every((value) => value === means[0])) return undefined;
  const centre = mean([...means]);
  const deviations = means.map((value) => value - centre);
  const squares = deviations.reduce((sum, deviation) => sum + deviation ** 2, 0);
  const products = deviations.reduce((sum, deviation, i) => sum + deviation * (deviations[i + 1] ?? 0), 0);
  const lag1 = products / squares;
  const ends = (deviations[0]! ** 2 + deviations[k - 1]! ** 2) / (2 * squares);
  const statistic = Math.sqrt((k * k - 1) / (k - 2)) * (lag1 + ends);
  return { lag1, statistic, pValue: normalProbability()(-statistic) };
}
