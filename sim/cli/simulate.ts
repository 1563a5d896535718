import { join } from 'node:path';
import process from 'node:process';
import { compare } from '../experiment/compare.ts';
import type { Result } from '../experiment/result.ts';
import { loadAll } from './check-scenarios.ts';
import { interruptible } from './interruptible.ts';
import { effortOf, typedCommand, wholeNumber, type RunArguments } from './options.ts';
import { checkWritable, publish } from './publish.ts';
import { print } from './terminal.ts';

const DEFAULT_OUT = 'out';
/** Replications in which each role is tried with one more head, at most, unless --one-more says otherwise. */
const ONE_MORE = 10;

/** Simulates organisations, prints what came out, and writes the report. Returns the exit code. */
export async function simulateAndReport(
  references: readonly string[],
  parsed: RunArguments,
): Promise<number> {
  const organisations = loadAll(references, parsed.set ?? []);
  const { run } = organisations[0]!.scenario;
  const effort = effortOf(parsed, run.replications);
  const seed = wholeNumber('--seed', parsed.seed, 0) ?? run.seed;
  const workers = wholeNumber('--workers', parsed.workers, 1);
  const oneMore = wholeNumber('--one-more', parsed['one-more'], 0) ?? ONE_MORE;
  // A program that asks for JSON gets no report unless it says where to put it.
  const out = parsed.out ?? (parsed.json ? undefined : DEFAULT_OUT);
  if (out !== undefined) checkWritable(out);
  const { result, isInterrupted } = await interruptible(parsed.quiet || parsed.json, (signal, onProgress) =>
    compare({
      organisations,
      seed,
      effort,
      command: typedCommand(),
      workers,
      signal,
      onProgress,
      ...(oneMore > 0 ? { oneMoreReplications: oneMore } : {}),
    }),
  );
  if (result.provenance.replications === 0) {
    process.stderr.write('salesworks: stopped before one replication was finished; nothing was written\n');
    return 130;
  }
  if (out !== undefined) {
    const { renderReport } = await import('../../reports/write-report.ts');
    publish(out, await renderReport(result));
  }
  if (parsed.json) print(JSON.stringify(result));
  else if (!parsed.quiet) await printResult(result, out);
  return isInterrupted ? 130 : 0;
}

async function printResult(result: Result, out: string | undefined): Promise<void> {
  const { resultInWords } = await import('./result-table.ts');
  print(resultInWords(result));
  if (out !== undefined) print(`Report: ${join(out, 'report.html')}`);
}
