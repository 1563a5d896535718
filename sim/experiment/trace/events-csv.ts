import { personName, type LogEvent, type ObjectKind } from '../../recorder/event-log/log-event.ts';
import { ROLES } from '../../scenario/schema/ids.ts';
import { isoTime } from '../../time/calendar-date.ts';
import { csvField } from '../csv-field.ts';
import type { Trace } from './trace.ts';

const OBJECT_COLUMNS: readonly ObjectKind[] = ['opportunity', 'account', 'case', 'order', 'appointment'];

/** Columns of events.csv, in their order. */
export const EVENT_COLUMNS = [
  'event_id',
  'case_id',
  'kind',
  'activity',
  'start_time',
  'end_time',
  'resource',
  'role',
  ...OBJECT_COLUMNS,
  'details',
] as const;

/** One line for each event, RFC 4180. */
export function eventsCsv({ events }: Trace): string {
  const lines = events.map((event, i) => fieldsOf(event, i).map(csvField).join(','));
  return [EVENT_COLUMNS.join(','), ...lines, ''].join('\r\n');
}

function fieldsOf(
  { kind, activity, start, end, by, objects, details }: LogEvent,
  i: number,
): (string | null)[] {
  return [
    `event-${i + 1}`,
    objects[0]?.name ?? null,
    kind,
    activity,
    isoTime(start),
    isoTime(end),
    by === undefined ? null : personName(by),
    by === undefined ? null : ROLES[by.role]!,
    ...OBJECT_COLUMNS.map((column) => objects.find((object) => object.kind === column)?.name ?? null),
    Object.entries(details)
      .map(([name, value]) => `${name}=${value}`)
      .join('; '),
  ];
}
