import { describe, expect, it } from 'vitest';
import { loadClaims, shippedClaimFiles } from '../../sim/claims/load-claims.ts';

/** Claims in each group of the source documents, 101 in all, and six contradictions between them. */
const GROUPS: Readonly<Record<string, number>> = { A: 14, B: 7, C: 8, D: 21, E: 15, F: 13, G: 23, X: 6 };

const TO_COME = 'G4-G4';

/** Claims whose files are still to be written. */
function stillToCome(): string[] {
  return TO_COME.split(' ').flatMap((range) => {
    const [group, from, to] = /^([A-GX])(\d+)-[A-GX](\d+)$/.exec(range)!.slice(1) as [string, string, string];
    return Array.from({ length: Number(to) - Number(from) + 1 }, (_, i) => `${group}${Number(from) + i}`);
  });
}

describe('the shipped claims', () => {
  const { claims } = loadClaims(shippedClaimFiles());
  const ids = claims.map(({ text }) => text.id);

  it('are every claim of the documents, each once', () => {
    const all = Object.entries(GROUPS).flatMap(([group, count]) =>
      Array.from({ length: count }, (_, i) => `${group}${i + 1}`),
    );
    expect(all).toHaveLength(101 + 6);
    const coming = stillToCome();
    expect(ids.filter((id) => !all.includes(id))).toEqual([]);
    expect(all.filter((id) => !ids.includes(id) && !coming.includes(id))).toEqual([]);
  });

  it('vary an assumption, or say why none is varied', () => {
    const silent = claims.filter(
      ({ text }) =>
        text.notTestable === undefined && (text.fragile === undefined) === (text.notFragile === undefined),
    );
    expect(silent.map(({ text }) => text.id)).toEqual([]);
  });
});
