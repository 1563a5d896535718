import { join } from 'node:path';
import { SHOWN_FROM, staff } from '../experiment/staffing/staff.ts';
import type { StaffRequest } from '../experiment/staffing/staff-request.ts';
import { loadScenario } from '../scenario/load.ts';
import { parseQuantity } from '../scenario/units.ts';
import { overridesOf } from './check-scenarios.ts';
import { interruptible } from './interruptible.ts';
import { metricIds } from './metric-ids.ts';
import { typedCommand, wholeNumber } from './options.ts';
import { checkWritable, publishStudy } from './publish.ts';
import { staffingInWords } from './staff-table.ts';
import type { StudyArguments } from './study-options.ts';
import { print } from './terminal.ts';
import { UsageError } from './usage-error.ts';

/** What the command line of `staff` says beside what every study takes. */
export interface StaffArguments {
  readonly scenario: string;
  readonly between: readonly string[];
  readonly 'subject-to'?: readonly string[];
  readonly least?: string;
  readonly most?: string;
  readonly today?: string;
  readonly confidence?: string;
  readonly indifference?: string;
  readonly hopeless?: string;
  readonly budget?: string;
}

const REPLICATIONS = 80;
const BUDGET = 4_000;
const CONFIDENCE = 0.95;
const HOPELESS = 1.2;
const DEFAULT_OUT = 'out/staff';

/** Looks for a staffing, prints what came out and writes it. Returns the exit code: 1 if nothing meets the conditions. */
export async function staffAndReport(parsed: StudyArguments & StaffArguments): Promise<number> {
  const reference = parsed.scenario;
  const overrides = overridesOf(parsed);
  const { seed } = loadScenario({ reference, overrides }).scenario.run;
  const request: StaffRequest = {
    reference,
    overrides,
    today: parsed.today,
    between: parsed.between,
    subjectTo: parsed['subject-to'] ?? [],
    goal: goalOf(parsed),
    confidence: shareOf('--confidence', parsed.confidence, { above: 0.5, below: 1 }) ?? CONFIDENCE,
    replications: wholeNumber('--replications', parsed.replications, SHOWN_FROM) ?? REPLICATIONS,
    budget: wholeNumber('--budget', parsed.budget, 1) ?? BUDGET,
    hopelessLoad:
      parsed.hopeless === 'none'
        ? undefined
        : (shareOf('--hopeless', parsed.hopeless, { above: 0, below: Infinity }) ?? HOPELESS),
    indifference: indifferenceOf(parsed.indifference),
    seed: wholeNumber('--seed', parsed.seed, 0) ?? seed,
    workers: wholeNumber('--workers', parsed.workers, 1),
    command: typedCommand(),
  };
  const out = parsed.out ?? (parsed.json ? undefined : DEFAULT_OUT);
  if (out !== undefined) checkWritable(out);
  const { result, isInterrupted } = await interruptible(parsed.quiet || parsed.json, (signal, onProgress) =>
    staff({ ...request, signal, onProgress }),
  );
  if (out !== undefined) {
    const { renderStaffing } = await import('../../reports/write-staffing.ts');
    publishStudy(out, 'staffing', renderStaffing(result));
  }
  if (parsed.json) print(JSON.stringify(result));
  else if (!parsed.quiet) {
    print(staffingInWords(result));
    if (out !== undefined) print(`Written to ${out}: ${join(out, 'designs.csv')} and staffing.json`);
  }
  if (isInterrupted) return 130;
  return result.best === null ? 1 : 0;
}

function goalOf({ least, most }: StaffArguments): StaffRequest['goal'] {
  if (least !== undefined && most !== undefined) throw new UsageError('give either --least or --most');
  const option = most === undefined ? '--least' : '--most';
  const ids = metricIds(option, most ?? least ?? 'payroll-per-year')!;
  if (ids.length > 1) throw new UsageError(`${option} takes one metric, not ${ids.length}`);
  return { most: most !== undefined, metric: ids[0]! };
}

function shareOf(
  option: string,
  text: string | undefined,
  { above, below }: { readonly above: number; readonly below: number },
): number | undefined {
  if (text === undefined) return undefined;
  const share = parseQuantity(text, 'share');
  if (share !== undefined && share > above && share < below) return share;
  const bounds =
    below === Infinity ? `above ${100 * above} %` : `between ${100 * above} and ${100 * below} %`;
  throw new UsageError(`${option} ${text} is no share ${bounds}`);
}

function indifferenceOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const value = parseQuantity(text, 'share') ?? parseQuantity(text, 'money');
  if (value !== undefined && value > 0) return value;
  throw new UsageError(`--indifference ${text} is no number above 0 in the unit of the goal`);
}
