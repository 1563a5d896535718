import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The compiled command line: `npm test` builds it first. */
export const PROGRAM = resolve(dirname(fileURLToPath(import.meta.url)), '../../dist/bin/salesworks.js');

/** A small run that is still a whole one. */
export const SMALL = ['--set', 'run.weeks=14', '--set', 'run.warmUp=4', '--one-more', '0'];

export interface Finished {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** An empty folder of its own. */
export function emptyFolder(): string {
  return mkdtempSync(join(tmpdir(), 'salesworks-test-'));
}

/** Runs the command line as a user would, in a folder. */
export function salesworks(words: readonly string[], folder = emptyFolder()): Promise<Finished> {
  return finished(start(words, folder));
}

export function start(words: readonly string[], folder: string): ChildProcess {
  return startProgram(PROGRAM, words, folder);
}

/** The same for a program that is somewhere else. */
export function startProgram(program: string, words: readonly string[], folder: string): ChildProcess {
  return spawn(process.execPath, [program, ...words], {
    cwd: folder,
    env: { ...process.env, NO_COLOR: '1' },
  });
}

/** Runs a line of shell, for what needs one. */
export function shell(line: string, folder: string): Promise<Finished> {
  return finished(spawn('bash', ['-c', line], { cwd: folder, env: { ...process.env, NO_COLOR: '1' } }));
}

export function finished(child: ChildProcess): Promise<Finished> {
  let stdout = '';
  let stderr = '';
  child.stdout?.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  return new Promise((done, failed) => {
    child.on('error', failed);
    child.on('close', (code) => done({ code, stdout, stderr }));
  });
}
