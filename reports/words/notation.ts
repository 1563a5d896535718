import type { Interval } from '../../sim/experiment/result.ts';

/** A figure with its interval, as a result holds it. */
export interface Estimate {
  readonly mean: number | null;
  readonly ci95: Interval | null;
  readonly unit: string;
}

/** Whether a figure is the same in every replication, but for rounding errors of the sum. */
export function isExact({ ci95 }: Pick<Estimate, 'ci95'>): boolean {
  if (ci95 === null) return false;
  return ci95[1] - ci95[0] <= ROUNDING * Math.max(...ci95.map(Math.abs)) || ci95.every(isDust);
}

/** What is left of sums that should be 0; no figure of a firm is that small. */
function isDust(value: number): boolean {
  return Math.abs(value) < DUST;
}

const DUST = 1e-9;

const ROUNDING = 1e-9;

/** How numbers of one unit are written: the value times the factor, rounded, between prefix and suffix. */
export interface Notation {
  readonly factor: number;
  readonly decimals: number;
  /** Written before every number, for instance a currency. */
  readonly prefix: string;
  /** Written directly behind every number, for instance `k`. */
  readonly suffix: string;
  /** Written once behind a number or a pair of them, with a space before it; may be empty. */
  readonly unit: string;
  /** Whether a plus is written before positive numbers. */
  readonly isSigned: boolean;
}

const MOST_DECIMALS = 4;
const MINUS = '\u2212';
const NO_BREAK_SPACE = '\u00a0';
const PER_YEAR = ' per year';
/** An amount that is no rate: a balance, or a sum over the measured weeks. */
const TOTAL = ' total';
/** Units as they are read aloud behind a number; others are written as they are. */
const SPOKEN: Readonly<Record<string, string>> = {
  share: '%',
  number: '',
  week: '',
  'per week': 'a week',
  minutes: 'min',
  hours: 'h',
  'hours per head and week': 'h per head and week',
  'half-days per week': 'half-days a week',
};

/** A unit as it stands in a definition: of money that is no rate, the currency alone. */
export function unitInWords(unit: string): string {
  return unit.endsWith(TOTAL) ? unit.slice(0, -TOTAL.length) : unit;
}

/** Whether a unit is money, a year or in all; the currency stands before. */
export function isMoney(unit: string): boolean {
  return unit.endsWith(PER_YEAR) || unit.endsWith(TOTAL);
}

/**
 * The notation in which a figure and its interval have as many digits as they deserve, at most two of the
 * half-width; three of an exact figure. A share becomes per cent, its difference percentage points; money
 * from 10 000 on is given in thousands, from 10 million on in millions.
 */
export function notationOf(estimate: Estimate, { isDifference = false } = {}): Notation {
  const { ci95, unit } = estimate;
  const mean = estimate.mean !== null && isDust(estimate.mean) ? 0 : estimate.mean;
  const most = Math.max(...[mean ?? 0, ...(ci95 ?? [])].map(Math.abs));
  const { factor, prefix, suffix } = scaleOf(unit, most);
  const halfWidth = ci95 === null || isExact({ ci95 }) ? 0 : ((ci95[1] - ci95[0]) / 2) * factor;
  const decimals = Math.min(MOST_DECIMALS, decimalsOf((mean ?? 0) * factor, halfWidth));
  const ends = isDifference && ci95 !== null ? ci95.map((end) => end * factor) : [];
  return {
    factor,
    prefix,
    suffix,
    decimals: ends.reduce(decimalsThatTellFromZero, decimals),
    unit: unit.endsWith(PER_YEAR)
      ? 'a year'
      : unit.endsWith(TOTAL)
        ? ''
        : isDifference && unit === 'share'
          ? 'points'
          : (SPOKEN[unit] ?? unit),
    isSigned: isDifference,
  };
}

/** A number without its unit, such as `+$166k`. */
export function numberIn(value: number, { factor, decimals, prefix, suffix, isSigned }: Notation): string {
  const digits = grouped(Math.abs(value * factor), decimals);
  const isZero = !/[1-9]/.test(digits);
  const sign = isZero ? '' : value < 0 ? MINUS : isSigned ? '+' : '';
  return suffix !== '' && isZero ? `${prefix}0` : `${sign}${prefix}${digits}${suffix}`;
}

