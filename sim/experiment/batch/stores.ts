import { closeSync, openSync, readSync, renameSync, rmSync } from 'node:fs';
import { readFault } from '../../scenario/read-fault.ts';
import { ResultStore } from './result-store.ts';
import { keysOf } from './run-key.ts';
import { StoreError } from './store-error.ts';
import type { StoreHeader, StoredRun } from './stored-run.ts';

const CHUNK = 1 << 16;

/**
 * Opens a store for reading, of whatever experiment and version it is. Throws a StoreError if it is none, or holds
 * runs that are not of its own header.
 */
export function openFoundStore(path: string): ResultStore {
  const header = readHeader(path);
  return new ResultStore({ path, header, keyOf: keysOf(header), isOnlyRead: true });
}

function readHeader(path: string): StoreHeader {
  const none = `${path}:1:1  is no store of runs; accepted: the runs.ndjson of a batch`;
  let header: Partial<StoreHeader>;
  try {
    header = JSON.parse(firstLine(path)) as Partial<StoreHeader>;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new StoreError(code === undefined ? none : `${path}  ${readFault(error)}`);
  }
  const isHeader =
    header.schema === 'salesworks/runs/1' && Array.isArray(header.points) && Array.isArray(header.outputs);
  if (!isHeader) throw new StoreError(none);
  return header as StoreHeader;
}

function firstLine(path: string): string {
  const file = openSync(path, 'r');
  try {
    let text = '';
    for (let count = 1; count > 0 && !text.includes('\n');) {
      const chunk = Buffer.allocUnsafe(CHUNK);
      count = readSync(file, chunk, 0, CHUNK, null);
      text += chunk.toString('latin1', 0, count);
    }
    return Buffer.from(text.split('\n')[0]!, 'latin1').toString('utf8');
  } finally {
    closeSync(file);
  }
}

/**
 * Writes a store with the runs given, in their order, and opens it. It takes the place of the one that was there when
 * it is whole.
 */
export function writeStore(path: string, header: StoreHeader, runs: Iterable<StoredRun>): ResultStore {
  const unfinished = `${path}.unfinished`;
  rmSync(unfinished, { force: true });
  const store = new ResultStore({ path: unfinished, header, keyOf: keysOf(header) });
  try {
    for (const run of runs) store.add(run);
    store.flush();
    renameSync(unfinished, path);
    return store;
  } catch (error) {
    store.close();
    rmSync(unfinished, { force: true });
    throw error;
  }
}

/**
 * The store with its runs in the order of replication and point: the bytes are then the same whoever simulated what
 * when. A store whose order is another is closed and written again.
 */
export function putInOrder(store: ResultStore, path: string): ResultStore {
  if (store.isInOrder) return store;
  const ordered = writeStore(path, store.header, store.runs());
  store.close();
  return ordered;
}
