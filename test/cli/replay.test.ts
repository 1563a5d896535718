import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { emptyFolder, salesworks } from './salesworks.ts';

const EXPERIMENT = `
name: inflow
scenarios: [standard]
set: { run.weeks: 6, run.warmUp: 2, market.accounts.initial: 60 }
factors:
  market.opportunities.inflow: { values: [0.5, 2] }
replications: 2
seed: 3
outputs: [bd-meetings-per-week, throughput-per-year]
`;
const folder = emptyFolder();

function read(path: string): string {
  return readFileSync(join(folder, path), 'utf8');
}

beforeAll(async () => {
  writeFileSync(join(folder, 'design.yaml'), EXPERIMENT);
  await salesworks(['batch', 'design.yaml', '--out', 'whole', '--workers', '1'], folder);
});

describe('salesworks replay', () => {
  it('says that a result is identical, whatever has become of the files that it was made from', async () => {
    writeFileSync(
      join(folder, 'ours.yaml'),
      'extends: standard\nname: our firm\nrun: { weeks: 14, warmUp: 4 }\n',
    );
    const small = ['run.weeks=6', 'run.warmUp=2', 'market.accounts.initial=60'];
    const set = small.flatMap((setting) => ['--set', setting]);
    const words = ['run', 'ours.yaml', '--json', '-n', '2', '--workers', '1', '--one-more', '0', ...set];
    writeFileSync(join(folder, 'result.json'), (await salesworks(words, folder)).stdout);
    writeFileSync(join(folder, 'ours.yaml'), 'no: scenario\n');
    const same = await salesworks(['replay', '.'], folder);
    expect(same).toMatchObject({ code: 0, stderr: '' });
    expect(same.stdout).toMatch(
      /^result\.json, version .*\nIdentical: the same bytes, provenance aside\.\n$/s,
    );
  });

  it('says where a result differs, and ends with 1', async () => {
    const forged = read('result.json').replace(
      /"mean":(\d)/,
      (_, digit) => `"mean":${(Number(digit) % 9) + 1}`,
    );
    writeFileSync(join(folder, 'forged.json'), forged);
    const json = await salesworks(['replay', 'forged.json', '--json'], folder);
    expect(json.code).toBe(1);
    const { schema, identical, difference } = JSON.parse(json.stdout) as Record<string, unknown>;
    expect({ schema, identical }).toEqual({ schema: 'salesworks/replay/1', identical: false });
    expect(difference).toMatchObject({
      path: expect.stringMatching(/^organisations\.0\.metrics\./) as unknown,
    });
  });

  it('runs the store of a batch again, its summary, and what there is of one that was not finished', async () => {
    for (const what of ['whole', 'whole/summary.json']) {
      expect(await salesworks(['replay', what, '--workers', '1'], folder)).toMatchObject({ code: 0 });
    }
    cpSync(join(folder, 'whole'), join(folder, 'cut'), { recursive: true });
    const lines = read('whole/runs.ndjson').split('\n');
    const run = JSON.parse(lines[3]!) as { values: number[]; point: number; replication: number };
    const forged = JSON.stringify({ ...run, values: [run.values[0], -1] });
    writeFileSync(join(folder, 'cut/runs.ndjson'), `${lines.slice(0, 3).join('\n')}\n${forged}\n`);
    const different = await salesworks(['replay', 'cut'], folder);
    expect(different.code).toBe(1);
    expect(different.stdout).toContain('Different, first at values.throughput-per-year: -1 stored');
  });

  it('says of what it cannot run again what would do', async () => {
    for (const [what, why] of [
      ['design.yaml', 'is not JSON'],
      ['nothing', 'there is no such file'],
      ['package.json', 'found no schema'],
    ] as const) {
      if (what === 'package.json') writeFileSync(join(folder, what), '{}');
      const { code, stderr } = await salesworks(['replay', what], folder);
      expect(code).toBe(2);
      expect(stderr).toContain(`${what}  ${why === 'found no schema' ? 'cannot be run again: ' : ''}${why}`);
      expect(stderr).toContain('accepted: a JSON result of run, compare, transition or batch');
    }
  });
});
