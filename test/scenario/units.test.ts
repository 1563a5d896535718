import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { faultOfQuantity } from '../../sim/scenario/quantity-fault.ts';
import {
  DIMENSIONS,
  formatExactly,
  formatMoney,
  formatQuantity,
  parseQuantity,
  unitsOf,
  type Dimension,
} from '../../sim/scenario/units.ts';

const anyDimension = fc.constantFrom(...DIMENSIONS);
/** Values of all sizes, whole numbers for a count. */
const anyValue = fc.oneof(
  fc.integer({ min: 0, max: 1_000_000 }),
  fc.integer({ min: 0, max: 100_000 }).map((hundredths) => hundredths / 100),
  fc.double({ min: 1e-3, max: 1e6, noNaN: true }),
);

describe('a quantity', () => {
  // Each worked by hand: the year has 365.2425 days, the mile 1.609344 km.
  it.each<[string | number, Dimension, number]>([
    ['45 min', 'duration', 45],
    ['3 h', 'duration', 180],
    ['10 days', 'duration', 14_400],
    ['1 week', 'duration', 10_080],
    ['2 months', 'duration', 87_658.2],
    ['1 year', 'duration', 525_949.2],
    ['2 half-days', 'work', 480],
    ['1 working day', 'work', 480],
    ['1  working   day', 'work', 480],
    ['4 per week', 'rate', 4],
    ['365.2425 per year', 'rate', 7],
    ['20 %', 'share', 0.2],
    [0.2, 'share', 0.2],
    ['$130k', 'money', 130_000],
    ['€ 1.25M', 'money', 1_250_000],
    ['130 000', 'money', 130_000],
    ['CHF 45,000', 'money', 45_000],
    [640, 'money', 640],
    ['1.609344 km', 'distance', 1],
    ['45 mi', 'distance', 45],
    ['28 mph', 'speed', 28],
    ['16.09344 km/h', 'speed', 10],
    ['1.5', 'factor', 1.5],
    ['.5 x', 'factor', 0.5],
    ['1e3', 'count', 1000],
    [' 8 ', 'count', 8],
    ['+8', 'count', 8],
  ])('%j is read in the base unit of %s', (text, dimension, value) => {
    expect(parseQuantity(text, dimension)).toBeCloseTo(value, 9);
  });

  it('is the same number as a percentage and as a fraction, to the last bit', () => {
    expect(parseQuantity('35 %', 'share')).toBe(0.35);
    expect(parseQuantity('111.8 %', 'share')).toBe(1.118);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000 }), (thousandths) => {
        const written = Number(`${thousandths}e-3`);
        expect(parseQuantity(`${written} %`, 'share')).toBe(Number(`${thousandths}e-5`));
      }),
    );
    expect(parseQuantity('1e-7 %', 'share')).toBeCloseTo(1e-9, 15);
  });

  it('has a unit of its own dimension or is none', () => {
    for (const dimension of DIMENSIONS) {
      const others = DIMENSIONS.flatMap(unitsOf).filter((unit) => !unitsOf(dimension).includes(unit));
      const foreign = others.filter((unit) => !/^[$kM]$/.test(unit) || dimension !== 'money');
      for (const unit of foreign)
        expect([unit, parseQuantity(`3 ${unit}`, dimension)]).toEqual([unit, undefined]);
    }
  });

  it('is none without digits, without its unit, with a broken number, or beyond all bounds', () => {
    const none: [string | number, Dimension][] = [
      ['', 'duration'],
      ['soon', 'duration'],
      [45, 'duration'],
      ['45', 'work'],
      ['1.2.3 h', 'work'],
      ['1,5 h', 'work'],
      ['5 toString', 'duration'],
      ['5 __proto__', 'duration'],
      ['1e400 min', 'duration'],
      [Infinity, 'factor'],
      [NaN, 'share'],
      ['2.5', 'count'],
      [2 ** 53, 'count'],
      ['$', 'money'],
      ['$12x', 'money'],
    ];
    for (const [text, dimension] of none) {
      expect([text, parseQuantity(text, dimension)]).toEqual([text, undefined]);
    }
  });

  it('reads back what was written for people, to four digits', () => {
    fc.assert(
      fc.property(anyDimension, anyValue, (dimension, any) => {
        const value = dimension === 'count' ? Math.round(any) : any;
        const read = parseQuantity(formatQuantity(value, dimension), dimension)!;
        expect(Math.abs(read - value)).toBeLessThanOrEqual(5.001e-4 * Math.abs(value));
      }),
    );
  });

  it('reads back what was written exactly, to the last digits', () => {
    fc.assert(
      fc.property(anyDimension, anyValue, (dimension, any) => {
        const value = dimension === 'count' ? Math.round(any) : any;
        const read = parseQuantity(formatExactly(value, dimension), dimension)!;
        expect(Math.abs(read - value)).toBeLessThanOrEqual(1e-12 * Math.abs(value));
      }),
    );
  });

  it.each<[number, Dimension, string]>([
    [45, 'duration', '45 min'],
    [10_080, 'duration', '1 week'],
    [30_240, 'duration', '3 weeks'],
    [28_224, 'duration', '2.8 weeks'],
    [87_658.2, 'duration', '2 months'],
    [0, 'duration', '0 min'],
    [480, 'work', '8 h'],
    [95, 'work', '95 min'],
    [60, 'work', '1 h'],
    [4, 'rate', '4 per week'],
    [parseQuantity('12 per year', 'rate')!, 'rate', '12 per year'],
    [0.2, 'share', '20 %'],
    [0.005, 'share', '0.5 %'],
    [130_000, 'money', '$130k'],
    [1_250_000, 'money', '$1.25M'],
    [-640, 'money', '-$640'],
    [123_456_789, 'count', '123456789'],
    [45, 'distance', '45 mi'],
    [28, 'speed', '28 mph'],
    [1.3, 'factor', '1.3'],
  ])('%d of a %s reads %s', (value, dimension, text) => {
    expect(formatQuantity(value, dimension)).toBe(text);
  });

  it('has the sign of the currency of the scenario', () => {
    expect(formatMoney(45_000, '€')).toBe('€45k');
    expect(formatExactly(123_456, 'money', '€')).toBe('€123456');
  });
});

