import { describe, expect, it } from 'vitest';
import { KeyedDraws, philox } from '../../sim/random/keyed-draws.ts';
import { Stream } from '../../sim/random/stream.ts';

function words(...counterAndKey: [number, number, number, number, number, number]): number[] {
  const out = new Int32Array(4);
  philox(out, ...counterAndKey);
  return [...out].map((word) => word >>> 0);
}

describe('keyed draws', () => {
  // Known answers of Random123 1.14, examples/kat_vectors, philox4x32 10.
  it('are Philox4x32-10', () => {
    expect(words(0, 0, 0, 0, 0, 0)).toEqual([0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8]);
    expect(words(-1, -1, -1, -1, -1, -1)).toEqual([0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd]);
    expect(words(0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344, 0xa4093822, 0x299f31d0)).toEqual([
      0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1,
    ]);
  });

  it('depend on the key alone, not on what was drawn before', () => {
    const name = { seed: 1, replication: 3, purpose: 'case.minutes' };
    const first = new KeyedDraws(name);
    const forward = [0, 1, 2, 3, 4, 5, 6, 7].map((i) => first.uniform(i, i));
    const second = new KeyedDraws(name);
    const backward = [7, 6, 5, 4, 3, 2, 1, 0].map((i) => second.uniform(i, i)).reverse();
    expect(backward).toEqual(forward);
    expect(new Set(forward).size).toBe(8);
  });

  it('tell entities above 2^32 apart from those below', () => {
    const draws = new KeyedDraws({ seed: 1, replication: 0, purpose: 'x' });
    expect(draws.uniform(5, 0)).not.toBe(draws.uniform(5 + 2 ** 32, 0));
  });
});

describe.each([
  ['a stream', () => new Stream({ seed: 9, replication: 2, purpose: 'market.inbound.gap' })],
  [
    'draws by key',
    () => {
      const draws = new KeyedDraws({ seed: 9, replication: 2, purpose: 'market.inbound.gap' });
      let entity = 0;
      return { uniform: () => draws.uniform(entity++, 2) };
    },
  ],
])('%s', (_, make) => {
  const count = 200_000;

  it('is uniform: chi-square over 100 cells within 4 standard errors, every number inside (0, 1)', () => {
    const source = make();
    const cells = new Array<number>(100).fill(0);
    let outside = 0;
    for (let i = 0; i < count; i++) {
      const u = source.uniform();
      if (!(u > 0 && u < 1)) outside++;
      cells[Math.floor(100 * u)]!++;
    }
    expect(outside).toBe(0);
    const expected = count / 100;
    const chiSquare = cells.reduce((sum, observed) => sum + (observed - expected) ** 2 / expected, 0);
    // Chi-square with 99 degrees of freedom: mean 99, standard deviation sqrt(198).
    expect(Math.abs(chiSquare - 99)).toBeLessThan(4 * Math.sqrt(198));
  });

  it('has no correlation between neighbours', () => {
    const source = make();
    let sum = 0;
    let before = source.uniform() - 0.5;
    for (let i = 0; i < count; i++) {
      const next = source.uniform() - 0.5;
      sum += before * next * 12;
      before = next;
    }
    expect(Math.abs(sum / count)).toBeLessThan(4 / Math.sqrt(count));
  });
});

describe('a stream', () => {
  it('is the same for the same name and another for any other', () => {
    const name = { seed: 1, replication: 0, purpose: 'a' };
    const take = (overrides: Partial<typeof name>) => new Stream({ ...name, ...overrides }).uniform();
    expect(take({})).toBe(take({}));
    expect(
      new Set([take({}), take({ seed: 2 }), take({ replication: 1 }), take({ purpose: 'b' })]).size,
    ).toBe(4);
  });
});
