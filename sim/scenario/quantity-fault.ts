import { nearestName } from './nearest-name.ts';
import { acceptedFor, parseQuantity, shortUnitsOf, splitQuantity, unitsOf, type Dimension } from './units.ts';

/** Smallest and largest value, written with their unit. Without a smallest one a quantity may not be negative. */
export interface Bounds {
  readonly min?: string | undefined;
  readonly max?: string | undefined;
}

/** What is wrong with a value, in words that follow its path; what is right; and what was probably meant. */
export interface Fault {
  readonly wrong: string;
  readonly accepted?: string | undefined;
  readonly didYouMean?: string | undefined;
}

/** What a quantity may look like, with its bounds, for messages. */
export function acceptedWithin(dimension: Dimension, { min, max }: Bounds): string {
  const range = [
    min === undefined ? undefined : `at least ${min}`,
    max === undefined ? undefined : `at most ${max}`,
  ].filter((part) => part !== undefined);
  return [acceptedFor(dimension), ...range].join(', ');
}

/** What is wrong with a value written for a quantity; undefined if it is one, inside its bounds. */
export function faultOfQuantity(found: unknown, dimension: Dimension, bounds: Bounds): Fault | undefined {
  const isWritten = typeof found === 'string' || typeof found === 'number';
  const value = isWritten ? parseQuantity(found, dimension) : undefined;
  const wrong = value === undefined ? undefined : faultOfSize(value, dimension, bounds);
  if (value !== undefined && wrong === undefined) return undefined;
  const accepted = acceptedWithin(dimension, bounds);
  if (found === undefined) return { wrong: 'is missing', accepted };
  if (found === null) return { wrong: 'has no value', accepted };
  if (!isWritten) return { wrong: `is not ${nounOf(dimension)}`, accepted };
  if (wrong === undefined) return { accepted, ...faultOfText(String(found), dimension) };
  return { wrong, accepted, didYouMean: percentageMeant(found, dimension, bounds) };
}

/** Whether a plain number is a quantity of a dimension. */
export function isUnitless(dimension: Dimension): boolean {
  return parseQuantity(1, dimension) !== undefined;
}

function faultOfSize(value: number, dimension: Dimension, { min, max }: Bounds): string | undefined {
  const least = min === undefined ? 0 : parseQuantity(min, dimension)!;
  if (value < 0 && least >= 0) return 'is negative';
  if (value < least) return `is less than ${min!}`;
  if (max !== undefined && value > parseQuantity(max, dimension)!) return `is more than ${max}`;
  return undefined;
}

/** Whoever writes 20 for a share that is at most 1 means 20 %. */
function percentageMeant(found: string | number, dimension: Dimension, bounds: Bounds): string | undefined {
  if (dimension !== 'share' || splitQuantity(String(found))?.unit !== '') return undefined;
  const meant = `${found} %`;
  return faultOfSize(parseQuantity(meant, dimension)!, dimension, bounds) === undefined ? meant : undefined;
}

function faultOfText(found: string, dimension: Dimension): Fault {
  const parts = splitQuantity(found);
  const didYouMean = repaired(found, dimension);
  if (parts === undefined) {
    const isMoney = dimension !== 'money' && parseQuantity(found, 'money') !== undefined;
    return { wrong: isMoney ? 'is an amount of money' : `is not ${nounOf(dimension)}`, didYouMean };
  }
  const negative = parts.number < 0 ? 'is negative and ' : '';
  if (parts.unit === '') {
    if (!isUnitless(dimension)) return { wrong: `${negative}needs a unit`, didYouMean };
    const isLarge = Math.abs(parts.number) > Number.MAX_SAFE_INTEGER;
    return { wrong: isLarge ? 'is too large' : `${negative}is not ${nounOf(dimension)}`, didYouMean };
  }
  if (unitsOf(dimension).includes(parts.unit)) return { wrong: 'is too large' };
  const units = shortUnitsOf(dimension);
  const known =
    units.length === 0
      ? 'but needs none'
      : `which is ${units.length === 1 ? 'not' : 'none of'} ${units.join(', ')}`;
  return { wrong: `${negative}has the unit "${parts.unit}", ${known}`, didYouMean };
}

/** `a duration`, `an amount`: what a dimension is called. */
function nounOf(dimension: Dimension): string {
  return acceptedFor(dimension).split(' such as ')[0]!;
}

/** The quantity that was probably meant: another decimal sign, no thousands separators, or the nearest unit. */
function repaired(found: string, dimension: Dimension): string | undefined {
  const number = /^\s*[$€£]?\s*[\d.]+/.exec(found)?.[0] ?? '';
  const unit = found.slice(number.length).trim();
  const units = unitsOf(dimension);
  const nearest = nearestName(unit, units) ?? nearestName(unit.split(' ')[0]!, units);
  const candidates = [
    found.replace(/(\d)[ ,_'](?=\d{3}(?!\d))/g, '$1'),
    found.replace(/(\d),(\d)/, '$1.$2'),
    ...(nearest === undefined ? [] : [`${number.trim()}${dimension === 'money' ? '' : ' '}${nearest}`]),
  ];
  return candidates.find(
    (candidate) => candidate !== found && parseQuantity(candidate, dimension) !== undefined,
  );
}
