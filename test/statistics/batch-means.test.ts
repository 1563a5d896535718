import { describe, expect, it } from 'vitest';
import { batchMeans, meansOfBatches } from '../../sim/statistics/batch-means.ts';
import { meanInterval } from '../../sim/statistics/mean-interval.ts';
import { RunningMoments } from '../../sim/statistics/running-moments.ts';
import { varianceInflation } from '../../sim/statistics/variance-inflation.ts';
import { expectAllNear, expectNear } from './expect-near.ts';
import methods from './methods-cases.json' with { type: 'json' };
import { autoregressiveSeries, normalSource } from './samples.ts';

const { inputs, expected, tolerance } = methods.cases['batch-means'];
const inflation = methods.cases['ar1-variance-inflation'];

describe('batch means', () => {
  it.each([
    [10, expected.results['10']],
    [20, expected.results['20']],
    [40, expected.results['40']],
  ])('in %d batches are those of case batch-means', (batches, result) => {
    expect(inputs.k).toContain(batches);
    const found = batchMeans({ series: inputs.x, batches, confidence: inputs.conf });
    expect(found.batchSize).toBe(result.batch_size);
    expectAllNear(found.means, result.means, tolerance);
    expectNear(found.interval.mean, result.mean, tolerance);
    expectNear(new RunningMoments(found.means).variance, result.s2, tolerance);
    expectNear(found.interval.halfWidth, result.half_width, tolerance);
    expectNear(found.independence?.lag1, result.lag1, tolerance);
    expectNear(found.independence?.statistic, result.C, tolerance);
    expectNear(found.independence?.pValue, result.p_one_sided, tolerance);
  });

  it('leave out what is left over at the end', () => {
    const { means, batchSize } = batchMeans({ series: [1, 3, 5, 7, 2, 4, 100], batches: 3 });
    expect(batchSize).toBe(2);
    expect(means).toEqual([2, 6, 3]);
    // Twenty observations in seven batches of two: six are left over, enough for more batches than were asked
    // for.
    expect(batchMeans({ series: Array.from({ length: 20 }, (_, i) => i), batches: 7 }).means).toHaveLength(7);
    expect(meansOfBatches([1, 3, 5], 2)).toEqual([2]);
  });

  it('of two batches have an interval and no test, nor have means that do not vary', () => {
    const two = batchMeans({ series: [1, 2, 3, 4], batches: 2 });
    expect(two.interval.halfWidth).toBeGreaterThan(0);
    expect('independence' in two).toBe(false);
    const constant = batchMeans({ series: new Array<number>(12).fill(0.1), batches: 4 });
    expect(constant.interval.halfWidth).toBe(0);
    expect('independence' in constant).toBe(false);
  });

  it.each([1, 2.5, 5, NaN])('refuse to make %d batches of 4 observations', (batches) => {
    expect(() => batchMeans({ series: [1, 2, 3, 4], batches })).toThrow(
      new RangeError(`cannot make ${batches} batches of 4 observations`),
    );
  });

  it('suspect independent observations as seldom as the level says', () => {
    const next = normalSource('independence');
    const samples = 2000;
    let suspected = 0;
    for (let sample = 0; sample < samples; sample++) {
      const series = Array.from({ length: 30 }, next);
      if (batchMeans({ series, batches: 30 }).independence!.pValue < 0.05) suspected++;
    }
    expectNear(suspected / samples, 0.05, 4 * Math.sqrt((0.05 * 0.95) / samples));
  });
});

describe('correlation between successive observations', () => {
  const { phi, n } = inflation.inputs;

  it('inflates the variance of their mean as in case ar1-variance-inflation', () => {
    const { asymptotic_factor, finite_n_factor } = inflation.expected;
    expectNear(varianceInflation({ phi, n: Infinity }), asymptotic_factor, inflation.tolerance);
    expectNear(varianceInflation({ phi, n }), finite_n_factor, inflation.tolerance);
  });

  it('inflates it by the sum over all lags', () => {
    for (const correlation of [-0.9, -0.3, 0, 0.5, 0.99]) {
      for (const length of [1, 2, 7, 300]) {
        let sum = 1;
        for (let lag = 1; lag < length; lag++) sum += 2 * (1 - lag / length) * correlation ** lag;
        expectNear(varianceInflation({ phi: correlation, n: length }), sum, 1e-9);
      }
    }
  });

  it('does so in a simulated series', () => {
    const next = normalSource('inflation');
    const samples = 2000;
    const means = new RunningMoments();
    for (let sample = 0; sample < samples; sample++) {
      means.add(meanInterval(autoregressiveSeries({ next, phi, length: n })).mean!);
    }
    const factor = inflation.expected.finite_n_factor;
    // A variance from m normal numbers has relative standard error sqrt(2 / (m - 1)).
    expectNear(n * means.variance!, factor, 4 * factor * Math.sqrt(2 / (samples - 1)));
  });

  it('ruins the interval that ignores it, and batch means mend it', () => {
    const next = normalSource('batch coverage');
    const samples = 400;
    let naive = 0;
    let batched = 0;
    let suspected = 0;
    for (let sample = 0; sample < samples; sample++) {
      const series = autoregressiveSeries({ next, phi, length: 1000 });
      const ignoring = meanInterval(series);
      const mending = batchMeans({ series, batches: 10 });
      if (Math.abs(ignoring.mean!) <= ignoring.halfWidth!) naive++;
      if (Math.abs(mending.interval.mean!) <= mending.interval.halfWidth!) batched++;
      if (batchMeans({ series, batches: 500 }).independence!.pValue < 0.05) suspected++;
    }
    // 1.96 standard errors that are too small by sqrt(5.667): P(|Z| < 0.8234) = 0.5897, from a table of the
    // normal.
    expectNear(naive / samples, 0.5897, 4 * Math.sqrt((0.59 * 0.41) / samples));
    expectNear(batched / samples, 0.95, 4 * Math.sqrt((0.95 * 0.05) / samples));
    expect(suspected).toBe(samples);
  });

  it.each([
    [1, 10],
    [-1, 10],
    [NaN, 10],
    [0.5, 0],
  ])('of %d in %d values is refused', (correlation, length) => {
    expect(() => varianceInflation({ phi: correlation, n: length })).toThrow(RangeError);
  });
});
