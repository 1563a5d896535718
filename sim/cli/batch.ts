import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ExportFormat } from '../experiment/batch/export-runs.ts';
import { loadExperiment, type Experiment } from '../experiment/batch/load-experiment.ts';
import { manifestOf, summaryOf, type BatchSummary } from '../experiment/batch/manifest.ts';
import { isOfPart, partInWords, type Part } from '../experiment/batch/part.ts';
import { STORE } from '../experiment/batch/read-manifest.ts';
import { ResultStore } from '../experiment/batch/result-store.ts';
import { headerOf, runBatch } from '../experiment/batch/run-batch.ts';
import { keysOf } from '../experiment/batch/run-key.ts';
import { StoreError } from '../experiment/batch/store-error.ts';
import { lockStore } from '../experiment/batch/store-lock.ts';
import { putInOrder } from '../experiment/batch/stores.ts';
import { readMaker } from '../experiment/provenance.ts';
import { publishManifest, publishRuns, runsInWords, withStore } from './batch-outputs.ts';
import { interruptible } from './interruptible.ts';
import { typedCommand } from './options.ts';
import { checkWritable } from './publish.ts';
import { print } from './terminal.ts';

/** What `batch` was asked for. */
export interface BatchOptions {
  readonly file: string;
  readonly replications: number | undefined;
  readonly workers: number | undefined;
  /** The only part of the runs that is wanted. */
  readonly part: Part | undefined;
  readonly out: string;
  readonly formats: readonly ExportFormat[];
  readonly isJson: boolean;
  readonly isQuiet: boolean;
}

/** Runs an experiment, or what its store does not have of it yet, and writes what came out. Returns the exit code. */
export async function batchAndReport(options: BatchOptions): Promise<number> {
  const read = loadExperiment(options.file);
  const experiment = { ...read, replications: options.replications ?? read.replications };
  checkWritable(options.out);
  mkdirSync(options.out, { recursive: true });
  const path = join(options.out, STORE);
  return withStore(async () => {
    const unlock = lockStore(path);
    try {
      return await fillStore(experiment, path, options);
    } finally {
      unlock();
    }
  });
}

async function fillStore(experiment: Experiment, path: string, options: BatchOptions): Promise<number> {
  const { part, workers, out, isJson, isQuiet } = options;
  const manifest = manifestOf(experiment, { maker: readMaker(), command: typedCommand(), part });
  const header = headerOf(experiment, manifest.version);
  let store = new ResultStore({ path, header, keyOf: keysOf(header) });
  try {
    publishManifest(out, manifest);
    const isMine = part && ((point: number, replication: number) => isOfPart(part, point, replication));
    const { result: isComplete, isInterrupted } = await interruptible(
      isQuiet || isJson,
      (signal, onProgress) => runBatch({ experiment, store, workers, signal, onProgress, isMine }),
    );
    if (isComplete) store = putInOrder(store, path);
    // The figures of one part mean nothing: it writes no tables.
    const summary =
      part === undefined
        ? await publishRuns(out, { store, manifest, formats: options.formats })
        : summaryOf(manifest, store);
    if (isJson) print(JSON.stringify(summary));
    else if (!isQuiet) print(inWords(summary, isComplete, options));
    if (!isComplete && !isInterrupted) throw new StoreError(`${path}  does not hold every run`);
    return isInterrupted ? 130 : 0;
  } finally {
    store.close();
  }
}

function inWords(summary: BatchSummary, isComplete: boolean, { out, part, formats }: BatchOptions): string {
  const { experiment, runs } = summary.provenance;
  const again = isComplete ? '' : '\nThe same command goes on where this one stopped.';
  if (part === undefined) return `${runsInWords(summary, { out, formats })}${again}`;
  const rest = isComplete ? '\nsalesworks merge joins it with the other parts.' : again;
  return `${experiment}, part ${partInWords(part)}: ${runs} runs in ${join(out, STORE)}.${rest}`;
}
