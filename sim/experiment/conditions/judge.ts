import { CATALOGUE } from '../../metrics/catalogue.ts';
import { atLeastSoMany, atMostSoMany } from '../../statistics/binomial-tail.ts';
import { studentCriticalValue } from '../../statistics/critical-value.ts';
import { meanInterval } from '../../statistics/mean-interval.ts';
import { proportionInterval } from '../../statistics/proportion.ts';
import { RunningMoments } from '../../statistics/running-moments.ts';
import { ROUNDING, scaleOf } from '../../statistics/thin-evidence.ts';
import type { Interval } from '../result.ts';
import { constraintOf } from '../search/constraint-odds.ts';
import { figuresAt, unitIn } from '../summarise.ts';
import type { Condition, ConstraintCondition, MetricCondition, Relation } from './condition.ts';

/** What replications say of a condition: that it is met, that it is not, or not enough. */
export type ConditionVerdict = 'met' | 'not-met' | 'undecided';

export interface Judgement {
  readonly verdict: ConditionVerdict;
  /** What is compared with the bound: a mean, a difference to today, or a share of replications; null for none. */
  readonly estimate: number | null;
  /** Its 95 % interval, for itself; null for fewer than two replications. */
  readonly ci95: Interval | null;
  readonly unit: string;
  /** How far the estimate is inside the bound, in standard errors; below 0 outside. */
  readonly margin: number;
}

/** Chances of error that a verdict may have, each in (0, 0.5). */
export interface ErrorLevels {
  /** To call a condition met that is not. */
  readonly met: number;
  /** To call one not met that is. */
  readonly notMet: number;
}

/** Runs of the organisation that is judged, and of today's in the same replications. */
export interface Evidence {
  readonly runs: readonly { readonly values: Float64Array }[];
  /** As many; only for conditions that name it. */
  readonly today?: readonly { readonly values: Float64Array }[] | undefined;
  readonly currency: string;
}

/**
 * Judges a condition by replications: a mean by one-sided bounds of Student's t, a share of replications by the exact
 * binomial test. It is met, or not met, only where these say so at the levels given. Replications that are all equal
 * have no spread to go by: unless the metric is arithmetic, they tell no more than that the median is on their side,
 * which n of them do wrongly with a chance of 1 in 2^n at most (sign test). At 2.5 %, six equal replications are thus
 * enough to call a condition met, and what they show is about the median, not about the mean. A figure is equal to a
 * bound if rounding alone may lie between them.
 */
export function judge(condition: Condition, evidence: Evidence, levels: ErrorLevels): Judgement {
  if (condition.kind === 'constraint') return judgeConstraint(condition, evidence, levels);
  return condition.inShare === undefined
    ? judgeMean(condition, evidence, levels)
    : judgeShare(successesOf(condition, evidence), condition.inShare, levels);
}

/** Whether a number that is known exactly is on the right side of a bound. */
export function holds(relation: Relation, value: number, bound: number): boolean {
  switch (relation) {
    case '>=':
      return value >= bound;
    case '>':
      return value > bound;
    case '<=':
      return value <= bound;
    case '<':
      return value < bound;
  }
}

