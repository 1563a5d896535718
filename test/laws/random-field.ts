import * as fc from 'fast-check';
import { momentsOf } from '../../sim/random/moments.ts';
import type { Distribution } from '../../sim/random/distribution.ts';
import type { Field } from '../../sim/scenario/form.ts';
import { metaOf, type FieldMeta } from '../../sim/scenario/schema/fields.ts';
import { baseUnitOf, parseQuantity, type Dimension } from '../../sim/scenario/units.ts';

/** What a quantity that is 0 by default may be: up to so many base units. */
const UP_TO: Readonly<Record<Dimension, number>> = {
  duration: 3 * 10_080,
  work: 120,
  rate: 1,
  share: 1,
  money: 20_000,
  distance: 20,
  speed: 60,
  factor: 2,
  count: 3,
};

/** How distributions of positive times and amounts may be written, given their mean. */
const SHAPES: readonly ((mean: string) => string)[] = [
  (mean) => mean,
  (mean) => `{ kind: exponential, mean: ${mean} }`,
  (mean) => `{ kind: lognormal, mean: ${mean}, cv: 60 % }`,
];

/**
 * Values of a field as somebody might write them, any kind of it: what the schema knows of it is enough. Undefined
 * where it is not: text, weights, lists, working hours.
 */
export function valuesOf({ path, schema }: Field, defaults: unknown): fc.Arbitrary<string> | undefined {
  const meta = metaOf(schema)!;
  const value = path.reduce((at, key) => (at as Readonly<Record<string, unknown>>)[key], defaults);
  switch (meta.kind) {
    case 'choice':
      return fc.constantFrom(...meta.words!);
    case 'yes-no':
      return fc.boolean().map(String);
    case 'order':
      return fc
        .shuffledSubarray([...meta.words!], { minLength: meta.words!.length })
        .map((words) => `[${words.join(', ')}]`);
    case 'some':
      return fc.subarray([...meta.words!]).map((words) => `[${words.join(', ')}]`);
    case 'quantity':
      return quantitiesOf(meta, value as number).map((number) => written(number, meta.dimension!));
    case 'distribution':
      return distributionsOf(meta.dimension!, momentsOf(value as Distribution).mean);
    case 'text':
    case 'weights':
    case 'list':
    case 'hours':
    case 'rota':
      return undefined;
  }
}

/** Numbers within the bounds: shares from anywhere, others between half and twice the default. */
function quantitiesOf({ dimension, min, max }: FieldMeta, initial: number): fc.Arbitrary<number> {
  const [least, most] = [min, max].map((bound) => bound && parseQuantity(bound, dimension!));
  const isWide = dimension === 'share' || initial === 0;
  const low = Math.max(least === undefined || least === '' ? 0 : least, isWide ? 0 : initial / 2);
  const high = Math.min(
    most === undefined || most === '' ? Infinity : most,
    isWide ? UP_TO[dimension!] : 2 * initial,
  );
  return between(low, Math.max(low, high), dimension!);
}

/** Numbers of a dimension, rounded so that a failing case can be read. */
export function between(low: number, high: number, dimension: Dimension): fc.Arbitrary<number> {
  if (dimension === 'count') return fc.integer({ min: Math.ceil(low), max: Math.floor(high) });
  return fc.integer({ min: 0, max: 20 }).map((step) => low + ((high - low) * step) / 20);
}

function distributionsOf(dimension: Dimension, mean: number): fc.Arbitrary<string> | undefined {
  if (dimension === 'count') return undefined;
  // A time may be 0 only if it is constant.
  const shapes = mean === 0 ? SHAPES.slice(0, 1) : SHAPES;
  const most = mean === 0 ? UP_TO[dimension] : 2 * mean;
  return fc
    .tuple(fc.constantFrom(...shapes), between(mean / 2, most, dimension))
    .map(([shape, number]) => shape(written(number, dimension)));
}

/** A number in the base unit, with its unit. */
export function written(number: number, dimension: Dimension): string {
  const exact = Number(number.toPrecision(12));
  return dimension === 'money' ? `${exact}` : `${exact} ${baseUnitOf(dimension)}`.trim();
}
