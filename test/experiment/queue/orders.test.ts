import type { Redis } from 'ioredis';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Connection } from '../../../sim/experiment/queue/connection.ts';
import { Orders } from '../../../sim/experiment/queue/orders.ts';
import type { RunsQueue } from '../../../sim/experiment/queue/runs-queue.ts';
import {
  runsOf,
  type RunFailure,
  type Shard,
  type ShardResult,
} from '../../../sim/experiment/queue/shard.ts';
import { GONE } from '../../../sim/experiment/queue/shared-experiment.ts';

interface FakeJob {
  readonly id: string;
  readonly data: Shard;
  state: 'waiting' | 'completed' | 'failed';
  failedReason?: string;
  returnvalue?: ShardResult;
}

/** What orders need of a queue, in memory. */
class FakeQueue {
  readonly jobs = new Map<string, FakeJob>();

  getRanges(states: readonly string[]): Promise<string[]> {
    return Promise.resolve(
      [...this.jobs.values()].flatMap(({ id, state }) => (states.includes(state) ? [id] : [])),
    );
  }

  getJob(id: string) {
    const job = this.jobs.get(id);
    return Promise.resolve(
      job && {
        ...job,
        isFailed: () => Promise.resolve(job.state === 'failed'),
        remove: () => Promise.resolve(void this.jobs.delete(id)),
      },
    );
  }

  addBulk(jobs: readonly { data: Shard; opts: { jobId: string } }[]): Promise<void> {
    for (const { data, opts } of jobs) {
      const isThere = this.jobs.has(opts.jobId);
      if (!isThere) this.jobs.set(opts.jobId, { id: opts.jobId, data, state: 'waiting' });
    }
    return Promise.resolve();
  }
}

const SHARED = {
  header: {
    schema: 'salesworks/runs/1',
    version: '1.2.3',
    experiment: 'e',
    seed: 5,
    outputs: [],
    points: ['x', 'y'].map((sha256) => ({ scenario: 's', sha256, factors: {} })),
  },
  bases: {},
} as const;

let queue: FakeQueue;
let shared: Set<string>;
beforeEach(() => {
  queue = new FakeQueue();
  shared = new Set();
});

function orders(): Orders {
  const redis = {
    exists: (key: string) => Promise.resolve(shared.has(key) ? 1 : 0),
    set: (key: string) => Promise.resolve(void shared.add(key)),
    del: (key: string) => Promise.resolve(void shared.delete(key)),
    hset: () => Promise.resolve(),
    hdel: () => Promise.resolve(),
  };
  const connection = { redis: redis as unknown as Redis } as Connection;
  return new Orders({ connection, queue: queue as unknown as RunsQueue, shared: SHARED });
}

/** Every worker that takes a run that is to blame falls silent, until the queue gives up. */
function work(isToBlame: (nth: number) => boolean): void {
  for (const job of queue.jobs.values()) {
    if (job.state !== 'waiting') continue;
    const runs = [...runsOf(job.data)];
    if (runs.some(isToBlame))
      Object.assign(job, { state: 'failed', failedReason: 'job stalled more than allowable limit' });
    else {
      const done = runs.map((nth) => ({
        key: String(nth),
        point: nth % 2,
        replication: nth >> 1,
        values: [],
        tape: '',
      }));
      Object.assign(job, { state: 'completed', returnvalue: { runs: done, failures: [] } });
    }
  }
}

async function collect(own: Orders, isToBlame: (nth: number) => boolean) {
  const runs: string[] = [];
  const failures: RunFailure[] = [];
  while (own.count > 0) {
    work(isToBlame);
    await own.takeResults((result) => {
      runs.push(...result.runs.map(({ key }) => key));
      failures.push(...result.failures);
    });
  }
  return { runs, failures };
}

const numbers = (count: number) => Array.from({ length: count }, (_, nth) => nth);

describe('the orders of a batch', () => {
  it('are halved where they kill workers, until the one run that does is alone; the others are done once', async () => {
    const own = orders();
    await own.send(numbers(20), 8);
    const { runs, failures } = await collect(own, (nth) => nth === 11);
    expect(runs.map(Number).sort((a, b) => a - b)).toEqual(numbers(20).filter((nth) => nth !== 11));
    expect(failures).toEqual([
      { point: 1, replication: 5, message: 'every worker that tried it has fallen silent' },
    ]);
    expect(queue.jobs.size).toBe(0);
  });

  it('are sent again where the queue has lost them, and not twice', async () => {
    const own = orders();
    await own.send(numbers(6), 2);
    const [first] = queue.jobs.keys();
    queue.jobs.delete(first!);
    shared.clear();
    await own.sendAgainWhatIsLost();
    await own.sendAgainWhatIsLost();
    expect(queue.jobs.size).toBe(3);
    expect(shared.size).toBe(1);
    expect((await collect(own, () => false)).runs).toHaveLength(6);
  });

  it('are found by the next call of the batch: results are taken, what failed or is no order is asked for anew', async () => {
    const earlier = orders();
    await earlier.send(numbers(6), 2);
    const [done, failed, waiting] = [...queue.jobs.values()] as [FakeJob, FakeJob, FakeJob];
    work(() => false);
    failed.state = 'failed';
    waiting.state = 'waiting';
    queue.jobs.set(`${done.id}x`, {
      id: `${done.id}x`,
      data: 'nonsense' as unknown as Shard,
      state: 'waiting',
    });
    queue.jobs.set('of-somebody-else', { id: 'of-somebody-else', data: done.data, state: 'waiting' });
    const own = orders();
    await own.takeUp();
    expect(own.count).toBe(2);
    const rest = own.without(new Set(numbers(6)));
    expect(rest).toEqual(new Set(runsOf(failed.data)));
    await own.send(rest, 2);
    expect((await collect(own, () => false)).runs.map(Number).sort()).toEqual(numbers(6));
    expect([...queue.jobs.keys()]).toEqual(['of-somebody-else']);
  });

  it('are asked for anew if another batch took the experiment away, and told if they are refused', async () => {
    const own = orders();
    await own.send(numbers(4), 2);
    const [gone, refused] = [...queue.jobs.values()] as [FakeJob, FakeJob];
    Object.assign(gone, { state: 'failed', failedReason: GONE });
    Object.assign(refused, { state: 'failed', failedReason: 'it is for version 2' });
    const failures: RunFailure[] = [];
    await own.takeResults((result) => failures.push(...result.failures));
    expect(own.count).toBe(1);
    expect(failures.map(({ message }) => message)).toEqual(['it is for version 2', 'it is for version 2']);
    expect((await collect(own, () => false)).runs).toEqual(['0', '1']);
  });

  it('that nobody has begun are taken back when the batch is stopped; the others stay, with their experiment', async () => {
    const own = orders();
    await own.takeUp();
    await own.send(numbers(4), 2);
    const [begun] = [...queue.jobs.values()] as [FakeJob];
    begun.state = 'completed';
    await own.withdraw();
    expect([...queue.jobs.keys()]).toEqual([begun.id]);
    expect(shared.size).toBe(1);
  });
});
