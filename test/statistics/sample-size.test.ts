import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { meanInterval } from '../../sim/statistics/mean-interval.ts';
import {
  halfWidthRatioSampleSize,
  normalSampleSize,
  standardDeviationOf,
  studentSampleSize,
} from '../../sim/statistics/sample-size.ts';
import { expectNear } from './expect-near.ts';
import methods from './methods-cases.json' with { type: 'json' };

describe('the sample size', () => {
  it('of the normal approximation is that of case n-normal-approx with the exact z', () => {
    const { inputs, expected, tolerance } = methods.cases['n-normal-approx'];
    const size = normalSampleSize({
      standardDeviation: inputs.s,
      halfWidth: inputs.eps,
      confidence: inputs.conf,
    });
    expectNear(size.exact, expected.n_raw, tolerance);
    expect(size.replications).toBe(expected.n);
  });

  it('of the normal approximation is what Rossetti prints with z rounded to 2.576', () => {
    const { inputs, published, published_tolerance } = methods.cases['n-normal-approx'];
    const size = normalSampleSize({ standardDeviation: inputs.s, halfWidth: inputs.eps, z: 2.576 });
    expectNear(size.replications, published.n_with_z_2_576, published_tolerance);
  });

  it('of the half-width ratio is that of case n-half-width-ratio-jfe, and what Rossetti prints', () => {
    const { inputs, expected, tolerance, published, published_tolerance } =
      methods.cases['n-half-width-ratio-jfe'];
    const size = halfWidthRatioSampleSize({
      pilotReplications: inputs.n0,
      pilotHalfWidth: inputs.h0,
      halfWidth: inputs.h,
    });
    expectNear(size.exact, expected.n_raw, tolerance);
    expect(size.replications).toBe(expected.n);
    expectNear(size.replications, published.n, published_tolerance);
  });

  it('by iteration on t is that of case n-half-width-ratio-jfe', () => {
    const { inputs, expected, tolerance } = methods.cases['n-half-width-ratio-jfe'];
    const standardDeviation = standardDeviationOf({ replications: inputs.n0, halfWidth: inputs.h0 });
    expectNear(standardDeviation, expected.s0, tolerance);
    expect(studentSampleSize({ standardDeviation, halfWidth: inputs.h })).toBe(expected.n_t_iter);
  });

  it('by iteration on t is the least whose interval is narrow enough', () => {
    const spreads = fc.double({ min: 0.1, max: 20, noNaN: true });
    /**
     * Half-width of n values, half of them d above and half d below 0: made with the wanted standard
     * deviation.
     */
    const halfWidthOf = (of: { n: number; standardDeviation: number; confidence: number }) => {
      const values = Array.from({ length: of.n }, (_, i) => (i < of.n / 2 ? 1 : -1));
      const { halfWidth } = meanInterval(values, of.confidence);
      const mean = values.reduce((sum, value) => sum + value, 0) / of.n;
      const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
      return (halfWidth! * of.standardDeviation) / Math.sqrt(squares / (of.n - 1));
    };
    fc.assert(
      fc.property(spreads, fc.constantFrom(0.8, 0.95, 0.999), (standardDeviation, confidence) => {
        const n = studentSampleSize({ standardDeviation, halfWidth: 2, confidence });
        expect(n).toBeGreaterThanOrEqual(2);
        expect(halfWidthOf({ n, standardDeviation, confidence })).toBeLessThanOrEqual(2 + 1e-9);
        if (n === 2) return;
        expect(halfWidthOf({ n: n - 1, standardDeviation, confidence })).toBeGreaterThan(2 - 1e-9);
      }),
      { seed: 17, numRuns: 200 },
    );
  });

  it('of what does not vary is nothing, and two for an interval', () => {
    expect(normalSampleSize({ standardDeviation: 0, halfWidth: 1 }).replications).toBe(0);
    expect(studentSampleSize({ standardDeviation: 0, halfWidth: 1 })).toBe(2);
  });

  it.each([
    [-1, 1],
    [1, 0],
    [NaN, 1],
    [1, Infinity],
  ])('refuses a spread of %d with a half-width of %d', (standardDeviation, halfWidth) => {
    const message = `no sample size for a spread of ${standardDeviation} and a half-width of ${halfWidth}`;
    expect(() => normalSampleSize({ standardDeviation, halfWidth })).toThrow(new RangeError(message));
    expect(() => studentSampleSize({ standardDeviation, halfWidth })).toThrow(new RangeError(message));
    const pilot = { pilotReplications: 5, pilotHalfWidth: standardDeviation, halfWidth };
    expect(() => halfWidthRatioSampleSize(pilot)).toThrow(new RangeError(message));
  });
});
