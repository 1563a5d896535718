import { describe, expect, it } from 'vitest';
import { looksUpTo } from '../../sim/statistics/looks.ts';

describe('looks at growing evidence', () => {
  it('double until the budget is used up', () => {
    expect(looksUpTo(80, 5)).toEqual([5, 10, 20, 40, 80]);
    expect(looksUpTo(100, 10)).toEqual([10, 20, 40, 80, 100]);
    expect(looksUpTo(7, 10)).toEqual([7]);
    expect(looksUpTo(10, 10)).toEqual([10]);
  });

  it.each([
    [80, 1],
    [1, 5],
    [8.5, 5],
  ])('refuse %d from %d', (atMost, first) => {
    expect(() => looksUpTo(atMost, first)).toThrow(RangeError);
  });
});
