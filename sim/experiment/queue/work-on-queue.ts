import { hostname } from 'node:os';
import process from 'node:process';
import { inThreads, type Workers } from '../workers.ts';
import { carryOut } from './carry-out.ts';
import { connect, PREFIX, unlessStoppedAway, type Connection } from './connection.ts';
import { pause } from './pause.ts';
import { QueueError } from './queue-error.ts';
import { KEPT, openQueue, queueName, type RunsJob } from './runs-queue.ts';
import type { Shard, ShardResult } from './shard.ts';
import { openVersions, SharedExperiments } from './shared-experiment.ts';

export interface WorkRequest {
  readonly url: string;
  readonly version: string;
  /** Worker threads. */
  readonly workers: number;
  /** Ends when nothing is left to do, instead of waiting for more. */
  readonly untilEmpty: boolean;
  readonly signal: AbortSignal;
  /** Told of what somebody should know: the server is away, work for another version waits. */
  readonly onNote: (note: string) => void;
}

/** How long a worker may be silent until its work is given to another one. */
const LOCK_MILLISECONDS = 10_000;
/** How often anybody looks for such work. */
const STALLED_MILLISECONDS = 5_000;
/** How often work may be taken from a worker that has fallen silent. After that it is taken for the cause. */
const MOST_STALLS = 2;
const LOOK_MILLISECONDS = 1_000;

/**
 * Takes runs from a queue and simulates them until it is told to stop; what it has begun it finishes. Simulates in
 * worker threads, never in this one, which has to tell the queue every few seconds that it is still there: otherwise
 * its work is given to somebody else while it is still at it. Child processes would go on when this one is killed.
 * Returns how many runs it did. Throws a QueueError if there is no queue, or one with work for other versions only.
 */
export async function workOnQueue(request: WorkRequest): Promise<number> {
  const { url, version, workers: count, onNote } = request;
  const connection = await connect(url, (isThere) =>
    onNote(isThere ? 'the queue is there again' : 'the queue is away; work goes on when it is there again'),
  );
  try {
    await refuseOtherVersions(connection, version);
    const workers = await inThreads({ scenarios: [], seed: 0 }, count);
    try {
      return await serve(connection, workers, request);
    } finally {
      await workers.close();
    }
  } finally {
    connection.close();
  }
}

async function refuseOtherVersions({ redis, address }: Connection, version: string): Promise<void> {
  const versions = await openVersions(redis);
  if (versions.size === 0 || versions.has(version)) return;
  throw new QueueError(
    `--queue: the work at ${address} is for version ${[...versions].join(', ')}, and this is ${version}; ` +
      'accepted: a worker of the version with which the batch was started',
  );
}

async function serve(connection: Connection, workers: Workers, request: WorkRequest): Promise<number> {
  const { version } = request;
  const { Worker } = await import('bullmq');
  const experiments = new SharedExperiments(connection.redis, version);
  let done = 0;
  const worker = new Worker<Shard, ShardResult>(
    queueName(version),
    (job: RunsJob) => carryOut(job.data, { experiments, workers, onRun: () => done++ }),
    {
      connection: { ...connection.options },
      prefix: PREFIX,
      name: `${hostname()}:${process.pid}`,
      concurrency: workers.count,
      lockDuration: LOCK_MILLISECONDS,
      stalledInterval: STALLED_MILLISECONDS,
      maxStalledCount: MOST_STALLS,
      runRetryDelay: LOOK_MILLISECONDS,
      removeOnComplete: KEPT,
      removeOnFail: KEPT,
      skipVersionCheck: true,
    },
  );
  // The other connection tells of a server that is away; what becomes of orders, the queue tells the batch.
  worker.on('error', () => undefined);
  try {
    await unlessStoppedAway(connection, request.signal, untilDone(connection, request));
    return done;
  } finally {
    // Without a server nobody would take what it finishes.
    await unlessStoppedAway(connection, request.signal, worker.close(!connection.isThere()));
    if (!connection.isThere()) void worker.disconnect().catch(() => undefined);
  }
}

async function untilDone(connection: Connection, request: WorkRequest): Promise<void> {
  const { version, signal, untilEmpty, onNote } = request;
  const queue = await openQueue(connection, version);
  let isTold = false;
  while (!signal.aborted) {
    await pause(LOOK_MILLISECONDS, signal);
    if (!connection.isThere()) continue;
    const others = [...(await openVersions(connection.redis))].filter((other) => other !== version);
    if (others.length > 0 && !isTold) {
      onNote(`there is work for version ${others.join(', ')}, which this version ${version} leaves alone`);
    }
    isTold = others.length > 0;
    if (untilEmpty && (await queue.getJobCountByTypes('waiting', 'active', 'delayed')) === 0) return;
  }
}
