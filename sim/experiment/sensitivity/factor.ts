import { settingOf, type Setting } from '../../scenario/override.ts';
import type { Origin } from '../../scenario/origin.ts';
import { putTogether, rangeOf, takenApart, type WrittenNumber } from '../../scenario/written-number.ts';
import type { Varied } from '../find-break-even.ts';

/** An assumption with the range in which it may lie. */
export interface Factor extends Varied {
  /** In words short enough for a table. */
  readonly title: string;
  /** Where the range comes from. */
  readonly source: string;
  /** Where the range is written. */
  readonly origin: Origin;
}

/** Both ends of a range, written alike; or what is wrong with it, in words. */
export type ReadRange =
  | { readonly from: WrittenNumber; readonly to: WrittenNumber }
  | { readonly wrong: string; readonly accepted: string };

/** Reads the ends of a range. A unit may stand at one of them only: `0..3 %`, `$40..80k`. */
export function readRange(low: string, high: string, isWhole: boolean): ReadRange {
  const [first, second] = [takenApart(low), takenApart(high)];
  if (first === undefined || second === undefined) {
    return { wrong: `has no number in ${first === undefined ? low : high}`, accepted: EXAMPLE };
  }
  const range = rangeOf(withUnitOf(first, second), withUnitOf(second, first));
  if (range === undefined) return { wrong: 'is not in one unit', accepted: 'both ends in the same unit' };
  const { from, to } = range;
  if (!(from.number < to.number)) {
    return { wrong: `does not go up from ${low} to ${high}`, accepted: 'the smaller end first' };
  }
  if (isWhole && !(Number.isInteger(from.number) && Number.isInteger(to.number))) {
    return { wrong: 'has an end that is no whole number', accepted: 'whole numbers' };
  }
  return range;
}

const EXAMPLE = 'a range such as 0..3%, 10 min..30 min or $40k..$80k';

function withUnitOf({ before, number, after }: WrittenNumber, other: WrittenNumber): string {
  const unit = after.trim() === '' ? other.after.trim() : after.trim();
  const space = /^[a-z%]/i.test(unit) && !/^[kM]$/.test(unit) ? ' ' : '';
  return `${before === '' ? other.before : before}${number}${space}${unit}`;
}

/** The value in the words of the range. */
export function valueInWords({ from }: Varied, value: number): string {
  return putTogether(from, value);
}

/** What sets the factor to a value in the unit of its range. */
export function settingAt(factor: Factor, value: number): Setting {
  const setting = settingOf(factor.path, valueInWords(factor, value));
  return { ...setting, value: { ...setting.value, origin: factor.origin } };
}

/** The value at a place in [0, 1] of the range; of whole numbers each is as likely as any other. */
export function valueAtPlace({ from, to, isWhole }: Varied, place: number): number {
  const span = to.number - from.number;
  return from.number + (isWhole ? Math.min(span, Math.floor(place * (span + 1))) : place * span);
}

/** What sets each factor to its place in a point of the unit cube, shape [factor]. */
export function settingsAt(factors: readonly Factor[], point: readonly number[]): Setting[] {
  return factors.map((factor, i) => settingAt(factor, valueAtPlace(factor, point[i]!)));
}
