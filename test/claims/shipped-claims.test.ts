import { describe, expect, it } from 'vitest';
import { loadClaims, shippedClaimFiles } from '../../sim/claims/load-claims.ts';

/** Claims in each group of the source documents, 101 in all, and six contradictions between them. */
const GROUPS: Readonly<Record<string, number>> = { A: 14, B: 7, C: 8, D: 21, E: 15, F: 13, G: 23, X: 6 };

describe('the shipped claims', () => {
  const { claims } = loadClaims(shippedClaimFiles());
  const ids = claims.map(({ text }) => text.id);

  it('are every claim of the documents, each once', () => {
    const all = Object.entries(GROUPS).flatMap(([group, count]) =>
      Array.from({ length: count }, (_, i) => `${group}${i + 1}`),
    );
    expect(all).toHaveLength(101 + 6);
    expect(ids.toSorted()).toEqual(all.toSorted());
  });

  it('vary an assumption, or say why none is varied', () => {
    const silent = claims.filter(
      ({ text }) =>
        text.notTestable === undefined && (text.fragile === undefined) === (text.notFragile === undefined),
    );
    expect(silent.map(({ text }) => text.id)).toEqual([]);
  });
});
