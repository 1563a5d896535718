import { describe, expect, it } from 'vitest';
import { DeliveryReputation } from '../../../sim/model/market/delivery-reputation.ts';

const WEEK = 10_080;

describe('the delivery delay as the market has it', () => {
  it('changes nothing at the usual lead time, nor with a weight of 0', () => {
    const one = new DeliveryReputation({ weight: 1, lag: WEEK, usual: 8 * WEEK });
    expect(one.effect(10 * WEEK)).toBe(1);
    const off = new DeliveryReputation({ weight: 0, lag: WEEK, usual: 8 * WEEK });
    off.note(40 * WEEK, 0);
    expect(off.effect(50 * WEEK)).toBe(1);
  });

  it("follows Forrester's table once it has been noticed: .53 of .87 at twice the usual, .08 of .87 at the end", () => {
    for (const [times, left] of [
      [1.5, 0.73 / 0.87],
      [2, 0.53 / 0.87],
      [2.25, (0.53 + 0.38) / 2 / 0.87],
      [3, 0.25 / 0.87],
      [9, 0.08 / 0.87],
    ] as const) {
      const one = new DeliveryReputation({ weight: 1, lag: WEEK, usual: 8 * WEEK });
      one.note(times * 8 * WEEK, 0);
      expect(one.effect(100 * WEEK)).toBeCloseTo(left, 10);
      const half = new DeliveryReputation({ weight: 0.5, lag: WEEK, usual: 8 * WEEK });
      half.note(times * 8 * WEEK, 0);
      expect(half.effect(100 * WEEK)).toBeCloseTo((1 + left) / 2, 10);
    }
  });

  it('is noticed with a lag: after one time constant 63 % of the way, however often somebody asks', () => {
    // From 8 to 16 weeks: 8 + 8 (1 - 1/e) = 13.057 weeks, 3.264 months of the table: between .73 and .53.
    const one = new DeliveryReputation({ weight: 1, lag: 10 * WEEK, usual: 8 * WEEK });
    one.note(16 * WEEK, 0);
    for (let week = 1; week < 10; week++) one.effect(week * WEEK);
    const months = 2 * (1 + (1 - Math.exp(-1)));
    expect(one.effect(10 * WEEK)).toBeCloseTo((0.73 + (0.53 - 0.73) * (months - 3)) / 0.87, 10);
  });
});
