import { workerData } from 'node:worker_threads';
import { replicate, type RunFigures } from './replicate.ts';
import { runOf, type AnyOrder, type WorkerSetUp } from './workers.ts';

/** Runs in a worker thread: simulates one replication of one organisation. */
export default function runInWorker(order: AnyOrder): RunFigures {
  return replicate(runOf(order, workerData as WorkerSetUp));
}
