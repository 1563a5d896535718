import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Result } from '../../sim/experiment/result.ts';
import { emptyFolder, salesworks } from './salesworks.ts';

const FEW = [
  ...['--set', 'run.weeks=6', '--set', 'run.warmUp=2', '--set', 'market.accounts.initial=30'],
  ...['--workers', '1', '--one-more', '0'],
];

describe('compare --decide', () => {
  it('says of each metric whether it was decided, and with what it rests, in 80 columns', async () => {
    const folder = emptyFolder();
    const words = ['compare', '--decide', 'payroll-per-year,orders-won-per-week', '--budget', '10', ...FEW];
    const { code, stdout } = await salesworks([...words, '--fail-on', 'payroll-per-year > today'], folder);
    expect(code).toBe(0);
    const lines = stdout.slice(stdout.indexOf('Decided with')).split('\n');
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(80);
    expect(stdout).toMatch(/^payroll-per-year +10 {2}\$310k lower$/m);
    expect(stdout).toMatch(/^Fails on payroll-per-year > today: passed\. Found -\$310k/m);
    // What is stored can be made again, decisions and thresholds included.
    const replayed = await salesworks(['replay', 'out/result.json', '--workers', '1'], folder);
    expect([replayed.code, replayed.stderr]).toEqual([0, '']);
  });
});

describe('--fail-on', () => {
  it('ends with 1 unless what must not be is shown not to be, also for one organisation', async () => {
    const words = ['run', 'standard', '-n', '3', ...FEW, '--json'];
    const passed = await salesworks([...words, '--fail-on', 'payroll-per-year > $2.1M']);
    expect([passed.code, (JSON.parse(passed.stdout) as Result).thresholds]).toMatchObject([
      0,
      [{ organisation: 'standard', condition: 'payroll-per-year > $2.1M', verdict: 'passed' }],
    ]);
    const failed = await salesworks([
      ...words,
      '--fail-on',
      'payroll-per-year > $2.1M',
      '--fail-on',
      'payroll-per-year > 1',
    ]);
    expect(failed.code).toBe(1);
    const unknown = await salesworks([
      'run',
      'standard',
      '-n',
      '1',
      ...FEW,
      '--json',
      '--fail-on',
      'payroll-per-year > 1e9',
    ]);
    expect(unknown.code).toBe(2);
    expect(unknown.stderr).toMatch(/has a bound that payroll-per-year cannot\s+have/);
  });

  it('may stand in the scenario, which is the same scenario with it', async () => {
    const folder = emptyFolder();
    const write = (condition: string) =>
      writeFileSync(
        join(folder, 'ours.yaml'),
        `extends: standard\nname: ours\nthresholds:\n  - failOn: ${condition}\n`,
      );
    const words = ['run', 'ours.yaml', '-n', '2', ...FEW, '--json', '--fail-on', 'payroll-per-year > $2.1M'];
    write('payroll-per-year > $1M');
    const failed = await salesworks(words, folder);
    const { thresholds, provenance } = JSON.parse(failed.stdout) as Result;
    expect(failed.code).toBe(1);
    expect(thresholds!.map(({ condition, verdict }) => `${condition}: ${verdict}`)).toEqual([
      'payroll-per-year > $1M: failed',
      'payroll-per-year > $2.1M: passed',
    ]);
    write('payroll-per-year > $2.2M');
    const passed = await salesworks(words, folder);
    expect(passed.code).toBe(0);
    const { scenarios } = (JSON.parse(passed.stdout) as Result).provenance;
    expect(scenarios[0]!.sha256).toBe(provenance.scenarios[0]!.sha256);
    write('payrol > 3');
    const wrong = await salesworks(words, folder);
    expect([wrong.code, wrong.stdout]).toEqual([2, '']);
    expect(wrong.stderr).toMatch(/ours\.yaml:4:13.*payrol is not the id of a metric/s);
  });

  it.each([
    [
      ['run', 'standard', '--fail-on', 'payroll-per-year > today'],
      /compares with today: give two organisations/,
    ],
    [['compare', '--fail-on', 'too dear'], /--fail-on "too dear": is no condition/],
    [['compare', '--decide', 'profit-per-year', '-n', '5'], /--decide, --precision or --replications/],
    [['compare', '--budget', '50'], /--budget is the budget of --decide/],
    [['compare', 'standard', '--decide', 'profit-per-year'], /--decide needs two organisations/],
  ])('refuses %j with exit code 2', async (words, message) => {
    const { code, stdout, stderr } = await salesworks(words);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(message);
  });
});
