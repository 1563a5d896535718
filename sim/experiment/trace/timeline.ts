import type { PersonId } from '../../model/person-id.ts';
import { personName, type LogEvent } from '../../recorder/event-log/log-event.ts';
import { ROLES } from '../../scenario/schema/ids.ts';
import type { Trace, TraceProvenance } from './trace.ts';

/** A timeline in the trace event format of Chrome, which chrome://tracing and Perfetto open. */
export interface Timeline {
  readonly displayTimeUnit: 'ms';
  readonly otherData: TraceProvenance;
  readonly traceEvents: readonly TimelineEvent[];
}

export type TimelineEvent =
  /** Names a process (a role) or a thread (a person), or orders processes. */
  | {
      readonly ph: 'M';
      readonly name: 'process_name' | 'thread_name' | 'process_sort_index';
      readonly pid: number;
      readonly tid: number;
      readonly args: Readonly<Record<string, string | number>>;
    }
  /** Time that somebody has spent; microseconds. */
  | (Marked & { readonly ph: 'X'; readonly dur: number })
  /** Something that happened at an instant. */
  | (Marked & { readonly ph: 'i'; readonly s: 't' });

interface Marked {
  readonly name: string;
  readonly cat: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly args: Readonly<Record<string, string>>;
}

const MICROSECONDS = 60_000_000;
/** What nobody in particular did is shown in a process of its own, a thread for each kind of thing. */
const THE_FIRM = ROLES.length + 1;
const THREADS = ['opportunity', 'account', 'case', 'order', 'other'];

/** A process for each role, a thread for each person; simulated time since the start of the run. */
export function timelineOf({ events, provenance }: Trace): Timeline {
  const people = new Map<string, PersonId>();
  for (const { by } of events) if (by !== undefined) people.set(personName(by), by);
  return {
    displayTimeUnit: 'ms',
    otherData: provenance,
    traceEvents: [...namesOf([...people.values()]), ...events.map(marked)],
  };
}

function namesOf(people: readonly PersonId[]): TimelineEvent[] {
  const name = (
    of: 'process_name' | 'thread_name',
    pid: number,
    tid: number,
    text: string,
  ): TimelineEvent => ({
    ph: 'M',
    name: of,
    pid,
    tid,
    args: { name: text },
  });
  const roles = [...new Set(people.map(({ role }) => role))];
  const pids = [...roles.map((role) => role + 1), THE_FIRM].sort((a, b) => a - b);
  return [
    ...pids.map((pid) => name('process_name', pid, 0, ROLES[pid - 1] ?? 'what happens')),
    ...pids.map((pid): TimelineEvent => ({
      ph: 'M',
      name: 'process_sort_index',
      pid,
      tid: 0,
      args: { sort_index: pid },
    })),
    ...people.map(({ role, index }) =>
      name('thread_name', role + 1, index + 1, `${ROLES[role]!} ${index + 1}`),
    ),
    ...THREADS.map((thread, i) => name('thread_name', THE_FIRM, i + 1, thread)),
  ];
}

function marked({ kind, activity, start, end, by, objects, details }: LogEvent): TimelineEvent {
  const names = objects.map(({ kind: of, name }) => [of, name]);
  const place = THREADS.indexOf(objects[0]?.kind ?? 'other');
  const shared = {
    name: activity,
    cat: kind,
    pid: by === undefined ? THE_FIRM : by.role + 1,
    tid: by === undefined ? (place < 0 ? THREADS.length : place + 1) : by.index + 1,
    ts: Math.round(start * MICROSECONDS),
    args: { ...Object.fromEntries(names), ...details } as Record<string, string>,
  };
  if (kind === 'event') return { ...shared, ph: 'i', s: 't' };
  return { ...shared, ph: 'X', dur: Math.round(end * MICROSECONDS) - shared.ts };
}
