import * as z from 'zod/mini';
import { CATALOGUE } from '../../metrics/catalogue.ts';
import { ROLES } from '../../scenario/schema/ids.ts';
import { bareText, readBy, type Reading } from '../../scenario/schema/quantities.ts';
import { word } from '../../scenario/schema/words.ts';
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

/** True or false. */
export const yesNo = readBy((found): Reading<boolean> =>
  typeof found === 'boolean'
    ? { value: found }
    : { wrong: 'is neither true nor false', accepted: 'true or false' },
);

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
