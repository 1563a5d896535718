import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Result } from '../../sim/experiment/result.ts';
import { PROGRAM, SMALL, emptyFolder, finished, salesworks, shell, start } from './salesworks.ts';

function resultOf(stdout: string): Result {
  return JSON.parse(stdout) as Result;
}

/** Everything but where a result comes from: the part that has to be the same bytes. */
function withoutProvenance(stdout: string): string {
  const { provenance, ...rest } = resultOf(stdout);
  expect(provenance.replications).toBe(6);
  return JSON.stringify(rest);
}

describe('compare', () => {
  it('gives the same bytes with 1, 2 and 7 workers', async () => {
    const outputs: string[] = [];
    for (const workers of ['1', '2', '7']) {
      const { code, stdout } = await salesworks([
        'compare',
        '--json',
        '-n',
        '6',
        '--workers',
        workers,
        ...SMALL,
      ]);
      expect(code).toBe(0);
      outputs.push(withoutProvenance(stdout));
    }
    expect(outputs[1]).toBe(outputs[0]);
    expect(outputs[2]).toBe(outputs[0]);
  });

  it('prints one JSON document of the published shape, with null and never NaN', async () => {
    const folder = emptyFolder();
    const { stdout } = await salesworks(['compare', '--json', '-n', '2', '--seed', '5', ...SMALL], folder);
    const { schema, provenance, organisations, differences } = resultOf(stdout);
    expect(schema).toBe('salesworks/result/1');
    expect(provenance).toMatchObject({ seed: 5, replications: 2, version: '0.1.0', interrupted: false });
    expect(provenance.tapeHash).toMatch(/^[0-9a-f]{16}$/);
    expect(provenance.scenarios.map(({ name }) => name)).toEqual(['traditional', 'standard']);
    expect(provenance.scenarios.every(({ sha256 }) => /^[0-9a-f]{64}$/.test(sha256))).toBe(true);
    const [traditional] = organisations;
    expect(traditional!.metrics['utilisation.project-leader']).toMatchObject({
      mean: null,
      ci95: null,
      n: 0,
    });
    const series = traditional!.series['bd-meetings-per-week']!;
    expect([series.week.length, series.mean.length, series.lo.length, series.hi.length]).toEqual([
      14, 14, 14, 14,
    ]);
    expect(differences).toHaveLength(1);
    const { mean, ci95, verdict } = differences[0]!.metrics['payroll-per-year']!;
    // Derived payroll table of the source documents: 1 800 k against 1 490 k.
    expect([mean, ci95, verdict]).toEqual([-310_000, [-310_000, -310_000], 'lower']);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('has no intervals for a single replication, and says so with null', async () => {
    const { stdout } = await salesworks(['compare', '--json', '-n', '1', ...SMALL]);
    const { organisations, differences } = resultOf(stdout);
    expect(organisations[0]!.metrics['bd-meetings-per-week']).toMatchObject({ ci95: null, n: 1 });
    expect(differences[0]!.metrics['bd-meetings-per-week']).toMatchObject({
      ci95: null,
      verdict: 'undecided',
    });
  });

  it('finds no difference between an organisation and itself', async () => {
    const { stdout } = await salesworks(['compare', 'standard', 'standard', '--json', '-n', '6', ...SMALL]);
    const { differences, organisations } = resultOf(stdout);
    const differing = Object.entries(differences[0]!.metrics).filter(([id, { mean, verdict }]) => {
      // Of a figure that fewer than six replications have, nothing is decided by their being equal.
      const expected = organisations[0]!.metrics[id]!.n < 6 ? 'undecided' : 'negligible';
      return mean !== null && (mean !== 0 || verdict !== expected);
    });
    expect(differing).toEqual([]);
  });

  it('says that markets differ where they do, by a tape hash of null', async () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'more.yaml'), 'extends: standard\nmarket: { opportunities: { inflow: 2 } }\n');
    const { stdout } = await salesworks(
      ['compare', 'standard', 'more.yaml', '--json', '-n', '2', ...SMALL],
      folder,
    );
    expect(resultOf(stdout).provenance.tapeHash).toBeNull();
  });

  it('runs until the precision asked for is met, and not one replication more', async () => {
    const words = ['compare', '--json', '--precision', '20%', ...SMALL];
    const one = resultOf((await salesworks([...words, '--workers', '1'])).stdout);
    const two = resultOf((await salesworks([...words, '--workers', '2'])).stdout);
    expect(one.provenance.replications).toBeGreaterThanOrEqual(5);
    expect(two.provenance.replications).toBe(one.provenance.replications);
    for (const { metrics } of one.organisations) {
      const { mean, ci95 } = metrics['bd-meetings-per-week']!;
      expect((ci95![1] - ci95![0]) / 2 / mean!).toBeLessThanOrEqual(0.2);
    }
  });

  it('writes the report whole into the folder asked for, and says where', async () => {
    const folder = emptyFolder();
    const { code, stdout } = await salesworks(['compare', '-n', '3', '--out', 'reports/a', ...SMALL], folder);
    expect(code).toBe(0);
    expect(stdout).toContain(`Report: ${join('reports/a', 'report.html')}`);
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
    const page = readFileSync(join(folder, 'reports/a/report.html'), 'utf8');
    expect(page).toMatch(/^<!doctype html>/i);
    expect(page).toMatch(/<\/html>\s*$/);
    const stored = resultOf(readFileSync(join(folder, 'reports/a/result.json'), 'utf8'));
    expect(stored.provenance.replications).toBe(3);
    expect(readdirSync(join(folder, 'reports/a')).filter((name) => name.startsWith('.'))).toEqual([]);
    for (const ending of ['.svg', '.png', '.vl.json', '.csv']) {
      const files = readdirSync(join(folder, 'reports/a/charts')).filter((name) => name.endsWith(ending));
      expect(files.length).toBeGreaterThanOrEqual(6);
    }
  });

  it('tries each role with one more head, in the same market', async () => {
    const words = ['compare', '--json', '-n', '3', ...SMALL.slice(0, 4), '--one-more', '2'];
    const [traditional, standard] = resultOf((await salesworks(words)).stdout).organisations;
    expect(traditional!.oneMore.map(({ role }) => role)).toEqual([
      'salesperson',
      'customer-service',
      'engineering',
      'production',
    ]);
    expect(standard!.oneMore).toHaveLength(6);
    const { cost, replications, metrics } = traditional!.oneMore[0]!;
    expect([cost, replications]).toEqual([169_000, 2]);
    expect(metrics['bd-meetings-per-week']!.mean).not.toBeNull();
  });
});

