import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { exportRuns, type ExportFormat } from '../experiment/batch/export-runs.ts';
import { loadExperiment, type Experiment } from '../experiment/batch/load-experiment.ts';
import { ResultStore } from '../experiment/batch/result-store.ts';
import { headerOf, keysOf, runBatch } from '../experiment/batch/run-batch.ts';
import { StoreError } from '../experiment/batch/store-error.ts';
import { lockStore } from '../experiment/batch/store-lock.ts';
import { summariseRuns, type PointSummary } from '../experiment/batch/summarise-runs.ts';
import { readBuild } from '../experiment/provenance.ts';
import { interruptible } from './interruptible.ts';
import { checkWritable, publish } from './publish.ts';
import { print } from './terminal.ts';
import { UsageError } from './usage-error.ts';

/** What `batch` was asked for. */
export interface BatchOptions {
  readonly file: string;
  readonly replications: number | undefined;
  readonly workers: number | undefined;
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
  const path = join(options.out, 'runs.ndjson');
  try {
    const unlock = lockStore(path);
    try {
      return await fillStore(experiment, path, options);
    } finally {
      unlock();
    }
  } catch (error) {
    if (error instanceof StoreError) throw new UsageError(error.message);
    throw error;
  }
}

async function fillStore(experiment: Experiment, path: string, options: BatchOptions): Promise<number> {
  const { version } = readBuild();
  const header = headerOf(experiment, version);
  const store = new ResultStore({ path, header, keyOf: keysOf(experiment, version) });
  try {
    const { result: isComplete, isInterrupted } = await interruptible(
      options.isQuiet || options.isJson,
      (signal, onProgress) =>
        runBatch({ experiment, store, version, workers: options.workers, signal, onProgress }),
    );
    const summary = summaryOf(experiment, store);
    publish(options.out, new Map([['summary.json', `${JSON.stringify(summary, undefined, 1)}\n`]]));
    for (const format of options.formats) {
      const file = join(options.out, `runs.${format}`);
      await exportRuns({ store, replications: experiment.replications, format, path: file });
    }
    if (options.isJson) print(JSON.stringify(summary));
    else if (!options.isQuiet) print(inWords(summary, options));
    if (!isComplete && !isInterrupted) throw new StoreError(`${path}  does not hold every run`);
    return isInterrupted ? 130 : 0;
  } finally {
    store.close();
  }
}

/** What `batch` writes and prints: the points and their figures, with what they rest on. */
interface BatchSummary {
  readonly schema: 'salesworks/batch/1';
  readonly provenance: {
    readonly version: string;
    readonly commit: string | null;
    readonly experiment: string;
    readonly sha256: string;
    readonly seed: number;
    readonly replications: number;
    /** Runs in the store; fewer than points times replications if the work was stopped. */
    readonly runs: number;
  };
  readonly points: readonly PointSummary[];
}

function summaryOf(experiment: Experiment, store: ResultStore): BatchSummary {
  const { name, sha256, seed, replications } = experiment;
  return {
    schema: 'salesworks/batch/1',
    provenance: { ...readBuild(), experiment: name, sha256, seed, replications, runs: store.count },
    points: summariseRuns(store, replications),
  };
}

function inWords({ provenance, points }: BatchSummary, { out, formats }: BatchOptions): string {
  const { experiment, replications, runs } = provenance;
  const files = ['runs.ndjson', 'summary.json', ...formats.map((format) => `runs.${format}`)];
  return [
    `${experiment}: ${points.length} points, ${replications} replications each, ${runs} runs in the store.`,
    `Written to ${out}: ${files.join(', ')}`,
    runs < points.length * replications ? 'The same command goes on where this one stopped.' : '',
  ]
    .filter((line) => line !== '')
    .join('\n');
}
