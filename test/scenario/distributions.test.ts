import { describe, expect, it } from 'vitest';
import type { Distribution } from '../../sim/random/distribution.ts';
import { momentsOf } from '../../sim/random/moments.ts';
import { quantileOf } from '../../sim/random/quantile.ts';
import { distributionOf } from '../../sim/scenario/schema/distributions.ts';

const schema = distributionOf('work');

/** What is wrong with a distribution as it is written; undefined if nothing is. */
function faultOf(written: unknown): string | undefined {
  return schema.safeParse(written).error?.issues[0]?.message;
}

describe('a distribution', () => {
  it.each<[unknown, Distribution]>([
    ['25 min', { kind: 'constant', value: 25 }],
    [
      { kind: 'constant', value: '25 min' },
      { kind: 'constant', value: 25 },
    ],
    [
      { kind: 'uniform', min: '1 h', max: '2 h' },
      { kind: 'uniform', min: 60, max: 120 },
    ],
    [
      { kind: 'triangular', min: '0 h', mode: '1 h', max: '2 h' },
      { kind: 'triangular', min: 0, mode: 60, max: 120 },
    ],
    [
      { kind: 'exponential', mean: '2 h' },
      { kind: 'exponential', mean: 120 },
    ],
    [
      { kind: 'erlang', mean: '2 h', stages: 3 },
      { kind: 'erlang', mean: 120, stages: 3 },
    ],
    [
      { kind: 'gamma', mean: '2 h', cv: '50 %' },
      { kind: 'gamma', mean: 120, cv: 0.5 },
    ],
    [
      { kind: 'gamma', shape: 2, scale: '1 h' },
      { kind: 'gamma', shape: 2, scale: 60 },
    ],
    [
      { kind: 'lognormal', median: '2 h', cv: 0.4 },
      { kind: 'lognormal', median: 120, cv: 0.4 },
    ],
    [
      { kind: 'normal', mean: '1 h', cv: '20 %' },
      { kind: 'normal', mean: 60, cv: 0.2, min: 0, max: Infinity },
    ],
    [
      { kind: 'weibull', mean: '1 h', cv: '50 %' },
      { kind: 'weibull', mean: 60, cv: 0.5 },
    ],
    [
      { kind: 'beta', a: 2, b: 3, min: '0 h', max: '1 h' },
      { kind: 'beta', a: 2, b: 3, min: 0, max: 60 },
    ],
    [
      { kind: 'empirical', values: ['5 min', '1 h'] },
      { kind: 'empirical', values: [5, 60] },
    ],
    [
      { kind: 'discrete', values: ['5 min', '1 h'], weights: [1, 0] },
      { kind: 'discrete', values: [5, 60], weights: [1, 0] },
    ],
    [
      { kind: 'mixture', parts: ['5 min', { kind: 'exponential', mean: '1 h' }], weights: [1, 3] },
      {
        kind: 'mixture',
        parts: [
          { kind: 'constant', value: 5 },
          { kind: 'exponential', mean: 60 },
        ],
        weights: [1, 3],
      },
    ],
  ])('is read from %j, and can be drawn from', (written, distribution) => {
    expect(schema.parse(written)).toEqual(distribution);
    expect(momentsOf(distribution).mean).toBeGreaterThan(0);
    expect(quantileOf(distribution)(0.5)).toBeGreaterThanOrEqual(0);
  });

  it.each<[unknown, string]>([
    [{ kind: 'uniform', min: '2 h', max: '1 h' }, 'has its min above its max'],
    [{ kind: 'triangular', min: '0 h', mode: '3 h', max: '2 h' }, 'needs min <= mode <= max'],
    [{ kind: 'erlang', mean: '2 h', stages: 0 }, 'is less than 1'],
    [{ kind: 'gamma', mean: '2 h' }, 'needs mean and cv, or shape and scale, and only these'],
    [
      { kind: 'gamma', mean: '2 h', cv: 1, shape: 2 },
      'needs mean and cv, or shape and scale, and only these',
    ],
    [{ kind: 'gamma', mean: '2 h', cv: 0 }, 'has cv 0'],
    [{ kind: 'lognormal', mean: '2 h', cv: 40 }, 'is more than 1000 %'],
    [{ kind: 'lognormal', mean: '0 h', cv: 0.4 }, 'has mean 0'],
    [
      { kind: 'lognormal', mean: '2 h', median: '2 h', cv: 0.4 },
      'needs mean and cv, or median and cv, and only these',
    ],
    [{ kind: 'normal', mean: '1 h', cv: 0.2, min: '2 h', max: '2 h' }, 'needs a min below its max'],
    [{ kind: 'normal', mean: '1 h', cv: 0.1, min: '2 h' }, 'has nothing between its min and its max'],
    [{ kind: 'normal', mean: '9 h', cv: 0.1, max: '1 h' }, 'has nothing between its min and its max'],
    [{ kind: 'normal', mean: '0 h', cv: 0.1 }, 'has nothing between its min and its max'],
    [{ kind: 'weibull', mean: '1 h', cv: '1 %' }, 'needs a cv of at least 1.3 %'],
    [{ kind: 'beta', a: 2, b: 3, min: '1 h', max: '1 h' }, 'needs a min below its max'],
    [
      { kind: 'beta', mean: '30 min', cv: 2, min: '0 h', max: '1 h' },
      'is impossible: no beta distribution on 0 to 60 has mean 30 and cv 2',
    ],
    [{ kind: 'empirical', values: [] }, 'has no values'],
    [{ kind: 'discrete', values: [], weights: [] }, 'has no values or parts'],
    [{ kind: 'discrete', values: ['1 h'], weights: [1, 2] }, 'has 1 values or parts, but 2 weights'],
    [{ kind: 'mixture', parts: ['1 h'], weights: [0] }, 'has weights that are all 0'],
  ])('that is impossible is refused: %j', (written, wrong) => {
    expect(faultOf(written)).toBe(wrong);
  });
});
