import { describe, expect, it } from 'vitest';
import {
  timeUseOf,
  type DecidedOpportunity,
  type Observer,
  type PersonId,
} from '../../sim/model/observer.ts';
import { Appointment } from '../../sim/model/people/appointment.ts';
import { Task } from '../../sim/model/people/task.ts';
import { SalesSystem } from '../../sim/model/sales-system.ts';
import { Recorder } from '../../sim/recorder/recorder.ts';
import { Auditor } from '../invariants/auditor.ts';
import { SILENT } from '../model/people/silent-observer.ts';
import { casesConserved, jobsConserved, minutesConserved, opportunitiesConserved } from './conservation.ts';
import { tell } from './law.ts';
import { moneyConserved } from './money.ts';
import { load } from './random-scenario.ts';
import { recordedAsTold } from './recorded.ts';
import { HoursBook } from './run-under-laws.ts';
import { SMALL_FIRM } from './small-firm.ts';
import { Watch } from './watch.ts';

const WEEK = 10_080;
const { scenario } = load({ seed: 1, reference: 'traditional', overrides: SMALL_FIRM })!;

/** Something that a run has told: the event, and what of it. */
interface Told {
  readonly event: keyof Observer;
  readonly of: readonly unknown[];
}

/** A run of the small traditional firm, event by event. */
const tape: readonly Told[] = (() => {
  const events: Told[] = [];
  const hears = Object.fromEntries(
    Object.keys(SILENT).map((event) => [
      event,
      (...of: unknown[]) => events.push({ event: event as keyof Observer, of }),
    ]),
  );
  const observer = tell(hears);
  new SalesSystem({ scenario, seed: 1, replication: 0, observer }).runThroughWeek(scenario.run.weeks - 1);
  return events;
})();

/** What the laws say of a run that told this. */
function faultsOf(events: readonly Told[]): string[] {
  const auditor = new Auditor(scenario);
  const recorder = new Recorder(scenario);
  const hours = new HoursBook(scenario);
  const laws = [
    opportunitiesConserved(),
    casesConserved(),
    jobsConserved(),
    moneyConserved(),
    minutesConserved((person) => hours.of(person)),
  ];
  const observer = tell(auditor, ...laws.map(({ hears }) => hears));
  for (const { event, of } of events) (observer[event] as (...of: readonly unknown[]) => void)(...of);
  recorder.finish(scenario.run.weeks * WEEK);
  return [...auditor.faults, ...laws.flatMap(({ faultsAt }) => faultsAt(scenario.run.weeks * WEEK))];
}

/** The tape with the middle one of some events replaced; none of them replaces it by nothing. */
function corrupted(
  event: keyof Observer,
  into: (told: Told) => readonly Told[],
  which: (told: Told) => boolean = () => true,
) {
  const places = tape.flatMap((told, i) => (told.event === event && which(told) ? [i] : []));
  const place = places[Math.floor(places.length / 2)]!;
  return [...tape.slice(0, place), ...into(tape[place]!), ...tape.slice(place + 1)];
}

function changed<Of extends object>(told: Told, change: Partial<Of>): Told {
  return { ...told, of: [{ ...(told.of[0] as Of), ...change }, ...told.of.slice(1)] };
}

