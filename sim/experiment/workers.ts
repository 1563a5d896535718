import { availableParallelism } from 'node:os';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Scenario } from '../scenario/schema/scenario.ts';
import { replicate, type Run, type RunFigures } from './replicate.ts';

/** Which run: place of the organisation in the list, and number of the replication. */
export interface RunOrder {
  readonly organisation: number;
  readonly replication: number;
  readonly isIllustrated: boolean;
}

/** What all runs share. */
export interface WorkerSetUp {
  readonly scenarios: readonly Scenario[];
  readonly seed: number;
}

/** One of the scenarios that all runs share, or a run that brings its own: a fifth of a millisecond to send. */
export type AnyOrder = RunOrder | Run;

/** The run that an order means. */
export function runOf(order: AnyOrder, { scenarios, seed }: WorkerSetUp): Run {
  if ('scenario' in order) return order;
  const { organisation, replication, isIllustrated } = order;
  return { scenario: scenarios[organisation]!, seed, replication, isIllustrated };
}

/** Simulates runs, several at a time. */
export interface Workers {
  /** Runs that may be under way at once. */
  readonly count: number;
  run(order: AnyOrder): Promise<RunFigures>;
  close(): Promise<void>;
}

/** Worker threads, or this thread alone for a count of 1. As many as there are processors if left out. */
export async function startWorkers(setUp: WorkerSetUp, count = availableParallelism()): Promise<Workers> {
  return count === 1 ? inThisThread(setUp) : await inThreads(setUp, count);
}

function inThisThread(setUp: WorkerSetUp): Workers {
  return {
    count: 1,
    run: async (order) => {
      // Lets the outside speak between two runs: Ctrl-C, the progress bar.
      await new Promise((resolve) => setImmediate(resolve));
      return replicate(runOf(order, setUp));
    },
    close: () => Promise.resolve(),
  };
}

/** Worker threads in any case, for a thread that has to stay free for other things. */
export async function inThreads(setUp: WorkerSetUp, count: number): Promise<Workers> {
  const { Piscina } = await import('piscina');
  const pool = new Piscina<AnyOrder, RunFigures>({
    filename: workerFile(),
    workerData: setUp,
    minThreads: count,
    maxThreads: count,
    concurrentTasksPerWorker: 1,
    resourceLimits: { maxYoungGenerationSizeMb: 8 },
  });
  return { count, run: (order) => pool.run(order), close: () => pool.destroy() };
}

/** The compiled worker: beside this file once it is compiled, or in the build when this is still TypeScript. */
function workerFile(): string {
  const beside = fileURLToPath(new URL('./worker.js', import.meta.url));
  return existsSync(beside) ? beside : fileURLToPath(new URL('../../dist/bin/worker.js', import.meta.url));
}