describe('run', () => {
  it('reports one organisation', async () => {
    const { code, stdout } = await salesworks(['run', 'standard', '-n', '2', ...SMALL]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/BD meetings held/);
  });
});

describe('a place that cannot be written to', () => {
  it('is refused before any work is done', async () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'file'), '');
    const { code, stderr } = await salesworks(['compare', '--out', 'file/below', '-n', '1000'], folder);
    expect(code).toBe(2);
    expect(stderr).toMatch(/cannot write to file\/below: .* is no folder/);
    expect(readdirSync(folder)).toEqual(['file']);
  });

  it('leaves nothing half-written when a file does not fit', async () => {
    const folder = emptyFolder();
    // Files may have 8 blocks of 1 024 bytes: the report needs more, as on a full disk.
    const line = `ulimit -f 8; "${process.execPath}" "${PROGRAM}" compare -n 2 --workers 1 --out report ${SMALL.join(' ')}`;
    const { code, stderr } = await shell(line, folder);
    expect(code).toBe(2);
    expect(stderr).toMatch(/cannot write to report: .*nothing was written/);
    expect(existsSync(join(folder, 'report')) ? readdirSync(join(folder, 'report')) : []).toEqual([]);
  });
});

describe('Ctrl-C', () => {
  it('reports what is finished and ends with 130', async () => {
    const folder = emptyFolder();
    const words = [
      'compare',
      '--json',
      '-n',
      '5000',
      '--set',
      'run.weeks=30',
      '--set',
      'run.warmUp=4',
      '--one-more',
      '0',
    ];
    const child = start(words, folder);
    const done = finished(child);
    await new Promise((resolve) => setTimeout(resolve, 10_000));
    child.kill('SIGINT');
    const { code, stdout } = await done;
    expect(code).toBe(130);
    const { provenance, organisations } = resultOf(stdout);
    expect(provenance.interrupted).toBe(true);
    expect(provenance.replications).toBeGreaterThanOrEqual(1);
    expect(provenance.replications).toBeLessThan(5000);
    expect(organisations[1]!.metrics['bd-meetings-per-week']!.n).toBe(provenance.replications);
  });
});
