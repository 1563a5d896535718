import { describe, expect, it } from 'vitest';
import { Simulation } from '../../../sim/engine/simulation.ts';
import type { Place } from '../../../sim/model/market/place.ts';
import { Agenda, type AgendaEntry } from '../../../sim/model/people/agenda.ts';
import { Appointment } from '../../../sim/model/people/appointment.ts';
import { Whereabouts } from '../../../sim/model/people/whereabouts.ts';
import { clock, place } from './office.ts';
import { SILENT } from './silent-observer.ts';

const HOME = place(0);
const CLIENT = place(30);
const FAR = place(180);
const ANN = { role: 0, index: 0 };
const ROAD = {
  minutes: (from: { x: number }, to: { x: number }) => Math.abs(from.x - to.x),
  leg: (from: Place, to: Place) => ({ from, to, isFlown: false, roadMiles: 0 }),
};

function appointment(start: string, where = CLIENT): Appointment {
  return new Appointment({ start: clock(start), minutes: 60, place: where, timeUse: 0, people: [] });
}

describe('an agenda', () => {
  it('keeps appointments and journeys in order of time, whatever the order in which they are agreed', () => {
    const agenda = new Agenda(HOME, ROAD);
    const [nine, twelve] = [appointment('Mo 09:00'), appointment('Mo 12:00')];
    const journey: AgendaEntry = { kind: 'journey', start: clock('Mo 10:30'), place: FAR };
    for (const entry of [twelve, nine, journey]) agenda.add(entry);
    expect(agenda.entries).toEqual([nine, journey, twelve]);
    expect(agenda.indexFrom(clock('Mo 09:00'))).toBe(0);
    expect(agenda.indexFrom(clock('Mo 09:01'))).toBe(1);
    expect(agenda.indexFrom(clock('Tu 00:00'))).toBe(3);
    expect(agenda.takeNext()).toBe(nine);
    expect(agenda.next).toBe(journey);
  });

  it('tells of every change, and counts it', () => {
    const agenda = new Agenda(HOME, ROAD);
    let told = 0;
    agenda.tell(() => told++);
    const meeting = appointment('Mo 09:00');
    agenda.add(meeting);
    expect([told, agenda.changes.total]).toEqual([1, 1]);
    expect(agenda.remove(meeting)).toBe(true);
    expect([told, agenda.changes.total]).toEqual([2, 2]);
    expect(agenda.remove(meeting)).toBe(false);
    expect([told, agenda.changes.total]).toEqual([2, 2]);
    agenda.plan({ place: FAR, firstDay: 1, lastDay: 1 });
    expect(agenda.changes.total).toBe(3);
  });

  it('says when to leave: never without an appointment, at its time for a journey', () => {
    const agenda = new Agenda(HOME, ROAD);
    expect(agenda.departureFrom(HOME)).toBe(Infinity);
    agenda.add(appointment('Mo 09:00'));
    expect(agenda.departureFrom(HOME)).toBe(clock('Mo 08:30'));
    expect(agenda.departureFrom(CLIENT)).toBe(clock('Mo 09:00'));
    agenda.takeNext();
    agenda.add({ kind: 'journey', start: clock('Mo 17:00'), place: FAR });
    expect(agenda.departureFrom(CLIENT)).toBe(clock('Mo 17:00'));
  });

  it('knows where days of a trip begin and end, and forgets trips that are over', () => {
    const agenda = new Agenda(HOME, ROAD);
    agenda.plan({ place: FAR, firstDay: 1, lastDay: 2 });
    expect([0, 1, 2, 3].map((day) => agenda.placeOn(day))).toEqual([HOME, FAR, FAR, HOME]);
    // Nothing is agreed for Wednesday yet.
    expect(agenda.placeAfter(clock('Tu 18:00'))).toBe(HOME);
    agenda.add(appointment('We 10:00'));
    expect(['Mo', 'Tu', 'We', 'Th'].map((day) => agenda.placeAfter(clock(`${day} 18:00`)))).toEqual([
      HOME,
      FAR,
      HOME,
      HOME,
    ]);
    agenda.forgetTripsBefore(2);
    expect(agenda.tripOn(2)).toBeDefined();
    agenda.forgetTripsBefore(3);
    expect(agenda.tripOn(2)).toBeUndefined();
  });

  /** An agenda with the trips of Wednesday and of the Wednesday after, to one place, and those that are over. */
  function withTwoTrips() {
    const agenda = new Agenda(HOME, ROAD);
    const over: number[] = [];
    const [first, second] = [2, 9].map((day) => {
      agenda.add({ kind: 'journey', start: day * 1440 - 420, place: FAR });
      return agenda.plan({ place: FAR, firstDay: day, lastDay: day + 1 }, ({ firstDay }) =>
        over.push(firstDay),
      );
    });
    return { agenda, over, first: first!, second: second! };
  }

  it('calls off a trip with its own journey, and says nothing of it, since nobody has set out', () => {
    const { agenda, over, second } = withTwoTrips();
    agenda.cancel(second);
    expect(agenda.entries.map(({ start }) => start)).toEqual([clock('Tu 17:00')]);
    expect(agenda.tripOn(9)).toBeUndefined();
    expect(over).toEqual([]);
  });

  it('says once that a trip is over that has been begun, whatever comes then', () => {
    const { agenda, over, first } = withTwoTrips();
    agenda.takeNext();
    agenda.endTripEarly(2);
    agenda.conclude(first);
    agenda.cancel(first);
    expect(over).toEqual([2]);
  });

  it('does not end a trip early for which something is agreed', () => {
    const { agenda, over } = withTwoTrips();
    agenda.takeNext();
    agenda.add(appointment('Th 10:00'));
    agenda.endTripEarly(2);
    expect(agenda.tripOn(3)).toBeDefined();
    expect(over).toEqual([]);
  });

  it('calls a trip off with what is agreed for it if whoever goes is away on its eve', () => {
    const { agenda } = withTwoTrips();
    agenda.add(appointment('We 10:00'));
    agenda.clear(clock('Tu 00:00'), clock('We 00:00'));
    expect(agenda.entries.map(({ start }) => start)).toEqual([clock('Tu 17:00 1')]);
    expect(agenda.tripOn(2)).toBeUndefined();
  });

  it('breaks a trip off that has begun, and says so, if whoever goes falls ill on it', () => {
    const { agenda, over } = withTwoTrips();
    agenda.takeNext();
    agenda.add(appointment('Th 10:00'));
    agenda.clear(clock('Th 00:00'), clock('Fr 00:00'));
    expect(agenda.entries.map(({ start }) => start)).toEqual([clock('Tu 17:00 1')]);
    expect(over).toEqual([2]);
  });
});

