import { join } from 'node:path';
import process from 'node:process';
import { findConstraint } from '../experiment/constraint/constraint.ts';
import { loadScenario } from '../scenario/load.ts';
import { overridesOf } from './check-scenarios.ts';
import { interruptible } from './interruptible.ts';
import { typedCommand, wholeNumber } from './options.ts';
import { checkWritable, publishStudy } from './publish.ts';
import type { StudyArguments } from './study-options.ts';
import { print } from './terminal.ts';

const DEFAULT_OUT = 'out/constraint';
const REPLICATIONS = 20;

/** Looks for the constraint, prints who it is and writes what was found. Returns the exit code. */
export async function reportConstraint(
  parsed: StudyArguments & { readonly scenario: string },
): Promise<number> {
  const organisation = loadScenario({ reference: parsed.scenario, overrides: overridesOf(parsed) });
  const request = {
    organisation,
    // One replication tells no spread, so that nothing could be separated.
    effort: {
      kind: 'fixed',
      replications: wholeNumber('--replications', parsed.replications, 2) ?? REPLICATIONS,
    },
    seed: wholeNumber('--seed', parsed.seed, 0) ?? organisation.scenario.run.seed,
    workers: wholeNumber('--workers', parsed.workers, 1),
    command: typedCommand(),
  } as const;
  const out = parsed.out ?? (parsed.json ? undefined : DEFAULT_OUT);
  if (out !== undefined) checkWritable(out);
  const { result, isInterrupted } = await interruptible(parsed.quiet || parsed.json, (signal, onProgress) =>
    findConstraint({ ...request, signal, onProgress }),
  );
  if (result.provenance.replications === 0) {
    process.stderr.write('salesworks: stopped before one replication was finished; nothing was written\n');
    return 130;
  }
  if (out !== undefined) {
    const { renderConstraint } = await import('../../reports/write-constraint.ts');
    publishStudy(out, 'constraint', renderConstraint(result));
  }
  if (parsed.json) print(JSON.stringify(result));
  else if (!parsed.quiet) {
    print((await import('./constraint-table.ts')).constraintInWords(result));
    if (out !== undefined) print(`Written to ${join(out, 'constraint.json')} and constraint.csv beside it.`);
  }
  return isInterrupted ? 130 : 0;
}
