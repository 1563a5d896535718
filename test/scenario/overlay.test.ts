import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadScenario } from '../../sim/scenario/load.ts';
import { shippedOverlays } from '../../sim/scenario/package-scenarios.ts';
import { formatProblems, ScenarioError } from '../../sim/scenario/problems.ts';
import { readOverlay } from '../../sim/scenario/scenario-files.ts';

function written(text: string): string {
  const file = join(mkdtempSync(join(tmpdir(), 'salesworks-test-')), 'ours.yaml');
  writeFileSync(file, text);
  return file;
}

function complaints(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof ScenarioError) return formatProblems(error.problems);
    throw error;
  }
  return 'none';
}

const OURS = 'name: ours\nmarket: { accounts: { initial: 300 } }\nmoney:\n# nothing yet\n';

describe('a file on top of scenarios', () => {
  it('sets what it says in each of them, and nothing else', () => {
    const overrides = readOverlay(written(OURS));
    for (const reference of ['traditional', 'standard']) {
      const plain = loadScenario({ reference }).scenario;
      const { scenario } = loadScenario({ reference, overrides });
      const { market } = plain;
      expect(scenario).toEqual({
        ...plain,
        market: { ...market, accounts: { ...market.accounts, initial: 300 } },
      });
    }
  });

  it('yields to what is set after it, and keeps the place of its values', () => {
    const file = written(OURS);
    const overrides = [...readOverlay(file), 'market.accounts.initial=200'];
    expect(loadScenario({ reference: 'standard', overrides }).scenario.market.accounts.initial).toBe(200);
    const { origins } = loadScenario({ reference: 'standard', overrides: readOverlay(file) });
    expect(origins.get('market.accounts.initial')).toEqual({ kind: 'file', file, line: 2, column: 32 });
  });

  it('is refused with the place of what is wrong', () => {
    const load = (text: string) => () =>
      loadScenario({ reference: 'standard', overrides: readOverlay(written(text)) });
    expect(complaints(load('market: { acounts: 3 }'))).toMatch(/ours\.yaml:1:\d+ {2}market\.acounts/);
    expect(complaints(load('run: { weeks: -3 }'))).toMatch(/ours\.yaml:1:15 {2}run\.weeks/);
    expect(complaints(load('markett: { accounts: { initial: 3 } }'))).toMatch(/ours\.yaml:1:\d+ {2}markett:/);
    expect(complaints(load('extends: standard'))).toMatch(/ours\.yaml:1:10 {2}extends:/);
    expect(complaints(load(''))).toMatch(/the file is empty/);
    expect(complaints(() => readOverlay('everyda'))).toMatch(/everyday/);
    expect(complaints(() => readOverlay('missing.yaml'))).toMatch(/no such file/);
  });

  it('is shipped only if it fits the shipped organisations', () => {
    expect(shippedOverlays()).toContain('everyday');
    for (const overlay of shippedOverlays()) {
      for (const reference of ['traditional', 'standard', 'transitions/in-order']) {
        loadScenario({ reference, overrides: readOverlay(overlay) });
      }
    }
  });
});
