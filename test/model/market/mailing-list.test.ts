import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MailingList, answersFrom } from '../../../sim/model/market/mailing-list.ts';
import { Stream } from '../../../sim/random/stream.ts';

const WEEK = 10_080;

describe('a mailing list', () => {
  it('tires by each use and recovers by half of what is missing in each half-life', () => {
    const list = new MailingList({ size: 100, tiring: 0.5, halfLife: WEEK });
    expect(list.use(100, 0)).toEqual([{ count: 100, willingness: 1 }]);
    // Left at 0.5; half of the missing half is back after a week: 0.75. Then left at 0.375, two weeks: 1 - 0.625 / 4.
    expect(list.use(100, WEEK)).toEqual([{ count: 100, willingness: 0.75 }]);
    expect(list.use(100, 3 * WEEK)).toEqual([{ count: 100, willingness: 0.84375 }]);
  });

  it('uses first what has rested longest', () => {
    const list = new MailingList({ size: 100, tiring: 1, halfLife: WEEK });
    list.use(60, 0);
    // 40 that were never used, then 20 of the 60 that were used up two weeks ago: 1 - 1 / 4.
    expect(list.use(60, 2 * WEEK)).toEqual([
      { count: 40, willingness: 1 },
      { count: 20, willingness: 0.75 },
    ]);
    // The other 40 of the first campaign, three weeks ago, before those of the second, a week ago.
    expect(list.use(50, 3 * WEEK)).toEqual([
      { count: 40, willingness: 0.875 },
      { count: 10, willingness: 0.5 },
    ]);
  });

  it('never has more than its size to use, and every address is as willing as 0 to 1', () => {
    const campaigns = fc.array(fc.record({ count: fc.integer({ min: 1, max: 300 }), gap: fc.nat(5 * WEEK) }));
    fc.assert(
      fc.property(campaigns, fc.double({ min: 0, max: 1, noNaN: true }), (sent, tiring) => {
        const list = new MailingList({ size: 200, tiring, halfLife: WEEK });
        let at = 0;
        for (const { count, gap } of sent) {
          const groups = list.use(count, (at += gap));
          expect(groups.reduce((sum, group) => sum + group.count, 0)).toBe(Math.min(count, 200));
          for (const { willingness } of groups) expect(willingness >= 0 && willingness <= 1).toBe(true);
          expect(
            answersFrom(groups, 0.3, (nth) => ((nth * 7919) % 1000) / 1000 + 0.0005),
          ).toBeLessThanOrEqual(Math.min(count, 200));
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe('the answers to a campaign', () => {
  it('come at geometric gaps, on from one group of addresses to the next', () => {
    // -ln 0.3 = 1.204; at chance 0.5 that is 1.74 addresses, so every second one answers: 5 of 10.
    const ten = [{ count: 10, willingness: 1 }];
    expect(answersFrom(ten, 0.5, () => 0.3)).toBe(5);
    // Nobody of the last three: 1.204 - 3 * 0.105 = 0.888 is left for the others, the second of whom answers.
    const groups = [
      { count: 3, willingness: 0.2 },
      { count: 3, willingness: 1 },
    ];
    expect(answersFrom(groups, 0.5, () => 0.3)).toBe(1);
    expect(answersFrom([{ count: 10, willingness: 0 }], 0.5, () => 0.3)).toBe(0);
  });

  it('are binomial: mean and variance within 4 standard errors', () => {
    const stream = new Stream({ seed: 1, replication: 0, purpose: 'test' });
    const runs = 20_000;
    let sum = 0;
    let squares = 0;
    for (let run = 0; run < runs; run++) {
      const groups = [
        { count: 200, willingness: 1 },
        { count: 200, willingness: 0.5 },
      ];
      const answers = answersFrom(groups, 0.02, () => stream.uniform());
      sum += answers;
      squares += answers * answers;
    }
    const mean = sum / runs;
    const variance = squares / runs - mean * mean;
    // 200 of chance 0.02 and 200 of chance 0.01.
    const [m, v] = [4 + 2, 4 * 0.98 + 2 * 0.99];
    expect(Math.abs(mean - m)).toBeLessThan(4 * Math.sqrt(v / runs));
    // Standard error of the variance of nearly Poisson numbers: sqrt((2 v^2 + v) / n).
    expect(Math.abs(variance - v)).toBeLessThan(4 * Math.sqrt((2 * v * v + v) / runs));
  });

  it('are never fewer from more willing addresses or a higher chance', () => {
    const chance = fc.double({ min: 0.001, max: 0.5, noNaN: true });
    fc.assert(
      fc.property(fc.nat(), chance, chance, (seed, one, other) => {
        const answers = (response: number) => {
          const stream = new Stream({ seed, replication: 0, purpose: 'test' });
          const draws = Array.from({ length: 400 }, () => stream.uniform());
          return answersFrom([{ count: 300, willingness: 1 }], response, (nth) => draws[nth]!);
        };
        expect(answers(Math.max(one, other))).toBeGreaterThanOrEqual(answers(Math.min(one, other)));
      }),
      { numRuns: 40 },
    );
  });
});
