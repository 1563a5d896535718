import { describe, expect, it } from 'vitest';
import { jackknife } from '../../sim/statistics/jackknife.ts';
import { meanInterval } from '../../sim/statistics/mean-interval.ts';
import { normalSource } from './samples.ts';

const ratio = ([a, b]: readonly number[]) => a! / b!;

describe('the jackknife', () => {
  it('is the t interval for a mean, and the paired one for a difference', () => {
    const values = [3, 1, 4, 1, 5, 9];
    const expected = meanInterval(values);
    const found = jackknife(
      values.map((value) => [value]),
      ([mean]) => mean!,
    );
    expect(found.mean).toBeCloseTo(expected.mean!, 12);
    expect(found.halfWidth).toBeCloseTo(expected.halfWidth!, 12);
    const pairs = values.map((value, i) => [value, 2 * value + i]);
    const difference = jackknife(pairs, ([a, b]) => b! - a!);
    expect(difference.halfWidth).toBeCloseTo(
      meanInterval(values.map((value, i) => value + i)).halfWidth!,
      12,
    );
  });

  it('agrees with a ratio worked by hand', () => {
    // Sums 6 and 12: 1/2. Left out in turn: 5/10, 4/9, 3/5. Pseudo-values 3/2 - 2 (1/2, 4/9, 3/5) = 1/2, 11/18, 3/10.
    const { n, mean, halfWidth } = jackknife(
      [
        [1, 2],
        [2, 3],
        [3, 7],
      ],
      ratio,
    );
    const pseudoValues = [1 / 2, 11 / 18, 3 / 10];
    expect(n).toBe(3);
    expect(mean).toBeCloseTo(127 / 270, 12);
    expect(halfWidth).toBeCloseTo(meanInterval(pseudoValues).halfWidth!, 12);
  });

  it('covers the ratio of two means that move together about as often as it says', () => {
    const next = normalSource('jackknife');
    const trials = 2000;
    let covered = 0;
    for (let trial = 0; trial < trials; trial++) {
      const rows = Array.from({ length: 10 }, () => {
        const common = next() - 1;
        return [40 + 8 * common + 4 * (next() - 1), 10 + 2 * common + (next() - 1)];
      });
      const { lower, upper } = jackknife(rows, ratio);
      if (lower! <= 4 && 4 <= upper!) covered++;
    }
    // Four standard errors of a share of 0.95 over 2 000 trials are 0.0195; the interval is an approximation.
    expect(covered / trials).toBeGreaterThan(0.93);
    expect(covered / trials).toBeLessThan(0.97);
  });

  it('is exact where nothing varies, and has no interval where the ratio does not exist', () => {
    const constant = jackknife(
      [
        [1490, 1800],
        [1490, 1800],
        [1490, 1800],
      ],
      ([a, b]) => a! - b!,
    );
    expect(constant).toMatchObject({ mean: -310, lower: -310, upper: -310 });
    expect(
      jackknife(
        [
          [1, 0],
          [2, 0],
        ],
        ratio,
      ),
    ).toEqual({ n: 2 });
    expect(
      jackknife(
        [
          [1, 0],
          [2, 4],
        ],
        ratio,
      ),
    ).toEqual({ n: 2 });
    expect(jackknife([], ratio)).toEqual({ n: 0 });
    expect(jackknife([[6, 3]], ratio)).toEqual({ n: 1, mean: 2 });
  });
});
