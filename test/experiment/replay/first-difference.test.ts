import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstDifference } from '../../../sim/experiment/replay/first-difference.ts';

describe('the first difference of two documents', () => {
  it('is none between equal ones', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value);
        expect(firstDifference(JSON.parse(text), JSON.parse(text))).toBeUndefined();
      }),
      { seed: 1 },
    );
  });

  it.each([
    [
      { a: 1, b: [1, 2, { c: 3 }] },
      { a: 1, b: [1, 2, { c: 4 }] },
      { path: 'b.2.c', stored: 3, now: 4 },
    ],
    [{ a: 1 }, { a: 1, b: 2 }, { path: 'b', stored: undefined, now: 2 }],
    [{ a: 1, b: null }, { a: 1 }, { path: 'b', stored: null, now: undefined }],
    [[1, 2], [1], { path: '1', stored: 2, now: undefined }],
    [{ a: [] }, { a: {} }, { path: 'a', stored: [], now: {} }],
    [{ a: null }, { a: {} }, { path: 'a', stored: null, now: {} }],
    [0, -0, { path: '', stored: 0, now: -0 }],
    [
      { x: 0.1 + 0.2, y: 1 },
      { x: 0.3, y: 2 },
      { path: 'x', stored: 0.1 + 0.2, now: 0.3 },
    ],
  ])('of %j and %j is %j', (stored, now, difference) => {
    expect(firstDifference(stored, now)).toEqual(difference);
  });
});
