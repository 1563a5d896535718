import * as z from 'zod/mini';
import type { WorkingPattern } from '../../time/working-time.ts';
import { nearestName } from '../nearest-name.ts';
import { acceptedWithin, type Bounds, type Fault } from '../quantity-fault.ts';
import { acceptedFor, formatQuantity, type Dimension } from '../units.ts';
import { parseWorkingHours } from '../working-hours.ts';
import { distributionOf } from './distributions.ts';
import { bareQuantity, bareText, readBy, type Reading } from './quantities.ts';

/** What is said of every value of a scenario: what it means, and where its default comes from. */
export interface Notes {
  readonly about: string;
  /** Author, year and page, a section of the research notes, or the derivation; with confidence high, medium or low. */
  readonly source: string;
}

/** Notes and smallest and largest value, written with their unit. Without bounds a quantity may not be negative. */
export interface QuantityNotes extends Notes, Bounds {}

/** What the schema knows of a field beyond its type. Read by `explain` and by the JSON Schema for editors. */
export interface FieldMeta extends Notes, Bounds {
  /** A rota is working hours, or a list of them over which people rotate. */
  readonly kind:
    | 'quantity'
    | 'distribution'
    | 'choice'
    | 'yes-no'
    | 'text'
    | 'hours'
    | 'rota'
    | 'weights'
    | 'order'
    | 'some'
    | 'list';
  readonly dimension?: Dimension;
  /** The words of a choice, an order or a selection. */
  readonly words?: readonly string[];
  readonly initial: unknown;
  readonly accepted: string;
}

const registry = z.registry<FieldMeta>();

/** What the schema knows of a field; undefined for a group of fields. */
export function metaOf(schema: z.core.$ZodType): FieldMeta | undefined {
  return registry.get(schema);
}

/** A field: a schema whose value, when it is left out, is read from the initial one as if that were written. */
function field<Value extends z.ZodMiniType>(value: Value, meta: FieldMeta): z.ZodMiniPrefault<Value> {
  const schema = z.prefault(value, meta.initial as never);
  registry.add(schema, meta);
  return schema;
}

/** A quantity with its unit, for instance `45 min`; a number in the base unit for the model. */
export function quantity(dimension: Dimension, initial: string | number, notes: QuantityNotes) {
  const accepted = acceptedWithin(dimension, notes);
  return field(bareQuantity(dimension, notes), { ...notes, kind: 'quantity', dimension, initial, accepted });
}

/** One of a few words. */
export function choice<const Words extends readonly [string, ...string[]]>(
  words: Words,
  initial: Words[number],
  notes: Notes,
) {
  const accepted = `one of ${words.join(', ')}`;
  const word = readBy((found): Reading<Words[number]> => readWord(found, words, accepted));
  return field(word, { ...notes, kind: 'choice', words, initial, accepted });
}

/** Yes or no, written true or false. */
export function yesNo(initial: boolean, notes: Notes) {
  const accepted = 'true or false';
  const meant: Readonly<Record<string, string>> = { yes: 'true', on: 'true', no: 'false', off: 'false' };
  const value = readBy((found): Reading<boolean> => {
    if (typeof found === 'boolean') return { value: found };
    const didYouMean = typeof found === 'string' ? meant[found.toLowerCase()] : undefined;
    return { wrong: 'is neither true nor false', accepted, didYouMean };
  });
  return field(value, { ...notes, kind: 'yes-no', initial, accepted });
}

export function text(initial: string, notes: Notes) {
  return field(bareText(), { ...notes, kind: 'text', initial, accepted: 'text' });
}

/** Numbers in a fixed order, such as twelve months: not negative, not all zero. */
export function weights(initial: readonly number[], notes: Notes) {
  const accepted = `a list of ${initial.length} numbers, not negative, not all 0`;
  const value = readBy((found): Reading<number[]> => {
    if (!Array.isArray(found)) return { wrong: 'is not a list', accepted };
    const list = found as readonly unknown[];
    if (list.length !== initial.length) return { wrong: `is a list of ${list.length}`, accepted };
    const bad = list.findIndex((weight) => !(typeof weight === 'number' && weight >= 0 && weight < Infinity));
    if (bad >= 0) return { wrong: 'is not a number, 0 or more', at: [bad], accepted };
    return list.some((weight) => weight !== 0)
      ? { value: list as number[] }
      : { wrong: 'has only zeros', accepted };
  });
  return field(value, { ...notes, kind: 'weights', initial, accepted });
}

/** Working hours of the week, or a list of them over which the heads of a role rotate. */
export function workingHours(initial: string | readonly string[], notes: Notes) {
  const accepted = `${acceptedHours}, or a list of such`;
  const value = readBy((found): Reading<WorkingPattern[]> => {
    const patterns: WorkingPattern[] = [];
    const list: readonly unknown[] = Array.isArray(found) ? found : [found];
    for (const [i, hours] of list.entries()) {
      const reading = readHours(hours, accepted);
      if (!('value' in reading)) return { ...reading, at: [i] };
      patterns.push(reading.value);
    }
    return patterns.length > 0 ? { value: patterns } : { wrong: 'is an empty list', accepted };
  });
  return field(value, { ...notes, kind: 'rota', initial, accepted });
}

