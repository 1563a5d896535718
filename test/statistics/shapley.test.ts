import { describe, expect, it } from 'vitest';
import { shapleyValues } from '../../sim/statistics/shapley.ts';

describe('Shapley values', () => {
  it('solve the game of two left gloves and a right one', () => {
    // Shapley 1953: only a pair is worth 1. Of six orders the right glove makes the pair in four, each left one in one.
    const values = shapleyValues([0, 0, 0, 0, 0, 1, 1, 1]);
    expect(values[0]).toBeCloseTo(1 / 6, 12);
    expect(values[1]).toBeCloseTo(1 / 6, 12);
    expect(values[2]).toBeCloseTo(4 / 6, 12);
  });

  it('give two players half of what they only have together', () => {
    // Alone 10 and 20, together 50: 20 more than the sum, 10 for each.
    expect(shapleyValues([0, 10, 20, 50])).toEqual([20, 30]);
  });

  it('add up to what all have more than none, and give nothing to whoever adds nothing', () => {
    const worth = Array.from({ length: 16 }, (_, coalition) => 3 + ((coalition & 7) * 1.7) ** 1.3);
    const values = shapleyValues(worth);
    expect(values.reduce((sum, value) => sum + value, 0)).toBeCloseTo(worth[15]! - worth[0]!, 12);
    expect(values[3]).toBeCloseTo(0, 12);
  });

  it('refuse what is no game', () => {
    expect(() => shapleyValues([0, 1, 2])).toThrow(RangeError);
    expect(() => shapleyValues([0])).toThrow(RangeError);
  });
});
