import { join } from 'node:path';
import { exportRuns, type ExportFormat } from '../experiment/batch/export-runs.ts';
import { summaryOf, type BatchSummary, type Manifest } from '../experiment/batch/manifest.ts';
import { MANIFEST, STORE, SUMMARY } from '../experiment/batch/read-manifest.ts';
import type { ResultStore } from '../experiment/batch/result-store.ts';
import { StoreError } from '../experiment/batch/store-error.ts';
import { QueueError } from '../experiment/queue/queue-error.ts';
import { publish } from './publish.ts';
import { UsageError } from './usage-error.ts';

/** Writes what a batch rests on beside its store. */
export function publishManifest(folder: string, manifest: Manifest): void {
  publish(folder, new Map([[MANIFEST, `${JSON.stringify(manifest, undefined, 1)}\n`]]));
}

/** Writes the summary of a store and its tables, and returns the summary. */
export async function publishRuns(
  folder: string,
  { store, manifest, formats }: StoreOutputs,
): Promise<BatchSummary> {
  const summary = summaryOf(manifest, store);
  publish(folder, new Map([[SUMMARY, `${JSON.stringify(summary, undefined, 1)}\n`]]));
  for (const format of formats) {
    const path = join(folder, `runs.${format}`);
    await exportRuns({ store, replications: manifest.replications, format, path });
  }
  return summary;
}

export interface StoreOutputs {
  readonly store: ResultStore;
  readonly manifest: Manifest;
  readonly formats: readonly ExportFormat[];
}

/** How many runs there are, and where, as text. */
export function runsInWords(
  { provenance, points }: Pick<BatchSummary, 'provenance' | 'points'>,
  { out, formats }: { readonly out: string; readonly formats: readonly ExportFormat[] },
): string {
  const { experiment, replications, runs } = provenance;
  const files = [STORE, MANIFEST, SUMMARY, ...formats.map((format) => `runs.${format}`)];
  return (
    `${experiment}: ${points.length} points, ${replications} replications each, ${runs} runs in the store.\n` +
    `Written to ${out}: ${files.join(', ')}`
  );
}

/** Says of a store or a queue that cannot be used what is wrong with it, as bad input. */
export async function withStore<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof StoreError || error instanceof QueueError) throw new UsageError(error.message);
    throw error;
  }
}
