import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sensitivityInWords } from '../../sim/cli/sensitivity-table.ts';
import type { SensitivityResult } from '../../sim/experiment/sensitivity/sensitivity-result.ts';
import { emptyFolder, salesworks } from './salesworks.ts';

const SHORT = ['--set', 'run.weeks=3', '--set', 'run.warmUp=1', '-n', '2', '--tries', '1'];
const VARIED = ['--vary', 'money.trulyVariableCost=0..90%'];

describe('sensitivity', () => {
  it('says of two organisations what the verdict hangs on, the same with any number of workers', async () => {
    const folder = emptyFolder();
    const words = ['sensitivity', 'traditional', 'standard', ...SHORT, ...VARIED];
    const [told, one, two] = await Promise.all([
      salesworks([...words, '--draws', '2', '--workers', '1', '--out', 'out'], folder),
      salesworks([...words, '--draws', '0', '--workers', '1', '--json']),
      salesworks([...words, '--draws', '0', '--workers', '2', '--json']),
    ]);
    expect([told.code, one.code, two.code]).toEqual([0, 0, 0]);
    const [result, other] = [one, two].map(({ stdout }) => JSON.parse(stdout) as SensitivityResult);
    expect({ ...other!, provenance: null }).toEqual({ ...result!, provenance: null });
    expect(result!.schema).toBe('salesworks/sensitivity/1');
    expect(result!.organisations).toEqual(['traditional', 'standard']);
    expect(result!.factors.map(({ title, own }) => [title, own])).toEqual([['Truly variable cost', '58 %']]);
    const [cost] = result!.tornado!;
    const { low, high, swing } = cost!.swings['throughput-per-year']!;
    // Throughput is the same revenue less the cost: 100 % of it at the low end, 10 % at the high one.
    expect(high.mean! / low.mean!).toBeCloseTo(0.1, 9);
    expect(swing.mean).toBeCloseTo(high.mean! - low.mean!, 6);
    expect(told.stderr).toContain('1 assumption, 2 replications of every value: 20 runs');
    expect(Math.max(...told.stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
    expect(told.stdout).toContain('Throughput, standard less traditional');
    const csv = readFileSync(join(folder, 'out/sensitivity.csv'), 'utf8').trim().split('\r\n');
    expect(csv).toHaveLength(1 + 3);
  });

  it('screens, and puts the shares of the variance in words', async () => {
    const screening = ['--method', 'morris', '--trajectories', '2', '--draws', '0'];
    const { code, stdout } = await salesworks([
      'sensitivity',
      'standard',
      ...SHORT,
      ...VARIED,
      ...screening,
      '--json',
    ]);
    expect(code).toBe(0);
    const result = JSON.parse(stdout) as SensitivityResult;
    // One value, and two paths of two points each, every path with replications of its own.
    expect(result.provenance.runs).toBeLessThanOrEqual(2 * (1 + 2 * 2));
    const [cost] = result.morris!.effects['throughput-per-year']!;
    // The cost goes from nothing to 90 % of the revenue: throughput falls by 0.9 of what it is at 58 %, over 0.42; of the
    // revenue of other replications, which differs by a few per cent.
    const base = result.base!['throughput-per-year']!.mean!;
    expect(cost!.mean.mean! / base).toBeCloseTo(-0.9 / 0.42, 1);
    const share = (mean: number) => ({ mean, ci95: [mean - 0.1, mean + 0.1] as const });
    const factors = [{ path: 'money.trulyVariableCost', first: share(0.5), total: share(0.62) }];
    const ofMetric = { deviation: 2000, noiseShare: 0.07, factors };
    const indices = Object.fromEntries(Object.keys(result.metrics).map((id) => [id, ofMetric]));
    const others = Object.entries(result).filter(([key]) => key !== 'morris');
    const rest = Object.fromEntries(others) as unknown as SensitivityResult;
    const words = sensitivityInWords({ ...rest, sobol: { points: 16, indices } });
    expect(Math.max(...words.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
    expect(words.replaceAll(/\s+/g, ' ')).toContain('7 % of its variance is noise of the replications');
    expect(words).toMatch(/Truly variable cost +62 % +52 to 72 +50 % +40 to 60/);
  });

  it('refuses bad input in words, before anything is simulated or written', async () => {
    const folder = emptyFolder();
    const refused = async (...words: string[]) => {
      const { code, stdout, stderr } = await salesworks(['sensitivity', 'standard', ...words], folder);
      expect([code, stdout]).toEqual([2, '']);
      return stderr.replaceAll(/\s+/g, ' ');
    };
    const said = await Promise.all([
      refused('--vary', 'workflow.wim=1..2%'),
      refused('--vary', 'workflow.win=1..200%'),
      refused('--vary', 'workflow.win=2..1%'),
      refused('--metrics', 'bd-meeting-per-week'),
      refused('--draws', '1'),
      refused('--points', '4'),
      refused('-n', '1'),
      refused('--list', 'gone.yaml'),
    ]);
    expect(said[0]).toContain('did you mean workflow.win?');
    expect(said[1]).toMatch(/^--vary workflow.win=1..200% workflow.win: /);
    expect(said[2]).toContain('workflow.win: does not go up from 2 to 1%');
    expect(said[3]).toContain('did you mean bd-meetings-per-week?');
    expect(said[4]).toContain('--draws 1 tells no spread');
    expect(said[5]).toContain('--points 4 is no whole number of at least 16');
    expect(said[6]).toContain('--replications 1 is no whole number of at least 2');
    expect(said[7]).toContain('gone.yaml');
    expect(existsSync(join(folder, 'out'))).toBe(false);
  });
});
