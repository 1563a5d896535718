import { describe, expect, it } from 'vitest';
import type { Place } from '../../../../sim/model/market/place.ts';
import type { Agenda } from '../../../../sim/model/people/agenda.ts';
import { ChangeLog } from '../../../../sim/model/people/change-log.ts';
import type { FieldSeat } from '../../../../sim/model/people/staff.ts';
import { DayFit } from '../../../../sim/model/work/booking/day-fit.ts';
import { DaySearch } from '../../../../sim/model/work/booking/day-search.ts';
import { HalfDayPlan } from '../../../../sim/model/work/booking/half-day-plan.ts';
import type { MeetingRequest } from '../../../../sim/model/work/booking/meeting-request.ts';
import { TripPlanner } from '../../../../sim/model/work/booking/trip-planner.ts';
import { EIGHT_TO_FIVE, HOME } from '../../people/ann.ts';
import { Office, clock, type Colleague } from '../../people/office.ts';

const DAY = 1440;
/** Three hours by air from home. */
const FAR: Place = { x: 180, y: 0, city: 1 };

/** Ann, whose flights and miles are written down. */
function officeWithFlights() {
  const office = new Office();
  const legs: string[] = [];
  Object.assign(office.observer, {
    onSetOut: (_: unknown, { isFlown, roadMiles }: { isFlown: boolean; roadMiles: number }, at: number) =>
      legs.push(
        `day ${Math.floor(at / DAY)} ${(at % DAY) / 60} h: ${isFlown ? 'flight' : `${roadMiles} mi`}`,
      ),
  });
  const ann = office.person('Ann', { hours: EIGHT_TO_FIVE, base: HOME, baseGapMinutes: 90 });
  return { office, ann, legs };
}

describe('a trip with flight and night', () => {
  it('is two flights, a night, and the miles between appointments in the city', () => {
    // Flies on Monday after hours, sees clients on Tuesday at 9 (10 mi from the hotel) and 11 (20 mi on), flies home.
    const { office, ann, legs } = officeWithFlights();
    ann.agenda.plan({ place: FAR, firstDay: 1, lastDay: 1 });
    ann.agenda.add({ kind: 'journey', start: clock('Mo 17:00'), place: FAR });
    for (const [start, x] of [
      ['Tu 09:00', 190],
      ['Tu 11:00', 210],
    ] as const) {
      office.appointment('presentation', [ann], { start, minutes: 60, place: { x, y: 0, city: 1 } });
    }
    expect(office.timeline('Tu 17:00').slice(2)).toEqual([
      'Mo 17:00 Ann engaged | Ann travelling',
      'Mo 20:00 Ann travel from 17:00 | Ann resting',
      'Tu 08:00 Ann waiting',
      'Tu 08:50 Ann waiting from 08:00 | Ann travelling',
      'Tu 09:00 Ann travel from 08:50 | Ann meeting',
      'Tu 10:00 Ann presentation from 09:00 | presentation held | Ann waiting',
      'Tu 10:40 Ann waiting from 10:00 | Ann travelling',
      'Tu 11:00 Ann travel from 10:40 | Ann meeting',
      'Tu 12:00 Ann presentation from 11:00 | presentation held | Ann travelling',
      'Tu 15:30 Ann travel from 12:00 | Ann available | Ann idle',
    ]);
    expect(legs).toEqual([
      'day 0 17 h: flight',
      `day 1 ${8 + 50 / 60} h: 10 mi`,
      `day 1 ${10 + 40 / 60} h: 20 mi`,
      'day 1 12 h: flight',
    ]);
  });
});

