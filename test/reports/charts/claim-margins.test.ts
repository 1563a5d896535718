import { describe, expect, it } from 'vitest';
import { claimMargins } from '../../../reports/charts/claim-margins.ts';
import { renderClaims } from '../../../reports/claims/write-claims.ts';
import type { ClaimResult, ClaimsResult, Margins } from '../../../sim/claims/claims-result.ts';
import { expectDrawn, expectSameSpec } from './draw.ts';

/** A claim as far as the chart reads it. */
function claim(id: string, verdict: ClaimResult['verdict'], margins?: Margins | null): ClaimResult {
  return {
    id,
    verdict,
    estimate: 2,
    ci95: [1.5, 2.5],
    unit: 'ratio',
    ...(margins === undefined ? {} : { margins }),
    breakEven: null,
    reason: 'For no reason.',
    group: id.charAt(0),
    groupTitle: `Section of ${id.charAt(0)}`,
    source: 'S2:103',
    claim: `${id} claims that divided labour holds more meetings for each salesperson and week than before.`,
    kind: 'number',
    simulated: 'Both organisations.',
    tests: [],
    arms: [],
    run: null,
    fragile: null,
    ablation: null,
    finding: null,
  };
}

function resultOf(claims: readonly ClaimResult[], contradictions: readonly ClaimResult[] = []): ClaimsResult {
  return {
    schema: 'salesworks/claims/1',
    provenance: {
      version: '0.0.0',
      commit: null,
      command: 'claims',
      seed: 1,
      quick: false,
      runs: 12,
      interrupted: false,
      scenarios: [],
    },
    claims,
    contradictions,
  };
}

const result = resultOf(
  [
    claim('A1', 'supported', { estimate: 0.4, lower: 0.3, upper: 0.5 }),
    claim('A2', 'conditional', { estimate: 0.05, lower: -0.1, upper: 0.2 }),
    claim('A3', 'not-testable', null),
    claim('B1', 'not-supported', { estimate: -0.6, lower: null, upper: null }),
    claim('B2', 'conditional', { estimate: null, lower: null, upper: null }),
  ],
  [claim('X1', 'supported', { estimate: 1, lower: 0.2, upper: 1 })],
);

describe('claims on one scale', () => {
  it('are counted by verdict; those without a number are left out, and that is said', () => {
    const { title, subtitle, data, textAlternative } = claimMargins(result, 'wide')!;
    expect(title).toBe('Of 4 claims with a number: 2 supported, 1 conditional, 1 not supported');
    expect(subtitle).toContain('left out: 2.');
    expect(textAlternative).toContain('supported: A1, X1; conditional: A2; not supported: B1');
    expect(data.map(({ id, margin }) => [id, margin])).toEqual([
      ['A1', 0.4],
      ['A2', 0.05],
      ['B1', -0.6],
      ['X1', 1],
    ]);
    expect(data[2]).toMatchObject({ section: 'Section of B', leastMargin: null, greatestMargin: null });
  });

  it('are named by id where there is little room, and by words, cut behind one, where there is more', async () => {
    const words = await expectDrawn((layout) => claimMargins(result, layout));
    expect(words).toMatch(/A1\s+A1 claims that divided labour holds [a-z ]+…/);
    expect(words).toMatch(/B\. Section of B/);
    expect(words).toMatch(/not as the documents say[^]*as they say/);
    const narrow = JSON.stringify(claimMargins(result, 'narrow')!.spec);
    expect(narrow).toContain('"name":"A1"');
  });

  it('are not drawn from results of earlier versions, or where no claim has a number', async () => {
    expect(claimMargins(resultOf([claim('A1', 'supported')]), 'wide')).toBeUndefined();
    expect(claimMargins(resultOf([claim('A3', 'not-testable', null)]), 'wide')).toBeUndefined();
    const files = await renderClaims(resultOf([claim('A1', 'supported')]));
    expect([...files.keys()]).toEqual(['claims.html', 'claims.md', 'claims.json']);
    expect(files.get('claims.html')).not.toContain('<figure');
  });

  it('stand on the page of claims and in files beside it', async () => {
    const files = await renderClaims(result);
    const names = ['svg', 'png', 'vl.json', 'csv'].map((end) => `charts/claims.${end}`);
    expect([...files.keys()]).toEqual(expect.arrayContaining(names));
    const page = files.get('claims.html') as string;
    expect(page.match(/<svg role="img" aria-label="Of 4 claims/g)).toHaveLength(2);
    expect(page).not.toContain('Definitions:');
  });

  it('are drawn if there are a hundred and twenty', async () => {
    const letters = ['A', 'B', 'C', 'D', 'E', 'F'];
    const many = letters.flatMap((letter, i) =>
      Array.from({ length: 20 }, (_, j) => {
        const estimate = Math.sin(20 * i + j);
        return claim(`${letter}${j + 1}`, 'supported', { estimate, lower: estimate - 0.1, upper: estimate });
      }),
    );
    await expectDrawn((layout) => claimMargins(resultOf(many), layout));
  });

  it('are drawn as before', async () => {
    await expectSameSpec((layout) => claimMargins(result, layout));
  });
});
