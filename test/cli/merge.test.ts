import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { partOf } from '../../sim/cli/options.ts';
import { emptyFolder, salesworks } from './salesworks.ts';

const EXPERIMENT = `
name: inflow
scenarios: [standard]
set: { run.weeks: 6, run.warmUp: 2, market.accounts.initial: 60 }
factors:
  market.opportunities.inflow: { values: [0.5, 2, 3] }
replications: 4
seed: 3
outputs: [bd-meetings-per-week, throughput-per-year]
`;
const FILES = ['runs.ndjson', 'runs.csv', 'runs.parquet'];
const folder = emptyFolder();

function read(path: string): string {
  return readFileSync(join(folder, path), 'latin1');
}

function pointsOf(path: string): unknown {
  return (JSON.parse(read(`${path}/summary.json`)) as { points: unknown }).points;
}

beforeAll(async () => {
  writeFileSync(join(folder, 'design.yaml'), EXPERIMENT);
  const whole = ['batch', 'design.yaml', '--out', 'whole', '--format', 'csv', '--format', 'parquet'];
  expect(await salesworks([...whole, '--workers', '2'], folder)).toMatchObject({ code: 0 });
  for (const shard of ['1/3', '2/3', '3/3']) {
    const { code, stdout } = await salesworks(
      ['batch', 'design.yaml', '--shard', shard, '--workers', '1'],
      folder,
    );
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout:
        `inflow, part ${shard}: 4 runs in out/batch-${shard.replace('/', '-of-')}/runs.ndjson.\n` +
        'salesworks merge joins it with the other parts.\n',
    });
  }
});

function merge(parts: readonly string[], out: string) {
  return salesworks(
    [
      'merge',
      ...parts.map((part) => `out/batch-${part}-of-3`),
      '--out',
      out,
      '--format',
      'csv',
      '--format',
      'parquet',
    ],
    folder,
  );
}

describe('salesworks merge', () => {
  it('joins parts into the very bytes of a batch on one machine, in whatever order they come', async () => {
    expect(await merge(['3', '1', '2'], 'merged')).toEqual({
      code: 0,
      stderr: '',
      stdout:
        'inflow: 3 points, 4 replications each, 12 runs in the store.\n' +
        'Written to merged: runs.ndjson, experiment.json, summary.json, runs.csv, runs.parquet\n',
    });
    for (const file of FILES) expect(read(`merged/${file}`)).toBe(read(`whole/${file}`));
    expect(pointsOf('merged')).toEqual(pointsOf('whole'));
    // A batch takes the joined store for its own, and has nothing to do.
    const before = read('merged/runs.ndjson');
    expect((await salesworks(['batch', 'design.yaml', '--out', 'merged'], folder)).code).toBe(0);
    expect(read('merged/runs.ndjson')).toBe(before);
  });

  it('says what is missing, keeps what is there, and is complete when the rest has come', async () => {
    const partly = await merge(['1', '3'], 'partly');
    expect(partly.code).toBe(1);
    expect(partly.stderr.replace(/\s+/g, ' ')).toContain(
      '4 runs are missing, the first of point 1, replication 0: nothing is there of part 2/3.',
    );
    expect(read('partly/runs.ndjson').trimEnd().split('\n')).toHaveLength(9);
    expect(await merge(['2'], 'partly')).toMatchObject({ code: 0, stderr: '' });
    expect(read('partly/runs.ndjson')).toBe(read('whole/runs.ndjson'));
  });

  it('takes a run that two parts have once, and refuses parts that disagree about it', async () => {
    expect(await merge(['1', '2', '3', '1'], 'twice')).toMatchObject({ code: 0 });
    const again = ['merge', 'whole', 'out/batch-2-of-3', '--out', 'again'];
    expect(await salesworks(again, folder)).toMatchObject({ code: 0 });
    expect(read('again/runs.ndjson')).toBe(read('whole/runs.ndjson'));
    const [header, first, ...rest] = read('out/batch-2-of-3/runs.ndjson').split('\n');
    const { key, values } = JSON.parse(first!) as { key: string; values: number[] };
    const forged = JSON.stringify({ ...JSON.parse(first!), values: [values[0]! + 1, values[1]] });
    cpSync(join(folder, 'out/batch-2-of-3'), join(folder, 'forged'), { recursive: true });
    writeFileSync(join(folder, 'forged/runs.ndjson'), [header, forged, ...rest].join('\n'));
    const { code, stderr } = await salesworks(['merge', 'whole', 'forged', '--out', 'refused'], folder);
    expect(code).toBe(2);
    expect(stderr).toContain(`forged  disagrees with whole on run ${key} (point 1, replication 0)`);
    expect(stderr).toContain(`bd-meetings-per-week ${values[0]} and ${values[0]! + 1}`);
    expect(() => read('refused/runs.ndjson')).toThrow(/ENOENT/);
    expect(() => read('refused/runs.ndjson.unfinished')).toThrow(/ENOENT/);
  });

  it('refuses parts of another experiment or version, and folders that are no part', async () => {
    const [header] = read('out/batch-2-of-3/runs.ndjson').split('\n') as [string];
    cpSync(join(folder, 'out/batch-2-of-3'), join(folder, 'other'), { recursive: true });
    const putHeader = (text: string) => writeFileSync(join(folder, 'other/runs.ndjson'), `${text}\n`);
    putHeader(header.replace('"seed":3', '"seed":4').replace(/"experiment":"./, '"experiment":"x'));
    const refused = await salesworks(['merge', 'whole', 'other', '--out', 'mixed'], folder);
    expect(refused.code).toBe(2);
    expect(refused.stderr).toMatch(
      /^salesworks: other {2}experiment, seed: .* another experiment.*unlike whole/,
    );
    const older = read('other/runs.ndjson')
      .split('\n')[0]!
      .replace(/"version":"[^"]*"/, '"version":"0.0.1"');
    writeFileSync(join(folder, 'other/runs.ndjson'), `${older}\n`);
    const old = await salesworks(['merge', 'whole', 'other', '--out', 'mixed'], folder);
    expect(old.code).toBe(2);
    expect(old.stderr).toMatch(/other {2}version: the runs are of version 0\.0\.1, not \d/);
    rmSync(join(folder, 'other/experiment.json'));
    const none = await salesworks(['merge', 'whole', 'other', '--out', 'mixed'], folder);
    expect(none.code).toBe(2);
    expect(none.stderr).toContain('other/experiment.json  there is no such file');
    expect(() => read('mixed/runs.ndjson')).toThrow(/ENOENT/);
  });

  it.each(['0/3', '4/3', '2', 'a/b', '1/0'])('does not know a part %s', (shard) => {
    expect(() => partOf('--shard', shard)).toThrow(`--shard ${shard} is no part of a whole, such as 2/8`);
  });
});