/** What the planner makes of requests from one far city that come at certain times, day by day. */
function planned(
  requests: readonly { readonly at: string; readonly isVisit?: boolean }[],
  policy: Partial<{ tripFill: number; tripDays: number; tripLongestWait: number; tripNotice: number }>,
  { books = true }: { books?: boolean } = {},
) {
  const { office, ann } = officeWithFlights();
  const { simulation } = office;
  const seen: string[] = [];
  const note = (words: string): void => {
    const day = Math.floor(simulation.now / DAY);
    seen.push(`day ${day} ${(simulation.now - DAY * day) / 60} h: ${words}`);
  };
  const seat = { role: 'salesperson', index: 0, ...ann, isOpen: true } as unknown as FieldSeat;
  const planner = new TripPlanner({
    simulation,
    observer: {
      ...office.observer,
      onTripEnded: ({ days, nights, booked, held }) =>
        note(`over: ${days} days, ${nights} nights, ${held} of ${booked} held`),
    },
    policyOf: () => ({ tripFill: 2, tripDays: 2, tripLongestWait: 14 * DAY, tripNotice: 7 * DAY, ...policy }),
    daysFrom: (now) => [Math.floor(now / DAY) + 2, Math.floor(now / DAY) + 21],
    leaderChanges: new ChangeLog(),
    hasSlot: () => true,
    onPlanned: () => note(`planned: ${tripsOf(ann.agenda)}`),
    onReleased: ({ order }) => {
      note(`to phone: ${order.key}`);
      if (!books) return;
      const trip = ann.agenda.entries.find(({ kind }) => kind === 'journey')!;
      const start = (Math.floor(trip.start / DAY) + 1) * DAY + (8 + 2 * order.key) * 60;
      bookAt(office, ann, start);
    },
  });
  requests.forEach(({ at, isVisit = false }, key) =>
    office.at(at, () => {
      const order = { key, readyAt: simulation.now, place: FAR, isVisit };
      planner.hold({ order, salesperson: seat, seat } as unknown as MeetingRequest);
    }),
  );
  ann.person.start();
  simulation.run(40 * DAY);
  return { seen, agenda: ann.agenda };
}

function bookAt(office: Office, ann: Colleague, start: number): void {
  const day = Math.floor(start / DAY);
  const text = `${['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'][day % 7]!} ${String((start % DAY) / 60).padStart(2, '0')}:00`;
  office.appointment('closing', [ann], {
    start: `${text} ${Math.floor(day / 7)}`,
    minutes: 60,
    place: FAR,
  });
}

/** Days of the trips that an agenda holds. */
function tripsOf(agenda: Agenda): string {
  const days = Array.from({ length: 40 }, (_, day) => day).filter((day) => agenda.tripOn(day) !== undefined);
  return `days ${days.join(', ')}`;
}

