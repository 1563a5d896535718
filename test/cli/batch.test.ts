import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parquetReadObjects } from 'hyparquet';
import { describe, expect, it } from 'vitest';
import { emptyFolder, finished, salesworks, start } from './salesworks.ts';

const EXPERIMENT = `
name: inflow
scenarios: [standard]
set: { run.weeks: 8, run.warmUp: 2, market.accounts.initial: 60 }
design: grid
factors:
  market.opportunities.inflow: { values: [0.5, 2] }
  organisation.roles.sales-coordinator.heads: { from: 1, to: 2 }
replications: 4
seed: 3
outputs: [bd-meetings-per-week, throughput-per-year]
`;

function folderWith(text: string): string {
  const folder = emptyFolder();
  writeFileSync(join(folder, 'design.yaml'), text);
  return folder;
}

function read(folder: string, file: string): string {
  return readFileSync(join(folder, 'out/batch', file), 'utf8');
}

/** The figures alone: provenance names the number of runs, which the parts of a batch do not share. */
function pointsOf(folder: string): unknown {
  return (JSON.parse(read(folder, 'summary.json')) as { points: unknown }).points;
}

describe('salesworks batch', () => {
  it('survives a kill at any moment: the rest is done, and the bytes are those of an undisturbed batch', async () => {
    const whole = folderWith(EXPERIMENT);
    const undisturbed = await salesworks(['batch', 'design.yaml', '--workers', '2'], whole);
    expect(undisturbed).toMatchObject({ code: 0, stderr: '' });
    expect(undisturbed.stdout).toContain('inflow: 4 points, 4 replications each, 16 runs in the store.');
    const killed = folderWith(EXPERIMENT);
    const child = start(['batch', 'design.yaml', '--workers', '1'], killed);
    const end = finished(child);
    // Killed as soon as some runs are there, and not all.
    for (let lines = 0; lines < 4;) {
      await wait(5);
      try {
        lines = read(killed, 'runs.ndjson').split('\n').length;
      } catch {
        lines = 0;
      }
    }
    child.kill('SIGKILL');
    await end;
    const before = read(killed, 'runs.ndjson');
    expect(await salesworks(['batch', 'design.yaml', '--workers', '1'], killed)).toMatchObject({ code: 0 });
    const after = read(killed, 'runs.ndjson');
    expect(after.startsWith(before.slice(0, before.lastIndexOf('\n') + 1))).toBe(true);
    expect(after.trimEnd().split('\n')).toHaveLength(17);
    expect(read(killed, 'runs.csv')).toBe(read(whole, 'runs.csv'));
    expect(pointsOf(killed)).toEqual(pointsOf(whole));
  });

  it('is extended without repeating a run, and exported to Parquet', async () => {
    const folder = folderWith(EXPERIMENT);
    await salesworks(['batch', 'design.yaml', '-n', '2'], folder);
    const first = read(folder, 'runs.ndjson');
    const more = await salesworks(
      ['batch', 'design.yaml', '-n', '3', '--format', 'parquet', '--json'],
      folder,
    );
    expect(more.code).toBe(0);
    const summary = JSON.parse(more.stdout) as {
      points: { outputs: Record<string, { mean: number; n: number }> }[];
    };
    expect(read(folder, 'runs.ndjson').startsWith(first)).toBe(true);
    const bytes = readFileSync(join(folder, 'out/batch/runs.parquet'));
    const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
    const rows = (await parquetReadObjects({ file })) as Record<string, number | string>[];
    expect(rows).toHaveLength(12);
    expect(rows[5]).toMatchObject({ scenario: 'standard', point: 1, replication: 1 });
    const meetings = rows
      .filter(({ point }) => point === 2)
      .map((row) => row['bd-meetings-per-week'] as number);
    const { mean, n } = summary.points[2]!.outputs['bd-meetings-per-week']!;
    expect(n).toBe(3);
    expect(mean).toBeCloseTo(meetings.reduce((sum, x) => sum + x, 0) / 3, 12);
  });

  it('says everything that is wrong with a file, with its place, and writes nothing', async () => {
    const wrong = EXPERIMENT.replace('[0.5, 2]', '[0.5, many]').replace(
      'throughput-per-year',
      'throughput-a-year',
    );
    const folder = folderWith(wrong.replace('design: grid', 'design: grit'));
    const { code, stdout, stderr } = await salesworks(['batch', 'design.yaml'], folder);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('design.yaml:5:9  design: is not known; found "grit"');
    expect(stderr).toContain('did you mean throughput-per-year?');
    const later = folderWith(wrong.replace('throughput-a-year', 'throughput-per-year'));
    const again = await salesworks(['batch', 'design.yaml'], later);
    expect(again.code).toBe(2);
    expect(again.stderr).toContain('design.yaml:7:48  market.opportunities.inflow');
  });

  it('does not mix the runs of another experiment into a store', async () => {
    const folder = folderWith(EXPERIMENT);
    await salesworks(['batch', 'design.yaml', '-n', '1'], folder);
    const before = read(folder, 'runs.ndjson');
    writeFileSync(join(folder, 'design.yaml'), EXPERIMENT.replace('seed: 3', 'seed: 4'));
    const { code, stderr } = await salesworks(['batch', 'design.yaml', '-n', '1'], folder);
    expect(code).toBe(2);
    expect(stderr).toContain('seed: the runs are of another experiment');
    expect(read(folder, 'runs.ndjson')).toBe(before);
  });
});
