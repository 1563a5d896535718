import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadClaims, shippedClaimFiles } from '../../sim/claims/load-claims.ts';
import { packageScenarios } from '../../sim/scenario/package-scenarios.ts';

const VERDICTS = ['supported', 'conditional', 'not supported', 'not testable'];

describe('the table of claims in the README', () => {
  const readme = readFileSync(join(dirname(packageScenarios()), 'README.md'), 'utf8');
  const rows = readme
    .split('\n')
    .filter((line) => /^\| [A-GX]\d+ \|/.test(line))
    .map((line) => line.split('|').map((cell) => cell.trim()));

  it('has every claim once, in its words, with a verdict', () => {
    const { claims } = loadClaims(shippedClaimFiles());
    expect(rows.map(([, id]) => id).toSorted()).toEqual(claims.map(({ text }) => text.id).toSorted());
    for (const { text } of claims) {
      const row = rows.find(([, id]) => id === text.id)!;
      expect(row[2], text.id).toContain(text.claim.trim());
      expect(VERDICTS, text.id).toContain(row[4]);
    }
  });

  it('is counted right above it', () => {
    const [, supported, conditional, notSupported] =
      /(\d+) are supported, (\d+) conditional, (\d+) not supported/.exec(readme)!.map(Number);
    const counted = rows.filter(([, id]) => !id!.startsWith('X')).map((row) => row[4]);
    const count = (verdict: string) => counted.filter((one) => one === verdict).length;
    expect(VERDICTS.slice(0, 3).map(count)).toEqual([supported, conditional, notSupported]);
  });
});
