import { sampleCorrelation } from 'simple-statistics';
import { describe, expect, it } from 'vitest';
import { correlationInterval } from '../../sim/statistics/correlation-interval.ts';
import { normalCriticalValue } from '../../sim/statistics/critical-value.ts';
import { expectNear } from './expect-near.ts';
import { normalSource } from './samples.ts';

describe('the interval of a correlation', () => {
  it('is z / sqrt(n) wide on either side where the correlation is 0 and n is three less than the pairs', () => {
    const [lower, upper] = correlationInterval({ correlation: 0, pairs: 103 })!;
    expectNear(Math.atanh(upper), normalCriticalValue(0.95) / 10, 1e-12);
    expect(lower).toBe(-upper);
  });

  it('is a point where the figures are in step, rounding included', () => {
    expect(correlationInterval({ correlation: 1, pairs: 10 })).toEqual([1, 1]);
    expect(correlationInterval({ correlation: -1 - 1e-15, pairs: 10 })).toEqual([-1, -1]);
  });

  it('is not there for three pairs, and refuses what is no correlation', () => {
    expect(correlationInterval({ correlation: 0.5, pairs: 3 })).toBeUndefined();
    expect(() => correlationInterval({ correlation: 1.01, pairs: 9 })).toThrow(RangeError);
    expect(() => correlationInterval({ correlation: 0, pairs: 9.5 })).toThrow(RangeError);
  });

  it('covers the true correlation of normal figures as often as it says', () => {
    const next = normalSource('correlation coverage');
    const [samples, pairs, truth] = [1500, 20, 0.6];
    let covering = 0;
    for (let sample = 0; sample < samples; sample++) {
      const a = Array.from({ length: pairs }, () => next() - 1);
      const b = a.map((value) => truth * value + Math.sqrt(1 - truth ** 2) * (next() - 1));
      const interval = correlationInterval({ correlation: sampleCorrelation(a, b), pairs })!;
      if (interval[0] <= truth && truth <= interval[1]) covering++;
    }
    // Four standard errors of a share of 95 % are 2.3 points.
    expectNear(covering / samples, 0.95, 4 * Math.sqrt((0.95 * 0.05) / samples));
  });
});
