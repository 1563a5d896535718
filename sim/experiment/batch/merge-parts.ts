import { join } from 'node:path';
import { canonicalJson } from '../../scenario/canonical-json.ts';
import type { Manifest } from './manifest.ts';
import { isOfPart, partInWords, type Part } from './part.ts';
import { readManifest, STORE } from './read-manifest.ts';
import type { ResultStore } from './result-store.ts';
import { StoreError } from './store-error.ts';
import { openFoundStore } from './stores.ts';
import type { StoreHeader, StoredRun } from './stored-run.ts';

/** A folder of a batch, or of a part of one. */
export interface FoundPart {
  readonly folder: string;
  readonly manifest: Manifest;
  readonly store: ResultStore;
}

/**
 * Opens the folders of the parts of one batch. Throws a StoreError that says which one is of another version, or of
 * another experiment and in what.
 */
export function openParts(folders: readonly string[]): FoundPart[] {
  const parts: FoundPart[] = [];
  try {
    for (const folder of folders) {
      const manifest = readManifest(folder);
      parts.push({ folder, manifest, store: openFoundStore(join(folder, STORE)) });
      const other = mismatch(parts[0]!.store.header, parts.at(-1)!.store.header);
      if (other !== undefined) {
        throw new StoreError(
          `${folder}  ${other}, unlike ${parts[0]!.folder}; accepted: parts of one experiment, made by one version`,
        );
      }
    }
    return parts;
  } catch (error) {
    closeParts(parts);
    throw error;
  }
}

export function closeParts(parts: readonly FoundPart[]): void {
  for (const { store } of parts) store.close();
}

function mismatch(first: StoreHeader, other: StoreHeader): string | undefined {
  if (first.version !== other.version) {
    return `version: the runs are of version ${other.version}, not ${first.version}`;
  }
  const different = (['experiment', 'seed', 'outputs', 'points'] as const).filter(
    (key) => canonicalJson(first[key]) !== canonicalJson(other[key]),
  );
  return different.length === 0
    ? undefined
    : `${different.join(', ')}: the runs are of another experiment (${other.experiment.slice(0, 12)})`;
}

/**
 * Every run that one of the parts has, once, by replication and point. Throws a StoreError if two parts have a run with
 * different results: one of them is not what it says.
 */
export function* joinedRuns(parts: readonly FoundPart[], replications: number): Generator<StoredRun> {
  const points = parts[0]!.store.header.points.length;
  for (let replication = 0; replication < replications; replication++) {
    for (let point = 0; point < points; point++) {
      let kept: { readonly run: StoredRun; readonly folder: string } | undefined;
      for (const { store, folder } of parts) {
        const run = store.get(point, replication);
        if (run === undefined) continue;
        kept ??= { run, folder };
        if (JSON.stringify(run) !== JSON.stringify(kept.run)) {
          throw new StoreError(
            `${folder}  disagrees with ${kept.folder} on run ${run.key} (point ${point}, replication ` +
              `${replication}): ${differenceOf(kept.run, run, store.header)}`,
          );
        }
      }
      if (kept !== undefined) yield kept.run;
    }
  }
}

function differenceOf(a: StoredRun, b: StoredRun, { outputs }: StoreHeader): string {
  const place = outputs.findIndex((_, i) => a.values[i] !== b.values[i]);
  return place < 0 ? 'another market' : `${outputs[place]!} ${a.values[place]} and ${b.values[place]}`;
}

/** Runs that are not there. */
export interface Missing {
  readonly runs: number;
  /** Parts all of whose runs are missing, as they are written behind `--shard`; and those that lack some. */
  readonly parts: readonly string[];
  readonly incomplete: readonly string[];
  /** The first of them. */
  readonly first: { readonly point: number; readonly replication: number };
}

/** What a store lacks of the replications asked for; undefined if it lacks nothing. */
export function missingOf(
  store: ResultStore,
  replications: number,
  part: Part | undefined,
): Missing | undefined {
  const of = part?.of ?? 1;
  const lacking = new Array<number>(of).fill(0);
  const wanted = new Array<number>(of).fill(0);
  let first: Missing['first'] | undefined;
  for (let replication = 0; replication < replications; replication++) {
    for (let point = 0; point < store.header.points.length; point++) {
      const place = wanted.findIndex((_, i) => isOfPart({ number: i + 1, of }, point, replication));
      wanted[place]!++;
      if (store.has(point, replication)) continue;
      lacking[place]!++;
      first ??= { point, replication };
    }
  }
  if (first === undefined) return undefined;
  const named = (isMeant: (place: number) => boolean) =>
    wanted.flatMap((_, i) => (isMeant(i) ? [partInWords({ number: i + 1, of })] : []));
  return {
    runs: lacking.reduce((sum, count) => sum + count, 0),
    parts: named((i) => lacking[i]! > 0 && lacking[i] === wanted[i]),
    incomplete: named((i) => lacking[i]! > 0 && lacking[i]! < wanted[i]!),
    first,
  };
}
