import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadTheme } from '../../reports/theme/load-theme.ts';
import { loadExperiment } from '../../sim/experiment/batch/load-experiment.ts';
import { loadFactorList } from '../../sim/experiment/sensitivity/load-factors.ts';
import { ScenarioError } from '../../sim/scenario/problems.ts';

const READERS = [
  ['a theme', loadTheme, /colours and fonts such as "font: Source Sans 3"/],
  ['a list of assumptions', loadFactorList, /a list of assumptions/],
  ['an experiment', loadExperiment, /an experiment such as "name: mine"/],
] as const;

/** What is said of a file, without line breaks. */
function said(load: (file: string) => unknown, file: string): string {
  try {
    load(file);
  } catch (error) {
    if (error instanceof ScenarioError) return error.message.replace(/\s+/g, ' ');
    throw error;
  }
  return '';
}

describe.each(READERS)('%s', (_, load, accepted) => {
  const folder = mkdtempSync(join(tmpdir(), 'salesworks-data-'));
  const file = join(folder, 'mine.yaml');
  const of = (content: string): string => {
    writeFileSync(file, content);
    return said(load, file);
  };

  it('that is not there, or is a folder or empty, is told in words, with what would do', () => {
    expect(said(load, join(folder, 'gone.yaml'))).toMatch(/gone\.yaml: there is no such file accepted: /);
    expect(said(load, folder)).toContain('is a folder, not a file');
    expect(of('')).toMatch(/mine\.yaml:1:1 the file is empty accepted: /);
    expect(of('')).toMatch(accepted);
    expect(said(load, folder)).toMatch(accepted);
  });

  it('that is no YAML, or not of this form, is told at its place', () => {
    expect(of('a: @b\n')).toMatch(/mine\.yaml:1:4 is not plain YAML/);
    expect(of('bogus: 1\n')).toMatch(/mine\.yaml:1:1 bogus: is not a known key accepted: /);
  });

  it('that is something else altogether is not repeated at length', () => {
    const long = 'x'.repeat(20_000);
    for (const content of [
      `a: !${long} 1`,
      `a: *${long}`,
      `${long.slice(0, 900)}: 1`,
      `a: &x 1\nb: [*${long}]`,
      `? ${long}`,
    ]) {
      const words = of(content);
      expect(words).toContain('xxx...');
      expect(words.length).toBeLessThan(600);
    }
  });
});
