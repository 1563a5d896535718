/** What a quantity measures. The number that the model sees is in the base unit named here. */
export type Dimension =
  /** calendar minutes */
  | 'duration'
  /** working minutes */
  | 'work'
  /** per week */
  | 'rate'
  /** 1 = 100 % */
  | 'share'
  /** currency units */
  | 'money'
  /** miles */
  | 'distance'
  /** miles an hour */
  | 'speed'
  /** a plain number */
  | 'factor'
  /** a whole number */
  | 'count';

const HOUR = 60;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;
/** The Gregorian year, 365.2425 days. */
const YEAR = 365.2425 * DAY;
const MILES_PER_KILOMETRE = 1 / 1.609344;

/** Units by dimension: how many base units one of them is. The first is the one in which values are shown. */
const UNITS: Readonly<Record<Exclude<Dimension, 'money'>, Readonly<Record<string, number>>>> = {
  duration: {
    min: 1,
    minute: 1,
    minutes: 1,
    h: HOUR,
    hour: HOUR,
    hours: HOUR,
    day: DAY,
    days: DAY,
    week: WEEK,
    weeks: WEEK,
    month: YEAR / 12,
    months: YEAR / 12,
    year: YEAR,
    years: YEAR,
  },
  work: {
    min: 1,
    minute: 1,
    minutes: 1,
    h: HOUR,
    hour: HOUR,
    hours: HOUR,
    'half-day': 4 * HOUR,
    'half-days': 4 * HOUR,
    'working day': 8 * HOUR,
    'working days': 8 * HOUR,
  },
  rate: { 'per week': 1, 'per month': (12 * WEEK) / YEAR, 'per year': WEEK / YEAR },
  share: { '%': 0.01, '': 1 },
  distance: { mi: 1, mile: 1, miles: 1, km: MILES_PER_KILOMETRE },
  speed: { mph: 1, 'mi/h': 1, 'km/h': MILES_PER_KILOMETRE },
  factor: { '': 1, x: 1 },
  count: { '': 1 },
};

const ACCEPTED: Readonly<Record<Dimension, string>> = {
  duration: 'a duration such as 45 min, 3 h, 10 days, 3 weeks, 2 months',
  work: 'working time such as 45 min, 3 h, 2 half-days, 1 working day',
  rate: 'a rate such as 4 per week, 2 per month, 12 per year',
  share: 'a share such as 20 % or 0.2',
  money: 'an amount such as $130k, $1.2M, 45000',
  distance: 'a distance such as 45 mi or 70 km',
  speed: 'a speed such as 28 mph or 45 km/h',
  factor: 'a number such as 1 or 0.5',
  count: 'a whole number such as 8',
};

/** What a quantity of a dimension may look like, for messages. */
export function acceptedFor(dimension: Dimension): string {
  return ACCEPTED[dimension];
}

/** Units that a quantity of a dimension may have, without the empty one. */
export function unitsOf(dimension: Dimension): readonly string[] {
  return dimension === 'money'
    ? ['$', 'k', 'M']
    : Object.keys(UNITS[dimension]).filter((unit) => unit !== '');
}

/** A quantity written by a person, in the base unit of its dimension; undefined if it is none. */
export function parseQuantity(text: string | number, dimension: Dimension): number | undefined {
  if (dimension === 'money') return parseMoney(String(text));
  const match = /^\s*([+-]?(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?)\s*(.*?)\s*$/.exec(String(text));
  if (match === null) return undefined;
  const scale = UNITS[dimension][match[2]!.replace(/\s+/g, ' ')];
  if (scale === undefined) return undefined;
  const value = Number(match[1]) * scale;
  return dimension === 'count' && !Number.isInteger(value) ? undefined : value;
}

/** `$130k`, `130 000`, `1.2M`, `EUR 45k`: an optional sign of the currency, digits, optional thousands or millions. */
function parseMoney(text: string): number | undefined {
  const match =
    /^\s*(-?)(?:[$€£]|[A-Z]{3})?\s*(\d[\d ,_]*(?:\.\d+)?)\s*([kM]?)\s*(?:[$€£]|[A-Z]{3})?\s*$/.exec(text);
  if (match === null) return undefined;
  const scale = match[3] === 'k' ? 1e3 : match[3] === 'M' ? 1e6 : 1;
  return (match[1] === '-' ? -1 : 1) * Number(match[2]!.replace(/[ ,_]/g, '')) * scale;
}

/** A quantity in the unit that reads best, for people: `45 min`, `3 weeks`, `20 %`, `$130k`. */
export function formatQuantity(value: number, dimension: Dimension, currency = '$'): string {
  switch (dimension) {
    case 'duration':
      return inLargestUnit(value, [
        [YEAR, 'years'],
        [WEEK, 'weeks'],
        [DAY, 'days'],
        [HOUR, 'h'],
        [1, 'min'],
      ]);
    case 'work':
      return inLargestUnit(value, [
        [HOUR, 'h'],
        [1, 'min'],
      ]);
    case 'rate':
      return value >= 1 || value === 0
        ? `${rounded(value)} per week`
        : `${rounded((value * YEAR) / WEEK)} per year`;
    case 'share':
      return `${rounded(100 * value)} %`;
    case 'money':
      return formatMoney(value, currency);
    case 'distance':
      return `${rounded(value)} mi`;
    case 'speed':
      return `${rounded(value)} mph`;
    case 'factor':
    case 'count':
      return rounded(value);
  }
}

/** `$130k`, `$1.25M`, `$640`; negative amounts with a leading minus. */
export function formatMoney(value: number, currency = '$'): string {
  const size = Math.abs(value);
  const sign = value < 0 ? '-' : '';
  if (size >= 1e6) return `${sign}${currency}${rounded(size / 1e6)}M`;
  if (size >= 1e3) return `${sign}${currency}${rounded(size / 1e3)}k`;
  return `${sign}${currency}${rounded(size)}`;
}

function inLargestUnit(value: number, units: readonly (readonly [number, string])[]): string {
  const fits = units.find(([scale]) => Math.abs(value) >= scale && isShort(value / scale)) ?? units.at(-1)!;
  return `${rounded(value / fits[0])} ${fits[1]}`;
}

function isShort(value: number): boolean {
  return Math.abs(value * 100 - Math.round(value * 100)) < 1e-6;
}

/** Up to four significant digits, without trailing zeros or exponent. */
function rounded(value: number): string {
  return String(Number(value.toPrecision(4)));
}
