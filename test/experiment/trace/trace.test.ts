import { describe, expect, it } from 'vitest';
import { replicate } from '../../../sim/experiment/replicate.ts';
import { EVENT_COLUMNS, eventsCsv } from '../../../sim/experiment/trace/events-csv.ts';
import { ocelOf } from '../../../sim/experiment/trace/events-ocel.ts';
import { timelineOf, type TimelineEvent } from '../../../sim/experiment/trace/timeline.ts';
import { trace, type Trace } from '../../../sim/experiment/trace/trace.ts';
import { CATALOGUE } from '../../../sim/metrics/catalogue.ts';
import { personName, type LogEvent } from '../../../sim/recorder/event-log/log-event.ts';
import { loadScenario, type LoadedScenario } from '../../../sim/scenario/load.ts';
import { readOverlay } from '../../../sim/scenario/scenario-files.ts';
import { MINUTES_PER_WEEK } from '../../../sim/time/working-time.ts';
import { ocelFaults } from './ocel-rules.ts';

const WEEKS = 30;
const SHORT = [`run.weeks=${WEEKS}`, 'run.warmUp=0', 'market.accounts.initial=80'];
const REQUEST = { seed: 3, replication: 2, command: 'test' };

function load(reference: string, withFile?: string): LoadedScenario {
  const overlay = withFile === undefined ? [] : readOverlay(withFile);
  return loadScenario({ reference, overrides: [...overlay, ...SHORT] });
}

function traced(organisation: LoadedScenario, from = 1, weeks = WEEKS): Trace {
  return trace({ organisation, ...REQUEST, from, weeks });
}

const FIRMS = [
  ['standard', load('standard')],
  ['traditional', load('traditional')],
  ['regional-standard, with trips', load('regional-standard')],
  ['standard every day, with people who come and go', load('standard', 'everyday')],
  ['a transition', load('transitions/in-order')],
] as const;

function subjectsOf(events: readonly LogEvent[], activity: string): string[] {
  return events.filter((event) => event.activity === activity).map(({ objects }) => objects[0]!.name);
}

describe.each(FIRMS)('the log of %s', (_, organisation) => {
  const log = traced(organisation);
  const { events, counts } = log;

  it('is in order of time', () => {
    expect(events.length).toBeGreaterThan(3000);
    const odd = events.filter(({ start, end }, i) => start < (events[i - 1]?.start ?? 0) || end < start);
    expect(odd).toEqual([]);
  });

  it('has nobody in two places at once', () => {
    const until = new Map<string, number>();
    const odd = events.filter(({ kind, by, start, end }) => {
      if (kind !== 'time') return false;
      const before = until.get(personName(by!)) ?? 0;
      until.set(personName(by!), end);
      return start < before - 1e-6;
    });
    expect(odd).toEqual([]);
  });

  it.each([
    ['opportunity-arrived', 'opportunity-decided'],
    ['case-opened', 'case-closed'],
    ['order-received', 'order-delivered'],
    ['invoice-sent', 'invoice-paid'],
    ['appointment-asked', 'appointment-booked'],
    ['appointment-booked', 'meeting-held'],
  ])('has something with %s for everything with %s, before it', (first, then) => {
    const seen = new Map<string, number>();
    const early: string[] = [];
    let followed = 0;
    for (const { activity, objects } of events) {
      const name = objects[0]?.name ?? '';
      if (activity === first) seen.set(name, (seen.get(name) ?? 0) + 1);
      if (activity !== then) continue;
      followed++;
      if ((seen.get(name) ?? 0) === 0) early.push(name);
      else seen.set(name, seen.get(name)! - 1);
    }
    expect(early).toEqual([]);
    expect(followed).toBeGreaterThan(0);
  });

  it('counts what the figures of the same replication count', () => {
    const { scenario } = organisation;
    const { values } = replicate({ scenario, seed: REQUEST.seed, replication: REQUEST.replication - 1 });
    const total = (id: string) => values[CATALOGUE.findIndex((entry) => entry.id === id)]! * WEEKS;
    const won = events.filter(({ details }) => details['outcome'] === 'won').length;
    expect(counts.events['meeting-held']).toBeCloseTo(total('bd-meetings-per-week'), 6);
    expect(won).toBeCloseTo(total('orders-won-per-week'), 6);
    expect(counts.events['case-closed']).toBeCloseTo(total('cases-per-week'), 6);
  });

  it('gives every case and order a number of its own', () => {
    for (const activity of ['case-opened', 'order-received']) {
      const names = subjectsOf(events, activity);
      expect(new Set(names).size).toBe(names.length);
    }
  });

  it('is a log by the rules of OCEL 2.0, in order of time', () => {
    const ocel = ocelOf(log);
    expect(ocelFaults(JSON.parse(JSON.stringify(ocel)))).toEqual([]);
    expect(ocel.events.length).toBe(events.length);
    expect(ocel.events.slice(1).filter(({ time }, i) => time < ocel.events[i]!.time)).toEqual([]);
  });

  it('is a timeline in which every thread has a name and does one thing at a time', () => {
    const { traceEvents } = timelineOf(log);
    const named = new Set(
      traceEvents.filter(({ name }) => name === 'thread_name').map(({ pid, tid }) => `${pid}/${tid}`),
    );
    const until = new Map<string, number>();
    const odd = traceEvents.filter((event) => {
      if (event.ph === 'M') return false;
      if (event.ph === 'i') return !named.has(threadOf(event));
      const before = until.get(threadOf(event)) ?? 0;
      until.set(threadOf(event), event.ts + event.dur);
      return !named.has(threadOf(event)) || event.dur < 0 || event.ts < before - 1;
    });
    expect(odd).toEqual([]);
  });

  it('is a table with a line for each event', () => {
    const lines = eventsCsv(log).trimEnd().split('\r\n');
    expect(lines.length).toBe(1 + events.length);
    expect(lines[0]).toBe(EVENT_COLUMNS.join(','));
    expect(new Set(lines.map((line) => line.split(',').length))).toEqual(new Set([EVENT_COLUMNS.length]));
  });
});