function judgeMean(condition: MetricCondition, evidence: Evidence, levels: ErrorLevels): Judgement {
  const { relation, bound } = condition;
  const entry = CATALOGUE[placeOf(condition)]!;
  const unit = unitIn(entry.unit, evidence.currency);
  const figures = comparedFigures(condition, evidence);
  const level = bound === 'today' ? 0 : bound;
  const sign = relation.startsWith('>') ? 1 : -1;
  const rounding = roundingOf(condition, evidence);
  const inside = new RunningMoments(figures.map((figure) => sign * unrounded(figure - level, rounding)));
  const { mean, lower, upper } = meanInterval(figures);
  const estimate = mean ?? null;
  const ci95: Interval | null = lower === undefined || upper === undefined ? null : [lower, upper];
  if (inside.mean === undefined || inside.variance === undefined) {
    return { verdict: 'undecided', estimate, ci95, unit, margin: 0 };
  }
  const standardError = unrounded(Math.sqrt(inside.variance / inside.count), rounding);
  const t = (error: number) =>
    studentCriticalValue({ degreesOfFreedom: inside.count - 1, confidence: 1 - 2 * error });
  const chanceOfEqual = standardError === 0 && entry.isArithmetic !== true ? 0.5 ** inside.count : 0;
  const isAllowed = (error: number) => chanceOfEqual <= error;
  const isMet =
    isAllowed(levels.met) && holds(relation, sign * (inside.mean - t(levels.met) * standardError), 0);
  const isNotMet =
    isAllowed(levels.notMet) && !holds(relation, sign * (inside.mean + t(levels.notMet) * standardError), 0);
  const verdict = isMet ? 'met' : isNotMet ? 'not-met' : 'undecided';
  const margin = standardError === 0 ? Math.sign(inside.mean) * 1e9 : inside.mean / standardError;
  return { verdict, estimate, ci95, unit, margin };
}

/** What rounding may leave of a difference between a figure and the bound, in the unit of the metric. */
function roundingOf(condition: MetricCondition, { runs, today = [] }: Evidence): number {
  const { bound } = condition;
  const place = placeOf(condition);
  const other = bound === 'today' ? figuresAt(today, place) : [bound];
  return ROUNDING * scaleOf(figuresAt(runs, place), other);
}

function unrounded(difference: number, rounding: number): number {
  return Math.abs(difference) <= rounding ? 0 : difference;
}

/** The figures of the metric, or what they are above those of today; replications without one left out. */
function comparedFigures(condition: MetricCondition, { runs, today = [] }: Evidence): number[] {
  const place = placeOf(condition);
  const own = figuresAt(runs, place);
  const figures =
    condition.bound === 'today' ? own.map((figure, i) => figure - (today[i]?.values[place] ?? NaN)) : own;
  return figures.filter((figure) => !Number.isNaN(figure));
}

/** In how many replications a condition holds. */
interface Successes {
  readonly successes: number;
  readonly trials: number;
}

function successesOf(condition: MetricCondition, evidence: Evidence): Successes {
  const figures = comparedFigures(condition, evidence);
  const bound = condition.bound === 'today' ? 0 : condition.bound;
  const rounding = roundingOf(condition, evidence);
  const successes = figures.filter((figure) =>
    holds(condition.relation, unrounded(figure - bound, rounding), 0),
  ).length;
  // A replication without the figure does not show that it holds.
  return { successes, trials: evidence.runs.length };
}

function judgeConstraint(condition: ConstraintCondition, { runs }: Evidence, levels: ErrorLevels): Judgement {
  const successes = runs.filter(
    ({ values }) => (constraintOf(values) === condition.group) === condition.isWanted,
  ).length;
  return judgeShare({ successes, trials: runs.length }, condition.inShare, levels);
}

function judgeShare({ successes, trials }: Successes, chance: number, levels: ErrorLevels): Judgement {
  const unit = 'share';
  if (trials === 0) return { verdict: 'undecided', estimate: null, ci95: null, unit, margin: 0 };
  const outcome = { successes, trials, chance };
  const isMet = atLeastSoMany(outcome) <= levels.met;
  const isNotMet = atMostSoMany(outcome) <= levels.notMet;
  const verdict = isMet ? 'met' : isNotMet ? 'not-met' : 'undecided';
  const { estimate, lower, upper } = proportionInterval({ successes, trials });
  const margin = (estimate! - chance) / Math.sqrt((chance * (1 - chance)) / trials);
  return { verdict, estimate: estimate!, ci95: [lower!, upper!], unit, margin };
}

function placeOf({ metric }: MetricCondition): number {
  return CATALOGUE.findIndex(({ id }) => id === metric);
}
