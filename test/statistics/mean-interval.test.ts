import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chiSquareQuantile, normalQuantile } from '../../sim/random/quantile-library.ts';
import { normalCriticalValue, studentCriticalValue } from '../../sim/statistics/critical-value.ts';
import { meanInterval, relativePrecision } from '../../sim/statistics/mean-interval.ts';
import { RunningMoments } from '../../sim/statistics/running-moments.ts';
import { expectAllNear, expectNear } from './expect-near.ts';
import methods from './methods-cases.json' with { type: 'json' };
import { normalSource } from './samples.ts';

const { cases } = methods;

describe('the interval of a mean', () => {
  it.each([cases['ci-law-4-27'], cases['ci-two-points'], cases['ci-three-points']])(
    'is that of case $id',
    ({ inputs, expected, tolerance }) => {
      const moments = new RunningMoments(inputs.x);
      const interval = meanInterval(moments, inputs.conf);
      expect(interval.n).toBe(expected.n);
      expectNear(interval.mean, expected.mean, tolerance);
      expectNear(moments.variance, expected.var, tolerance);
      expectNear(Math.sqrt(moments.variance!), expected.sd, tolerance);
      expectNear(interval.halfWidth, expected.half_width, tolerance);
      expectNear(interval.lower, expected.lower, tolerance);
      expectNear(interval.upper, expected.upper, tolerance);
      expect(meanInterval(inputs.x, inputs.conf)).toEqual(interval);
    },
  );

  it('is what Law 2015 prints for example 4.27', () => {
    const { inputs, published, published_tolerance } = cases['ci-law-4-27'];
    const moments = new RunningMoments(inputs.x);
    const interval = meanInterval(moments, inputs.conf);
    expectNear(interval.mean, published.mean, published_tolerance);
    expectNear(moments.variance, published.var, published_tolerance);
    expectNear(interval.halfWidth, published.half_width, published_tolerance);
  });

  it('has no bounds for one value, and nothing but its count for none', () => {
    expect(Object.entries(meanInterval([4]))).toEqual([
      ['n', 1],
      ['mean', 4],
    ]);
    expect(Object.entries(meanInterval([]))).toEqual([['n', 0]]);
  });

  it('has confidence 95 % unless told otherwise', () => {
    expect(meanInterval([1, 2, 4])).toEqual(meanInterval([1, 2, 4], 0.95));
    expect(meanInterval([1, 2, 4]).halfWidth).toBeGreaterThan(meanInterval([1, 2, 4], 0.9).halfWidth!);
  });

  it('covers the true mean of normal samples as often as it says', () => {
    const { inputs, expected } = cases['ci-coverage-property'];
    const next = normalSource('coverage');
    let covering = 0;
    for (let sample = 0; sample < inputs.samples; sample++) {
      const { lower, upper } = meanInterval(Array.from({ length: inputs.n }, next), inputs.conf);
      if (lower! <= 1 && upper! >= 1) covering++;
    }
    const coverage = covering / inputs.samples;
    expect(coverage).toBeGreaterThanOrEqual(expected.lower);
    expect(coverage).toBeLessThanOrEqual(expected.upper);
  });

  it('moves with its values when all are shifted, and mirrors when all change sign', () => {
    const values = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 2, maxLength: 20 });
    fc.assert(
      fc.property(values, fc.integer({ min: -1e6, max: 1e6 }), (sample, shift) => {
        const { lower, upper, halfWidth } = meanInterval(sample);
        const shifted = meanInterval(sample.map((value) => value + shift));
        expectNear(shifted.lower, lower! + shift, 1e-7);
        expectNear(shifted.upper, upper! + shift, 1e-7);
        expectNear(shifted.halfWidth, halfWidth!, 1e-7);
        const mirrored = meanInterval(sample.map((value) => -value));
        expectNear(mirrored.lower, -upper!, 1e-9);
        expectNear(mirrored.upper, -lower!, 1e-9);
      }),
      { seed: 12, numRuns: 500 },
    );
  });

  it('refuses a value that is no number', () => {
    expect(() => meanInterval([1, NaN])).toThrow('value 2 of a sample is NaN');
  });
});

describe('relative precision', () => {
  it('is the half-width over the size of the mean, so that a negative mean is not precise at once', () => {
    const { inputs, expected, tolerance } = cases['seq-negative-mean'];
    const interval = meanInterval(inputs.x, inputs.conf);
    expectNear(interval.mean, expected.mean, tolerance);
    expectNear(interval.halfWidth, expected.half_width, tolerance);
    expectNear(relativePrecision(interval), expected.precision, tolerance);
  });

  it.each([
    ['nothing', [], undefined],
    ['one value', [3], undefined],
    ['values about a mean of 0', [-1, 1], Infinity],
    ['zeros', [0, 0, 0], 0],
    ['a constant', [-4, -4], 0],
  ])('of %s is as documented', (_, values, expected) => {
    expect(relativePrecision(meanInterval(values))).toBe(expected);
  });
});

describe('critical values', () => {
  it('rest on quantiles that agree with scipy', () => {
    const { inputs, expected, tolerance } = cases['z-chi2-quantiles'];
    expectAllNear(inputs.z_p.map(normalQuantile(0, 1)), expected.z, tolerance);
    const chiSquare = inputs.chi2.map(([p, degrees]) => chiSquareQuantile(degrees!)(p!));
    expectAllNear(chiSquare, expected.chi2, tolerance);
    expectNear(normalCriticalValue(0.95), expected.z[2]!, tolerance);
  });

  it('are kept apart by degrees of freedom and by confidence', () => {
    // Student's t, two-sided: any textbook's table.
    const table = [
      [1, 0.95, 12.706],
      [11, 0.95, 2.201],
      [1, 0.99, 63.657],
      [11, 0.9, 1.796],
    ] as const;
    for (const round of ['found', 'remembered']) {
      for (const [degreesOfFreedom, confidence, t] of table) {
        expect(studentCriticalValue({ degreesOfFreedom, confidence }), round).toBeCloseTo(t, 3);
      }
    }
  });

  it.each([0, 1, -0.5, 95, NaN])('refuse a confidence of %d', (confidence) => {
    const message = `a confidence lies between 0 and 1, not at ${confidence}`;
    expect(() => normalCriticalValue(confidence)).toThrow(new RangeError(message));
    expect(() => meanInterval([1, 2], confidence)).toThrow(new RangeError(message));
  });

  it.each([0, NaN])('refuse %d degrees of freedom', (degreesOfFreedom) => {
    expect(() => studentCriticalValue({ degreesOfFreedom, confidence: 0.95 })).toThrow(RangeError);
  });
});
