import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The folder of the scenarios that are shipped. This file runs from its source, compiled, and as part of a bundle: in
 * each case the package is the first folder above it whose package.json says `salesworks`.
 */
export function packageScenarios(from: string = import.meta.url): string {
  for (let folder = dirname(fileURLToPath(from)); ; folder = dirname(folder)) {
    if (isPackage(folder)) return join(folder, 'scenarios');
    if (folder === dirname(folder)) throw new Error(`no package salesworks above ${from}`);
  }
}

/** Folders of scenarios that are shipped beside the organisations; their names have the folder in front. */
const FOLDERS = ['', 'transitions/'];

/** Names of the shipped scenarios, as they are given to a command: `traditional`, `transitions/in-order`; sorted. */
export function shippedScenarios(): string[] {
  return FOLDERS.flatMap((folder) => namesIn(folder).map((name) => `${folder}${name}`));
}

/** Folder of the shipped files that go on top of scenarios. */
export const OVERLAYS = 'with';

/** Names of the shipped files that go on top of scenarios, as they are given to `--with`; sorted. */
export function shippedOverlays(): string[] {
  return namesIn(OVERLAYS);
}

function namesIn(folder: string): string[] {
  return readdirSync(join(packageScenarios(), folder))
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => name.slice(0, -'.yaml'.length))
    .sort();
}

function isPackage(folder: string): boolean {
  try {
    const text = readFileSync(join(folder, 'package.json'), 'utf8');
    return (JSON.parse(text) as { readonly name?: unknown }).name === 'salesworks';
  } catch {
    return false;
  }
}
