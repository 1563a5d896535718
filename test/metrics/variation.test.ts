import { describe, expect, it } from 'vitest';
import { variation } from '../../sim/metrics/variation-metrics.ts';

describe('variation', () => {
  it('is the standard deviation over the mean', () => {
    // 2, 4, 4, 4, 5, 5, 7, 9: mean 5, standard deviation 2.
    const values = [2, 4, 4, 4, 5, 5, 7, 9];
    const sum = values.reduce((total, value) => total + value, 0);
    const squares = values.reduce((total, value) => total + value ** 2, 0);
    expect(variation(values.length, sum, squares)).toBeCloseTo(2 / 5, 12);
  });

  it('is nought where all are alike, and does not exist where there is nobody', () => {
    expect(variation(3, 0.3, 3 * 0.1 ** 2)).toBeCloseTo(0, 7);
    expect(variation(0, 0, 0)).toBeUndefined();
  });
});
