import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import type { RunFigures } from './replicate.ts';

/** Version of the package, and the commit from which it was built. */
export interface Build {
  readonly version: string;
  /** null if it was not built, or not from a repository. */
  readonly commit: string | null;
}

/** The program that made a result, and what it ran on: the last bits of a power are not the same in every Node. */
export interface Maker extends Build {
  /** Version of Node. */
  readonly node: string;
}

export function readMaker(): Maker {
  return { ...readBuild(), node: process.versions.node };
}

/** Read from what the build has left: beside the compiled program, or in the package itself. */
export function readBuild(): Build {
  for (const place of ['../build.json', '../../build.json', '../../dist/build.json', '../../package.json']) {
    const found = readJson(place);
    const version = textOf(found?.['version']);
    if (version !== undefined) return { version, commit: textOf(found?.['commit']) ?? null };
  }
  return { version: 'unknown', commit: null };
}

/** One hash for the tapes of all replications; null if the organisations met different markets. */
export function commonTapeHash(runs: readonly (readonly RunFigures[])[]): string | null {
  const digests = runs.map((of) => {
    const hash = createHash('sha256');
    for (const { tapeHash } of of) hash.update(tapeHash);
    return hash.digest('hex').slice(0, 16);
  });
  return digests.every((digest) => digest === digests[0]) ? (digests[0] ?? null) : null;
}

function readJson(place: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const text = readFileSync(fileURLToPath(new URL(place, import.meta.url)), 'utf8');
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return undefined;
  }
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