describe('a trip planner', () => {
  it('plans a trip once enough have come together, so far ahead that there is time to phone', () => {
    // Tuesday 10:00 and a week's notice is day 9, a Wednesday; Tuesday's evening goes into the way. Nobody has noted
    // in this test what became of the appointments: the diary does. All are booked on its first day, at 8 and 10, so it
    // is over at 11.
    const { seen } = planned([{ at: 'Mo 10:00' }, { at: 'Tu 10:00' }], {});
    expect(seen).toEqual([
      'day 1 10 h: planned: days 9, 10',
      'day 1 10 h: to phone: 0',
      'day 1 10 h: to phone: 1',
      'day 9 11 h: over: 2 days, 1 nights, 0 of 0 held',
    ]);
  });

  it('plans one for somebody who has waited long, though nobody else has come', () => {
    // Two weeks after Monday is day 14, a Monday: a trip begins on day 21 at the soonest, but not after a Sunday.
    const { seen } = planned([{ at: 'Mo 10:00' }], {});
    expect(seen).toEqual([
      'day 14 10 h: planned: days 22, 23',
      'day 14 10 h: to phone: 0',
      'day 22 9 h: over: 2 days, 1 nights, 0 of 0 held',
    ]);
  });

  it('tells of a trip that takes all its days at the midnight after them', () => {
    // One day: day 9 from 8, and the way home from 11 on.
    const { seen } = planned([{ at: 'Mo 10:00' }, { at: 'Tu 10:00' }], { tripDays: 1 });
    expect(seen.slice(1)).toEqual([
      'day 1 10 h: to phone: 0',
      'day 1 10 h: to phone: 1',
      'day 10 0 h: over: 1 days, 1 nights, 0 of 0 held',
    ]);
  });

  it('tells of a trip once, though the next one is planned on a day that it left free', () => {
    // The first trip was to be days 9 and 10 and is over on day 9, as above. On day 10, a Thursday, two more want one:
    // a week's notice later is day 18, a Friday; two working days in a row after a working day are days 22 and 23.
    const requests = ['Mo 10:00', 'Tu 10:00', 'Th 09:00 1', 'Th 10:00 1'].map((at) => ({ at }));
    const { seen } = planned(requests, {});
    expect(seen.filter((line) => /over|planned/.test(line))).toEqual([
      'day 1 10 h: planned: days 9, 10',
      'day 9 11 h: over: 2 days, 1 nights, 0 of 0 held',
      'day 10 10 h: planned: days 9, 22, 23',
      // Its appointments are at 12 and 14.
      'day 22 15 h: over: 2 days, 1 nights, 0 of 0 held',
    ]);
  });

  it('phones at once who comes while a trip there is planned', () => {
    const { seen } = planned([{ at: 'Mo 10:00' }, { at: 'Tu 10:00' }, { at: 'We 15:00' }], {});
    expect(seen).toContain('day 2 15 h: to phone: 2');
    expect(seen.filter((line) => line.includes('planned'))).toHaveLength(1);
  });

  it('gives a trip up an hour before it begins if nobody is booked', () => {
    const { seen, agenda } = planned([{ at: 'Mo 10:00' }, { at: 'Tu 10:00' }], {}, { books: false });
    expect(seen.filter((line) => line.includes('over'))).toEqual([]);
    expect(agenda.entries).toEqual([]);
    expect(tripsOf(agenda)).toBe('days ');
  });
});

describe('a leader for whom a city is too far for a day', () => {
  /** How a meeting of an hour on a day fits, if the leader lives some minutes away and has half-days taken. */
  function fitOn(day: number, way: number, taken: readonly number[] = []): DayFit {
    const office = new Office();
    const ann = office.person('Ann', { hours: EIGHT_TO_FIVE, base: FAR });
    const base: Place = { x: FAR.x - way, y: 0, city: 0 };
    const lee = office.person('Lee', { hours: EIGHT_TO_FIVE, base });
    const changes = new ChangeLog();
    const plan = new HalfDayPlan(lee.person.shift, changes);
    for (const halfDay of taken) plan.take(halfDay);
    const search = new DaySearch({ grid: 15, planOf: () => plan, leaderChanges: changes });
    const rule = { dailyMaximum: 9, takesFirstSlot: false, longestDetour: () => Infinity };
    const order = { minutes: 60, place: { ...FAR, x: FAR.x + 20 }, leaderHalfDays: 1, isVisit: false };
    const request = { order, salesperson: ann, seat: ann, leaders: [lee], rule, isFar: false };
    const fit = new DayFit();
    search.look(fit, day, request as unknown as MeetingRequest);
    return fit;
  }

  it('comes the evening before and gives the whole day', () => {
    // On a day from 8 to 17 in two halves: 3 h 20 min there leave 70 minutes of the first one, 3 h 50 leave 40.
    expect(fitOn(1, 180)).toMatchObject({ isLeaderAway: false, halfDays: 2, start: DAY + 11.5 * 60 });
    expect(fitOn(1, 210)).toMatchObject({ isLeaderAway: true, firstHalfDay: 2, halfDays: 2 });
    // From the hotel Ann and Lee are there at 8:20; on the grid 8:30.
    expect(fitOn(1, 210).start).toBe(DAY + 8.5 * 60);
  });

  it('does not come on a Monday, nor on a day of which half is given away', () => {
    expect(fitOn(7, 250).start).toBe(Infinity);
    expect(fitOn(1, 250, [3]).start).toBe(Infinity);
    expect(fitOn(2, 250, [3]).start).toBe(2 * DAY + 8.5 * 60);
  });
});
