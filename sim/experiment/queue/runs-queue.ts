import type { Job, Queue } from 'bullmq';
import { PREFIX, type Connection } from './connection.ts';
import { KEPT_SECONDS } from './shared-experiment.ts';
import type { Shard, ShardResult } from './shard.ts';

export type RunsQueue = Queue<Shard, ShardResult>;
export type RunsJob = Job<Shard, ShardResult>;

/** The queue of a version: work for another one cannot get into it. */
export function queueName(version: string): string {
  return `runs-${version}`;
}

/** Results stay until the batch comes for them. */
export const KEPT = { age: KEPT_SECONDS } as const;

/** Uses the connection that is open, and ends with it. */
export async function openQueue({ redis }: Connection, version: string): Promise<RunsQueue> {
  const { Queue } = await import('bullmq');
  const queue: RunsQueue = new Queue(queueName(version), {
    connection: redis,
    prefix: PREFIX,
    skipVersionCheck: true,
    defaultJobOptions: { removeOnComplete: KEPT, removeOnFail: KEPT },
  });
  // Whoever opened the connection is told of it; without a listener it would end the program.
  queue.on('error', () => undefined);
  await queue.waitUntilReady();
  return queue;
}
