import { workerData } from 'node:worker_threads';
import { replicate, type RunFigures } from './replicate.ts';
import type { RunOrder, WorkerSetUp } from './workers.ts';

/** Runs in a worker thread: simulates one replication of one organisation. */
export default function runInWorker({ organisation, replication }: RunOrder): RunFigures {
  const { scenarios, seed } = workerData as WorkerSetUp;
  return replicate({ scenario: scenarios[organisation]!, seed, replication });
}
