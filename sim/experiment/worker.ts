import { workerData } from 'node:worker_threads';
import type { Scenario } from '../scenario/schema/scenario.ts';
import { replicate, type RunFigures } from './replicate.ts';
import type { RunOrder, WorkerSetUp } from './workers.ts';

/** What the pool hands to each of its threads: its own port, and what we gave it. */
type PoolData = readonly [pool: unknown, setUp: WorkerSetUp];

/** Runs in a worker thread: simulates one replication of one organisation. */
export default function runInWorker({ organisation, replication }: RunOrder): RunFigures {
  const { scenarios, seed } = (workerData as PoolData)[1];
  const scenario: Scenario = scenarios[organisation]!;
  return replicate({ scenario, seed, replication });
}
