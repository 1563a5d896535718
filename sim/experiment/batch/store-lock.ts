import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { StoreError } from './store-error.ts';

/**
 * Keeps a store to one process. A lock whose owner is gone, because it was killed, is taken over. Returns how to give
 * it back. Throws a StoreError if another process that still runs has the store.
 */
export function lockStore(path: string): () => void {
  const lock = `${path}.lock`;
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      return () => rmSync(lock, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const owner = ownerOf(lock);
      if (owner !== undefined && isAlive(owner)) {
        throw new StoreError(
          `${path}  is in use by process ${owner}; wait for it, or write elsewhere with --out`,
        );
      }
      rmSync(lock, { force: true });
    }
  }
  throw new StoreError(`${path}  is in use by another process`);
}

function ownerOf(lock: string): number | undefined {
  try {
    const owner = Number(readFileSync(lock, 'utf8'));
    return Number.isSafeInteger(owner) && owner > 0 ? owner : undefined;
  } catch {
    return undefined;
  }
}

function isAlive(owner: number): boolean {
  if (owner === process.pid) return false;
  try {
    process.kill(owner, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