describe('whereabouts', () => {
  /** Somebody at a place at a time, with appointments of an hour at the client's. */
  function somebody(at: string, where = CLIENT, starts: readonly string[] = []) {
    const simulation = new Simulation();
    const agenda = new Agenda(HOME, ROAD);
    for (const start of starts) agenda.add(appointment(start));
    const whereabouts = new Whereabouts(ANN, { simulation, observer: SILENT, agenda, baseGapMinutes: 90 });
    whereabouts.place = where;
    simulation.run(clock(at));
    return { agenda, whereabouts, retreat: () => whereabouts.retreat() };
  }

  it('are at base for ever without appointments', () => {
    const whereabouts = new Whereabouts(ANN, { simulation: new Simulation(), observer: SILENT });
    expect(whereabouts.isAtBase()).toBe(true);
    expect(whereabouts.isAtLodging()).toBe(true);
    expect(whereabouts.departure()).toBe(Infinity);
    expect(whereabouts.retreat()).toBeUndefined();
  });

  it('change to base when nothing comes, nothing today, or nothing for long', () => {
    expect(somebody('Mo 10:00').retreat()).toBe(HOME);
    expect(somebody('Mo 10:00', CLIENT, ['Tu 09:00']).retreat()).toBe(HOME);
    expect(somebody('Mo 10:00', CLIENT, ['Mo 12:31']).retreat()).toBe(HOME);
    expect(somebody('Mo 10:00', CLIENT, ['Mo 12:30']).retreat()).toBeUndefined();
    expect(somebody('Mo 10:00', HOME, ['Mo 12:31']).retreat()).toBeUndefined();
  });

  it('do not change to base from the way to a trip, and to the hotel in its gaps, but home in the end', () => {
    const evening = somebody('Mo 20:00', FAR, ['Tu 12:00', 'We 09:00']);
    evening.agenda.plan({ place: FAR, firstDay: 1, lastDay: 2 });
    expect(evening.retreat()).toBeUndefined();
    expect(evening.whereabouts.isAtLodging()).toBe(true);

    const gap = somebody('We 09:00', place(200), ['We 17:00']);
    gap.agenda.plan({ place: FAR, firstDay: 1, lastDay: 2 });
    // 480 minutes are more than 20 to the hotel, 150 on to the client, and 90.
    expect(gap.retreat()).toBe(FAR);
    expect(gap.whereabouts.isAtLodging()).toBe(false);

    const end = somebody('We 10:00', place(200), ['Th 09:00']);
    end.agenda.plan({ place: FAR, firstDay: 1, lastDay: 2 });
    expect(end.retreat()).toBe(HOME);

    // Ten hours from home, where there is an appointment at eight: from here one would leave for it at 22:30.
    const farther = place(600);
    const late = somebody('We 10:00', farther, ['Th 08:00']);
    late.agenda.plan({ place: farther, firstDay: 1, lastDay: 2 });
    expect(late.retreat()).toBe(HOME);
    // 1320 minutes are left, 30 of them from home: who is farther away would come too late that way, and stays.
    const farthest = somebody('We 10:00', place(1290), ['Th 08:00']);
    expect(farthest.retreat()).toBe(HOME);
    const tooFar = somebody('We 10:00', place(1291), ['Th 08:00']);
    expect(tooFar.retreat()).toBeUndefined();
  });
});
