import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DETECTORS, type ConstraintResult } from '../../sim/experiment/constraint/constraint-result.ts';
import { emptyFolder, salesworks } from './salesworks.ts';

const SHORT = ['--set', 'run.weeks=3', '--set', 'run.warmUp=1', '-n', '2'];

describe('constraint', () => {
  it('puts five ways to find it side by side, the same with any number of workers', async () => {
    const folder = emptyFolder();
    const [told, json] = await Promise.all([
      salesworks(['constraint', 'standard', ...SHORT, '--workers', '1', '--out', 'out'], folder),
      salesworks(['constraint', 'standard', ...SHORT, '--workers', '2', '--json']),
    ]);
    expect([told.code, json.code]).toEqual([0, 0]);
    const result = JSON.parse(json.stdout) as ConstraintResult;
    const written = JSON.parse(readFileSync(join(folder, 'out/constraint.json'), 'utf8')) as ConstraintResult;
    expect({ ...written, provenance: null }).toEqual({ ...result, provenance: null });
    expect(result.schema).toBe('salesworks/constraint/1');
    expect(result.groups).toContain('market');
    for (const detector of DETECTORS) {
      const { odds } = result.detectors[detector];
      expect(odds.reduce((sum, { count }) => sum + count, 0)).toBe(2);
      // Two replications of two are shown to be more than half of them by no interval.
      expect(result.detectors[detector].is).toBeNull();
    }
    expect(Math.max(...told.stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
    for (const words of ['busy', 'wait', 'no room', 'one more']) expect(told.stdout).toContain(words);
    const lines = readFileSync(join(folder, 'out/constraint.csv'), 'utf8').trim().split('\r\n');
    expect(lines).toHaveLength(1 + DETECTORS.length * result.groups.length);
  });

  it('refuses bad input before anything is simulated or written', async () => {
    const folder = emptyFolder();
    const [one, unknown] = await Promise.all([
      salesworks(['constraint', 'standard', '-n', '1'], folder),
      salesworks(['constraint', 'standrad'], folder),
    ]);
    expect([one.code, unknown.code, one.stdout, unknown.stdout]).toEqual([2, 2, '', '']);
    expect(one.stderr).toContain('--replications 1 is no whole number of at least 2');
    expect(unknown.stderr).toContain('did you mean standard?');
    expect(existsSync(join(folder, 'out'))).toBe(false);
  });
});
