import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { BatchSummary, Manifest } from '../batch/manifest.ts';
import { isManifest, MANIFEST, readManifest, STORE } from '../batch/read-manifest.ts';
import { readFault } from '../../scenario/read-fault.ts';
import { StoreError } from '../batch/store-error.ts';
import type { Result } from '../result.ts';

/** A result that was found somewhere: of `run`, `compare` or `transition`, a summary of `batch`, or its store. */
export type Stored =
  | { readonly kind: 'result'; readonly file: string; readonly result: Result }
  | { readonly kind: 'summary'; readonly file: string; readonly summary: BatchSummary }
  | { readonly kind: 'store'; readonly file: string; readonly manifest: Manifest };

const ACCEPTED = 'accepted: a JSON result of run, compare, transition or batch, or the folder of one';

/** Reads a result or the folder that it is in. Throws a StoreError if there is none. */
export function readStored(path: string): Stored {
  const folder = isFolder(path) ? path : undefined;
  if (folder !== undefined && existsSync(join(folder, MANIFEST))) return storeIn(folder);
  if (basename(path) === STORE) return storeIn(dirname(path));
  const file = folder === undefined ? path : join(folder, 'result.json');
  const found = readJson(file);
  switch (found.schema) {
    case 'salesworks/result/1':
      if (!Array.isArray(found.organisations) || found.organisations.length === 0) break;
      return { kind: 'result', file, result: found as unknown as Result };
    case 'salesworks/batch/1':
      if (!isManifest(found.provenance) || !Array.isArray(found.points)) break;
      return { kind: 'summary', file, summary: found as unknown as BatchSummary };
  }
  const what = typeof found.schema === 'string' ? `a document of the schema ${found.schema}` : 'no schema';
  throw new StoreError(`${file}  cannot be run again: found ${what}; ${ACCEPTED}`);
}

function storeIn(folder: string): Stored {
  return { kind: 'store', file: join(folder, STORE), manifest: readManifest(folder) };
}

/** The parts of a document of which some say what it is. */
interface Found {
  readonly schema?: unknown;
  readonly provenance?: unknown;
  readonly organisations?: unknown;
  readonly points?: unknown;
}

function readJson(file: string): Found {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new StoreError(`${file}  ${readFault(error)}; ${ACCEPTED}`);
  }
  try {
    const found = JSON.parse(text) as unknown;
    return typeof found === 'object' && found !== null ? found : {};
  } catch {
    throw new StoreError(`${file}  is not JSON; ${ACCEPTED}`);
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
