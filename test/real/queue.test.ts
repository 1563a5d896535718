import type { ChildProcess } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  emptyFolder,
  finished,
  PROGRAM,
  salesworks,
  startProgram,
  type Finished,
} from '../cli/salesworks.ts';
import { RedisServer } from './redis-server.ts';

const PACKAGE = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const RUNS = 48;
const EXPERIMENT = `
name: inflow
scenarios: [standard]
set: { run.weeks: 10, run.warmUp: 2, market.accounts.initial: 60 }
factors:
  market.opportunities.inflow: { values: [0.5, 2, 3] }
replications: ${RUNS / 3}
seed: 3
outputs: [bd-meetings-per-week, throughput-per-year]
`;
const QUEUE = 'salesworks:runs-*';

const folder = emptyFolder();
const started: ChildProcess[] = [];
let redis: RedisServer;

beforeAll(async () => {
  writeFileSync(join(folder, 'design.yaml'), EXPERIMENT);
  const [server, whole] = await Promise.all([
    RedisServer.start(),
    salesworks(['batch', 'design.yaml', '--workers', '1', '--out', 'whole'], folder),
  ]);
  redis = server;
  expect(whole.code).toBe(0);
});

afterEach(async () => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
  await redis.reset();
});

afterAll(() => redis.stop());

function read(path: string): string {
  return readFileSync(join(folder, path), 'utf8');
}

interface Started {
  readonly child: ChildProcess;
  readonly end: Promise<Finished>;
}

function begin(words: readonly string[], program = PROGRAM): Started {
  const child = startProgram(program, [...words, '--queue', redis.url], folder);
  started.push(child);
  return { child, end: finished(child) };
}

function batch(out: string, design = 'design.yaml'): Started {
  return begin(['batch', design, '--out', out]);
}

function worker(): Started {
  return begin(['worker', '--workers', '1']);
}

/** Until a worker has begun an order, and some runs have come back. */
async function untilUnderWay(out: string): Promise<void> {
  for (let isUnderWay = false; !isUnderWay;) {
    await wait(20);
    const active = await redis.withClient(async (client) => {
      const [key] = await client.keys(`${QUEUE}:active`);
      return key === undefined ? 0 : client.llen(key);
    });
    isUnderWay = active > 0 && read(`${out}/runs.ndjson`).split('\n').length > 3;
  }
}

/** Until so many workers wait for work. */
function untilThere(workers: number): Promise<void> {
  return redis.withClient(async (client) => {
    for (let there = 0; there < workers;) {
      await wait(50);
      const clients = (await client.client('LIST')) as string;
      there = clients
        .split('\n')
        .filter((line) => / name=\S*:w:/.test(line) && /cmd=bzpopmin/.test(line)).length;
    }
  });
}

async function runsOf({ child, end }: Started): Promise<number> {
  child.kill('SIGTERM');
  const { code, stdout } = await end;
  expect(code).toBe(130);
  return Number(/^(\d+) runs\.$/m.exec(stdout)![1]);
}

/** Nothing lost, nothing twice, and the very bytes of the batch on one machine. */
function expectWhole(out: string): void {
  for (const file of ['runs.ndjson', 'runs.csv']) expect(read(`${out}/${file}`)).toBe(read(`whole/${file}`));
  const points = (path: string) => (JSON.parse(read(`${path}/summary.json`)) as { points: unknown }).points;
  expect(points(out)).toEqual(points('whole'));
}

