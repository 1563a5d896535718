import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { littleLaw } from '../../sim/statistics/little.ts';
import { timeWeighted } from '../../sim/statistics/time-weighted.ts';
import { expectNear } from './expect-near.ts';
import methods from './methods-cases.json' with { type: 'json' };

/** Stays of length 0 to 60 that begin in [0, 100]. */
const stays = fc.array(
  fc
    .tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 60 }))
    .map(([arrival, length]) => ({ arrival, departure: arrival + length })),
  { minLength: 1, maxLength: 30 },
);

describe("Little's law", () => {
  it('leaves no residual from empty to empty: case little-exact', () => {
    const { inputs, expected, tolerance } = methods.cases['little-exact'];
    const [from, to] = [inputs.window[0]!, inputs.window[1]!];
    const { L, lambda, W, residual } = littleLaw({ ...inputs, from, to });
    expectNear(L * (to - from), expected.area, tolerance);
    expectNear(L, expected.L, tolerance);
    expectNear(lambda, expected.lam, tolerance);
    expectNear(W, expected.W, tolerance);
    expectNear(residual, expected.residual, tolerance);
  });

  it('leaves the effect of the edges otherwise', () => {
    // In [2, 10): the first is there for 2 minutes, the second for 5 of its 10, the third comes when it
    // closes.
    const of = { arrivals: [0, 5, 10], departures: [4, 15, 11], from: 2, to: 10 };
    expect(littleLaw(of)).toEqual({ L: 7 / 8, lambda: 1 / 8, W: 10, residual: 7 / 8 - 10 / 8 });
    expect(littleLaw({ ...of, from: 4, to: 5 })).toEqual({ L: 0, lambda: 0, residual: 0 });
    expect(littleLaw({ ...of, from: 1, to: 3 })).toEqual({ L: 1, lambda: 0, residual: 1 });
  });

  it('lets those who never left leave when the window closes', () => {
    const gone = { arrivals: [1, 4], departures: [6, 8], from: 0, to: 8 };
    expect(littleLaw({ ...gone, departures: [6, undefined] })).toEqual(littleLaw(gone));
    const late = { arrivals: [1, 9], departures: [6, undefined], from: 0, to: 8 };
    expect(littleLaw(late)).toEqual(littleLaw({ arrivals: [1], departures: [6], from: 0, to: 8 }));
  });

  it('has an L that is the time average of the number counted in and out', () => {
    fc.assert(
      fc.property(
        stays,
        fc.integer({ min: 0, max: 80 }),
        fc.integer({ min: 1, max: 60 }),
        (all, from, length) => {
          const to = from + length;
          const arrivals = all.map(({ arrival }) => arrival);
          const departures = all.map(({ departure }) => departure);
          const moments = [...new Set([from, to, ...arrivals, ...departures])]
            .filter((at) => at >= from && at <= to)
            .sort((a, b) => a - b);
          const present = moments
            .slice(0, -1)
            .map((at) => all.filter(({ arrival, departure }) => arrival <= at && departure > at).length);
          const { L } = littleLaw({ arrivals, departures, from, to });
          expectNear(L, timeWeighted({ times: moments, values: present }).average, 1e-12);
        },
      ),
      { seed: 21, numRuns: 300 },
    );
  });

  it('holds for any stays on a window that contains them all', () => {
    fc.assert(
      fc.property(stays, (all) => {
        const arrivals = all.map(({ arrival }) => arrival);
        const departures = all.map(({ departure }) => departure);
        const { L, lambda, W, residual } = littleLaw({ arrivals, departures, from: 0, to: 161 });
        expectNear(residual, 0, 1e-12);
        expectNear(L, lambda * W!, 1e-12);
        expectNear(lambda, all.length / 161, 1e-12);
      }),
      { seed: 22, numRuns: 300 },
    );
  });

  it('refuses an empty window, unequal lists, and a departure before its arrival', () => {
    expect(() => littleLaw({ arrivals: [], departures: [], from: 3, to: 3 })).toThrow(
      new RangeError('a window from 3 to 3 is empty'),
    );
    expect(() => littleLaw({ arrivals: [1], departures: [], from: 0, to: 3 })).toThrow(
      new RangeError('1 arrivals and 0 departures'),
    );
    expect(() => littleLaw({ arrivals: [0, 2], departures: [1, 1], from: 0, to: 3 })).toThrow(
      new RangeError('customer 1 arrives at 2 and departs at 1'),
    );
  });
});
