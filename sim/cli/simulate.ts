import { join } from 'node:path';
import process from 'node:process';
import { compare, type CompareRequest } from '../experiment/compare.ts';
import type { Result } from '../experiment/result.ts';
import type { LoadedScenario } from '../scenario/load.ts';
import { effortAskedFor, failuresAskedFor, hasFailed } from './asked-for.ts';
import { loadAll } from './check-scenarios.ts';
import { interruptible } from './interruptible.ts';
import { typedCommand, wholeNumber, type RunArguments } from './options.ts';
import { checkWritable, publishStudy } from './publish.ts';
import { print } from './terminal.ts';

const DEFAULT_OUT = 'out';
/** Replications in which each role is tried with one more head, at most, unless --one-more says otherwise. */
const ONE_MORE = 10;

/** What is simulated, and how its result is put in words. */
export interface Study<Outcome extends Result> {
  readonly simulate: (request: CompareRequest) => Promise<Outcome>;
  /** As text of 80 columns. */
  readonly inWords: (outcome: Outcome) => Promise<string>;
}

const COMPARISON: Study<Result> = {
  simulate: compare,
  inWords: async (result) => {
    const [{ resultInWords }, { decisionLines, thresholdLines }] = await Promise.all([
      import('./result-table.ts'),
      import('./asked-for-lines.ts'),
    ]);
    return [resultInWords(result), ...decisionLines(result), ...thresholdLines(result)].join('\n');
  },
};

/** Simulates organisations, prints what came out, and writes the report. Returns the exit code. */
export async function simulateAndReport(
  references: readonly string[],
  parsed: RunArguments,
): Promise<number> {
  return conduct(COMPARISON, loadAll(references, parsed), parsed);
}

/** The same for any study of organisations. */
export async function conduct<Outcome extends Result>(
  study: Study<Outcome>,
  organisations: readonly LoadedScenario[],
  parsed: RunArguments,
): Promise<number> {
  const { run } = organisations[0]!.scenario;
  const effort = effortAskedFor(parsed, run.replications, organisations.length);
  const failOn = failuresAskedFor(parsed, organisations);
  const seed = wholeNumber('--seed', parsed.seed, 0) ?? run.seed;
  const workers = wholeNumber('--workers', parsed.workers, 1);
  const oneMore = wholeNumber('--one-more', parsed['one-more'], 0) ?? ONE_MORE;
  // A program that asks for JSON gets no report unless it says where to put it.
  const out = parsed.out ?? (parsed.json ? undefined : DEFAULT_OUT);
  if (out !== undefined) checkWritable(out);
  const { result, isInterrupted } = await interruptible(parsed.quiet || parsed.json, (signal, onProgress) =>
    study.simulate({
      organisations,
      seed,
      effort,
      failOn,
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
    publishStudy(out, 'report', await renderReport(result));
  }
  if (parsed.json) print(JSON.stringify(result));
  else if (!parsed.quiet) {
    print(await study.inWords(result));
    if (out !== undefined) print(`Report: ${join(out, 'report.html')}`);
  }
  if (isInterrupted) return 130;
  return hasFailed(parsed, result) ? 1 : 0;
}
