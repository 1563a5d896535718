import fc from 'fast-check';
import { mean, sampleVariance } from 'simple-statistics';
import { describe, expect, it } from 'vitest';
import { RunningMoments } from '../../sim/statistics/running-moments.ts';
import { expectNear } from './expect-near.ts';
import methods from './methods-cases.json' with { type: 'json' };

describe('running moments', () => {
  it('keep every digit of the variance where the mean is a thousand million', () => {
    const { inputs, expected, tolerance } = methods.cases['welford-large-offset'];
    const moments = new RunningMoments(inputs.x);
    expectNear(moments.mean, expected.mean, tolerance);
    expectNear(moments.variance, expected.var, tolerance);
  });

  it('have no mean without values and no variance with one', () => {
    const moments = new RunningMoments();
    expect(moments.count).toBe(0);
    expect(moments.mean).toBeUndefined();
    expect(moments.variance).toBeUndefined();
    moments.add(7);
    expect(moments.count).toBe(1);
    expect(moments.mean).toBe(7);
    expect(moments.variance).toBeUndefined();
    moments.add(9);
    expect(moments.mean).toBe(8);
    expect(moments.variance).toBe(2);
  });

  it('give a constant the variance 0 exactly, even one that binary fractions cannot hold', () => {
    expect(new RunningMoments(new Array<number>(1000).fill(0.1)).variance).toBe(0);
  });

  it.each([NaN, Infinity, -Infinity])('refuse %d with its place', (value) => {
    expect(() => new RunningMoments([1, 2, value])).toThrow(
      new RangeError(`value 3 of a sample is ${value}`),
    );
  });

  it('equal the two-pass formula for any values', () => {
    const samples = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), {
      minLength: 2,
      maxLength: 60,
    });
    fc.assert(
      fc.property(samples, (values) => {
        const moments = new RunningMoments(values);
        // The floor keeps the square of the scale, and so the tolerance, above underflow.
        const scale = Math.max(1e-100, ...values.map(Math.abs));
        expect(moments.count).toBe(values.length);
        expectNear(moments.mean, mean(values), 1e-13 * scale);
        expectNear(moments.variance, sampleVariance(values), 1e-12 * scale * scale);
      }),
      { seed: 11, numRuns: 1000 },
    );
  });
});
