import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readFault } from '../../scenario/read-fault.ts';
import type { Manifest } from './manifest.ts';
import { StoreError } from './store-error.ts';

/** Names of what a batch writes into its folder. */
export const STORE = 'runs.ndjson';
export const MANIFEST = 'experiment.json';
export const SUMMARY = 'summary.json';

/** What the batch in a folder rests on. Throws a StoreError if the folder holds no batch. */
export function readManifest(folder: string): Manifest {
  const path = join(folder, MANIFEST);
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new StoreError(`${path}  ${readFault(error)}; accepted: the folder of a batch`);
  }
  const manifest = manifestOfText(text);
  if (manifest === undefined) throw new StoreError(`${path}  does not say what the batch rests on`);
  return manifest;
}

function manifestOfText(text: string): Manifest | undefined {
  try {
    const found = JSON.parse(text) as unknown;
    return isManifest(found) ? found : undefined;
  } catch {
    return undefined;
  }
}

/** Whether data is what a batch of some version writes of what it rests on. */
export function isManifest(found: unknown): found is Manifest {
  if (typeof found !== 'object' || found === null) return false;
  const { version, experiment, seed, replications, outputs, bases } = found as Partial<Manifest>;
  return (
    typeof version === 'string' &&
    typeof experiment === 'string' &&
    Number.isSafeInteger(seed) &&
    Number.isSafeInteger(replications) &&
    Array.isArray(outputs) &&
    typeof bases === 'object'
  );
}
