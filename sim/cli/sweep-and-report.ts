import { join } from 'node:path';
import process from 'node:process';
import { sweep } from '../experiment/sweep/sweep.ts';
import { loadScenario } from '../scenario/load.ts';
import { overridesOf } from './check-scenarios.ts';
import { interruptible } from './interruptible.ts';
import { metricIds } from './metric-ids.ts';
import { typedCommand, wholeNumber } from './options.ts';
import { checkWritable, publishStudy } from './publish.ts';
import type { StudyArguments } from './study-options.ts';
import { sweepInWords } from './sweep-table.ts';
import { print } from './terminal.ts';

/** What the command line of `sweep` says beside what every study takes. */
export interface SweepArguments {
  readonly scenario: string;
  readonly vary: readonly string[];
  readonly metrics?: string;
  readonly extra?: string;
}

const REPLICATIONS = 20;
const EXTRA_POINTS = 8;
const DEFAULT_OUT = 'out/sweep';

/** Varies values of a scenario, prints what came out and writes it. Returns the exit code. */
export async function sweepAndReport(parsed: StudyArguments & SweepArguments): Promise<number> {
  const reference = parsed.scenario;
  const overrides = overridesOf(parsed);
  const { seed } = loadScenario({ reference, overrides }).scenario.run;
  const request = {
    reference,
    overrides,
    vary: parsed.vary,
    metrics: metricIds('--metrics', parsed.metrics),
    replications: wholeNumber('--replications', parsed.replications, 1) ?? REPLICATIONS,
    seed: wholeNumber('--seed', parsed.seed, 0) ?? seed,
    extraPoints: wholeNumber('--extra', parsed.extra, 0) ?? EXTRA_POINTS,
    workers: wholeNumber('--workers', parsed.workers, 1),
    command: typedCommand(),
  };
  const out = parsed.out ?? (parsed.json ? undefined : DEFAULT_OUT);
  if (out !== undefined) checkWritable(out);
  const { result, isInterrupted } = await interruptible(parsed.quiet || parsed.json, (signal, onProgress) =>
    sweep({ ...request, signal, onProgress }),
  );
  if (result.provenance.replications === 0) {
    process.stderr.write('salesworks: stopped before every point was simulated once; nothing was written\n');
    return 130;
  }
  if (out !== undefined) {
    const { renderSweep } = await import('../../reports/write-sweep.ts');
    publishStudy(out, 'sweep', await renderSweep(result));
  }
  if (parsed.json) print(JSON.stringify(result));
  else if (!parsed.quiet) {
    print(sweepInWords(result));
    if (out !== undefined) print(`Written to ${out}: ${join(out, 'sweep.csv')}, sweep.json and charts`);
  }
  return isInterrupted ? 130 : 0;
}
