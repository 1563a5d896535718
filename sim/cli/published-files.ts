import { createHash } from 'node:crypto';
import { lstatSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';
import * as z from 'zod/mini';

/** Files by their path below a folder. */
type Files = ReadonlyMap<string, string | Uint8Array>;

/** What a study wrote: the SHA-256 of every file by its path below the folder. */
const listFile = z.object({
  schema: z.literal('salesworks/files/1'),
  files: z.record(z.string(), z.string()),
});

/** The list of files that were written, as it is kept beside them. */
export function listOf(files: Files): string {
  return textOf(hashesOf(files));
}

/** The list with more files, or with others in their place; undefined if there is no list in the folder. */
export function listWith(folder: string, list: string, files: Files): string | undefined {
  const known = readList(join(folder, list));
  return known === undefined ? undefined : textOf({ ...known, ...hashesOf(files) });
}

type Hashes = Readonly<Record<string, string>>;

function hashesOf(files: Files): Hashes {
  return Object.fromEntries([...files].map(([name, content]) => [name, sha256(content)] as const));
}

function textOf(files: Hashes): string {
  return `${JSON.stringify({ schema: 'salesworks/files/1', files }, null, 1)}\n`;
}

/**
 * Files that stand in an earlier list and are not among the new ones. Only such as still have the bytes that were
 * written, lie below the folder, links followed, and are plain files: whatever else is there belongs to somebody.
 */
export function staleFiles(folder: string, list: string, files: Files): string[] {
  return Object.entries(readList(join(folder, list)) ?? {}).flatMap(([name, hash]) =>
    !files.has(name) && isBelow(name) && isReallyBelow(folder, name) && isUntouched(join(folder, name), hash)
      ? [name]
      : [],
  );
}

function readList(list: string): Hashes | undefined {
  try {
    return listFile.parse(JSON.parse(readFileSync(list, 'utf8'))).files;
  } catch {
    // No list, or none of ours: then nothing is known to be ours.
    return undefined;
  }
}

function isBelow(name: string): boolean {
  return (
    !isAbsolute(name) && name.split(/[\\/]/).every((part) => part !== '' && part !== '..' && part !== '.')
  );
}

/** Whether a file lies below a folder when links on the way to it are followed. */
function isReallyBelow(folder: string, name: string): boolean {
  try {
    const way = relative(realpathSync(folder), realpathSync(dirname(join(folder, name))));
    return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
  } catch {
    return false;
  }
}

function isUntouched(path: string, hash: string): boolean {
  try {
    return lstatSync(path).isFile() && sha256(readFileSync(path)) === hash;
  } catch {
    return false;
  }
}

function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
