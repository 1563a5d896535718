import * as z from 'zod/mini';
import { CATALOGUE } from '../../metrics/catalogue.ts';
import { nearestName } from '../../scenario/nearest-name.ts';
import { ROLES } from '../../scenario/schema/ids.ts';
import { bareText, readBy, type Reading } from '../../scenario/schema/quantities.ts';
import { parseQuantity } from '../../scenario/units.ts';

/** Figures that follow from a scenario by arithmetic, without simulating it. */
export const FACTS = [
  'people',
  'payroll-per-year',
  ...ROLES.flatMap((role) => [
    `heads.${role}`,
    `salary.${role}`,
    `hours-paid.${role}`,
    `offered-load.${role}`,
  ]),
] as const;

const METRICS = CATALOGUE.map(({ id }) => id);
/** Metrics that are also known week by week. */
const WEEKLY = CATALOGUE.filter(({ weekly }) => weekly).map(({ id }) => id);

/** One of some words; `what` names them where there are too many to list. */
export function word<const Words extends readonly string[]>(words: Words, what?: string) {
  const accepted = what ?? `one of ${words.join(', ')}`;
  return readBy((found): Reading<Words[number]> => {
    if (found === undefined) return { wrong: 'is missing', accepted };
    const known = words.find((candidate) => candidate === found);
    if (known !== undefined) return { value: known };
    const didYouMean = typeof found === 'string' ? nearestName(found, words) : undefined;
    return { wrong: 'is not known', accepted, didYouMean };
  });
}

export const metricId = word(METRICS, 'the id of a metric, as docs/claims.md lists them');
export const weeklyMetricId = word(WEEKLY, 'the id of a metric that is kept week by week');
export const factId = word(
  FACTS,
  'people, payroll-per-year, or heads., salary., hours-paid., offered-load. with a role',
);
export const figureId = word([...METRICS, ...FACTS], 'the id of a metric or of a fact');

/** Whether a metric is kept week by week. */
export function isWeekly(metric: string): boolean {
  return WEEKLY.includes(metric);
}

/** A number in the unit of what it bounds: `8`, `-0.5`, `95 %`, `$310k`, `-$310k`. */
export const bound = readBy((found): Reading<number> => {
  const accepted = 'a number in the unit of the measure, such as 8, 95 % or -$310k';
  if (typeof found === 'number' && Number.isFinite(found)) return { value: found };
  if (typeof found !== 'string') return { wrong: 'is not a number', accepted };
  const value = parseQuantity(found, 'share') ?? parseQuantity(found, 'money');
  return value === undefined ? { wrong: 'is not a number', accepted } : { value };
});

/** A whole number from `least`. */
export function wholeNumber(least: number) {
  const accepted = `a whole number of at least ${least}`;
  return readBy((found): Reading<number> => {
    if (found === undefined) return { wrong: 'is missing', accepted };
    const isOne = typeof found === 'number' && Number.isSafeInteger(found) && found >= least;
    return isOne ? { value: found } : { wrong: 'is not accepted', accepted };
  });
}

/** True or false. */
export const yesNo = readBy((found): Reading<boolean> =>
  typeof found === 'boolean'
    ? { value: found }
    : { wrong: 'is neither true nor false', accepted: 'true or false' },
);

/** A quantity as it is written for a path of a scenario, number and unit, such as `20 min`; read where it is set. */
export const rawQuantity = readBy((found): Reading<string> => {
  const accepted = 'a quantity as the path takes it, such as 0.5, 20 min or $130k';
  if (typeof found !== 'string' && typeof found !== 'number') {
    return { wrong: found === undefined ? 'is missing' : 'is not a quantity', accepted };
  }
  return /\d/.test(String(found)) ? { value: String(found) } : { wrong: 'has no number', accepted };
});

/** What the scenario reader checks later, at the path where it is set. */
export const anything = readBy((found): Reading<unknown> => ({ value: found }));

/** `S2:103`, `S2:107-109`, several of them with commas between. */
export const sourcePointer = readBy((found): Reading<string> => {
  const accepted = 'a document and its lines, such as S2:103 or S2:107-109, S1:45';
  if (found === undefined) return { wrong: 'is missing', accepted };
  const isPointer = typeof found === 'string' && /^S\d:\d+(-\d+)?(, S\d:\d+(-\d+)?)*$/.test(found);
  return isPointer ? { value: found } : { wrong: 'is not a pointer to a source', accepted };
});

/** `A1`, `G23`, `X1`: the letter of the group and a number. */
export const claimId = readBy((found): Reading<string> => {
  const accepted = 'the letter of the group and a number, such as A1';
  if (found === undefined) return { wrong: 'is missing', accepted };
  return typeof found === 'string' && /^[A-Z]\d{1,2}$/.test(found)
    ? { value: found }
    : { wrong: 'is not the id of a claim', accepted };
});

/** Text that may be left out. */
export const optionalText = z.optional(bareText());
