import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import type { ExportFormat } from '../experiment/batch/export-runs.ts';
import { loadExperiment, type Experiment } from '../experiment/batch/load-experiment.ts';
import { manifestOf, summaryOf, type BatchSummary } from '../experiment/batch/manifest.ts';
import { isOfPart, partInWords, type Part } from '../experiment/batch/part.ts';
import { STORE } from '../experiment/batch/read-manifest.ts';
import { ResultStore } from '../experiment/batch/result-store.ts';
import { headerOf, runBatch, type BatchRequest } from '../experiment/batch/run-batch.ts';
import { keysOf } from '../experiment/batch/run-key.ts';
import { StoreError } from '../experiment/batch/store-error.ts';
import { lockStore } from '../experiment/batch/store-lock.ts';
import { putInOrder } from '../experiment/batch/stores.ts';
import type { QueueBatchOutcome } from '../experiment/queue/batch-by-queue.ts';
import { readMaker } from '../experiment/provenance.ts';
import { publishManifest, publishRuns, runsInWords, withStore } from './batch-outputs.ts';
import { interruptible } from './interruptible.ts';
import { typedCommand } from './options.ts';
import { noteUnless } from './note.ts';
import { checkWritable } from './publish.ts';
import { print } from './terminal.ts';

/** What `batch` was asked for. */
export interface BatchOptions {
  readonly file: string;
  readonly replications: number | undefined;
  readonly workers: number | undefined;
  /** The only part of the runs that is wanted. */
  readonly part: Part | undefined;
  /** Where others do the work. */
  readonly queue: string | undefined;
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
  const { part, out, isJson, isQuiet } = options;
  const manifest = manifestOf(experiment, { maker: readMaker(), command: typedCommand(), part });
  const header = headerOf(experiment, manifest.version);
  let store = new ResultStore({ path, header, keyOf: keysOf(header) });
  try {
    publishManifest(out, manifest);
    const { result, isInterrupted } = await interruptible(isQuiet || isJson, (signal, onProgress) =>
      simulate({ experiment, store, signal, onProgress }, options),
    );
    const { isComplete, failures } = result;
    if (isComplete) store = putInOrder(store, path);
    // The figures of one part mean nothing: it writes no tables.
    const summary =
      part === undefined
        ? await publishRuns(out, { store, manifest, formats: options.formats })
        : summaryOf(manifest, store);
    if (isJson) print(JSON.stringify(summary));
    else if (!isQuiet) print(inWords(summary, isComplete, options));
    if (failures.length > 0) process.stderr.write(`${failuresInWords(failures)}\n`);
    if (isInterrupted) return 130;
    if (!isComplete && failures.length === 0) throw new StoreError(`${path}  does not hold every run`);
    return isComplete ? 0 : 1;
  } finally {
    store.close();
  }
}

/** Here, or wherever a worker takes the work from the queue. */
async function simulate(
  request: BatchRequest,
  { part, workers, queue, isQuiet }: BatchOptions,
): Promise<QueueBatchOutcome> {
  if (queue !== undefined) {
    const { batchByQueue } = await import('../experiment/queue/batch-by-queue.ts');
    return batchByQueue({ ...request, url: queue, onNote: noteUnless(isQuiet) });
  }
  const isMine = part && ((point: number, replication: number) => isOfPart(part, point, replication));
  return { isComplete: await runBatch({ ...request, workers, isMine }), failures: [] };
}

const MOST_SHOWN = 5;

function failuresInWords(failures: QueueBatchOutcome['failures']): string {
  const shown = failures
    .slice(0, MOST_SHOWN)
    .map(({ point, replication, message }) => `    point ${point}, replication ${replication}: ${message}`);
  const more = failures.length > MOST_SHOWN ? [`    and ${failures.length - MOST_SHOWN} more`] : [];
  return [`salesworks: ${failures.length} runs could not be simulated:`, ...shown, ...more].join('\n');
}

function inWords(summary: BatchSummary, isComplete: boolean, { out, part, formats }: BatchOptions): string {
  const { experiment, runs } = summary.provenance;
  const again = isComplete ? '' : '\nThe same command goes on where this one stopped.';
  if (part === undefined) return `${runsInWords(summary, { out, formats })}${again}`;
  const rest = isComplete ? '\nsalesworks merge joins it with the other parts.' : again;
  return `${experiment}, part ${partInWords(part)}: ${runs} runs in ${join(out, STORE)}.${rest}`;
}