function threadOf({ pid, tid }: TimelineEvent): string {
  return `${pid}/${tid}`;
}

describe('a window', () => {
  const organisation = load('standard');

  it('holds of the whole log what begins in it, and nothing else', () => {
    const [from, to] = [9 * MINUTES_PER_WEEK, 12 * MINUTES_PER_WEEK];
    const inside = traced(organisation).events.filter(({ start }) => start >= from && start < to);
    expect(traced(organisation, 10, 3).events).toEqual(inside);
  });

  it('cannot go on after the run', () => {
    expect(() => traced(organisation, 25, 10)).toThrow('the window ends with week 34, the run with week 30');
  });
});

describe('numbers', () => {
  it('of what the market brings are the same in two organisations', () => {
    const [one, other] = [load('standard'), load('traditional')].map(
      (organisation) => new Set(subjectsOf(traced(organisation, 1, 8).events, 'opportunity-arrived')),
    );
    const common = [...one!].filter((name) => other!.has(name));
    expect(common.length).toBeGreaterThan(10);
  });
});

describe('the rules of OCEL 2.0', () => {
  it('find what is not declared, not there, or not text', () => {
    const { events, ...rest } = JSON.parse(JSON.stringify(ocelOf(traced(load('standard'), 1, 1)))) as Record<
      'events' | 'objects' | 'objectTypes' | 'eventTypes',
      Record<string, unknown>[]
    >;
    const withFirst = (change: object) => ({
      ...rest,
      events: [{ ...events[0], ...change }, ...events.slice(1)],
    });
    expect(ocelFaults(withFirst({}))).toEqual([]);
    expect(ocelFaults(withFirst({ type: 'nothing' })).join()).toMatch(/not declared/);
    expect(ocelFaults(withFirst({ time: 'on Monday' })).join()).toMatch(/events.0.time/);
    expect(ocelFaults(withFirst({ id: events[1]!['id'] })).join()).toMatch(/same id/);
    expect(ocelFaults(withFirst({ attributes: [{ name: 'n', value: 1 }] })).join()).toMatch(/value/);
    const stray = [{ objectId: 'nobody', qualifier: 'by' }];
    expect(ocelFaults(withFirst({ relationships: stray })).join()).toMatch(/not there/);
  });
});
