import { appendFileSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ResultStore } from '../../../sim/experiment/batch/result-store.ts';
import { keysOf } from '../../../sim/experiment/batch/run-key.ts';
import { openFoundStore, putInOrder, writeStore } from '../../../sim/experiment/batch/stores.ts';
import { lockStore } from '../../../sim/experiment/batch/store-lock.ts';
import type { StoreHeader, StoredRun } from '../../../sim/experiment/batch/stored-run.ts';

const HEADER: StoreHeader = {
  schema: 'salesworks/runs/1',
  version: '1.2.3',
  experiment: 'e',
  seed: 1,
  outputs: ['a', 'b'],
  points: [
    { scenario: 's', sha256: 'x', factors: { 'run.weeks': 10 } },
    { scenario: 's', sha256: 'y', factors: { 'run.weeks': 20 } },
  ],
};
const keyOf = (point: number, replication: number) => `${point}/${replication}`;

function run(point: number, replication: number): StoredRun {
  const values = [point + replication / 3, point === 0 ? null : 0.1 + replication];
  return { key: keyOf(point, replication), point, replication, values, tape: 't' };
}

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'store-'));
  path = join(folder, 'runs.ndjson');
});
afterEach(() => rmSync(folder, { recursive: true }));

function open(header = HEADER): ResultStore {
  return new ResultStore({ path, header, keyOf });
}

describe('a store of runs', () => {
  it('gives back what was added, bit for bit, also to the next process', () => {
    const first = open();
    const added = [run(0, 0), run(1, 2), run(0, 2)];
    for (const each of added) first.add(each);
    first.close();
    const again = open();
    expect(again.count).toBe(3);
    for (const each of added) expect(again.get(each.point, each.replication)).toEqual(each);
    expect(again.has(1, 0)).toBe(false);
    expect(again.get(1, 1)).toBeUndefined();
    expect(again.completeReplications).toBe(0);
    again.close();
  });

  it('loses only the line that was being written, wherever the program was killed, and nothing is there twice', () => {
    const runs = [run(0, 0), run(1, 0), run(0, 1), run(1, 1), run(0, 2)];
    const whole = open();
    for (const each of runs) whole.add(each);
    whole.close();
    const bytes = readFileSync(path);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: bytes.length }), (killedAt) => {
        writeFileSync(path, bytes);
        truncateSync(path, killedAt);
        const written = bytes.subarray(0, killedAt).toString('utf8').split('\n').length - 2;
        const resumed = open();
        expect(resumed.count).toBe(Math.max(0, written));
        for (const each of runs) resumed.add(each);
        resumed.close();
        // Everything that was whole stands where it stood; what is missing is there once.
        expect(readFileSync(path)).toEqual(bytes);
      }),
      { numRuns: 60, seed: 1, examples: [[0], [bytes.indexOf(10)], [bytes.indexOf(10) + 1], [bytes.length]] },
    );
  });

  it('is refused for another experiment, another version, and lines of somebody else', () => {
    const store = open();
    store.add(run(0, 0));
    store.close();
    expect(() => open({ ...HEADER, version: '2.0.0' })).toThrow(
      /runs\.ndjson:1:1 {2}version: the runs are of version 1\.2\.3, this is 2\.0\.0/,
    );
    expect(() => open({ ...HEADER, seed: 2 })).toThrow(
      /:1:1 {2}seed: .* only the number of replications may change/,
    );
    appendFileSync(path, `${JSON.stringify({ ...run(1, 0), key: 'other' })}\n`);
    expect(() => open()).toThrow(/runs\.ndjson:3:1 {2}is no run of this experiment/);
    writeFileSync(path, 'some notes\n');
    expect(() => open()).toThrow(/is no store of runs/);
    expect(readFileSync(path, 'utf8')).toBe('some notes\n');
  });
});

describe('a store in order', () => {
  it('has the bytes of runs that were finished in their order, whatever their order was', () => {
    const header = { ...HEADER, points: HEADER.points.map((point) => ({ ...point })) };
    const runs = [0, 1, 2, 3].flatMap((replication) =>
      [0, 1].map((point) => ({ ...run(point, replication), key: keysOf(header)(point, replication) })),
    );
    const ordered = writeStore(path, header, runs);
    ordered.close();
    const bytes = readFileSync(path, 'utf8');
    fc.assert(
      fc.property(fc.shuffledSubarray(runs, { minLength: runs.length }), (shuffled) => {
        rmSync(path);
        const store = new ResultStore({ path, header, keyOf: keysOf(header) });
        for (const each of shuffled) store.add(each);
        const again = putInOrder(store, path);
        expect([...again.runs()]).toEqual(runs);
        again.close();
        expect(readFileSync(path, 'utf8')).toBe(bytes);
      }),
      { numRuns: 30, seed: 1 },
    );
  });

  it('is only read by who only reads: a line that was not written to its end stays', () => {
    const header = { ...HEADER };
    writeStore(path, header, [{ ...run(0, 0), key: keysOf(header)(0, 0) }]).close();
    appendFileSync(path, '{"key":');
    const bytes = readFileSync(path);
    const store = openFoundStore(path);
    expect([...store.runs()]).toHaveLength(1);
    store.close();
    expect(readFileSync(path)).toEqual(bytes);
  });
});

describe('the lock of a store', () => {
  it('keeps a second process out, and is taken over from one that is gone', () => {
    writeFileSync(`${path}.lock`, '1');
    expect(() => lockStore(path)).toThrow(/in use by process 1/);
    // No process has this number: it is above the largest one that Linux gives.
    writeFileSync(`${path}.lock`, '99999999');
    const unlock = lockStore(path);
    expect(readFileSync(`${path}.lock`, 'utf8')).toBe(`${process.pid} ${hostname()}`);
    // Whether a process of another machine still runs, nobody here knows.
    writeFileSync(`${path}.lock`, '99999999 elsewhere');
    expect(() => lockStore(path)).toThrow(/in use by process 99999999 on elsewhere.*delete .*\.lock/);
    unlock();
    expect(() => readFileSync(`${path}.lock`)).toThrow();
  });
});
