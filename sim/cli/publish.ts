import {
  accessSync,
  constants,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { listOf, listWith, staleFiles } from './published-files.ts';
import { UsageError } from './usage-error.ts';

/** Files by their path below a folder. */
export type Files = ReadonlyMap<string, string | Uint8Array>;

/** Throws a UsageError if nothing can be written to a folder: said before any work, not after it. */
export function checkWritable(folder: string): void {
  for (let place = resolve(folder); ; place = dirname(place)) {
    const isFolder = isFolderAt(place);
    if (isFolder === undefined) continue;
    if (!isFolder) throw new UsageError(`cannot write to ${folder}: ${place} is no folder`);
    try {
      accessSync(place, constants.W_OK | constants.X_OK);
      return;
    } catch (error) {
      throw new UsageError(`cannot write to ${folder}: ${reasonOf(error)}`);
    }
  }
}

/**
 * Writes the files of a study into a folder in place of those that the same kind of study left there: a chart of the
 * run before is none of this one. What has been changed since, or was written by anybody else, stays.
 */
export function publishStudy(folder: string, study: string, files: Files): void {
  const list = listNamed(study);
  const stale = staleFiles(folder, list, files);
  publish(folder, new Map([...files, [list, listOf(files)]]));
  for (const name of stale) rmSync(join(folder, name), { force: true });
}

/**
 * Writes more files of a study, or some of them in another look, beside those that are there: where the study has left
 * a list of its files they are on it too, so that the next study of its kind knows them for ours.
 */
export function publishMore(folder: string, study: string, files: Files): void {
  const list = listWith(folder, listNamed(study), files);
  publish(folder, list === undefined ? files : new Map([...files, [listNamed(study), list]]));
}

function listNamed(study: string): string {
  return `${study}-files.json`;
}

/**
 * Writes files into a folder: all of them, or none. They are written beside their place first and moved there when
 * all have been written. Files of the folder that have other names are left alone. Throws a UsageError that says which
 * files have been moved, should the last step end before all are.
 */
export function publish(folder: string, files: Files): void {
  let staging: string | undefined;
  const moved: string[] = [];
  try {
    mkdirSync(folder, { recursive: true });
    staging = mkdtempSync(join(folder, '.unfinished-'));
    for (const [name, content] of files) {
      mkdirSync(dirname(join(staging, name)), { recursive: true });
      writeFileSync(join(staging, name), content);
    }
    for (const name of files.keys()) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      renameSync(join(staging, name), join(folder, name));
      moved.push(name);
    }
  } catch (error) {
    throw new UsageError(`cannot write to ${folder}: ${reasonOf(error)}; ${whatWasWritten(moved, files)}`);
  } finally {
    if (staging !== undefined) rmSync(staging, { recursive: true, force: true });
  }
}

function whatWasWritten(moved: readonly string[], files: Files): string {
  if (moved.length === 0) return 'nothing was written';
  const rest = [...files.keys()].slice(moved.length);
  return `written: ${moved.join(', ')}; as before: ${rest.join(', ')}`;
}

/** Whether there is a folder; undefined if there is nothing. */
function isFolderAt(place: string): boolean | undefined {
  try {
    return statSync(place).isDirectory();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return undefined;
    throw new UsageError(`cannot write to ${place}: ${reasonOf(error)}`);
  }
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the quota of the disk is used up',
  EFBIG: 'a file would be larger than allowed',
  ENOTDIR: 'part of the path is no folder',
  EEXIST: 'part of the path is no folder',
  EISDIR: 'a folder stands in place of a file',
  EXDEV: 'part of the path is on another disk',
  ENAMETOOLONG: 'the path is too long',
};

function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return REASONS[code ?? ''] ?? message;
}
