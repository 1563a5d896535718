/** What a quantity measures. The number that the model sees is in the base unit named here. */
export const DIMENSIONS = [
  /** calendar minutes */
  'duration',
  /** working minutes */
  'work',
  /** per week */
  'rate',
  /** 1 = 100 % */
  'share',
  /** currency units */
  'money',
  /** miles */
  'distance',
  /** miles an hour */
  'speed',
  /** a plain number */
  'factor',
  /** a whole number */
  'count',
] as const;
export type Dimension = (typeof DIMENSIONS)[number];

const HOUR = 60;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;
/** The Gregorian year, 365.2425 days. */
const YEAR = 365.2425 * DAY;
const MILES_PER_KILOMETRE = 1 / 1.609344;

/** Units by dimension: how many base units one of them is. */
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

/** The same, of each unit only its shortest name. */
export function shortUnitsOf(dimension: Dimension): readonly string[] {
  if (dimension === 'money') return unitsOf(dimension);
  const scales = UNITS[dimension];
  return unitsOf(dimension).filter((unit, _, all) =>
    all.every((other) => scales[other] !== scales[unit] || other.length >= unit.length),
  );
}

/** A number and what is written after it, spaces apart; undefined if the text does not begin with a number. */
export function splitQuantity(text: string): { readonly number: number; readonly unit: string } | undefined {
  const match = /^\s*([+-]?(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?)\s*(.*?)\s*$/.exec(text);
  return match === null ? undefined : { number: Number(match[1]), unit: match[2]!.replace(/\s+/g, ' ') };
}

/** A quantity written by a person, in the base unit of its dimension, finite; undefined if it is none. */
export function parseQuantity(text: string | number, dimension: Dimension): number | undefined {
  if (dimension === 'money') return parseMoney(String(text));
  const parts = splitQuantity(String(text));
  if (parts === undefined) return undefined;
  const scale = UNITS[dimension][parts.unit];
  if (scale === undefined) return undefined;
  const value = parts.unit === '%' ? hundredthOf(parts.number) : parts.number * scale;
  const isRead = dimension === 'count' ? Number.isSafeInteger(value) : Number.isFinite(value);
  return isRead ? value : undefined;
}

/** 111.8 % is the number that 1.118 is; 111.8 / 100 and 111.8 * 0.01 are others, in the last bit. */
function hundredthOf(number: number): number {
  const text = String(number);
  return text.includes('e') ? number / 100 : Number(`${text}e-2`);
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
      return inLargestUnit(value, ['years', 'months', 'weeks', 'days', 'h', 'min'], UNITS.duration);
    case 'work':
      return inLargestUnit(value, ['h', 'min'], UNITS.work);
    case 'rate':
      return inLargestUnit(value, ['per week', 'per year'], UNITS.rate);
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

/** A quantity like `formatQuantity`, but never rounded: where that would lose digits, the number in the base unit. */
export function formatExactly(value: number, dimension: Dimension, currency = '$'): string {
  const read = parseQuantity(formatQuantity(value, dimension), dimension);
  const isExact = read !== undefined && Math.abs(read - value) <= 1e-12 * Math.abs(value);
  if (isExact) return formatQuantity(value, dimension, currency);
  const unit = baseUnitOf(dimension, currency);
  return dimension === 'money' ? `${unit}${value}` : `${value} ${unit}`.trim();
}

/** The unit in which the model has a dimension; empty for plain numbers, shares of 1 among them. */
export function baseUnitOf(dimension: Dimension, currency = '$'): string {
  return dimension === 'money' ? currency : BASE_UNITS[dimension];
}

const BASE_UNITS: Readonly<Record<Exclude<Dimension, 'money'>, string>> = {
  duration: 'min',
  work: 'min',
  rate: 'per week',
  share: '',
  distance: 'mi',
  speed: 'mph',
  factor: '',
  count: '',
};

/** `$130k`, `$1.25M`, `$640`; negative amounts with a leading minus. */
export function formatMoney(value: number, currency = '$'): string {
  const size = Math.abs(value);
  const sign = value < 0 ? '-' : '';
  if (size >= 1e6) return `${sign}${currency}${rounded(size / 1e6)}M`;
  if (size >= 1e3) return `${sign}${currency}${rounded(size / 1e3)}k`;
  return `${sign}${currency}${rounded(size)}`;
}

/** In the first of some units, largest first, that gives a short number of at least 1, otherwise in the last. */
function inLargestUnit(
  value: number,
  units: readonly string[],
  scales: Readonly<Record<string, number>>,
): string {
  const fits = units.find((unit) => Math.abs(value) >= scales[unit]! && isShort(value / scales[unit]!));
  const unit = fits ?? units.at(-1)!;
  const number = rounded(value / scales[unit]!);
  return `${number} ${number === '1' && unit.endsWith('s') ? unit.slice(0, -1) : unit}`;
}

function isShort(value: number): boolean {
  return Math.abs(value * 100 - Math.round(value * 100)) < 1e-6;
}

/** A whole number in full, any other with up to four significant digits, without trailing zeros. */
function rounded(value: number): string {
  return String(Number.isInteger(value) ? value : Number(value.toPrecision(4)));
}
