import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { experimentAgain } from '../batch/experiment-again.ts';
import type { Experiment } from '../batch/load-experiment.ts';
import type { BatchSummary, Manifest } from '../batch/manifest.ts';
import { ResultStore } from '../batch/result-store.ts';
import { headerOf, runBatch, type BatchRequest } from '../batch/run-batch.ts';
import { keysOf } from '../batch/run-key.ts';
import { StoreError } from '../batch/store-error.ts';
import { openFoundStore } from '../batch/stores.ts';
import type { StoredPoint } from '../batch/stored-run.ts';
import { summariseRuns } from '../batch/summarise-runs.ts';
import { readMaker } from '../provenance.ts';
import type { ReplayOptions, Rerun } from './rerun.ts';

/** Runs again what a store holds, run by run. */
export async function replayStore(manifest: Manifest, file: string, options: ReplayOptions): Promise<Rerun> {
  const stored = openFoundStore(file);
  try {
    const { points } = stored.header;
    const experiment = experimentAgain({ ...manifest, replications: stored.replications }, points, file);
    const isMine = (point: number, replication: number) => stored.has(point, replication);
    return await inPassing({ experiment, ...options, isMine }, (again) => {
      for (const { point, replication, values, tape } of stored.runs()) {
        const then = { point, replication, values, tape };
        const run = again.get(point, replication);
        const now = run && { point, replication, values: run.values, tape: run.tape };
        if (JSON.stringify(then) === JSON.stringify(now)) continue;
        return {
          stored: named(then, manifest),
          now: now && named(now, manifest),
          notes: changesOf(experiment, points),
        };
      }
      return { stored: stored.count, now: again.count, notes: changesOf(experiment, points) };
    });
  } finally {
    stored.close();
  }
}

/** Runs again what a summary is of. */
export async function replaySummary(
  { provenance, points }: BatchSummary,
  file: string,
  options: ReplayOptions,
): Promise<Rerun> {
  if (provenance.runs < points.length * provenance.replications) {
    throw new StoreError(
      `${file}  is of a batch that was not finished: replay its folder, which says what was done`,
    );
  }
  const experiment = experimentAgain(provenance, points, file);
  return inPassing({ experiment, ...options }, (again) => ({
    stored: { points },
    now: { points: summariseRuns(again, provenance.replications) },
    notes: changesOf(experiment, points),
  }));
}

/** Simulates into a store that is thrown away when it has been looked at. */
async function inPassing(
  request: Omit<BatchRequest, 'store'>,
  look: (store: ResultStore) => Rerun,
): Promise<Rerun> {
  const folder = mkdtempSync(join(tmpdir(), 'salesworks-replay-'));
  try {
    const header = headerOf(request.experiment, readMaker().version);
    const store = new ResultStore({ path: join(folder, 'runs.ndjson'), header, keyOf: keysOf(header) });
    try {
      await runBatch({ ...request, store });
      return look(store);
    } finally {
      store.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A run with its figures by name, so that a difference is told by name. */
function named(
  { values, ...run }: { readonly values: readonly (number | null)[]; readonly [key: string]: unknown },
  { outputs }: Manifest,
): unknown {
  return { ...run, values: Object.fromEntries(outputs.map((id, i) => [id, values[i]])) };
}

function changesOf(experiment: Experiment, points: readonly StoredPoint[]): string[] {
  const changed = points.filter(({ sha256 }, i) => experiment.points[i]!.sha256 !== sha256).length;
  return changed === 0
    ? []
    : [`${changed} of ${points.length} scenarios are others than they were: other defaults or rules`];
}
