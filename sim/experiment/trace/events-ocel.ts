import { personName, type LogEvent } from '../../recorder/event-log/log-event.ts';
import { ROLES } from '../../scenario/schema/ids.ts';
import { isoTime } from '../../time/calendar-date.ts';
import type { Trace } from './trace.ts';

/** An object-centric event log: OCEL 2.0, JSON format (Berti et al. 2023, section 8). Values are text, as its schema has them. */
export interface OcelLog {
  readonly objectTypes: readonly OcelType[];
  readonly eventTypes: readonly OcelType[];
  readonly objects: readonly OcelObject[];
  readonly events: readonly OcelEvent[];
}

export interface OcelType {
  readonly name: string;
  readonly attributes: readonly { readonly name: string; readonly type: 'string' | 'time' }[];
}

export interface OcelObject {
  readonly id: string;
  readonly type: string;
  readonly attributes: readonly { readonly name: string; readonly value: string; readonly time: string }[];
  readonly relationships: readonly Relationship[];
}

export interface OcelEvent {
  readonly id: string;
  readonly type: string;
  readonly time: string;
  readonly attributes: readonly { readonly name: string; readonly value: string }[];
  readonly relationships: readonly Relationship[];
}

interface Relationship {
  readonly objectId: string;
  readonly qualifier: string;
}

/** Initial values of objects are given this instant: section 7 of the specification. */
const ALWAYS = '1970-01-01T00:00:00Z';

/** The log of a trace. Time that was spent is an event at its end, with its start as an attribute. */
export function ocelOf({ events }: Trace): OcelLog {
  const objects = new Objects();
  const types = new Map<string, Map<string, 'string' | 'time'>>();
  const logged = events.map((event, i) => {
    const ocel = eventOf(event, i);
    const attributes = types.get(ocel.type) ?? new Map<string, 'string' | 'time'>();
    for (const { name } of ocel.attributes) attributes.set(name, name === 'start' ? 'time' : 'string');
    types.set(ocel.type, attributes);
    objects.name(event);
    return ocel;
  });
  return {
    objectTypes: [...objects.types].sort().map((name) => ({
      name,
      attributes: name === 'person' ? [{ name: 'role', type: 'string' }] : [],
    })),
    eventTypes: [...types]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, of]) => ({
        name,
        attributes: [...of].map(([attribute, type]) => ({ name: attribute, type })),
      })),
    objects: objects.all(),
    // In order of time, which is that of the end.
    events: logged.sort((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : 0)),
  };
}

function eventOf({ kind, activity, start, end, by, objects, details }: LogEvent, i: number): OcelEvent {
  const attributes = Object.entries(details).map(([name, value]) => ({ name, value }));
  if (kind === 'time') attributes.push({ name: 'start', value: isoTime(start) });
  return {
    id: `event-${i + 1}`,
    type: activity,
    time: isoTime(end),
    attributes,
    relationships: [
      ...objects.map(({ name }, nth) => ({ objectId: name, qualifier: nth === 0 ? 'about' : 'with' })),
      ...(by === undefined ? [] : [{ objectId: personName(by), qualifier: 'by' }]),
    ],
  };
}

/** Everything that events name, with how it belongs together. */
class Objects {
  readonly types = new Set<string>();
  private readonly found = new Map<
    string,
    { readonly type: string; readonly role?: string; readonly of: Set<string> }
  >();

  /** Takes in what an event names: what it is mainly about belongs to the others. */
  name({ by, objects }: LogEvent): void {
    if (by !== undefined) this.add(personName(by), { type: 'person', role: ROLES[by.role]! });
    const [main] = objects;
    for (const { name, kind } of objects) {
      this.add(name, { type: kind });
      if (main !== undefined && name !== main.name) this.found.get(main.name)!.of.add(name);
    }
  }

  all(): OcelObject[] {
    return [...this.found].map(([id, { type, role, of }]) => ({
      id,
      type,
      attributes: role === undefined ? [] : [{ name: 'role', value: role, time: ALWAYS }],
      relationships: [...of].map((objectId) => ({ objectId, qualifier: 'belongs with' })),
    }));
  }

  private add(name: string, of: { readonly type: string; readonly role?: string }): void {
    this.types.add(of.type);
    if (!this.found.has(name)) this.found.set(name, { ...of, of: new Set() });
  }
}
