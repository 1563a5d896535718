import { CATALOGUE } from '../../metrics/catalogue.ts';
import type { RunFigures } from '../replicate.ts';
import { startWorkers } from '../workers.ts';
import type { Experiment } from './load-experiment.ts';
import type { ResultStore } from './result-store.ts';
import { keysOf } from './run-key.ts';
import type { StoreHeader, StoredRun } from './stored-run.ts';

export interface BatchRequest {
  readonly experiment: Experiment;
  readonly store: ResultStore;
  readonly workers?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Told after each run: runs in the store, and how many there will be. */
  readonly onProgress?: ((done: number, all: number) => void) | undefined;
  /** Which of all runs are done here, for a part of a batch: all if left out. */
  readonly isMine?: ((point: number, replication: number) => boolean) | undefined;
}

/** The header of the store of an experiment. */
export function headerOf(experiment: Experiment, version: string): StoreHeader {
  return {
    schema: 'salesworks/runs/1',
    version,
    experiment: experiment.sha256,
    seed: experiment.seed,
    outputs: experiment.outputs,
    points: experiment.points.map(({ scenario, sha256, factors }) => ({ scenario, sha256, factors })),
  };
}

/**
 * Simulates every run of an experiment that its store does not have yet, several at a time, replication after
 * replication, so that all points are known equally well whenever it stops. True if nothing is left to do.
 */
export async function runBatch(request: BatchRequest): Promise<boolean> {
  const { experiment, store, signal, onProgress, isMine = () => true } = request;
  const { points, replications, seed } = experiment;
  const all = points.length * replications;
  const kept = storedRuns(store.header);
  let mine = 0;
  let done = 0;
  for (let nth = 0; nth < all; nth++) {
    const [point, replication] = [nth % points.length, Math.floor(nth / points.length)];
    if (!isMine(point, replication)) continue;
    mine++;
    if (store.has(point, replication)) done++;
  }
  onProgress?.(done, mine);
  if (done === mine) return true;
  const workers = await startWorkers({ scenarios: [], seed }, request.workers);
  let next = 0;
  const isOver = (): boolean => signal?.aborted === true;
  const work = async (): Promise<void> => {
    while (next < all && !isOver()) {
      const nth = next++;
      const [point, replication] = [nth % points.length, Math.floor(nth / points.length)];
      if (!isMine(point, replication) || store.has(point, replication)) continue;
      const { scenario } = points[point]!.loaded;
      const figures = await workers.run({ scenario, seed, replication });
      if (isOver()) return;
      store.add(kept(point, replication, figures));
      onProgress?.(++done, mine);
    }
  };
  try {
    await Promise.all(Array.from({ length: workers.count + 1 }, work));
  } finally {
    await workers.close();
  }
  return done === mine;
}

/** What a store keeps of a run. */
export function storedRuns(
  header: StoreHeader,
): (point: number, replication: number, figures: RunFigures) => StoredRun {
  const keyOf = keysOf(header);
  const places = header.outputs.map((id) => CATALOGUE.findIndex((entry) => entry.id === id));
  return (point, replication, { values, tapeHash }) => ({
    key: keyOf(point, replication),
    point,
    replication,
    values: places.map((place) => finiteOrNull(values[place]!)),
    tape: tapeHash,
  });
}

function finiteOrNull(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
