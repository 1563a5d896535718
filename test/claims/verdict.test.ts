import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measureSmooth } from '../../sim/claims/measures/smooth.ts';
import type { RegionText } from '../../sim/claims/format/claim-file.ts';
import { marginsOf } from '../../sim/claims/margins.ts';
import { contains, marginOf, marginRange, positionOf } from '../../sim/claims/region.ts';
import { judge, outcomeOf, type ClaimVerdict } from '../../sim/claims/verdict.ts';
import { normalSource } from '../statistics/samples.ts';
import { sampleOf } from './samples.ts';

const METRIC = 'bd-meetings-per-week';
const inside = { position: 'inside', words: '9' } as const;
const across = { position: 'across', words: '9' } as const;
const outside = { position: 'outside', words: '9' } as const;

describe('the position of an interval', () => {
  it('takes account of open and closed bounds', () => {
    expect(positionOf(2, 3, [{ atLeast: 2, atMost: 3 }])).toBe('inside');
    expect(positionOf(2, 3, [{ above: 2 }])).toBe('across');
    expect(positionOf(1, 2, [{ above: 2 }])).toBe('outside');
    expect(positionOf(1, 2, [{ atLeast: 2 }])).toBe('across');
    expect(positionOf(0, 0, [{ above: 0 }])).toBe('outside');
    expect(positionOf(-Infinity, 2, [{ atMost: 2 }])).toBe('inside');
  });

  it('may be in any of several regions, but in one of them as a whole', () => {
    const regions = [{ atMost: -1 }, { atLeast: 1 }];
    expect(positionOf(2, 3, regions)).toBe('inside');
    expect(positionOf(-2, 2, regions)).toBe('across');
    expect(positionOf(-0.5, 0.5, regions)).toBe('outside');
  });

  it('has a margin that is above 0 exactly inside, for every value', () => {
    const regions = [{ above: 0 }];
    for (const value of [-Infinity, -3, -1e-9, 0, 1e-9, 3, Infinity]) {
      const margin = marginOf(value, regions, 1);
      expect(margin > 0).toBe(contains(regions[0]!, value));
      expect(Math.abs(margin)).toBeLessThanOrEqual(1);
    }
    expect(marginOf(-310, [{ atLeast: -310, atMost: -310 }], 1)).toBeGreaterThan(0);
  });
});

describe('the margins of an interval', () => {
  it('are those of its ends, of the bounds in it, and of the middle between them', () => {
    // d / (d + |bound| + 1): 10 is 2 inside at least 8 and 2 inside at most 12, of which the first is more in its scale.
    expect(marginRange([9, 10], [{ atLeast: 8 }], 1)).toEqual([1 / 10, 2 / 11]);
    const [least, greatest] = marginRange([7, 13], [{ atLeast: 8, atMost: 12 }], 1);
    expect(least).toBeCloseTo(-1 / 10, 12);
    // Equally near at 8 + x and 12 - y with x / 9 = y / 13: x = 36 / 22, margin x / (x + 9).
    expect(greatest).toBeCloseTo(36 / 22 / (36 / 22 + 9), 12);
    // Both ends are inside, but not what lies between.
    expect(marginRange([-2, 2], [{ atMost: -1 }, { atLeast: 1 }], 1)[0]).toBeLessThan(0);
    expect(marginRange([3, Infinity], [{ atLeast: 2 }], 1)[1]).toBe(1);
  });

  it('lie on one side of 0 exactly where the interval lies inside or outside', () => {
    const bound = fc.integer({ min: -20, max: 20 });
    const region = fc
      .tuple(
        bound,
        fc.integer({ min: 0, max: 9 }),
        fc.constantFrom('atLeast', 'above', 'atMost', 'below', 'both'),
      )
      .map(([at, size, kind]): RegionText =>
        kind === 'both' ? { atLeast: at, atMost: at + size } : { [kind]: at },
      );
    fc.assert(
      fc.property(region, bound, fc.integer({ min: 0, max: 15 }), (one, lower, length) => {
        const [least, greatest] = marginRange([lower, lower + length], [one], 0.1);
        const side = least > 0 ? 'inside' : greatest < 0 ? 'outside' : 'across';
        expect(side).toBe(positionOf(lower, lower + length, [one]));
      }),
    );
  });

  it('are not there for what is exact, and where there is no estimate', () => {
    const of = { n: 1, leftOut: 0, unit: 'ratio', details: [] };
    const exact = marginsOf({ ...of, estimate: 2, ci95: [2, 2], isExact: true }, [{ atLeast: 1 }]);
    expect(exact).toMatchObject({ lower: null, upper: null });
    expect(exact.estimate).toBeCloseTo(1 / (1 + 1 + 0.02), 12);
    expect(
      marginsOf({ ...of, estimate: undefined, ci95: undefined, isExact: false }, [{ above: 0 }]),
    ).toEqual({
      estimate: null,
      lower: null,
      upper: null,
    });
  });
});

describe('the verdict', () => {
  it('follows from the positions of all numbers and from where they flip', () => {
    expect(judge([inside, inside], []).verdict).toBe('supported');
    expect(judge([inside], ['with x above 3'])).toEqual({
      verdict: 'conditional',
      reason: '9; no longer with x above 3.',
    });
    expect(judge([inside, outside], []).verdict).toBe('not-supported');
    expect(judge([outside], ['with x below 2']).reason).toBe('9; would hold with x below 2.');
    expect(judge([inside, across], []).reason).toBe('9: these replications do not decide.');
    expect(judge([across, outside], []).verdict).toBe('not-supported');
    expect(judge([{ position: 'missing', words: 'claimed 3' }], []).verdict).toBe('conditional');
  });

  /** How often each verdict comes about where the truth is known. */
  function verdicts(truth: number): Record<ClaimVerdict, number> {
    const next = normalSource(`verdict.${truth}`);
    const counts = { supported: 0, conditional: 0, 'not-supported': 0, 'not-testable': 0 };
    for (let trial = 0; trial < 2000; trial++) {
      const sample = sampleOf({ only: { [METRIC]: Array.from({ length: 10 }, () => truth + next() - 1) } });
      const measured = measureSmooth({ kind: 'value', of: { metric: METRIC } }, sample);
      counts[judge([outcomeOf(measured, [{ atLeast: 5 }], '')], []).verdict] += 1 / 2000;
    }
    return counts;
  }

  it('is wrong in one case of forty at most, at the very bound', () => {
    const atTheBound = verdicts(5);
    // 2.5 % on each side; four standard errors over 2 000 trials are 1.4 %.
    expect(atTheBound.supported).toBeLessThan(0.039);
    expect(atTheBound['not-supported']).toBeLessThan(0.039);
    expect(atTheBound.conditional).toBeGreaterThan(0.92);
  });

  it('decides where the truth is clear', () => {
    // Two standard deviations over ten replications: 6.3 standard errors.
    expect(verdicts(7).supported).toBeGreaterThan(0.97);
    expect(verdicts(3)['not-supported']).toBeGreaterThan(0.97);
  });
});