describe('what is wrong with a quantity', () => {
  const faultOf = (found: unknown, dimension: Dimension, min?: string, max?: string) =>
    faultOfQuantity(found, dimension, { min, max });

  it.each<[unknown, Dimension, string, string | undefined]>([
    [-3, 'count', 'is negative', undefined],
    ['-3 days', 'duration', 'is negative', undefined],
    ['-3', 'duration', 'is negative and needs a unit', undefined],
    [45, 'duration', 'needs a unit', undefined],
    ['3 kg', 'duration', 'has the unit "kg", which is none of min, h, day, week, month, year', undefined],
    [
      '45 mins ago',
      'duration',
      'has the unit "mins ago", which is none of min, h, day, week, month, year',
      '45 min',
    ],
    ['3 wks', 'duration', 'has the unit "wks", which is none of min, h, day, week, month, year', '3 weeks'],
    ['$5', 'duration', 'is an amount of money', undefined],
    ['soon', 'duration', 'is not a duration', undefined],
    ['1e400 min', 'duration', 'is too large', undefined],
    ['1,5 h', 'work', 'has the unit ",5 h", which is none of min, h, half-day, working day', '1.5 h'],
    [
      '1 000 min',
      'work',
      'has the unit "000 min", which is none of min, h, half-day, working day',
      '1000 min',
    ],
    ['20 per cent', 'share', 'has the unit "per cent", which is not %', undefined],
    ['8 heads', 'count', 'has the unit "heads", but needs none', undefined],
    ['8.5', 'count', 'is not a whole number', undefined],
    [2 ** 60, 'count', 'is too large', undefined],
    ['$130K', 'money', 'is not an amount', '$130k'],
    [true, 'speed', 'is not a speed', undefined],
    [null, 'share', 'has no value', undefined],
    [undefined, 'share', 'is missing', undefined],
  ])('%j as a %s: %s', (found, dimension, wrong, didYouMean) => {
    expect(faultOf(found, dimension)).toMatchObject({ wrong });
    expect(faultOf(found, dimension)?.didYouMean).toBe(didYouMean);
  });

  it('is measured against the bounds, which are said with their units', () => {
    expect(faultOf('3 days', 'duration', '1 week', '8 weeks')).toEqual({
      wrong: 'is less than 1 week',
      accepted:
        'a duration such as 45 min, 3 h, 10 days, 3 weeks, 2 months, at least 1 week, at most 8 weeks',
    });
    expect(faultOf('9 weeks', 'duration', '1 week', '8 weeks')?.wrong).toBe('is more than 8 weeks');
    expect(faultOf('1 week', 'duration', '1 week', '8 weeks')).toBeUndefined();
    expect(faultOf('8 weeks', 'duration', '1 week', '8 weeks')).toBeUndefined();
  });

  it('is a forgotten percent sign where that would be possible', () => {
    expect(faultOf(20, 'share', undefined, '100 %')).toMatchObject({ didYouMean: '20 %' });
    expect(faultOf(200, 'share', undefined, '100 %')?.didYouMean).toBeUndefined();
    expect(faultOf('200 %', 'share', undefined, '100 %')?.didYouMean).toBeUndefined();
  });
});
