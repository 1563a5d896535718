import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cumulativeMeans, ensembleMeans, mser, welchMovingAverage } from '../../sim/statistics/warm-up.ts';
import { expectAllNear, expectNear } from './expect-near.ts';
import methods from './methods-cases.json' with { type: 'json' };

const five = methods.cases['mser5-series'];
const one = methods.cases['mser1-series'];
const welch = methods.cases['welch-moving-average'];

describe('MSER', () => {
  it('in batches of five is that of case mser5-series', () => {
    const { inputs, expected, tolerance } = five;
    const truncation = mser(inputs.y, inputs.batch);
    expectAllNear(truncation.batchMeans, expected.batches, tolerance);
    expectAllNear(truncation.statistics, expected.mser, tolerance);
    expect(truncation.deletedBatches).toBe(expected.d_star_batches);
    expect(truncation.deletedObservations).toBe(expected.delete_observations);
    expectNear(truncation.truncatedMean, expected.truncated_mean, tolerance);
    expect(truncation.isAtLimit).toBe(false);
    expect(mser(inputs.y)).toEqual(truncation);
  });

  it('without batches is that of case mser1-series', () => {
    const { inputs, expected, tolerance } = one;
    const truncation = mser(five.inputs.y, inputs.batch);
    expect(truncation.deletedBatches).toBe(expected.d_star);
    expect(truncation.deletedObservations).toBe(expected.d_star);
    expectNear(Math.min(...truncation.statistics), expected.mser_min, tolerance);
    expectNear(truncation.statistics[expected.d_star], expected.mser_min, tolerance);
  });

  it('deletes nothing from a series that is constant, and the least of equally good beginnings', () => {
    expect(mser(new Array<number>(50).fill(0.1)).deletedObservations).toBe(0);
    // After the two nines every later start is as good: all the rest is constant.
    expect(mser([9, 9, 4, 4, 4, 4, 4, 4, 4, 4], 1).deletedBatches).toBe(2);
  });

  it('says when the best start is the last one allowed', () => {
    // Of k observations on a straight line the statistic is (k^2 - 1) / (12 k), which falls with k.
    const rising = Array.from({ length: 40 }, (_, i) => i);
    const truncation = mser(rising, 1);
    expect(truncation.deletedBatches).toBe(20);
    expectNear(truncation.statistics[20], 399 / 240, 1e-12);
    expect(truncation.isAtLimit).toBe(true);
    expect(mser([1, 1], 1).isAtLimit).toBe(false);
  });

  it('leaves two batches at least', () => {
    expect(mser([1, 5], 1).statistics).toEqual([8 / 4]);
    expect(mser([1, 5, 5], 1).deletedBatches).toBe(1);
  });

  it('leaves observations beyond the last whole batch out', () => {
    const series = [3, 5, 1, 2, 8, 4, 6, 2, 7, 5, 4, 4];
    expect(mser([...series, 1000, -1000], 3)).toEqual(mser(series, 3));
  });

  it('agrees with its definition for any series', () => {
    const series = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 4, maxLength: 50 });
    fc.assert(
      fc.property(series, (values) => {
        const byDefinition = Array.from({ length: Math.floor(values.length / 2) + 1 }, (_, d) => {
          const kept = values.slice(d);
          const mean = kept.reduce((sum, value) => sum + value, 0) / kept.length;
          return kept.reduce((sum, value) => sum + (value - mean) ** 2, 0) / kept.length ** 2;
        });
        const truncation = mser(values, 1);
        expectAllNear(truncation.statistics, byDefinition, 1e-9);
        expectNear(byDefinition[truncation.deletedBatches], Math.min(...byDefinition), 1e-9);
      }),
      { seed: 20, numRuns: 300 },
    );
  });

  it.each([
    [[1, 2, 3, 4, 5, 6, 7, 8, 9], 5],
    [[], 1],
    [[1, 2, 3], 0],
    [[1, 2, 3], 1.5],
  ])('refuses %j in batches of %d', (series, batchSize) => {
    expect(() => mser(series, batchSize)).toThrow(
      new RangeError(`cannot make batches of ${batchSize} of ${series.length} observations`),
    );
  });
});

describe("Welch's procedure", () => {
  const means = ensembleMeans(welch.inputs.rows_are_replications);

  it('has the ensemble and cumulative means of case welch-moving-average', () => {
    expectAllNear(means, welch.expected.ensemble_mean, welch.tolerance);
    expectAllNear(cumulativeMeans(means), welch.expected.cumulative_mean, welch.tolerance);
  });

  it.each([
    [1, welch.expected.ma['1']],
    [2, welch.expected.ma['2']],
    [3, welch.expected.ma['3']],
  ])('has its moving average for window %d', (window, expected) => {
    expect(welch.inputs.w).toContain(window);
    expectAllNear(welchMovingAverage(means, window), expected, welch.tolerance);
  });

  it('leaves a straight line as it is, whatever the window', () => {
    const line = Array.from({ length: 30 }, (_, i) => 3 * i + 1);
    for (let window = 0; window < 30; window++) {
      expectAllNear(welchMovingAverage(line, window), line.slice(0, 30 - window), 1e-9);
    }
  });

  it.each([-1, 10, 1.5])('refuses a window of %d for 10 observations', (window) => {
    expect(() => welchMovingAverage(means, window)).toThrow(
      new RangeError(`a window of ${window} for 10 observations`),
    );
  });

  it('refuses replications of different lengths, and none', () => {
    expect(() => ensembleMeans([[1, 2], [1]])).toThrow('replications of 2 lengths have no ensemble mean');
    expect(() => ensembleMeans([])).toThrow(RangeError);
  });
});
