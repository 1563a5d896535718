import type * as z from 'zod/mini';
import { metaOf, type FieldMeta } from './schema/fields.ts';
import { quantityFormOf, type QuantityForm } from './schema/quantities.ts';
import { childOf, kindOf, type MapTree, type Path, type Tree } from './tree.ts';

/**
 * What a value is made of: named parts, entries of one form, the same under names of choice, one of several kinds of
 * map; or it is one value.
 */
export type Form =
  | { readonly kind: 'group'; readonly parts: Readonly<Record<string, Schema>> }
  | { readonly kind: 'list'; readonly entry: Schema }
  | { readonly kind: 'record'; readonly entry: Schema }
  | { readonly kind: 'kinds'; readonly kinds: Readonly<Record<string, Schema>> }
  | ({ readonly kind: 'quantity' } & QuantityForm)
  | { readonly kind: 'word' };

export type Schema = z.core.$ZodType;

/** The form of a schema, defaults and conversions aside. */
export function formOf(schema: Schema): Form {
  const quantity = quantityFormOf(schema);
  if (quantity !== undefined) return { kind: 'quantity', ...quantity };
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'prefault':
    case 'optional':
      return formOf(def.innerType);
    case 'pipe':
      // Conversions come before or after the part that has a form.
      return formOf((def.in as z.core.$ZodTypes)._zod.def.type === 'transform' ? def.out : def.in);
    case 'object':
      return { kind: 'group', parts: def.shape };
    case 'array':
      return { kind: 'list', entry: def.element };
    case 'record':
      return { kind: 'record', entry: def.valueType };
    case 'union':
      return {
        kind: 'kinds',
        kinds: Object.fromEntries(def.options.map((kind) => [nameOfKind(kind), kind])),
      };
    default:
      return { kind: 'word' };
  }
}

function nameOfKind(schema: Schema): string {
  const { kind } = (formOf(schema) as Extract<Form, { kind: 'group' }>).parts;
  return String((kind as z.core.$ZodLiteral)._zod.def.values[0]);
}

/** The schema of a part; `kind` says of which kind of distribution. */
export function partOf(schema: Schema, key: string, kind?: string): Schema | undefined {
  const form = formOf(schema);
  switch (form.kind) {
    case 'group':
      return Object.hasOwn(form.parts, key) ? form.parts[key] : undefined;
    case 'list':
      return /^\d+$/.test(key) ? form.entry : undefined;
    case 'record':
      return form.entry;
    case 'kinds':
      return kind !== undefined && Object.hasOwn(form.kinds, kind)
        ? partOf(form.kinds[kind]!, key)
        : undefined;
    case 'quantity':
    case 'word':
      return undefined;
  }
}

/** Names of the parts of a group, or of a distribution of a kind; none of anything else. */
export function partNames(schema: Schema, kind?: string): readonly string[] {
  const form = formOf(schema);
  if (form.kind === 'group') return Object.keys(form.parts);
  if (form.kind !== 'kinds' || kind === undefined || !Object.hasOwn(form.kinds, kind)) return [];
  return partNames(form.kinds[kind]!);
}

/** The schema at the end of a path through what is written; undefined if the path leads nowhere. */
export function schemaAt(schema: Schema, tree: Tree, path: Path): Schema | undefined {
  let at: Schema | undefined = schema;
  let written: Tree | undefined = tree;
  for (const key of path) {
    at = at && partOf(at, key, kindOf(written));
    written = written && childOf(written, key);
  }
  return at;
}

/** A document without the groups that have nothing in them: a heading whose lines are all commented out. */
export function withoutEmptyGroups(map: MapTree, schema: Schema): MapTree {
  const entries = new Map(map.entries);
  for (const [key, { key: origin, value }] of map.entries) {
    const part = partOf(schema, key);
    if (part === undefined || formOf(part).kind !== 'group') continue;
    if (value.kind === 'scalar' && value.value === null) entries.delete(key);
    if (value.kind === 'map') entries.set(key, { key: origin, value: withoutEmptyGroups(value, part) });
  }
  return { ...map, entries };
}

/** A field with its way from the top, in the order of declaration. */
export interface Field {
  readonly path: Path;
  readonly schema: Schema;
}

/** All fields of a schema: what has notes of its own. */
export function fieldsOf(schema: Schema, path: Path = []): Field[] {
  if (metaOf(schema) !== undefined) return [{ path, schema }];
  const form = formOf(schema);
  if (form.kind !== 'group') return [];
  return Object.entries(form.parts).flatMap(([name, part]) => fieldsOf(part, [...path, name]));
}

/** A value of a scenario: a field, or a part of an entry of a list, which has the notes of the list. */
export interface Value extends Field {
  readonly value: unknown;
  readonly notes: FieldMeta;
}

/** All values of a scenario in the order of declaration, a list before its entries. */
export function valuesOf(schema: Schema, value: unknown, path: Path = [], above?: FieldMeta): Value[] {
  // A change that is not made.
  if (value === undefined) return [];
  const notes = metaOf(schema) ?? above;
  const form = formOf(schema);
  const own: Value[] = notes !== undefined && form.kind !== 'group' ? [{ path, schema, value, notes }] : [];
  const inner =
    form.kind === 'group'
      ? Object.entries(form.parts)
      : form.kind === 'list'
        ? (value as readonly unknown[]).map((_, i) => [String(i), form.entry] as const)
        : [];
  const parts = value as Readonly<Record<string, unknown>>;
  return [...own, ...inner.flatMap(([name, part]) => valuesOf(part, parts[name], [...path, name], notes))];
}

/** The field that a path leads to or through; the group at its end if it leads to no field. */
export function fieldOn(path: Path, top: Schema): Field {
  let schema = top;
  for (const [depth, key] of path.entries()) {
    if (metaOf(schema) !== undefined) return { path: path.slice(0, depth), schema };
    const part = partOf(schema, key);
    if (part === undefined) return { path: path.slice(0, depth), schema };
    schema = part;
  }
  return { path, schema };
}
