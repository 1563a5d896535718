import { CATALOGUE, type MetricEntry } from '../../metrics/catalogue.ts';
import { meantName } from '../../scenario/nearest-name.ts';
import type { LoadedScenario } from '../../scenario/load.ts';
import { DEFAULT, type Origin } from '../../scenario/origin.ts';
import { problemAt, ScenarioError, type Complaint } from '../../scenario/problems.ts';
import { acceptedFor, formatQuantity, parseQuantity, type Dimension } from '../../scenario/units.ts';
import { CONSTRAINT_GROUPS, type ConstraintGroup } from '../search/constraint-odds.ts';

/** Something that an organisation is asked for, and that replications can show or refute. */
export type Condition = MetricCondition | ConstraintCondition;

/** The mean of a metric lies on one side of a bound; or it does so in a share of all replications. */
export interface MetricCondition {
  readonly kind: 'metric';
  /** As it was written. */
  readonly text: string;
  readonly metric: string;
  readonly relation: Relation;
  /** In the unit of the metric; `today`: what the organisation that is there today has in the same replication. */
  readonly bound: number | 'today';
  /** Share of replications in which it has to hold; undefined if the mean is meant. */
  readonly inShare: number | undefined;
}

/** A group is the constraint, or is not, in more than a share of all replications. */
export interface ConstraintCondition {
  readonly kind: 'constraint';
  readonly text: string;
  readonly group: ConstraintGroup;
  readonly isWanted: boolean;
  readonly inShare: number;
}

export type Relation = '>=' | '>' | '<=' | '<';

const ACCEPTED =
  'metric >= bound, such as "service-within-tolerance >= 90 %", "operating-expense-per-year <= today", "orders-won-per-week ' +
  '> 0.5 in 80 % of runs", or "constraint is salesperson"';
const MOST_OFTEN = 0.5;

/** Reads a condition that was given with an option. Throws a ScenarioError that says what is wrong. */
export function conditionOf(text: string, option: string): Condition {
  return conditionAt(text, { kind: 'override', text: JSON.stringify(text), option });
}

/** Reads a condition that was written somewhere. Throws a ScenarioError that says what is wrong with it, and where. */
export function conditionAt(text: string, origin: Origin): Condition {
  const fail: Fail = (complaint) => {
    throw new ScenarioError([problemAt(origin, complaint)]);
  };
  const [, body, percent] = /^\s*(.*?)(?:\s+in\s+(\S+\s*%)\s+of\s+(?:runs|replications))?\s*$/.exec(text)!;
  const inShare = percent === undefined ? undefined : parseQuantity(percent, 'share');
  if (percent !== undefined && !(inShare! > 0 && inShare! < 1)) {
    return fail({ wrong: `${percent} is no share of runs`, accepted: 'a share between 0 and 100 %' });
  }
  const constraint = /^constraint\s+is\s+(not\s+)?(\S+)$/.exec(body!);
  if (constraint !== null) {
    const [, not, name] = constraint;
    const group = CONSTRAINT_GROUPS.find((other) => other === name);
    if (group === undefined)
      return fail(unknown(name!, 'a group that can be the constraint', CONSTRAINT_GROUPS));
    return { kind: 'constraint', text, group, isWanted: not === undefined, inShare: inShare ?? MOST_OFTEN };
  }
  const comparison = /^([\w.-]+)\s*(>=|<=|>|<)\s*(.+)$/.exec(body!);
  if (comparison === null) return fail({ wrong: 'is no condition', accepted: ACCEPTED });
  const [, id, relation, written] = comparison as unknown as [string, string, Relation, string];
  const entry = CATALOGUE.find((known) => known.id === id);
  if (entry === undefined)
    return fail(
      unknown(
        id,
        'the id of a metric',
        CATALOGUE.map((known) => known.id),
      ),
    );
  return { kind: 'metric', text, metric: id, relation, bound: boundOf(written, entry, fail), inShare };
}

/** Reads several; throws one ScenarioError for all that is wrong. */
export function conditionsOf(texts: readonly string[], option: string): Condition[] {
  return collected(texts, (text) => conditionOf(text, option));
}

/** The thresholds of scenarios, each condition once; throws one ScenarioError for all that is wrong. */
export function thresholdsIn(scenarios: readonly LoadedScenario[]): Condition[] {
  const written = scenarios.flatMap(({ scenario, origins }) =>
    scenario.thresholds.map(({ failOn }, i) => ({
      text: failOn,
      origin: origins.get(`thresholds.${i}.failOn`) ?? DEFAULT,
    })),
  );
  const once = written.filter(({ text }, i) => written.findIndex((other) => other.text === text) === i);
  return collected(once, ({ text, origin }) => conditionAt(text, origin));
}

function collected<T>(written: readonly T[], read: (one: T) => Condition): Condition[] {
  const problems: ScenarioError['problems'][number][] = [];
  const conditions = written.flatMap((one) => {
    try {
      return [read(one)];
    } catch (error) {
      if (!(error instanceof ScenarioError)) throw error;
      problems.push(...error.problems);
      return [];
    }
  });
  if (problems.length > 0) throw new ScenarioError(problems);
  return conditions;
}

/** Whether a condition can only be judged beside the organisation of today. */
export function needsToday(condition: Condition): boolean {
  return condition.kind === 'metric' && condition.bound === 'today';
}

type Fail = (complaint: Complaint) => never;

function boundOf(written: string, { id, unit, isRatio }: MetricEntry, fail: Fail): number | 'today' {
  if (/^today(?:'s)?$/.test(written)) return 'today';
  const dimension: Dimension = unit === 'share' ? 'share' : unit.startsWith('money') ? 'money' : 'factor';
  // The unit of the metric may be written after a number, since that is how results show it.
  const bare = dimension === 'factor' && written.endsWith(unit) ? written.slice(0, -unit.length) : written;
  const bound = parseQuantity(bare.trim(), dimension);
  if (dimension === 'share' && bound !== undefined && !isShare(bound, isRatio === true)) {
    // Nine thousand per cent: the sign was forgotten.
    const isPercent = !bare.includes('%') && bound > 1 && bound <= 100;
    return fail({
      wrong: `has a bound that ${id} cannot have: ${written}, that is ${formatQuantity(bound, 'share')}`,
      accepted: 'a share from 0 to 100 %, such as 90 % or 0.9; or today',
      didYouMean: isPercent ? `${bare.trim()} %` : undefined,
    });
  }
  const accepted = dimension === 'factor' ? `a number (${unit})` : acceptedFor(dimension);
  return (
    bound ??
    fail({ wrong: `has a bound that ${id} cannot have: ${written}`, accepted: `${accepted}, or today` })
  );
}

const MOST_RATIO = 10;

function isShare(bound: number, isRatio: boolean): boolean {
  return isRatio ? Math.abs(bound) < MOST_RATIO : bound >= 0 && bound <= 1;
}

function unknown(found: string, what: string, known: readonly string[]): Complaint {
  const didYouMean = meantName(found, known);
  const accepted = known.length < 20 ? known.join(', ') : undefined;
  return { wrong: `${found} is not ${what}`, accepted, didYouMean };
}
