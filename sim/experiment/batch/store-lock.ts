import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import process from 'node:process';
import { StoreError } from './store-error.ts';

/**
 * Keeps a store to one process. A lock whose owner is gone, because it was killed, is taken over, if that was on this
 * machine: of others nobody here knows. Returns how to give it back. Throws a StoreError if another process has the
 * store.
 */
export function lockStore(path: string): () => void {
  const lock = `${path}.lock`;
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      writeFileSync(lock, `${process.pid} ${hostname()}`, { flag: 'wx' });
      return () => rmSync(lock, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const owner = ownerOf(lock);
      if (owner !== undefined && owner.host !== hostname()) {
        throw new StoreError(
          `${path}  is in use by process ${owner.pid} on ${owner.host}; wait for it, or delete ${lock} if it is gone`,
        );
      }
      if (owner !== undefined && isAlive(owner.pid)) {
        throw new StoreError(
          `${path}  is in use by process ${owner.pid}; wait for it, or write elsewhere with --out`,
        );
      }
      rmSync(lock, { force: true });
    }
  }
  throw new StoreError(`${path}  is in use by another process`);
}

function ownerOf(lock: string): { readonly pid: number; readonly host: string } | undefined {
  try {
    const [pid, host = hostname()] = readFileSync(lock, 'utf8').split(' ');
    return Number.isSafeInteger(Number(pid)) && Number(pid) > 0 ? { pid: Number(pid), host } : undefined;
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
