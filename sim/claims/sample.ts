import { CATALOGUE } from '../metrics/catalogue.ts';
import { planFigures } from '../scenario/arithmetic/headcount.ts';
import { hoursPaidOf, offeredLoads } from '../scenario/arithmetic/offered-load.ts';
import type { Role } from '../scenario/schema/ids.ts';
import type { Scenario } from '../scenario/schema/scenario.ts';
import { valueAt } from '../scenario/value-at.ts';
import type { Figure } from './figures.ts';
import { FACTS } from './format/words.ts';
import type { KeptRun } from '../experiment/run-pool.ts';

/** One arm and its replications; none where only facts are read. */
export interface ArmRuns {
  readonly scenario: Scenario;
  /** Shape [replication]. */
  readonly runs: readonly KeptRun[];
}

/** The arms of a claim by name. Replications of all arms met the same markets. */
export type Sample = ReadonlyMap<string, ArmRuns>;

/** A figure of every replication, NaN where it does not exist; of a fact the same number each time. */
export function readFigure(figure: Figure, sample: Sample): number[] {
  const arm = sample.get(figure.arm)!;
  return arm.runs.map((run) => figureOf(figure, arm.scenario, run));
}

/** A figure of one replication, NaN where it does not exist. */
export function figureOf({ source, id, plus, weeks, per }: Figure, scenario: Scenario, run: KeptRun): number {
  const named = (other: string): number =>
    PLACES.has(other) ? metricOf(other, run, weeks) : factOf(other, scenario);
  const own = source === 'metric' ? metricOf(id, run, weeks) : plainFact(source, id, scenario);
  const value = plus.reduce((sum, other) => sum + named(other), own);
  return per === undefined ? value : value / named(per);
}

/** A fact or a value at a path, which need no run. */
export function exactFigure({ source, id, plus, per }: Figure, scenario: Scenario): number {
  const value = plus.reduce((sum, other) => sum + factOf(other, scenario), plainFact(source, id, scenario));
  return per === undefined ? value : value / factOf(per, scenario);
}

/** Whether a figure follows from the scenario alone. */
export function isExact({ source, plus, per }: Figure): boolean {
  return source !== 'metric' && [...plus, ...(per === undefined ? [] : [per])].every(isFact);
}

function plainFact(source: Figure['source'], id: string, scenario: Scenario): number {
  return source === 'path' ? valueAt(id, scenario) : factOf(id, scenario);
}

const PLACES: ReadonlyMap<string, number> = new Map(CATALOGUE.map(({ id }, place) => [id, place]));

/** Over single weeks where the metric is kept week by week, otherwise over the measured ones. */
function metricOf(id: string, run: KeptRun, weeks: Figure['weeks']): number {
  const weekly = weeks === undefined ? undefined : run.weekly.get(id);
  return weekly === undefined ? run.values[PLACES.get(id)!]! : meanOver(weekly, weeks!.from, weeks!.to);
}

function isFact(id: string): boolean {
  return (FACTS as readonly string[]).includes(id);
}

function factOf(id: string, scenario: Scenario): number {
  if (id === 'people') return planFigures(scenario).heads;
  if (id === 'payroll-per-year') return planFigures(scenario).payroll;
  const [kind, role] = id.split('.') as [string, Role];
  switch (kind) {
    case 'heads':
      return scenario.organisation.roles[role].heads;
    case 'salary':
      return scenario.organisation.roles[role].salary;
    case 'hours-paid':
      return hoursPaidOf(scenario, role);
    default:
      return offeredLoads(scenario).find((load) => load.role === role)?.utilisation ?? NaN;
  }
}

/** Mean over weeks counted from 1, both ends included; weeks without a figure are left out. */
function meanOver(weekly: Float64Array, from: number, to: number): number {
  let sum = 0;
  let count = 0;
  for (const value of weekly.subarray(from - 1, to)) {
    if (Number.isNaN(value)) continue;
    sum += value;
    count++;
  }
  return count === 0 ? NaN : sum / count;
}
