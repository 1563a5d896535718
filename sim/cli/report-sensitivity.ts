import { join } from 'node:path';
import process from 'node:process';
import { counted } from '../../reports/words/counted.ts';
import { loadFactorList, namedFactors, shippedFactorList } from '../experiment/sensitivity/load-factors.ts';
import type { Subject } from '../experiment/sensitivity/inquiry.ts';
import { sensitivity, type Plan } from '../experiment/sensitivity/sensitivity.ts';
import type { Method, SensitivityResult } from '../experiment/sensitivity/sensitivity-result.ts';
import { readScenario } from '../scenario/scenario-files.ts';
import { loadAll, overridesOf } from './check-scenarios.ts';
import { interruptible } from './interruptible.ts';
import { metricIds } from './metric-ids.ts';
import { typedCommand, wholeNumber } from './options.ts';
import { checkWritable, publishStudy } from './publish.ts';
import type { StudyArguments } from './study-options.ts';
import { print, wrapped } from './terminal.ts';
import { UsageError } from './usage-error.ts';

const DEFAULT_OUT = 'out/sensitivity';
const USUAL_METRICS = ['bd-meetings-per-week', 'throughput-per-year', 'profit-per-year'];
/** From here on the intervals of Sobol indices hold the true one as often as they say (tried on lines). */
const LEAST_POINTS = 16;
const USUAL = { replications: 8, draws: 20, tries: 3, trajectories: 10, points: 32 } as const;

/** What the command line says beside what every study takes. */
export interface SensitivityArguments {
  readonly scenario: string;
  readonly other?: string | undefined;
  readonly vary?: readonly string[] | undefined;
  readonly list?: string | undefined;
  readonly metrics?: string | undefined;
  readonly draws?: string | undefined;
  readonly tries?: string | undefined;
  readonly method: Method;
  readonly trajectories?: string | undefined;
  readonly points?: string | undefined;
}

/** Varies assumptions, prints what the answers hang on, and writes charts and tables. Returns the exit code. */
export async function reportSensitivity(parsed: StudyArguments & SensitivityArguments): Promise<number> {
  const references = parsed.other === undefined ? [parsed.scenario] : [parsed.scenario, parsed.other];
  const overrides = overridesOf(parsed);
  const [first] = loadAll(references, parsed);
  const subjects = references.map((reference): Subject => ({ document: readScenario(reference), overrides }));
  const list = loadFactorList(parsed.list ?? shippedFactorList());
  const factors = parsed.vary === undefined ? list : namedFactors(parsed.vary, list);
  const request = {
    subjects: subjects as [Subject] | [Subject, Subject],
    factors,
    // The shipped list is for any firm; what somebody names himself has to fit.
    skipUnfit: parsed.vary === undefined && parsed.list === undefined,
    metrics: metricIds('--metrics', parsed.metrics) ?? USUAL_METRICS,
    method: parsed.method,
    trajectories: wholeNumber('--trajectories', parsed.trajectories, 2) ?? USUAL.trajectories,
    points: wholeNumber('--points', parsed.points, LEAST_POINTS) ?? USUAL.points,
    replications: wholeNumber('--replications', parsed.replications, 2) ?? USUAL.replications,
    draws: drawsOf(parsed.draws),
    steps: wholeNumber('--tries', parsed.tries, 0) ?? USUAL.tries,
    seed: wholeNumber('--seed', parsed.seed, 0) ?? first!.scenario.run.seed,
    workers: wholeNumber('--workers', parsed.workers, 1),
    command: typedCommand(),
  } as const;
  const out = parsed.out ?? (parsed.json ? undefined : DEFAULT_OUT);
  if (out !== undefined) checkWritable(out);
  const isQuiet = parsed.quiet || parsed.json;
  const onPlan = (plan: Plan): void => {
    if (!isQuiet) process.stderr.write(`${wrapped(planInWords(plan, request.replications))}\n`);
  };
  const { result, isInterrupted } = await interruptible(isQuiet, (signal, onProgress) =>
    sensitivity({ ...request, signal, onPlan, onProgress }),
  );
  if (result.base === null) {
    process.stderr.write('salesworks: stopped before anything was finished; nothing was written\n');
    return 130;
  }
  await tell(result, out, parsed);
  return isInterrupted ? 130 : 0;
}

async function tell(result: SensitivityResult, out: string | undefined, { json, quiet }: StudyArguments) {
  if (out !== undefined) {
    const { renderSensitivity } = await import('../../reports/write-sensitivity.ts');
    publishStudy(out, 'sensitivity', await renderSensitivity(result));
  }
  if (json) print(JSON.stringify(result));
  else if (!quiet) {
    print((await import('./sensitivity-table.ts')).sensitivityInWords(result));
    if (out !== undefined) {
      const charts = result.tornado === undefined ? '' : ` and ${join(out, 'charts')}`;
      print(`Written to ${join(out, 'sensitivity.csv')}${charts}`);
    }
  }
}

function drawsOf(text: string | undefined): number {
  const draws = wholeNumber('--draws', text, 0) ?? USUAL.draws;
  if (draws === 1) throw new UsageError('--draws 1 tells no spread: give 0 or at least 2');
  return draws;
}

function planInWords({ factors, runs, searchRuns }: Plan, replications: number): string {
  const search = searchRuns > 0 ? `, and up to ${searchRuns} more for break-even values` : '';
  const what = factors === 1 ? '1 assumption' : `${factors} assumptions`;
  return `${what}, ${counted(replications, 'replication')} of every value: ${runs} runs${search}.`;
}