describe('the laws', () => {
  it('find nothing wrong with a run as it was', () => {
    expect(tape.length).toBeGreaterThan(1000);
    expect(faultsOf(tape)).toEqual([]);
  });

  it.each<[string, readonly Told[], RegExp]>([
    [
      'an opportunity that is decided twice',
      corrupted('onOpportunityDecided', (told) => [told, told]),
      /left before/,
    ],
    [
      'an opportunity that was never there',
      corrupted('onOpportunityArrived', () => [], isDecidedLater),
      /had not come|more decided/,
    ],
    [
      'an opportunity that is older than it is',
      corrupted('onOpportunityDecided', (told) => [
        changed<DecidedOpportunity>(told, { age: decidedIn(told).age + 1 }),
      ]),
      /had not come/,
    ],
    [
      'an opportunity of which some time is missing',
      corrupted('onOpportunityDecided', (told) => [
        changed<DecidedOpportunity>(told, { phaseMinutes: new Float64Array([decidedIn(told).age + 1]) }),
      ]),
      /and its phases/,
    ],
    [
      'an opportunity that is won before anybody has spoken to the customer',
      corrupted(
        'onOpportunityDecided',
        (told) => [changed<DecidedOpportunity>(told, { furthest: 'pursued' })],
        (told) => decidedIn(told).outcome === 'won',
      ),
      /is won when it is no more than pursued/,
    ],
    ['a case that is closed twice', corrupted('onCaseClosed', (told) => [told, told]), /left before/],
    [
      'a case of which the age is wrong',
      corrupted('onCaseClosed', (told) => [changed(told, { age: 0.5 })]),
      /had not come/,
    ],
    ['an invoice that is paid twice', corrupted('onPaid', (told) => [told, told]), /nobody owed|more paid/],
    ['a delivery that is not invoiced', corrupted('onInvoiced', () => []), /nobody owed|invoiced/],
    ['an order that is delivered twice', corrupted('onDelivered', (told) => [told, told]), /left before/],
    [
      'an order that was never received',
      corrupted('onOrderReceived', () => []),
      /had not come|more .* delivered/,
    ],
    [
      'a deal that is won and never becomes a project',
      corrupted(
        'onOpportunityDecided',
        (told) => [changed<DecidedOpportunity>(told, { outcome: 'won' })],
        (told) => decidedIn(told).outcome !== 'won',
      ),
      /opportunities won, and projects/,
    ],
    ['minutes that nobody spent', corrupted('onTimeSpent', () => [], isOfOffice), /engaged until .* told/],
    [
      'minutes that are spent twice',
      corrupted('onTimeSpent', (told) => [told, told], isOfOffice),
      /two places|told/,
    ],
    [
      'work in the middle of the night',
      corrupted(
        'onTimeSpent',
        ({ event, of: [person, use, from] }) => [
          { event, of: [person, use, (from as number) + 12 * 60, (from as number) + 12 * 60 + 30] },
        ],
        isOfOffice,
      ),
      /outside working hours/,
    ],
    [
      'a meeting at which nobody was',
      corrupted('onMeetingHeld', (told) => [changed(told, { start: 0 })]),
      /nobody was there/,
    ],
    ['a task that leaves an empty queue', [{ event: 'onTaskDequeued', of: [0, 0] }, ...tape], /empty queue/],
    [
      'a wait that ends before it began',
      corrupted('onTaskBegun', ({ event, of }) => [{ event, of: [of[0], -1, of[2]] }]),
      /waited -1/,
    ],
  ])('find %s', (_, events, fault) => {
    expect(faultsOf(events).join('\n')).toMatch(fault);
  });

  it('find what a recorder leaves out', () => {
    const recorder = new Recorder(scenario);
    const { hears, faultsAt } = recordedAsTold(recorder.recording);
    const observer = tell(hears, { ...silenced(recorder), onDelivered: () => undefined });
    for (const { event, of } of tape) (observer[event] as (...of: readonly unknown[]) => void)(...of);
    recorder.finish(scenario.run.weeks * WEEK);
    expect(faultsAt(scenario.run.weeks * WEEK).join('\n')).toMatch(/revenue/);
  });
});

/** A recorder as plain functions, so that one of them can be replaced. */
function silenced(recorder: Recorder): Observer {
  return tell(recorder);
}

function isDecidedLater({ of: [, arrivedAt] }: Told): boolean {
  return tape.some(
    (told) =>
      told.event === 'onOpportunityDecided' &&
      decidedIn(told).age > 1 &&
      Math.abs((told.of[1] as number) - decidedIn(told).age - (arrivedAt as number)) < 1e-6,
  );
}

function decidedIn({ of }: Told): DecidedOpportunity {
  return of[0] as DecidedOpportunity;
}

function isOfOffice({ of }: Told): boolean {
  return (
    of[1] === timeUseOf('order-entry') &&
    (of[0] as PersonId).index === 0 &&
    (of[3] as number) - (of[2] as number) > 5
  );
}

describe('the watch', () => {
  const systemUnderWatch = () => {
    const system = new SalesSystem({ scenario, seed: 1, replication: 0, observer: SILENT });
    const watch = new Watch(system);
    system.runThroughWeek(0);
    return { system, watch, seat: system.staff.salespeople[0]! };
  };
  const kind = { timeUse: 0, urgency: 0, isOffice: false };

  it('finds nothing wrong with a system that is left alone', () => {
    const { watch } = systemUnderWatch();
    watch.finish();
    expect(watch.faults.found).toEqual([]);
  });

  it('finds a task that has vanished from its queue', () => {
    const { watch, seat } = systemUnderWatch();
    const task = new Task({ kind, minutes: 1, onDone: () => undefined });
    seat.queue.add(task);
    seat.queue.remove(task);
    watch.finish();
    expect(watch.faults.found.join('\n')).toMatch(/is lost/);
  });

  it('finds two appointments at one time', () => {
    const { watch, seat } = systemUnderWatch();
    const appointment = () =>
      new Appointment({
        start: 5 * WEEK,
        minutes: 60,
        place: seat.agenda.base,
        timeUse: 0,
        people: [seat.person],
      });
    seat.agenda.add(appointment());
    seat.agenda.add(appointment());
    expect(watch.faults.found.join('\n')).toMatch(/booked twice/);
  });

  it('finds somebody who cannot be there yet, and somebody who is late', () => {
    const { system, watch, seat } = systemUnderWatch();
    const away = { ...seat.agenda.base, x: seat.agenda.base.x + 500 };
    const at = (start: number, place = away) =>
      new Appointment({ start, minutes: 10, place, timeUse: 0, people: [seat.person] });
    const { now } = system.simulation;
    seat.agenda.entries.length = 0;
    // Too late for this one, which is taken up at once.
    seat.agenda.add(at(now - 10, seat.agenda.base));
    seat.agenda.add(at(now + 5));
    seat.agenda.takeNext();
    expect(watch.faults.found.join('\n')).toMatch(/comes at/);
    expect(watch.faults.found.join('\n')).toMatch(/minutes from where/);
  });
});
