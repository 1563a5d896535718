import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../sim/scenario/canonical-json.ts';

describe('canonical JSON', () => {
  it('has its keys sorted at every level, no spaces, and nothing that is undefined', () => {
    expect(canonicalJson({ b: [{ d: 1, c: 'x' }, null], a: undefined, B: true })).toBe(
      '{"B":true,"b":[{"c":"x","d":1},null]}',
    );
  });

  it('tells infinite numbers from none', () => {
    expect(canonicalJson([Infinity, null])).toBe('["Infinity",null]');
  });

  it('is JSON of the same value, whatever the order of its keys', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const text = canonicalJson(value);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalJson(Object.fromEntries(Object.entries(value).reverse()))).toBe(text);
      }),
    );
  });
});