/** Working hours of the week, the same for everybody concerned. */
export function oneWorkingHours(initial: string, notes: Notes) {
  const value = readBy((found) => readHours(found, acceptedHours));
  return field(value, { ...notes, kind: 'hours', initial, accepted: acceptedHours });
}

const acceptedHours = 'working hours such as Mon-Fri 08:00-12:00, 13:00-17:00; Sat 09:00-12:00';

function readHours(found: unknown, accepted: string): { readonly value: WorkingPattern } | Fault {
  if (typeof found !== 'string') return { wrong: 'is no text with days and hours', accepted };
  const pattern = parseWorkingHours(found);
  return typeof pattern === 'string' ? { wrong: pattern, accepted } : { value: pattern };
}

/** A group of fields, each of which may be left out. */
export function group<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  return z.prefault(z.strictObject(shape), {} as never);
}

/** A quantity that varies: a constant such as `25 min`, or a distribution such as `{kind: lognormal, ...}`. */
export function varying(dimension: Dimension, initial: unknown, notes: Notes) {
  const accepted = `${acceptedFor(dimension)}, or ${exampleOfDistribution(dimension)}`;
  return field(distributionOf(dimension), { ...notes, kind: 'distribution', dimension, initial, accepted });
}

/** What a distribution may look like, for messages. */
export function exampleOfDistribution(dimension: Dimension): string {
  return `a distribution such as { kind: lognormal, mean: ${formatQuantity(25, dimension)}, cv: 40 % }`;
}

/** A list of maps of one form. */
export function list<Shape extends z.core.$ZodLooseShape>(
  entry: z.ZodMiniObject<Shape, z.core.$strict>,
  initial: readonly unknown[],
  notes: Notes,
) {
  const accepted = `a list of maps with ${Object.keys(entry.def.shape).join(', ')}`;
  return field(z.array(entry), { ...notes, kind: 'list', initial, accepted });
}

/** Some of a few words, each at most once; none at first. */
export function someOf<const Words extends readonly [string, ...string[]]>(words: Words, notes: Notes) {
  const accepted = `a list of some of ${words.join(', ')}`;
  const value = readBy((found): Reading<Words[number][]> => {
    if (!Array.isArray(found)) return { wrong: 'is not a list', accepted };
    for (const [i, word] of found.entries()) {
      const reading = readWord(word, words, accepted);
      if (!('value' in reading)) return { ...reading, at: [i] };
      if (found.indexOf(word) < i) return { wrong: 'is there twice', accepted, at: [i] };
    }
    return { value: found as Words[number][] };
  });
  return field(value, { ...notes, kind: 'some', words, initial: [], accepted });
}

/** All of a few words, each once, in an order of choice. */
export function order<const Words extends readonly [string, ...string[]]>(words: Words, notes: Notes) {
  const accepted = `a list of ${words.join(', ')}, each once`;
  const value = readBy((found): Reading<Words[number][]> => {
    if (!Array.isArray(found)) return { wrong: 'is not a list', accepted };
    for (const [i, word] of found.entries()) {
      const reading = readWord(word, words, accepted);
      if (!('value' in reading)) return { ...reading, at: [i] };
    }
    const isComplete = found.length === words.length && new Set(found).size === words.length;
    return isComplete
      ? { value: found as Words[number][] }
      : { wrong: 'does not name each of the words once', accepted };
  });
  return field(value, { ...notes, kind: 'order', words, initial: [...words], accepted });
}

/** Some of the values of a group, as deep as it goes: what is different, nothing else. */
export type Changes<Value> = Value extends readonly unknown[]
  ? Value
  : Value extends object
    ? { readonly [Key in keyof Value]?: Changes<Value[Key]> | undefined }
    : Value;

/** The same fields as in a group, without defaults: what is not written does not change. */
export function changes<Group extends z.ZodMiniType>(
  group: Group,
): z.ZodMiniPrefault<z.ZodMiniType<Changes<z.output<Group>>>> {
  return z.prefault(unwrapped(changesIn(group)), {}) as never;
}

function changesIn(schema: z.core.$ZodType): z.ZodMiniType {
  const inner = unwrapped(schema);
  const meta = metaOf(schema);
  const { def } = (inner as unknown as z.core.$ZodTypes)._zod;
  if (meta === undefined && def.type !== 'object') throw new Error('a group has groups and fields only');
  const value =
    meta === undefined
      ? z.strictObject(
          Object.fromEntries(
            Object.entries((def as z.core.$ZodObjectDef).shape).map(([name, part]) => [
              name,
              changesIn(part),
            ]),
          ),
        )
      : inner;
  const schemaOfChange = z.optional(value);
  if (meta !== undefined) registry.add(schemaOfChange, meta);
  return schemaOfChange;
}

/** Without default. */
function unwrapped(schema: z.core.$ZodType): z.ZodMiniType {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  return (def as z.core.$ZodPrefaultDef).innerType as z.ZodMiniType;
}

function readWord<Word extends string>(
  found: unknown,
  words: readonly Word[],
  accepted: string,
): { readonly value: Word } | Fault {
  const word = words.find((candidate) => candidate === found);
  if (word !== undefined) return { value: word };
  const didYouMean = typeof found === 'string' ? nearestName(found, words) : undefined;
  return { wrong: found === null ? 'has no value' : 'is not known', accepted, didYouMean };
}
