import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exportRuns } from '../../../sim/experiment/batch/export-runs.ts';
import { ResultStore } from '../../../sim/experiment/batch/result-store.ts';

/** More than an export keeps in memory at once. */
const OUTPUTS = Array.from({ length: 600 }, (_, i) => `output-${i}`);
const POINTS = 2;
const REPLICATIONS = 500;

let folder: string;
let store: ResultStore;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'export-'));
  store = new ResultStore({
    path: join(folder, 'runs.ndjson'),
    header: {
      schema: 'salesworks/runs/1',
      version: '1.2.3',
      experiment: 'e',
      seed: 1,
      outputs: OUTPUTS,
      points: ['earliest', 'clus,ter'].map((day, i) => ({
        scenario: 'a "b"',
        sha256: 'x',
        factors: { 'run.weeks': 10 + i, 'booking.day': day },
      })),
    },
    keyOf: () => 'key',
  });
  for (let replication = 0; replication < REPLICATIONS; replication++) {
    for (let point = 0; point < POINTS; point++) {
      const values = OUTPUTS.map((_, output) => valueOf(point, replication, output));
      store.add({ key: 'key', point, replication, values, tape: 't' });
    }
  }
});
afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true });
});

function valueOf(point: number, replication: number, output: number): number | null {
  return (replication + output) % 7 === 0 ? null : (point + 1) / (replication + 3) - output * 1e-7;
}

describe('the runs of a store as one table', () => {
  it('stand in a CSV file, null as nothing and texts in quotes where they need them', async () => {
    const path = join(folder, 'runs.csv');
    await exportRuns({ store, replications: REPLICATIONS, format: 'csv', path });
    const [head, ...lines] = readFileSync(path, 'utf8').trimEnd().split('\n');
    expect(head).toBe(`scenario,point,replication,run.weeks,booking.day,${OUTPUTS.join(',')}`);
    expect(lines).toHaveLength(POINTS * REPLICATIONS);
    lines.forEach((line, nth) => {
      const [point, replication] = [nth % POINTS, Math.floor(nth / POINTS)];
      const lead =
        point === 0 ? `"a ""b""",0,${replication},10,earliest,` : `"a ""b""",1,${replication},11,"clus,ter",`;
      expect(line.startsWith(lead)).toBe(true);
      const values = line.slice(lead.length).split(',');
      const shown = values.map((text) => (text === '' ? null : Number(text)));
      expect(shown).toEqual(OUTPUTS.map((_, output) => valueOf(point, replication, output)));
    });
    expect(readdirSync(folder).filter((name) => name.includes('unfinished'))).toEqual([]);
  });

  it('stand in a Parquet file of several groups of rows', async () => {
    const path = join(folder, 'runs.parquet');
    await exportRuns({ store, replications: REPLICATIONS, format: 'parquet', path });
    const bytes = readFileSync(path);
    const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
    expect(parquetMetadata(file).row_groups).toHaveLength(2);
    const columns = ['scenario', 'replication', 'run.weeks', 'output-0', 'output-599'];
    const rows = await parquetReadObjects({ file, columns });
    expect(rows).toHaveLength(POINTS * REPLICATIONS);
    rows.forEach((row, nth) => {
      const [point, replication] = [nth % POINTS, Math.floor(nth / POINTS)];
      expect(row).toEqual({
        scenario: 'a "b"',
        replication,
        'run.weeks': 10 + point,
        'output-0': valueOf(point, replication, 0),
        'output-599': valueOf(point, replication, 599),
      });
    });
  });
});
