import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { meanInterval } from '../../sim/statistics/mean-interval.ts';
import { pairedDifference } from '../../sim/statistics/paired-difference.ts';
import { RunningMoments } from '../../sim/statistics/running-moments.ts';
import { expectNear } from './expect-near.ts';
import methods from './methods-cases.json' with { type: 'json' };

const inventory = methods.cases['paired-t-inventory'];

describe('a paired difference', () => {
  // The case subtracts x2 from x1; a difference here is b - a.
  const { x1, x2, conf } = inventory.inputs;
  const paired = pairedDifference({ a: x2, b: x1, confidence: conf });
  const varianceOfMean = new RunningMoments(x1.map((x, i) => x - x2[i]!)).variance! / x1.length;

  it('is that of case paired-t-inventory, with the achieved correlation', () => {
    const { expected, tolerance } = inventory;
    expect(paired.interval).toEqual(meanInterval(expected.diff, conf));
    expect(paired.interval.n).toBe(5);
    expectNear(paired.interval.mean, expected.mean, tolerance);
    expectNear(varianceOfMean, expected.var_of_mean, tolerance);
    expectNear(paired.interval.lower, expected.lower, tolerance);
    expectNear(paired.interval.upper, expected.upper, tolerance);
    expectNear(paired.correlation, expected.corr, tolerance);
    expectNear(1 - paired.varianceRatio!, expected.var_reduction_vs_independent, tolerance);
  });

  it('is what Law and Kelton print for the two inventory policies', () => {
    const { published, published_tolerance } = inventory;
    expectNear(paired.interval.mean, published.mean, published_tolerance);
    expectNear(varianceOfMean, published.var_of_mean, published_tolerance);
    expectNear(paired.interval.lower, published.ci[0]!, published_tolerance);
    expectNear(paired.interval.upper, published.ci[1]!, published_tolerance);
  });

  it('is [0, 0] where nothing differs', () => {
    const { interval, correlation, varianceRatio } = pairedDifference({ a: [1, 2, 4], b: [1, 2, 4] });
    expect(interval).toEqual({ n: 3, mean: 0, lower: 0, upper: 0, halfWidth: 0 });
    expectNear(correlation, 1, 1e-12);
    expect(varianceRatio).toBe(0);
  });

  it('has a ratio of 1 for uncorrelated figures, and of 2 for figures that mirror each other', () => {
    expectNear(pairedDifference({ a: [1, 1, 3, 3], b: [1, 3, 1, 3] }).varianceRatio, 1, 1e-12);
    const mirror = pairedDifference({ a: [1, 2, 3], b: [3, 2, 1] });
    expectNear(mirror.varianceRatio, 2, 1e-12);
    expectNear(mirror.correlation, -1, 1e-12);
  });

  it('has no correlation where one side does not vary, and no ratio where neither does', () => {
    const constant = [0.1, 0.1, 0.1];
    const one = pairedDifference({ a: constant, b: [1, 2, 3] });
    expect('correlation' in one).toBe(false);
    expectNear(one.varianceRatio, 1, 1e-12);
    const other = pairedDifference({ a: [1, 2, 3], b: constant });
    expect('correlation' in other).toBe(false);
    const neither = pairedDifference({ a: constant, b: [0.4, 0.4, 0.4] });
    expect('correlation' in neither).toBe(false);
    expect('varianceRatio' in neither).toBe(false);
    expect(neither.interval.halfWidth).toBe(0);
  });

  it('leaves out and counts pairs of which either figure is not there', () => {
    const a = [1, NaN, 3, 5, undefined, 8, NaN];
    const b = [2, 7, undefined, 9, 1, 8, NaN];
    const { leftOut, ...rest } = pairedDifference({ a, b });
    expect(leftOut).toBe(4);
    const whole = pairedDifference({ a: [1, 5, 8], b: [2, 9, 8] });
    expect(whole.leftOut).toBe(0);
    expect({ ...rest, leftOut: 0 }).toEqual(whole);
  });

  it('of one pair has a mean and no bounds, and of none not even that', () => {
    expect(pairedDifference({ a: [1], b: [4] })).toEqual({ interval: { n: 1, mean: 3 }, leftOut: 0 });
    expect(pairedDifference({ a: [NaN], b: [4] })).toEqual({ interval: { n: 0 }, leftOut: 1 });
    expect(pairedDifference({ a: [], b: [] })).toEqual({ interval: { n: 0 }, leftOut: 0 });
  });

  it('refuses replications that cannot be paired', () => {
    expect(() => pairedDifference({ a: [1, 2], b: [1] })).toThrow(
      new RangeError('a has 2 replications and b has 1: they cannot be paired'),
    );
  });

  it('mirrors when a and b change places', () => {
    const figure = fc.oneof(
      { weight: 9, arbitrary: fc.integer({ min: -500, max: 500 }) },
      fc.constantFrom(NaN, undefined),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(figure, figure), { maxLength: 15 }), (pairs) => {
        const a = pairs.map(([x]) => x);
        const b = pairs.map(([, y]) => y);
        const forward = pairedDifference({ a, b });
        const back = pairedDifference({ a: b, b: a });
        expect(back.leftOut).toBe(forward.leftOut);
        expect(back.interval.n).toBe(forward.interval.n);
        expect(Object.keys(back).sort()).toEqual(Object.keys(forward).sort());
        if (forward.interval.n > 0) expectNear(back.interval.mean, -forward.interval.mean!, 1e-9);
        if (forward.interval.n < 2) return;
        expectNear(back.interval.lower, -forward.interval.upper!, 1e-9);
        expectNear(back.interval.upper, -forward.interval.lower!, 1e-9);
        if (forward.correlation !== undefined) expectNear(back.correlation, forward.correlation, 1e-12);
        if (forward.varianceRatio !== undefined) expectNear(back.varianceRatio, forward.varianceRatio, 1e-12);
      }),
      { seed: 13, numRuns: 500 },
    );
  });
});
