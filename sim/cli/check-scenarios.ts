import { planFigures, type PlanFigures } from '../scenario/arithmetic/headcount.ts';
import { offeredLoads, type RoleLoad } from '../scenario/arithmetic/offered-load.ts';
import { unpack } from '../scenario/arithmetic/unpacking.ts';
import { loadScenario, type LoadedScenario } from '../scenario/load.ts';
import type { Override } from '../scenario/override.ts';
import { ScenarioError } from '../scenario/problems.ts';
import { readOverlay } from '../scenario/scenario-files.ts';
import { stagesOf } from '../scenario/plan.ts';
import type { Scenario } from '../scenario/schema/scenario.ts';
import { MINUTES_PER_WEEK } from '../time/working-time.ts';
import { formatMoney } from '../scenario/units.ts';
import type { OnTop } from './options.ts';
import { bold, print, table, wrapped } from './terminal.ts';
import { unpackingInWords } from './unpacking-in-words.ts';

/** Files in their order, then single values. */
export function overridesOf({ with: files, set }: OnTop): Override[] {
  return [...(files ?? []).flatMap(readOverlay), ...(set ?? [])];
}

/** Loads scenarios; what is wrong with any of them is said of all in one go. */
export function loadAll(references: readonly string[], onTop: OnTop): LoadedScenario[] {
  const overrides = overridesOf(onTop);
  const problems: ScenarioError['problems'][number][] = [];
  const loaded: LoadedScenario[] = [];
  for (const reference of references) {
    try {
      loaded.push(loadScenario({ reference, overrides }));
    } catch (error) {
      if (!(error instanceof ScenarioError)) throw error;
      problems.push(...error.problems);
    }
  }
  if (problems.length > 0) throw new ScenarioError(eachOnce(problems));
  return loaded;
}

/** What is wrong with a file that lies on top of several scenarios is wrong once. */
function eachOnce(problems: ScenarioError['problems']): ScenarioError['problems'] {
  const texts = problems.map((problem) => JSON.stringify(problem));
  return problems.filter((_, i) => texts.indexOf(texts[i]!) === i);
}

/** Says that scenarios are valid, and what follows from each by arithmetic, before anything is simulated. */
export function checkScenarios(
  references: readonly string[],
  { json, ...onTop }: OnTop & { json: boolean },
): number {
  const checked = loadAll(references, onTop).map(({ scenario, sha256, files }) => ({
    name: scenario.name,
    file: files[0]!.name,
    sha256,
    currency: scenario.money.currency,
    plan: planFigures(scenario),
    loads: offeredLoads(scenario),
    unpacking: unpack(scenario),
    steps: stepFigures(scenario),
  }));
  if (json) {
    print(JSON.stringify({ schema: 'salesworks/check/1', scenarios: checked }, null, 2));
    return 0;
  }
  for (const { name, file, currency, plan, loads, unpacking, steps } of checked) {
    print(`${bold(name)} is valid (${file}).\n`);
    print(wrapped(planInWords(plan, currency)));
    print();
    print(loadTable(loads));
    print();
    print(wrapped(READ_AS));
    print();
    print(wrapped(UNPACKED));
    print();
    print(unpackingInWords(unpacking));
    print();
    for (const step of steps) print(`${wrapped(stepInWords(step, currency))}\n`);
  }
  return 0;
}

/** What an organisation that a step of the plan leads to has, by arithmetic. */
interface StepFigures extends Pick<PlanFigures, 'heads' | 'payroll'> {
  readonly name: string;
  /** Counted from 1. */
  readonly week: number;
  /** Roles that will not keep up at all times. */
  readonly busy: readonly Pick<RoleLoad, 'role' | 'utilisation'>[];
}

/** Offered load above which a role does not keep up at all times. */
const BUSY = 0.9;

function stepFigures(scenario: Scenario): StepFigures[] {
  return stagesOf(scenario).map(({ step, at, after }) => {
    const then = { ...scenario, organisation: after };
    const { heads, payroll } = planFigures(then);
    const busy = offeredLoads(then)
      .filter(({ utilisation }) => (utilisation ?? 0) > BUSY)
      .map(({ role, utilisation }) => ({ role, utilisation }));
    return { name: step.name, week: Math.floor(at / MINUTES_PER_WEEK) + 1, heads, payroll, busy };
  });
}

function stepInWords({ name, week, heads, payroll, busy }: StepFigures, currency: string): string {
  const above = busy.map(({ role, utilisation }) => `${role} ${(100 * utilisation!).toFixed(0)} %`);
  return (
    `Week ${week}, ${bold(name)}: ${heads} people, payroll ${formatMoney(payroll, currency)} a year. ` +
    `Loaded above ${100 * BUSY} %: ${above.length === 0 ? 'nobody' : above.join(', ')}.`
  );
}

const READ_AS =
  'By arithmetic, before anything is simulated: all opportunities that are pursued go their full way, nobody ' +
  'waits, and every meeting costs a way there and back. Queues, calendars and booking by neighbourhood make the ' +
  'difference: salesworks run shows it. A role loaded above 85 to 90 % will not keep up at all times.';

const UNPACKED =
  'Account management unpacked: what is done at customers and what is not, what is a selling conversation and what ' +
  'is not, in hours a week of all who look after accounts, and the role that does it. A dash: it does not follow by ' +
  'arithmetic.';

function planInWords(plan: PlanFigures, currency: string): string {
  const { heads, payroll, meetingsPerWeek, openOpportunities, cycleWeeks, salespeopleByFormula } = plan;
  return (
    `${heads} people, payroll ${formatMoney(payroll, currency)} a year. At most ${meetingsPerWeek.toFixed(1)} ` +
    `business-development meetings a week. Little's law: ${openOpportunities.toFixed(0)} open opportunities at ` +
    `least, ${cycleWeeks.toFixed(1)} weeks from arrival to decision. Field salespeople by the rule of 20 meetings ` +
    `a week: ${salespeopleByFormula.toFixed(1)}.`
  );
}

function loadTable(loads: readonly RoleLoad[]): string {
  return table(
    [
      { title: 'Role', align: 'left' },
      { title: 'Heads', align: 'right' },
      { title: 'Paid h', align: 'right' },
      { title: 'Offered h', align: 'right' },
      { title: 'Load', align: 'right' },
      { title: 'Most of it', align: 'left' },
    ],
    loads.map(({ role, heads, hoursPaid, hoursOffered, utilisation, loads: own }) => [
      role,
      String(heads),
      hoursPaid.toFixed(0),
      own.length === 0 ? '-' : hoursOffered.toFixed(0),
      own.length === 0 || utilisation === undefined ? '-' : `${(100 * utilisation).toFixed(0)} %`,
      own.length === 0 ? 'no work yet' : mostOf(own),
    ]),
  );
}

function mostOf(loads: RoleLoad['loads']): string {
  const hours = (load: RoleLoad['loads'][number]) => (load.timesPerWeek * load.minutesEach) / 60;
  const most = loads.reduce((largest, load) => (hours(load) > hours(largest) ? load : largest));
  return `${most.activity} ${hours(most).toFixed(0)} h`;
}
