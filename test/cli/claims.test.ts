import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ClaimsResult } from '../../sim/claims/claims-result.ts';
import { emptyFolder, salesworks } from './salesworks.ts';

const CLAIMS = `group: A
title: Try <these> | those
claims:
  - id: A1
    source: S2:103
    claim: Divided labour holds more meetings a salesperson & week.
    kind: number
    simulated: Both organisations.
    run: { weeks: 5, warmUp: 1, replications: 3 }
    arms:
      old: { scenario: traditional }
      new: { scenario: standard }
    measure:
      kind: ratio
      of: { metric: bd-meetings-per-salesperson-week, arm: new }
      to: { arm: old }
    holds: { atLeast: 1 }
    fragile: { path: market.opportunities.inflow, from: 0.5, to: 1.5, why: unknown }
  - id: A2
    source: S2:380
    claim: The payroll falls.
    kind: number
    simulated: Both organisations.
    arms:
      old: { scenario: traditional }
      new: { scenario: standard }
    measure: { kind: difference, of: { fact: payroll-per-year, arm: new }, less: { arm: old } }
    holds: { atLeast: -$310k, atMost: -$310k }
    notFragile: Arithmetic.
`;

function folderWith(text: string): string {
  const folder = emptyFolder();
  writeFileSync(join(folder, 'mine.yaml'), text);
  return folder;
}

describe('salesworks claims', () => {
  it('prints a table of 80 columns with verdict and reason, and writes the report', async () => {
    const folder = folderWith(CLAIMS);
    const { code, stdout } = await salesworks(['claims', 'mine.yaml', '--workers', '2'], folder);
    expect(code).toBe(0);
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
    expect(stdout).toMatch(/^2 claims: 2 supported, 0 conditional, 0 not supported, 0 not testable\./);
    expect(stdout).toMatch(/^A1 +\d\.\d\d +\d\.\d\d to \d\.\d\d +supported +none$/m);
    expect(stdout.replace(/\s+/g, ' ')).toContain('Break-even: none at 0.5 or 1.5.');
    expect(stdout).toMatch(/^A2 +-\$310k +exact +supported +-$/m);
    const files = ['charts', 'claims-files.json', 'claims.html', 'claims.json', 'claims.md'];
    expect(readdirSync(join(folder, 'out')).sort()).toEqual(files);
    expect(readdirSync(join(folder, 'out/charts')).sort()).toEqual(
      ['csv', 'png', 'svg', 'vl.json'].map((end) => `claims.${end}`),
    );
    const page = readFileSync(join(folder, 'out/claims.html'), 'utf8').replace(/<style>[^]*<\/style>/, '');
    expect(page).toContain('default-src &#39;none&#39;; style-src &#39;sha256-');
    expect(page).toContain('Try &lt;these&gt; | those');
    // Names of the namespaces of drawings are no addresses.
    expect(page.replace(/ xmlns[:\w]*="[^"]*"/g, '')).not.toMatch(/<script|https?:/);
    const rows = readFileSync(join(folder, 'out/claims.md'), 'utf8').split('\n');
    expect(rows[3]).toBe('| A2 | The payroll falls. (S2:380) | -$310k, exact | supported | – |');
  });

  it('prints the same bytes with one worker and with two, and nothing but one document', async () => {
    const folder = folderWith(CLAIMS);
    const of = (stdout: string) => JSON.parse(stdout) as ClaimsResult;
    const words = ['claims', 'mine.yaml', '--json', '--only', 'A1', '--seed', '4', '-n', '2', '--workers'];
    const [one, two] = await Promise.all(['1', '2'].map((count) => salesworks([...words, count], folder)));
    const { schema, provenance, claims } = of(one!.stdout);
    expect(JSON.stringify(of(two!.stdout).claims)).toBe(JSON.stringify(claims));
    expect([schema, provenance.seed, claims.length]).toEqual(['salesworks/claims/1', 4, 1]);
    const [claim] = claims;
    expect(Object.keys(claim!)).toEqual(
      expect.arrayContaining(['id', 'verdict', 'estimate', 'ci95', 'unit', 'breakEven', 'reason']),
    );
    expect(claim!.run!.replications).toBe(2);
    expect(readdirSync(folder)).toEqual(['mine.yaml']);
  });

  it('says what is wrong in words, and ends with 2', async () => {
    const folder = folderWith(CLAIMS.replace('arm: old }\n    holds', 'arm: odl }\n    holds'));
    const misnamed = await salesworks(['claims', 'mine.yaml'], folder);
    expect(misnamed.code).toBe(2);
    expect(misnamed.stderr).toMatch(/^mine.yaml:16:18 {2}claims.0.measure.to.arm: names no arm;/);
    const unknown = await salesworks(['claims', '--only', 'A1,H3'], folder);
    expect(unknown.code).toBe(2);
    expect(unknown.stderr).toMatch(/^salesworks: --only A1,H3: there is no claim H3/);
    const both = await salesworks(['claims', '--quick', '-n', '3'], folder);
    expect([both.code, both.stderr]).toEqual([2, 'salesworks: give either --replications or --quick\n']);
    const missing = await salesworks(['claims', 'no.yaml'], folder);
    expect(missing.code).toBe(2);
    expect(missing.stderr).toContain('no.yaml');
    expect(readdirSync(folder)).toEqual(['mine.yaml']);
  });
});
