import { SalesSystem } from '../../model/sales-system.ts';
import { EventLog } from '../../recorder/event-log/event-log.ts';
import { personName, type LogEvent } from '../../recorder/event-log/log-event.ts';
import { tellBoth } from '../../recorder/tell-both.ts';
import { Recorder } from '../../recorder/recorder.ts';
import { isoTime } from '../../time/calendar-date.ts';
import { MINUTES_PER_WEEK } from '../../time/working-time.ts';
import type { DocumentedScenario } from '../compare.ts';
import { readMaker, type Maker } from '../provenance.ts';

export interface TraceRequest {
  readonly organisation: DocumentedScenario;
  readonly seed: number;
  /** Which replication, counted from 1, as `run` simulates it. */
  readonly replication: number;
  /** The first week of the window, counted from 1, and how many there are. */
  readonly from: number;
  readonly weeks: number;
  /** What the user typed, for the provenance. */
  readonly command: string;
}

/** Where a trace comes from: everything needed to make it again. */
export interface TraceProvenance extends Maker {
  readonly command: string;
  readonly seed: number;
  readonly replication: number;
  readonly scenario: { readonly name: string; readonly sha256: string };
  /** The window, weeks counted from 1, and its ends as the files have them. */
  readonly window: {
    readonly from: number;
    readonly weeks: number;
    readonly start: string;
    readonly end: string;
  };
}

/** What happened in a window of one replication, in order of time. */
export interface Trace {
  readonly schema: 'salesworks/trace/1';
  readonly provenance: TraceProvenance;
  /** How many events there are of each kind of event, and of each use of time, by name. */
  readonly counts: { readonly events: Counts; readonly time: Counts };
  /** How many people, and things of each kind, are named. */
  readonly objects: Counts;
  readonly events: readonly LogEvent[];
}

type Counts = Readonly<Record<string, number>>;

/** Simulates one replication up to the end of a window, and keeps what happened in it. Throws a RangeError if the run is over before. */
export function trace({ organisation, seed, replication, from, weeks, command }: TraceRequest): Trace {
  const { scenario, sha256 } = organisation;
  const last = from + weeks - 1;
  if (last > scenario.run.weeks)
    throw new RangeError(`the window ends with week ${last}, the run with week ${scenario.run.weeks}`);
  const window = { from: (from - 1) * MINUTES_PER_WEEK, to: last * MINUTES_PER_WEEK };
  const log = new EventLog(window);
  const observer = tellBoth(new Recorder(scenario), log);
  new SalesSystem({ scenario, seed, replication: replication - 1, observer }).runThroughWeek(last - 1);
  const events = log.sorted();
  return {
    schema: 'salesworks/trace/1',
    provenance: {
      ...readMaker(),
      command,
      seed,
      replication,
      scenario: { name: scenario.name, sha256 },
      window: { from, weeks, start: isoTime(window.from), end: isoTime(window.to) },
    },
    counts: {
      events: counted(events.filter(({ kind }) => kind === 'event').map(({ activity }) => activity)),
      time: counted(events.filter(({ kind }) => kind === 'time').map(({ activity }) => activity)),
    },
    objects: objectsIn(events),
    events,
  };
}

function objectsIn(events: readonly LogEvent[]): Counts {
  const kinds = new Map<string, string>();
  for (const { by, objects } of events) {
    if (by !== undefined) kinds.set(personName(by), 'person');
    for (const { kind, name } of objects) kinds.set(name, kind);
  }
  return counted([...kinds.values()]);
}

/** How often each name is there, in alphabetical order. */
function counted(names: readonly string[]): Counts {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}
