import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import process from 'node:process';
import type { ExportFormat } from '../experiment/batch/export-runs.ts';
import {
  closeParts,
  joinedRuns,
  missingOf,
  openParts,
  type FoundPart,
  type Missing,
} from '../experiment/batch/merge-parts.ts';
import type { Manifest } from '../experiment/batch/manifest.ts';
import { STORE } from '../experiment/batch/read-manifest.ts';
import { lockStore } from '../experiment/batch/store-lock.ts';
import { writeStore } from '../experiment/batch/stores.ts';
import { publishManifest, publishRuns, runsInWords, withStore } from './batch-outputs.ts';
import { typedCommand } from './options.ts';
import { checkWritable } from './publish.ts';
import { print, wrapped } from './terminal.ts';

export interface MergeOptions {
  /** Folders of the parts. */
  readonly parts: readonly string[];
  readonly out: string;
  readonly formats: readonly ExportFormat[];
  readonly isJson: boolean;
  readonly isQuiet: boolean;
}

/** Joins the stores of the parts of a batch, and says what is missing. Returns the exit code: 1 if something is. */
export async function mergeParts(options: MergeOptions): Promise<number> {
  const { out } = options;
  checkWritable(out);
  return withStore(async () => {
    // What an earlier call has joined is a part like the others: nothing that was simulated is lost.
    const isThere = existsSync(join(out, STORE));
    const folders = [...options.parts, ...(isThere ? [out] : [])];
    const distinct = folders.filter((folder, i) => folders.findIndex((other) => isSame(folder, other)) === i);
    const parts = openParts(distinct);
    try {
      mkdirSync(out, { recursive: true });
      const unlock = lockStore(join(out, STORE));
      try {
        return await joinInto(parts, options);
      } finally {
        unlock();
      }
    } finally {
      closeParts(parts);
    }
  });
}

function isSame(a: string, b: string): boolean {
  return resolve(a) === resolve(b);
}

async function joinInto(parts: readonly FoundPart[], options: MergeOptions): Promise<number> {
  const { out, formats, isJson, isQuiet } = options;
  const replications = Math.max(...parts.map(({ manifest }) => manifest.replications));
  const known = parts.find(({ manifest }) => manifest.part !== null)?.manifest.part ?? undefined;
  const manifest: Manifest = {
    ...parts[0]!.manifest,
    replications,
    part: null,
    command: typedCommand(),
  };
  const most = Math.max(...parts.map(({ store }) => store.replications));
  const path = join(out, STORE);
  const store = writeStore(path, parts[0]!.store.header, joinedRuns(parts, most));
  try {
    publishManifest(out, manifest);
    const summary = await publishRuns(out, { store, manifest, formats });
    const missing = missingOf(store, replications, known);
    if (isJson) print(JSON.stringify(summary));
    else if (!isQuiet) print(runsInWords(summary, { out, formats }));
    if (missing === undefined) return 0;
    process.stderr.write(`${wrapped(`salesworks: ${missingInWords(missing)}`)}\n`);
    return 1;
  } finally {
    store.close();
  }
}

function missingInWords({ runs, parts, incomplete, first }: Missing): string {
  const reasons = [
    ...(parts.length === 0 ? [] : [`nothing is there of part ${parts.join(', ')}`]),
    ...(incomplete.length === 0 ? [] : [`part ${incomplete.join(', ')} is not finished`]),
  ];
  return (
    `${runs} runs are missing, the first of point ${first.point}, replication ${first.replication}: ` +
    `${reasons.join('; ')}. Merge again when it is there, or let batch do the rest with --out.`
  );
}
