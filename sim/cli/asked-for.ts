import {
  conditionsOf,
  needsToday,
  thresholdsIn,
  type Condition,
} from '../experiment/conditions/condition.ts';
import type { Effort } from '../experiment/effort.ts';
import { expenseChecks } from '../experiment/expense-check.ts';
import type { Result } from '../experiment/result.ts';
import type { LoadedScenario } from '../scenario/load.ts';
import { metricIds } from './metric-ids.ts';
import { effortOf, wholeNumber, type RunArguments } from './options.ts';
import { UsageError } from './usage-error.ts';

const BUDGET = 1_000;
const CONFIDENCE = 0.95;
/** Short for "operating-expense-per-year > today", judged by the interval of the result. */
const EXPENSE = 'operating-expense';

/** How long to simulate: until differences are decided, or as the other options say. */
export function effortAskedFor(parsed: RunArguments, planned: number, organisations: number): Effort {
  const metrics = metricIds('--decide', parsed.decide);
  if (metrics === undefined) {
    if (parsed.budget !== undefined)
      throw new UsageError('--budget is the budget of --decide, which is not given');
    return effortOf(parsed, planned);
  }
  if (parsed.replications !== undefined || parsed.precision !== undefined) {
    throw new UsageError('give --decide, --precision or --replications: each says how long to simulate');
  }
  if (organisations < 2) throw new UsageError('--decide needs two organisations or more');
  const atMost = wholeNumber('--budget', parsed.budget, 2) ?? BUDGET;
  return { kind: 'decision', metrics, confidence: CONFIDENCE, atMost };
}

/** The conditions on which to fail, of the scenarios and of the command line; the short one aside. */
export function failuresAskedFor(
  parsed: RunArguments,
  organisations: readonly LoadedScenario[],
): Condition[] {
  const texts = (parsed['fail-on'] ?? []).filter((text) => text !== EXPENSE);
  const own = thresholdsIn(organisations);
  const asked = conditionsOf(texts, '--fail-on').filter(({ text }) => own.every((one) => one.text !== text));
  const conditions = [...own, ...asked];
  const beside =
    (parsed['fail-on'] ?? []).find((text) => text === EXPENSE) ?? conditions.find(needsToday)?.text;
  if (organisations.length < 2 && beside !== undefined) {
    throw new UsageError(`fail on ${JSON.stringify(beside)} compares with today: give two organisations`);
  }
  return conditions;
}

/** Whether anything that was asked for has failed, or is not shown to have passed. */
export function hasFailed(parsed: RunArguments, result: Result): boolean {
  const isTooDear =
    parsed['fail-on']?.includes(EXPENSE) === true &&
    expenseChecks(result).some(({ verdict }) => verdict !== 'passed');
  return isTooDear || (result.thresholds ?? []).some(({ verdict }) => verdict !== 'passed');
}
