import { describe, expect, it } from 'vitest';
import type { Distribution } from '../../sim/random/distribution.ts';
import { momentsOf } from '../../sim/random/moments.ts';
import { quantileOf } from '../../sim/random/quantile.ts';

/** Distributions with mean and variance worked out by hand or from Law 2015, Simulation Modeling and Analysis, ch. 6. */
const CASES: [Distribution, number, number][] = [
  [{ kind: 'constant', value: 7 }, 7, 0],
  [{ kind: 'uniform', min: 2, max: 8 }, 5, 3],
  [{ kind: 'triangular', min: 1, mode: 2, max: 6 }, 3, 7 / 6],
  [{ kind: 'exponential', mean: 4 }, 4, 16],
  [{ kind: 'erlang', mean: 6, stages: 3 }, 6, 12],
  [{ kind: 'gamma', mean: 5, cv: 0.5 }, 5, 6.25],
  [{ kind: 'gamma', shape: 2, scale: 3 }, 6, 18],
  [{ kind: 'lognormal', mean: 10, cv: 0.4 }, 10, 16],
  [{ kind: 'lognormal', median: 10, cv: 0.75 }, 12.5, 87.890625],
  [{ kind: 'normal', mean: 10, cv: 0.1, min: -Infinity, max: Infinity }, 10, 1],
  // Half-normal: mean sqrt(2/pi), variance 1 - 2/pi, moved by 1.
  [{ kind: 'normal', mean: 1, cv: 1, min: 1, max: Infinity }, 1 + Math.sqrt(2 / Math.PI), 1 - 2 / Math.PI],
  // Shape 2, scale 3: mean 3 gamma(1.5), variance 9 (1 - pi/4).
  [{ kind: 'weibull', shape: 2, scale: 3 }, (3 * Math.sqrt(Math.PI)) / 2, 9 * (1 - Math.PI / 4)],
  [{ kind: 'weibull', mean: 5, cv: 0.6 }, 5, 9],
  [{ kind: 'beta', a: 2, b: 3, min: 0, max: 10 }, 4, 4],
  [{ kind: 'beta', mean: 4, cv: 0.5, min: 0, max: 10 }, 4, 4],
  [{ kind: 'empirical', values: [3, 1, 8] }, 4, 26 / 3],
  [{ kind: 'discrete', values: [1, 5], weights: [3, 1] }, 2, 3],
  [
    {
      kind: 'mixture',
      parts: [
        { kind: 'exponential', mean: 2.5 },
        { kind: 'exponential', mean: 0.5 },
      ],
      weights: [1, 3],
    },
    1,
    2.5,
  ],
];

describe.each(CASES)('%j', (distribution, mean, variance) => {
  it('has the mean and variance of theory', () => {
    const moments = momentsOf(distribution);
    expect(moments.mean).toBeCloseTo(mean, 6);
    expect(moments.variance).toBeCloseTo(variance, 6);
  });

  it('is sampled from one uniform: integrating the quantile function gives the moments', () => {
    const quantile = quantileOf(distribution);
    const count = 20_000;
    let sum = 0;
    let squares = 0;
    let last = -Infinity;
    let descents = 0;
    for (let i = 0; i < count; i++) {
      const x = quantile((i + 0.5) / count);
      if (x < last) descents++;
      last = x;
      sum += x;
      squares += (x - mean) ** 2;
    }
    expect(descents).toBe(distribution.kind === 'mixture' ? 1 : 0);
    // The midpoint rule misses a little of an unbounded tail: 1 % of the mean, 2 % of the variance.
    expect(Math.abs(sum / count - mean)).toBeLessThanOrEqual(0.001 * mean);
    expect(Math.abs(squares / count - variance)).toBeLessThanOrEqual(0.01 * variance);
  });
});

describe('impossible parameters', () => {
  it('are refused with their values', () => {
    expect(() => quantileOf({ kind: 'beta', mean: 5, cv: 3, min: 0, max: 10 })).toThrow(
      'no beta distribution on 0 to 10 has mean 5 and cv 3',
    );
    expect(() => quantileOf({ kind: 'normal', mean: 1, cv: 0.001, min: 50, max: 60 })).toThrow(RangeError);
  });
});
