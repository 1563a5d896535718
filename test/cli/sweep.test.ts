import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { SweepResult } from '../../sim/experiment/sweep/sweep-result.ts';
import { emptyFolder, salesworks } from './salesworks.ts';

const SMALL = ['--set', 'run.weeks=10', '--set', 'run.warmUp=2', '--set', 'market.accounts.initial=60'];
const INFLOW = ['--vary', 'market.opportunities.inflow=0.5..3/3'];
const HEADS = ['--vary', 'organisation.roles.customer-service.heads=1..2'];

describe('salesworks sweep', () => {
  it('writes a table, the result and a line for each point, in 80 columns', async () => {
    const folder = emptyFolder();
    const words = ['sweep', 'standard', ...INFLOW, ...SMALL, '-n', '2', '--workers', '1', '--extra', '1'];
    const { code, stdout, stderr } = await salesworks([...words, '--out', 'there'], folder);
    expect([code, stderr]).toEqual([0, '']);
    expect(Math.max(...stdout.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(80);
    expect(stdout).toMatch(/market\.opportunities\.inflow varied/);
    expect(stdout).toMatch(/^ +0\.5 {2}[a-z-]+ \d+ %/m);
    const result = JSON.parse(readFileSync(join(folder, 'there/sweep.json'), 'utf8')) as SweepResult;
    expect(result.schema).toBe('salesworks/sweep/1');
    const csv = readFileSync(join(folder, 'there/sweep.csv'), 'utf8').trimEnd().split('\r\n');
    expect(csv).toHaveLength(1 + result.points.length);
    expect(csv[0]).toMatch(/^market\.opportunities\.inflow,added,constraint,probability\./);
  });

  it('draws a map of the constraint for two paths', async () => {
    const folder = emptyFolder();
    const words = [
      'sweep',
      'standard',
      ...INFLOW,
      ...HEADS,
      ...SMALL,
      '-n',
      '3',
      '--extra',
      '0',
      '--workers',
      '1',
    ];
    const { code, stdout } = await salesworks(words, folder);
    expect(code).toBe(0);
    expect(Math.max(...stdout.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(80);
    expect(stdout).toMatch(
      /Who is the constraint\nup: organisation\.roles\.customer-service\.heads\n2 \|.*\n1 \|/,
    );
    expect(stdout).toMatch(/\n +\+-+\n +0\.5 +1\.75 +3\nright: market\.opportunities\.inflow/);
    const { points } = JSON.parse(readFileSync(join(folder, 'out/sweep/sweep.json'), 'utf8')) as SweepResult;
    expect(points.map(({ place }) => place)).toEqual([
      [0.5, 1],
      [0.5, 2],
      [1.75, 1],
      [1.75, 2],
      [3, 1],
      [3, 2],
    ]);
  });

  it('prints JSON alone when asked to, and writes nothing then', async () => {
    const folder = emptyFolder();
    const words = ['sweep', 'standard', ...HEADS, ...SMALL, '-n', '1', '--workers', '1', '--json'];
    const { code, stdout } = await salesworks([...words, '--metrics', 'payroll-per-year'], folder);
    const { points, metrics } = JSON.parse(stdout) as SweepResult;
    expect([code, points.length, Object.keys(metrics)]).toEqual([0, 2, ['payroll-per-year']]);
    expect(existsSync(join(folder, 'out'))).toBe(false);
  });

  it.each([
    [['sweep', 'standard'], /Missing required argument: vary/],
    [
      ['sweep', 'standard', '--vary', 'opportunities.inflow=1..2/3'],
      /did you mean market\.opportunities\.inflow\?/,
    ],
    [
      ['sweep', 'standard', ...INFLOW, '--metrics', 'bd-meeting-per-week'],
      /did you mean bd-meetings-per-week\?/,
    ],
    [['sweep', 'standard', ...INFLOW, '--extra', 'many'], /--extra many is no whole number of at least 0/],
  ])('refuses %j with exit code 2', async (words, message) => {
    const folder = emptyFolder();
    const { code, stdout, stderr } = await salesworks(words, folder);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/^\s+at .*:\d+/m);
    expect(existsSync(join(folder, 'out'))).toBe(false);
  });
});
