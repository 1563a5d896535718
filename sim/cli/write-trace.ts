import { join } from 'node:path';
import { trace, type Trace } from '../experiment/trace/trace.ts';
import { traceFiles } from '../experiment/trace/trace-files.ts';
import { loadScenario } from '../scenario/load.ts';
import { overridesOf } from './check-scenarios.ts';
import { typedCommand, wholeNumber } from './options.ts';
import { checkWritable, publishStudy } from './publish.ts';
import { print } from './terminal.ts';
import { TRACE_FORMATS, type TraceArguments } from './trace-arguments.ts';
import { UsageError } from './usage-error.ts';

const DEFAULT_OUT = 'out/trace';
const WEEKS = 10;

/** Writes the event log of a window of one replication, and says what is in it. Returns the exit code. */
export function writeTrace(parsed: TraceArguments): number {
  const organisation = loadScenario({ reference: parsed.scenario, overrides: overridesOf(parsed) });
  const { run } = organisation.scenario;
  const seed = wholeNumber('--seed', parsed.seed, 0) ?? run.seed;
  const replication = wholeNumber('--replication', parsed.replication, 1) ?? 1;
  const from = wholeNumber('--from', parsed.from, 1) ?? 1;
  const weeks = wholeNumber('--weeks', parsed.weeks, 1) ?? Math.min(WEEKS, Math.max(1, run.weeks - from + 1));
  const last = from + weeks - 1;
  if (last > run.weeks) {
    throw new UsageError(
      `the window ends with week ${last}, but the run with week ${run.weeks}: ` +
        `take an earlier --from, fewer --weeks, or --set run.weeks=${last}`,
    );
  }
  // A program that asks for JSON gets no files unless it says where to put them.
  const out = parsed.out ?? (parsed.json ? undefined : DEFAULT_OUT);
  if (out !== undefined) checkWritable(out);
  const traced = trace({ organisation, seed, replication, from, weeks, command: typedCommand() });
  const formats = TRACE_FORMATS.filter((one) => parsed.format === 'all' || parsed.format === one);
  const files = out === undefined ? new Map<string, string>() : traceFiles(traced, formats);
  if (out !== undefined) publishStudy(out, 'trace', files);
  const written = [...files].map(([name, text]) => ({ name, bytes: Buffer.byteLength(text) }));
  if (parsed.json) {
    const { schema, provenance, counts, objects } = traced;
    print(JSON.stringify({ schema, provenance, counts, objects, files: written }));
  } else if (!parsed.quiet) {
    print(inWords(traced));
    for (const { name, bytes } of written)
      print(`${(bytes / 1e6).toFixed(1).padStart(6)} MB  ${join(out!, name)}`);
  }
  return 0;
}

function inWords({ provenance, counts, events, objects }: Trace): string {
  const { window, scenario, replication } = provenance;
  const things = Object.entries(objects).map(([kind, count]) => `${kind} ${count}`);
  const happened = Object.values(counts.events).reduce((sum, count) => sum + count, 0);
  return [
    `${scenario.name}, weeks ${window.from} to ${window.from + window.weeks - 1} of replication ${replication}`,
    `${happened} events and ${events.length - happened} intervals of time`,
    `Named: ${things.join(', ')}`,
  ].join('\n');
}
