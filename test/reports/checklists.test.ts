import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checklistsOf, TO_WRITE } from '../../reports/checklists/checklist-markdown.ts';
import { STORE } from '../../sim/experiment/batch/read-manifest.ts';
import { writeStore } from '../../sim/experiment/batch/stores.ts';
import type { Result } from '../../sim/experiment/result.ts';
import { loadScenario } from '../../sim/scenario/load.ts';
import { smallResult } from './small-result.ts';

const overrides = ['run.weeks=30', 'run.warmUp=8', 'description=a | b'];

/** A result as this version writes it, with hostile signs. */
function result(): Result {
  const old = smallResult();
  const scenarios = old.provenance.scenarios.map(({ name }) => {
    const { sha256, document } = loadScenario({ reference: name, overrides });
    return { name, sha256, document };
  });
  const provenance = { ...old.provenance, node: '20.1.2', version: '1.2.3', seed: 4711, scenarios };
  return {
    ...old,
    provenance: { ...provenance, effort: { kind: 'fixed', replications: 12 }, oneMoreReplications: 2 },
  };
}

/** As a version wrote it that did not say from what and on what. */
function oldResult(): Result {
  const small = smallResult();
  const { version, commit, command, seed, replications, warmUp, tapeHash, interrupted } = small.provenance;
  const scenarios = small.provenance.scenarios.map(({ name, sha256 }) => ({ name, sha256 }));
  const provenance = { version, commit, command, seed, replications, warmUp, tapeHash, interrupted };
  return { ...small, provenance: { ...provenance, scenarios } };
}

/** The line of an item. */
function item(text: string, title: string): string {
  return text.split('\n').find((line) => line.includes(` ${title}.**`))!;
}

const STRESS = ['1.1', '1.2', '1.3', '2.1', '2.2', '2.3', '2.4', '2.5.1', '2.5.2', '2.5.3', '2.5.4', '2.5.5'];
const MORE = ['3.1', '3.2', '3.3', '3.4', '4.1', '4.2', '4.3', '5.1', '5.2', '5.3', '5.4', '6.1'];

describe('the checklists of a result', () => {
  it('have the 24 items of STRESS-DES and the 13 components of STARS, each answered or marked', () => {
    const items = checklistsOf({ kind: 'result', file: 'result.json', result: result() })
      .split('\n')
      .filter((line) => line.startsWith('- **'));
    const numbers = items.map((line) => /^- \*\*(\S+) /.exec(line)![1]);
    expect(numbers).toEqual([...STRESS, ...MORE, ...Array.from({ length: 13 }, (_, i) => String(i + 1))]);
    for (const line of items) expect(line).toMatch(/\.\*\* \S.*\.$/);
  });

  it('say what the result says', () => {
    const text = checklistsOf({ kind: 'result', file: 'result.json', result: result() });
    expect(item(text, 'Random sampling')).toContain('Seed 4711.');
    expect(item(text, 'Software')).toContain('salesworks 1.2.3');
    expect(item(text, 'Software')).toContain('Node 20.1.2');
    expect(item(text, 'Run length')).toContain('30 weeks');
    expect(item(text, 'Initialisation')).toContain('The first 8 weeks');
    expect(item(text, 'Estimation')).toContain('12 independent replications');
    expect(item(text, 'Estimation')).toContain('Their number was fixed beforehand.');
    expect(item(text, 'Estimation')).toContain('One more head of each role was tried in 2 replications');
    expect(item(text, 'Estimation')).toContain('same market');
    // S2: ten salespeople own accounts in the traditional firm.
    expect(item(text, 'Resources')).toContain('traditional: 10 salesperson');
    expect(item(text, 'Logic of the scenarios')).toContain('traditional, standard');
    expect(text).toContain('| run.weeks | 30 |');
    expect(text).toContain('| description | a \\| b |');
    expect(text).toContain('| payroll-per-year |');
    for (const only of ['Purpose of the model', 'Overview diagram', 'ORCID of the authors', 'Archive']) {
      expect(item(text, only)).toContain(TO_WRITE);
    }
  });

  it('mark what a result of a version that did not say leaves open', () => {
    const text = checklistsOf({ kind: 'result', file: 'result.json', result: oldResult() });
    expect(item(text, 'Run length')).toContain(TO_WRITE);
    expect(item(text, 'Resources')).toContain(TO_WRITE);
    expect(item(text, 'System')).not.toContain('Node');
    expect(text).toContain(`${TO_WRITE} its values; the result does not hold them.`);
  });

  it('are filled from the store of a batch as well', () => {
    const folder = mkdtempSync(join(tmpdir(), 'checklists-'));
    const { document, sha256 } = loadScenario({ reference: 'standard', overrides });
    const manifest = {
      version: '1.2.3',
      commit: null,
      node: '20.1.2',
      command: 'salesworks batch x.yaml',
      experiment: 'x',
      sha256: 'y',
      seed: 5,
      replications: 7,
      outputs: ['payroll-per-year'],
      part: null,
      bases: { standard: document },
    };
    const factors = [1, 2].map((inflow) => ({ 'market.opportunities.inflow': inflow }));
    const points = factors.map((each) => ({ scenario: 'standard', sha256, factors: each }));
    const file = join(folder, STORE);
    const header = { schema: 'salesworks/runs/1', version: '1.2.3', experiment: 'y', seed: 5 } as const;
    writeStore(file, { ...header, outputs: manifest.outputs, points }, []).close();
    const text = checklistsOf({ kind: 'store', file, manifest });
    rmSync(folder, { recursive: true });
    expect(item(text, 'Logic of the scenarios')).toContain('2 points varies market.opportunities.inflow');
    expect(item(text, 'Estimation')).toContain('7 independent replications');
    expect(item(text, 'Outputs')).toContain('1 figures');
    expect(item(text, 'Run length')).toContain('30 weeks');
  });
});
