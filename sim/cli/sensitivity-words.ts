import type { Interval } from '../experiment/result.ts';
import type { AnswerResult } from '../experiment/sensitivity/sensitivity-result.ts';
import { formatMoney } from '../scenario/units.ts';
import { format } from './result-table.ts';

const LONGEST_TITLE = 26;

/** A title that leaves room for the rest of a line. */
export function shortened(title: string): string {
  return title.length <= LONGEST_TITLE ? title : `...${title.slice(3 - LONGEST_TITLE)}`;
}

/** An answer with its interval and its verdict. */
export function answerInWords({ mean, ci95, verdict }: AnswerResult, unit: string): string {
  if (mean === null) return 'no figure';
  const bounds = ci95 === null ? '' : ` (95 %: ${intervalOf(ci95, unit)})`;
  return `${roughly(mean, unit)}${bounds}${verdict === null ? '' : `, ${verdict}`}`;
}

/** Both ends, short. */
export function intervalOf(ci95: Interval | null, unit: string): string {
  if (ci95 === null) return '';
  const [lower, upper] = ci95.map((bound) => roughly(bound, unit)) as [string, string];
  return lower === upper ? lower : `${lower} to ${upper}`;
}

/** Money in three digits, so that two ends fit into a cell. */
export function roughly(value: number, unit: string): string {
  const money = /^(.*) (?:per year|total)$/.exec(unit);
  if (money === null || value === 0) return format(value, unit);
  return formatMoney(Number(value.toPrecision(3)), money[1]);
}
