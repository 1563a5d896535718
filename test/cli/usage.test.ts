import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyFolder, salesworks } from './salesworks.ts';

describe('the command line', () => {
  it('shows every command in 80 columns', async () => {
    const { code, stdout } = await salesworks(['--help']);
    expect(code).toBe(0);
    for (const command of ['compare', 'run', 'check', 'explain', 'init'])
      expect(stdout).toContain(`salesworks ${command}`);
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  it('tells its version', async () => {
    const { code, stdout } = await salesworks(['--version']);
    expect([code, stdout.trim()]).toEqual([0, '0.1.0']);
  });

  it.each([
    [['chekc'], /Did you mean check/],
    [[], /Name a command/],
    [['compare', '--replicatons', '3'], /replicatons/],
    [['compare', '--replications', '0'], /--replications 0 is no whole number of at least 1/],
    [['compare', '--replications', 'many'], /--replications many is no whole number/],
    [['compare', '--replications', '2.5'], /--replications 2.5 is no whole number/],
    [['compare', '--seed', '-1'], /--seed -1 is no whole number of at least 0/],
    [['compare', '--workers', '0'], /--workers 0/],
    [['compare', '--precision', '0'], /--precision 0 is no share/],
    [['compare', '--precision', '2%', '--replications', '5'], /either --replications or --precision/],
    [['compare', 'traditonal'], /traditonal: is not the name of a shipped scenario/],
    [['check', 'missing.yaml'], /missing.yaml/],
    [['run'], /Not enough non-option arguments|scenario/],
    [['check', 'standard', '--set', 'run.week=3'], /run.week/],
    [['compare', '--decide', 'profit'], /did you mean profit-per-year\?/],
    [
      ['sweep', 'standard', '--vary', 'run.weeks=30..40/3', '--metrics', 'tolerance'],
      /did you mean service-within-tolerance\?/,
    ],
    [['compare', '--fail-on', 'on-time-delivery < 90'], /did you mean 90 %\?/],
    [['run', 'standard', '--no-one-more'], /^salesworks: Unknown argument: no-one-more$/m],
    [['trace', 'standard', '--no-weeks'], /^salesworks: Unknown argument: no-weeks$/m],
    [['report', 'out', '--no-chart'], /^salesworks: Unknown argument: no-chart$/m],
    [['run', 'standard', '--one-more'], /^salesworks: Not enough arguments following: one-more$/m],
    [['run', 'standard', '-n', '3', '-n', '4'], /^salesworks: give --replications once$/m],
    [['trace', 'standard', '--format', 'csv', '--format', 'ocel'], /^salesworks: give --format once$/m],
    // What may be given several times is not meant.
    [['compare', '--fail-on', 'a', '--fail-on', 'b'], /a": is no condition[^]*b": is no condition/],
    [['compare', '--with', 'everyda'], /Did you mean everyday|did you mean.*everyday/],
  ])('refuses %j in words, without a stack, with exit code 2', async (words, message) => {
    const { code, stdout, stderr } = await salesworks(words);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/^\s+at .*:\d+/m);
  });

  it('says everything that is wrong with several files in one go', async () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'a.yaml'), 'extends: standard\nrun: { weeks: -3 }\nmarket: { acounts: 1 }\n');
    writeFileSync(join(folder, 'b.yaml'), 'extends: nowhere.yaml\n');
    const { code, stderr } = await salesworks(['compare', 'a.yaml', 'b.yaml'], folder);
    expect(code).toBe(2);
    expect(stderr).toMatch(/a\.yaml:2:/);
    expect(stderr).toMatch(/a\.yaml:3:/);
    expect(stderr).toMatch(/did you mean.*accounts/);
    expect(stderr).toMatch(/b\.yaml:1:/);
  });
});

describe('a file on top of several scenarios', () => {
  it('is wrong once', async () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'market.yaml'), 'market: { acounts: 1 }\n');
    const { code, stderr } = await salesworks(['compare', '--with', 'market.yaml'], folder);
    expect(code).toBe(2);
    expect(stderr.match(/market\.acounts/g)).toHaveLength(1);
  });
});

describe('check', () => {
  it('says that a shipped scenario is valid, and what follows by arithmetic, in 80 columns', async () => {
    const { code, stdout } = await salesworks(['check', 'traditional', 'standard']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/traditional is valid/);
    expect(stdout).toMatch(/standard is valid/);
    // Ten salespeople, five representatives, two managers, two engineers, eight in production.
    expect(stdout).toMatch(/27 people, payroll \$2\.38M a year/);
    expect(stdout).toMatch(/29 people, payroll \$2\.07M a year/);
    expect(stdout).toMatch(/promotions-coordinator .* no work yet/);
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  it('prints JSON and nothing else when asked to', async () => {
    const { stdout } = await salesworks(['check', 'standard', '--json']);
    const { scenarios } = JSON.parse(stdout) as {
      scenarios: { plan: { payroll: number }; loads: unknown[] }[];
    };
    expect(scenarios[0]!.plan.payroll).toBe(2_070_000);
    expect(scenarios[0]!.loads.length).toBeGreaterThan(5);
  });
});

describe('explain', () => {
  it('lists every value with where it was set and its source', async () => {
    const { code, stdout } = await salesworks([
      'explain',
      'standard',
      '--set',
      'market.opportunities.inflow=2',
    ]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/market\.opportunities\.inflow = 2 {3}\(--set\)/);
    expect(stdout).toMatch(/service\.handling = 1\n/);
    expect(stdout).toMatch(/organisation\.roles\.salesperson\.heads = 2 {3}\(.*standard\.yaml:\d+\)/);
    expect(stdout).toMatch(/Source: V51/);
  });

  it('names every path that --set takes: each can be set to its own value without a change', async () => {
    const { stdout } = await salesworks(['explain', 'traditional', 'service', '--json']);
    const { assumptions, sha256 } = JSON.parse(stdout) as {
      assumptions: { path: string; value: string }[];
      sha256: string;
    };
    const sets = assumptions
      .filter(({ value }) => !/,|\|/.test(value))
      .flatMap(({ path, value }) => ['--set', `${path}=${value}`]);
    expect(sets.length).toBeGreaterThan(20);
    const again = await salesworks(['explain', 'traditional', 'service', '--json', ...sets]);
    expect((JSON.parse(again.stdout) as { sha256: string }).sha256).toBe(sha256);
  });
});

describe('init', () => {
  it('writes a scenario that checks, with its schema, and never over one that is there', async () => {
    const folder = emptyFolder();
    expect((await salesworks(['init', 'firm'], folder)).code).toBe(0);
    expect(existsSync(join(folder, 'firm/salesworks.schema.json'))).toBe(true);
    expect((await salesworks(['check', 'firm/firm.yaml'], folder)).code).toBe(0);
    const before = readFileSync(join(folder, 'firm/firm.yaml'), 'utf8');
    const again = await salesworks(['init', 'firm'], folder);
    expect(again.code).toBe(2);
    expect(again.stderr).toMatch(/firm\.yaml is there already/);
    expect(readFileSync(join(folder, 'firm/firm.yaml'), 'utf8')).toBe(before);
  });
});
