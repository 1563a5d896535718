import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadClaims, type LoadedClaims } from '../../sim/claims/load-claims.ts';
import { formatProblems } from '../../sim/scenario/problems.ts';
import { problemsOf } from '../scenario/written-files.ts';

/** The example of docs/claims.md. */
export function exampleOfDocs(): string {
  const docs = readFileSync(fileURLToPath(new URL('../../docs/claims.md', import.meta.url)), 'utf8');
  return /```yaml\n(group:[^]*?)```/.exec(docs)![1]!;
}

/** Loads claims from the text of a file. */
export function loadText(text: string): LoadedClaims {
  return inFolder(text, (file) => loadClaims([file]));
}

/** What is wrong with the text of a file of claims, in one line, the file without folder. Throws if nothing is. */
export function faultsOf(text: string): string {
  return inFolder(text, (file) =>
    formatProblems(problemsOf(() => loadClaims([file])))
      .replaceAll(file, 'claims.yaml')
      .replace(/\s+/g, ' '),
  );
}

function inFolder<Result>(text: string, use: (file: string) => Result): Result {
  // Short, so that no message is wrapped because of it.
  const folder = mkdtempSync(join(tmpdir(), 'c-'));
  try {
    writeFileSync(join(folder, 'claims.yaml'), text);
    return use(join(folder, 'claims.yaml'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
