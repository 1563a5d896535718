import { z } from 'zod';
import { parseWorkingHours } from '../working-hours.ts';
import { acceptedFor, formatQuantity, type Dimension } from '../units.ts';
import { distributionOf } from './distributions.ts';
import { acceptedWithin, bareQuantity, type Bounds } from './quantities.ts';

/** What is said of every value of a scenario: what it means, and where its default comes from. */
export interface Notes {
  readonly about: string;
  /** Author, year and page, a section of the research notes, or the derivation; with confidence high, medium or low. */
  readonly source: string;
}

/** Notes and smallest and largest value, written with their unit. Without bounds a quantity may not be negative. */
export interface QuantityNotes extends Notes, Bounds {}

/** What the schema knows of a field beyond its type. Read by `explain` and by the JSON Schema for editors. */
export interface FieldMeta extends Notes {
  readonly kind: 'quantity' | 'distribution' | 'choice' | 'text' | 'hours' | 'list';
  readonly dimension?: Dimension;
  readonly initial: unknown;
  readonly accepted: string;
}

const registry = z.registry<FieldMeta>();

/** What the schema knows of a field; undefined for a group of fields. */
export function metaOf(schema: z.ZodType): FieldMeta | undefined {
  return registry.get(schema);
}

/** A quantity with its unit, for instance `45 min`; a number in the base unit for the model. */
export function quantity(dimension: Dimension, initial: string | number, notes: QuantityNotes) {
  const schema = bareQuantity(dimension, notes).prefault(initial);
  registry.add(schema, {
    ...notes,
    kind: 'quantity',
    dimension,
    initial,
    accepted: acceptedWithin(dimension, notes),
  });
  return schema;
}

/** One of a few words. */
export function choice<const Words extends readonly [string, ...string[]]>(
  words: Words,
  initial: Words[number],
  notes: Notes,
) {
  const schema = z.enum(words).prefault(initial as never);
  registry.add(schema, { ...notes, kind: 'choice', initial, accepted: `one of ${words.join(', ')}` });
  return schema;
}

/** Yes or no, written true or false. */
export function yesNo(initial: boolean, notes: Notes) {
  const schema = z.boolean().prefault(initial);
  registry.add(schema, { ...notes, kind: 'choice', initial, accepted: 'true or false' });
  return schema;
}

export function text(initial: string, notes: Notes) {
  const schema = z.string().prefault(initial);
  registry.add(schema, { ...notes, kind: 'text', initial, accepted: 'text' });
  return schema;
}

/** Numbers in a fixed order, such as twelve months: not negative, not all zero. */
export function weights(initial: readonly number[], notes: Notes) {
  const accepted = `${initial.length} numbers, not negative, not all 0`;
  const schema = z
    .array(z.number().min(0))
    .length(initial.length)
    .refine((list) => list.some((weight) => weight > 0), { params: { accepted }, message: 'are all 0' })
    .prefault([...initial]);
  registry.add(schema, { ...notes, kind: 'list', initial, accepted });
  return schema;
}

/** Working hours of the week, or a list of them over which the heads of a role rotate. */
export function workingHours(initial: string | readonly string[], notes: Notes) {
  const accepted =
    'working hours such as Mon-Fri 08:00-12:00, 13:00-17:00; Sat 09:00-12:00, or a list of such';
  const one = z.string().transform((found, context) => {
    const pattern = parseWorkingHours(found);
    if (typeof pattern !== 'string') return pattern;
    context.issues.push({ code: 'custom', input: found, message: pattern, params: { accepted } });
    return z.NEVER;
  });
  const schema = z
    .preprocess((found) => (typeof found === 'string' ? [found] : found), z.array(one).min(1))
    .prefault(initial);
  registry.add(schema, { ...notes, kind: 'hours', initial, accepted });
  return schema;
}

/** A group of fields, each of which may be left out; `about` heads it in `explain`. */
export function group<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  return z.strictObject(shape).prefault({} as never);
}

/** A quantity that varies: a constant such as `25 min`, or a distribution such as `{kind: lognormal, ...}`. */
export function varying(dimension: Dimension, initial: unknown, notes: Notes) {
  const accepted =
    `${acceptedFor(dimension)}, or a distribution such as ` +
    `{ kind: lognormal, mean: ${formatQuantity(25, dimension)}, cv: 40 % }`;
  const schema = distributionOf(dimension).prefault(initial as never);
  registry.add(schema, { ...notes, kind: 'distribution', dimension, initial, accepted });
  return schema;
}

/** A list of entries of one form. */
export function list<Entry extends z.ZodType>(entry: Entry, initial: readonly unknown[], notes: Notes) {
  const schema = z.array(entry).prefault(initial as never);
  registry.add(schema, { ...notes, kind: 'list', initial, accepted: 'a list' });
  return schema;
}

/** All of a few words, each once, in an order of choice. */
export function order<const Words extends readonly [string, ...string[]]>(words: Words, notes: Notes) {
  const accepted = `a list of ${words.join(', ')}, each once`;
  const schema = z
    .array(z.enum(words))
    .refine((found) => found.length === words.length && new Set(found).size === words.length, {
      params: { accepted },
      message: 'does not name each once',
    })
    .prefault([...words] as never);
  registry.add(schema, { ...notes, kind: 'list', initial: [...words], accepted });
  return schema;
}
