import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { loadScenario, type LoadedScenario } from '../../sim/scenario/load.ts';
import { formatProblems, ScenarioError, type Problem } from '../../sim/scenario/problems.ts';

/** Files by name, written to a folder of their own; the first one is loaded. */
export type WrittenFiles = Readonly<Record<string, string | Uint8Array>>;

/** Loads the first of some files, with overrides on top. */
export function loadWritten(files: WrittenFiles, ...overrides: readonly string[]): LoadedScenario {
  return inFolder(files, (folder) =>
    loadScenario({ reference: join(folder, Object.keys(files)[0]!), overrides }),
  );
}

/** What is wrong with the first of some files, names of files without their folder. Throws if nothing is. */
export function problemsOfWritten(files: WrittenFiles, ...overrides: readonly string[]): readonly Problem[] {
  return inFolder(files, (folder) => {
    const reference = join(folder, Object.keys(files)[0]!);
    return problemsOf(() => loadScenario({ reference, overrides })).map(
      (problem) => JSON.parse(JSON.stringify(problem).replaceAll(`${folder}/`, '')) as Problem,
    );
  });
}

/** The same as text. */
export function textOfWritten(files: WrittenFiles, ...overrides: readonly string[]): string {
  return formatProblems(problemsOfWritten(files, ...overrides));
}

/** The problems of the ScenarioError that something throws. */
export function problemsOf(load: () => unknown): readonly Problem[] {
  try {
    load();
  } catch (error) {
    if (error instanceof ScenarioError) return error.problems;
    throw error;
  }
  throw new Error('nothing is wrong');
}

function inFolder<Result>(files: WrittenFiles, use: (folder: string) => Result): Result {
  const folder = mkdtempSync(join(tmpdir(), 'salesworks-'));
  try {
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), content);
    }
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
