import { describe, expect, it } from 'vitest';
import { timeWeighted } from '../../sim/statistics/time-weighted.ts';
import { expectNear } from './expect-near.ts';
import methods from './methods-cases.json' with { type: 'json' };

describe('a time-weighted average', () => {
  const { inputs, expected, tolerance, published, published_tolerance } =
    methods.cases['time-weighted-queue'];

  it('is that of case time-weighted-queue, and what Rossetti prints', () => {
    const queue = timeWeighted(inputs);
    expectNear(queue.area, expected.area, tolerance);
    expectNear(queue.average, expected.average, tolerance);
    expectNear(queue.average, published.average, published_tolerance);
  });

  it('has state fractions that add up to 1', () => {
    const { fractions } = timeWeighted(inputs);
    expect([...fractions.keys()].sort()).toEqual(Object.keys(expected.fractions).map(Number));
    for (const [state, fraction] of Object.entries(expected.fractions)) {
      expectNear(fractions.get(Number(state)), fraction, tolerance);
    }
    const total = [...fractions.values()].reduce((sum, fraction) => sum + fraction, 0);
    expectNear(total, 1, tolerance);
  });

  it('starts where the path starts and ignores states of no duration', () => {
    const { area, average, fractions } = timeWeighted({ times: [10, 12, 12, 14], values: [1, 99, -3] });
    expect(area).toBe(-4);
    expect(average).toBe(-1);
    expect([...fractions]).toEqual([
      [1, 0.5],
      [-3, 0.5],
    ]);
  });

  it.each([
    [[0, 1], [1, 2], '2 values need 3 times, not 2'],
    [[3], [], 'no average over a duration of 0 minutes'],
    [[0, 5, 4, 6], [1, 2, 3], 'time goes back from 5 to 4'],
    [[0, NaN], [1], 'no average over a duration of NaN minutes'],
    [[0, NaN, 1], [1, 2], 'time goes back from 0 to NaN'],
  ])('refuses times %j for values %j', (times, values, message) => {
    expect(() => timeWeighted({ times, values })).toThrow(new RangeError(message));
  });
});
