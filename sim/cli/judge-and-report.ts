import { join } from 'node:path';
import process from 'node:process';
import { judgeClaims } from '../claims/judge-claims.ts';
import { loadClaims, shippedClaimFiles } from '../claims/load-claims.ts';
import { nearestName } from '../scenario/nearest-name.ts';
import type { ClaimsArguments } from './claims-arguments.ts';
import { interruptible } from './interruptible.ts';
import { typedCommand, wholeNumber } from './options.ts';
import { checkWritable, publishStudy } from './publish.ts';
import { print } from './terminal.ts';
import { UsageError } from './usage-error.ts';

const DEFAULT_OUT = 'out';
const DEFAULT_SEED = 1;

/** Judges claims, prints the table, and writes the report. Returns the exit code. */
export async function claimsAndReport(parsed: ClaimsArguments): Promise<number> {
  const seed = wholeNumber('--seed', parsed.seed, 0) ?? DEFAULT_SEED;
  const workers = wholeNumber('--workers', parsed.workers, 1);
  const replications = wholeNumber('--replications', parsed.replications, 2);
  if (replications !== undefined && parsed.quick) {
    throw new UsageError('give either --replications or --quick');
  }
  // A program that asks for JSON gets no report unless it says where to put it.
  const out = parsed.out ?? (parsed.json ? undefined : DEFAULT_OUT);
  if (out !== undefined) checkWritable(out);
  const files = parsed.files === undefined || parsed.files.length === 0 ? shippedClaimFiles() : parsed.files;
  const chosen = new Chosen(parsed.only);
  const { claims, shelf, ids } = loadClaims(files, chosen.has);
  chosen.check(ids);
  const { result, isInterrupted } = await interruptible(parsed.quiet || parsed.json, (signal, onProgress) =>
    judgeClaims({
      claims,
      shelf,
      seed,
      quick: parsed.quick,
      replications,
      workers,
      signal,
      onProgress,
      command: typedCommand(),
    }),
  );
  if (result.claims.length + result.contradictions.length === 0) {
    process.stderr.write('salesworks: stopped before one claim was judged; nothing was written\n');
    return 130;
  }
  if (out !== undefined) {
    const { renderClaims } = await import('../../reports/claims/write-claims.ts');
    publishStudy(out, 'claims', await renderClaims(result));
  }
  if (parsed.json) print(JSON.stringify(result));
  else if (!parsed.quiet) {
    const { claimsInWords } = await import('./claims-table.ts');
    print(claimsInWords(result));
    if (out !== undefined) print(`Report: ${join(out, 'claims.html')}`);
  }
  return isInterrupted ? 130 : 0;
}

/** Ids with commas between, of which a star at the end stands for anything; all if nothing is said. */
class Chosen {
  private readonly only: string;
  private readonly patterns: readonly string[];

  constructor(only = '*') {
    this.only = only;
    this.patterns = only.split(',').map((pattern) => pattern.trim());
  }

  readonly has = (id: string): boolean => this.patterns.some((pattern) => matches(pattern, id));

  /** Throws a UsageError if a pattern matches none of the ids. */
  check(ids: readonly string[]): void {
    const stray = this.patterns.find((pattern) => !ids.some((id) => matches(pattern, id)));
    if (stray === undefined) return;
    const meant = nearestName(stray, ids);
    const hint = meant === undefined ? '' : `; did you mean ${meant}?`;
    throw new UsageError(`--only ${this.only}: there is no claim ${stray}${hint}`);
  }
}

function matches(pattern: string, id: string): boolean {
  return pattern.endsWith('*') ? id.startsWith(pattern.slice(0, -1)) : id === pattern;
}
