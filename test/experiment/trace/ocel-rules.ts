import * as z from 'zod/mini';
import type { OcelLog } from '../../../sim/experiment/trace/events-ocel.ts';

const text = z.string();
const time = z.iso.datetime();
const types = z.array(
  z.strictObject({
    name: text,
    attributes: z.array(
      z.strictObject({ name: text, type: z.enum(['string', 'time', 'integer', 'float', 'boolean']) }),
    ),
  }),
);
const relationships = z.array(z.strictObject({ objectId: text, qualifier: text }));

/**
 * The structure of the JSON format of OCEL 2.0, put in our words from section 8 of the specification (Berti et al. 2023,
 * ocel-standard.org): four lists; every event has a time; values of attributes are text, and those of objects have a time.
 * Stricter than the schema in section 8.2, with which it was compared key by key: everything has to be there, nothing else
 * is allowed, types of attributes are those of the text.
 */
const LOG = z.strictObject({
  objectTypes: types,
  eventTypes: types,
  objects: z.array(
    z.strictObject({
      id: text,
      type: text,
      attributes: z.array(z.strictObject({ name: text, value: text, time })),
      relationships,
    }),
  ),
  events: z.array(
    z.strictObject({
      id: text,
      type: text,
      time,
      attributes: z.array(z.strictObject({ name: text, value: text })),
      relationships,
    }),
  ),
});

/** What is wrong with a log by the specification, in words; empty if nothing is. */
export function ocelFaults(document: unknown): string[] {
  const parsed = LOG.safeParse(document);
  if (!parsed.success)
    return parsed.error.issues.slice(0, 5).map(({ path, message }) => `${path.join('.')}: ${message}`);
  return consistencyFaults(parsed.data as OcelLog).slice(0, 5);
}

/** Section 3: ids are unlike, whatever is named is there, and has the attributes of its type and no others. */
function consistencyFaults({ objectTypes, eventTypes, objects, events }: OcelLog): string[] {
  const faults: string[] = [];
  const ids = new Set(objects.map(({ id }) => id));
  if (ids.size !== objects.length) faults.push('two objects have the same id');
  if (new Set(events.map(({ id }) => id)).size !== events.length) faults.push('two events have the same id');
  for (const [all, of] of [
    [objectTypes, objects],
    [eventTypes, events],
  ] as const) {
    const declared = new Map(
      all.map(({ name, attributes }) => [name, new Set(attributes.map((one) => one.name))]),
    );
    if (declared.size !== all.length) faults.push('two types have the same name');
    for (const { id, type, attributes, relationships: links } of of) {
      if (!declared.has(type)) faults.push(`${id} is of type ${type}, which is not declared`);
      for (const { name } of attributes)
        if (declared.get(type)?.has(name) !== true) faults.push(`${id} has ${name}, which ${type} has not`);
      for (const { objectId } of links)
        if (!ids.has(objectId)) faults.push(`${id} names ${objectId}, which is not there`);
    }
  }
  return faults;
}