/**
 * A number with its unit, such as `16.9 a week`; numbers and units are not torn apart at the end of a line.
 */
export function amountIn(value: number, notation: Notation): string {
  return withUnit(numberIn(value, notation), notation);
}

/**
 * Both ends of an interval, such as `+$109k to +$223k`; of units only per cent is written, the figure has the
 * other.
 */
export function intervalIn([lower, upper]: Interval, notation: Notation): string {
  const ends = `${numberIn(lower, notation)} to ${numberIn(upper, notation)}`;
  return notation.unit === '%' ? withUnit(ends, notation) : ends;
}

/** An amount in a notation of its own; a dash if there is none. */
export function amount(estimate: Estimate, kind: { readonly isDifference?: boolean } = {}): string {
  return estimate.mean === null ? '–' : amountIn(estimate.mean, notationOf(estimate, kind));
}

/**
 * An interval in the notation of its figure; undefined where there is none, or where it is a point: then it
 * is exact.
 */
export function interval(
  estimate: Estimate,
  kind: { readonly isDifference?: boolean } = {},
): string | undefined {
  const { mean, ci95 } = estimate;
  if (mean === null || ci95 === null || isExact(estimate)) return undefined;
  return intervalIn(ci95, notationOf(estimate, kind));
}

/** A share as per cent, such as `26 %`; one decimal below 10. */
export function percent(share: number): string {
  const value = Math.abs(100 * share);
  const sign = share < 0 && value >= 0.05 ? MINUS : '';
  return `${sign}${grouped(value, value < 9.95 && value !== 0 ? 1 : 0)}${NO_BREAK_SPACE}%`;
}

/** How many times as much, such as `6.3`. */
export function times(ratio: number): string {
  return grouped(ratio, ratio < 9.95 ? 1 : 0);
}

/** An end of a difference that is not zero does not look like zero: the verdict hangs on it. */
function decimalsThatTellFromZero(decimals: number, end: number): number {
  let enough = decimals;
  while (end !== 0 && enough < MOST_DECIMALS && Number(end.toFixed(enough)) === 0) enough += 1;
  return Number(end.toFixed(enough)) === 0 ? decimals : enough;
}

function scaleOf(unit: string, most: number): Pick<Notation, 'factor' | 'prefix' | 'suffix'> {
  if (unit === 'share') return { factor: 100, prefix: '', suffix: '' };
  if (!isMoney(unit)) return { factor: 1, prefix: '', suffix: '' };
  const currency = unit.slice(0, -(unit.endsWith(TOTAL) ? TOTAL : PER_YEAR).length);
  const prefix = /^\p{L}/u.test(currency) ? `${currency}${NO_BREAK_SPACE}` : currency;
  if (most < 10_000) return { factor: 1, prefix, suffix: '' };
  return most < 10_000_000 ? { factor: 1e-3, prefix, suffix: 'k' } : { factor: 1e-6, prefix, suffix: 'm' };
}

/**
 * Decimals that show the first digit of the half-width, and the second too if the mean would else have only
 * one.
 */
function decimalsOf(mean: number, halfWidth: number): number {
  if (halfWidth === 0) return decimalsOfExact(mean);
  return Math.max(decimalsFor(halfWidth, 1), Math.min(decimalsFor(mean, 2), decimalsFor(halfWidth, 2)));
}

/** Three digits, but none for the sake of a zero. */
function decimalsOfExact(value: number): number {
  const most = decimalsFor(value, 3);
  for (let decimals = 0; decimals < most; decimals++) {
    if (Math.abs(value - Number(value.toFixed(decimals))) < 0.5 * 10 ** -most) return decimals;
  }
  return most;
}

function decimalsFor(value: number, digits: number): number {
  return value === 0 ? 0 : Math.max(0, digits - 1 - Math.floor(Math.log10(Math.abs(value))));
}

function grouped(value: number, decimals: number): string {
  return value.toLocaleString('en-US', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
}

function withUnit(text: string, { unit }: Notation): string {
  return unit === '' ? text : `${text}${unit === '%' ? NO_BREAK_SPACE : ' '}${unit}`;
}