describe('a batch that many machines share', () => {
  it('is done by two workers together, and leaves nothing behind', async () => {
    const workers = [worker(), worker()];
    // Both have to be there before one of them has done everything.
    await untilThere(2);
    expect(await batch('shared').end).toMatchObject({ code: 0, stderr: '' });
    expectWhole('shared');
    const runs = await Promise.all(workers.map(runsOf));
    expect(Math.min(...runs)).toBeGreaterThan(0);
    // The batch itself has done the first one, to know how long a run takes.
    expect(runs[0]! + runs[1]!).toBe(RUNS - 1);
    const keys = await redis.withClient((client) => client.keys('*'));
    expect(keys.filter((key) => !/:(id|meta|events|stalled-check|marker)$/.test(key))).toEqual([]);
  });

  it('survives a worker that is killed in the middle of an order: another one does it', async () => {
    const [killed, { end }] = [worker(), batch('killed-worker')];
    await untilUnderWay('killed-worker');
    killed.child.kill('SIGKILL');
    await killed.end;
    worker();
    expect(await end).toMatchObject({ code: 0, stderr: '' });
    expectWhole('killed-worker');
  });

  it('survives a Redis that is killed and comes back, and a batch that is stopped and called again', async () => {
    const [, stopped] = [worker(), batch('killed-redis')];
    await untilUnderWay('killed-redis');
    await redis.kill();
    await wait(500);
    const before = read('killed-redis/runs.ndjson').length;
    await redis.startAgain();
    while (read('killed-redis/runs.ndjson').length === before) await wait(20);
    stopped.child.kill('SIGINT');
    const { code, stderr } = await stopped.end;
    expect(code).toBe(130);
    expect(stderr).toContain('salesworks: the queue is away; the batch goes on when it is there again');
    expect(stderr).toContain('salesworks: the queue is there again');
    expect(await batch('killed-redis').end).toMatchObject({ code: 0, stderr: '' });
    expectWhole('killed-redis');
  });

  it.each([0, 1, 5, 300])(
    'can be stopped %i ms after Redis has gone away, and keeps what it has',
    async (milliseconds) => {
      const out = `away-${milliseconds}`;
      const [idle, stopped] = [worker(), batch(out)];
      await untilUnderWay(out);
      await redis.kill();
      if (milliseconds > 0) await wait(milliseconds);
      stopped.child.kill('SIGINT');
      idle.child.kill('SIGTERM');
      expect((await stopped.end).code).toBe(130);
      expect((await idle.end).code).toBe(130);
      const kept = read(`${out}/runs.csv`).trimEnd().split('\n').length - 1;
      expect(kept).toBe(read(`${out}/runs.ndjson`).trimEnd().split('\n').length - 1);
      expect(kept).toBeLessThan(RUNS);
    },
  );

  it('is left alone by a worker of another version, which says why', async () => {
    const other = join(folder, 'other');
    mkdirSync(other);
    for (const part of ['dist/bin', 'scenarios', 'package.json']) {
      cpSync(join(PACKAGE, part), join(other, part), { recursive: true });
    }
    symlinkSync(join(PACKAGE, 'node_modules'), join(other, 'node_modules'));
    writeFileSync(join(other, 'dist/build.json'), JSON.stringify({ version: '99.0.0', commit: null }));
    const open = batch('versions');
    await redis.withClient(async (client) => {
      while ((await client.exists('salesworks:open')) === 0) await wait(20);
    });
    const { code, stdout, stderr } = await begin(['worker'], join(other, 'dist/bin/salesworks.js')).end;
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(
      /^salesworks: --queue: the work at \S+ is for version \d\S+, and this is 99\.0\.0; /,
    );
    worker();
    expect((await open.end).code).toBe(0);
    expectWhole('versions');
  });

  it('lets nobody in without the password, and says so', async () => {
    await redis.withClient((client) => client.config('SET', 'requirepass', 'secret'));
    const none = await begin(['worker']).end;
    expect(none).toMatchObject({ code: 2, stdout: '' });
    expect(none.stderr).toMatch(
      /^salesworks: --queue: the queue at \S+ cannot be used: it wants a name or a pass/,
    );
  });

  it('reports what cannot be simulated, and does the rest', async () => {
    // More accounts than an array can have.
    const poisoned = EXPERIMENT.replace('60 }', '60 }\ndesign: list')
      .replace(
        /factors:\n.*\n/,
        'list: [{ run.weeks: 6 }, { market.accounts.initial: 1e15 }, { run.weeks: 7 }]\n',
      )
      .replace(/replications: \d+/, 'replications: 2');
    writeFileSync(join(folder, 'poisoned.yaml'), poisoned);
    worker();
    const { code, stderr } = await batch('poisoned', 'poisoned.yaml').end;
    expect(code).toBe(1);
    expect(stderr).toBe(
      'salesworks: 2 runs could not be simulated:\n' +
        '    point 1, replication 0: Invalid array length\n' +
        '    point 1, replication 1: Invalid array length\n',
    );
    const lines = read('poisoned/runs.csv').trimEnd().split('\n');
    expect(lines.slice(1).map((line) => line.split(',').slice(1, 3).join('/'))).toEqual([
      '0/0',
      '2/0',
      '0/1',
      '2/1',
    ]);
  });
});
