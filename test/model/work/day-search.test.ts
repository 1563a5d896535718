import { describe, expect, it } from 'vitest';
import { Simulation } from '../../../sim/engine/simulation.ts';
import type { Place } from '../../../sim/model/market/place.ts';
import { Agenda } from '../../../sim/model/people/agenda.ts';
import { Appointment } from '../../../sim/model/people/appointment.ts';
import { Person } from '../../../sim/model/people/person.ts';
import type { FieldSeat } from '../../../sim/model/people/staff.ts';
import { TaskQueue } from '../../../sim/model/people/task-queue.ts';
import { BookingRule } from '../../../sim/model/policies/booking-rule.ts';
import { ChangeLog } from '../../../sim/model/people/change-log.ts';
import { DayFit } from '../../../sim/model/work/booking/day-fit.ts';
import { DaySearch } from '../../../sim/model/work/booking/day-search.ts';
import { MeetingRequest } from '../../../sim/model/work/booking/meeting-request.ts';
import { scenarioSchema } from '../../../sim/scenario/schema/scenario.ts';
import { parseWorkingHours } from '../../../sim/scenario/working-hours.ts';
import { WorkingTime, type WorkingPattern } from '../../../sim/time/working-time.ts';
import { SILENT } from '../people/silent-observer.ts';

const HOUR = 60;
const BASE: Place = { x: 0, y: 0, city: 0 };
const CLIENT: Place = { x: 1, y: 0, city: 0 };
const LUNCH_AT_NOON = 'Mon-Fri 08:00-12:00, 13:00-17:00';

/** A salesperson half an hour away from the client, booked on Monday from eight on for some minutes. */
function salespersonWith(hours: string, bookedMinutes: number): FieldSeat {
  const simulation = new Simulation();
  const observer = SILENT;
  const agenda = new Agenda(BASE, {
    minutes: (from, to) => (from === to ? 0 : 30),
    leg: (from, to) => ({ from, to, isFlown: false, roadMiles: 14 }),
  });
  const queue = new TaskQueue({ simulation, observer, role: 0 });
  const workingTime = new WorkingTime(parseWorkingHours(hours) as WorkingPattern);
  const person = new Person({
    simulation,
    observer,
    role: 0,
    index: 0,
    workingTime,
    queues: [queue],
    agenda,
  });
  if (bookedMinutes > 0) {
    const booked = { start: 8 * HOUR, minutes: bookedMinutes, place: BASE, timeUse: 0, people: [person] };
    agenda.add(new Appointment(booked));
  }
  return {
    role: 'salesperson',
    index: 0,
    person,
    queue,
    agenda,
    isOpen: true,
    isVacant: false,
    standIn: undefined,
  };
}

/** When a meeting of some minutes is offered on Monday; Infinity if it is not. */
function offered(salesperson: FieldSeat, minutes: number): number {
  const policy = scenarioSchema.parse({}).organisation.booking;
  const search = new DaySearch({
    grid: 15,
    planOf: () => {
      throw new Error('no leader is asked for');
    },
    leaderChanges: new ChangeLog(),
  });
  const request = new MeetingRequest(
    {
      key: 1,
      about: { kind: 'opportunity', id: 1 },
      history: { dials: 0, bookings: 0 },
      readyAt: 0,
      salesperson,
      leaders: [],
      leaderHalfDays: 0,
      leaderWork: { timeUse: 0, urgency: 0, isOffice: false },
      place: CLIENT,
      timeUse: 0,
      minutes,
      fallOff: 0,
      value: 1,
      standing: 'open',
      onReached: () => undefined,
      onBooked: () => undefined,
      onEnded: () => undefined,
    },
    new BookingRule(policy),
  );
  const fit = new DayFit();
  search.look(fit, 0, request);
  return fit.start;
}

describe('the slot of a day', () => {
  it('comes as soon as the way allows where it is over before lunch', () => {
    // Booked until 10:00, on the way until 10:30, and 90 minutes end at 12:00 sharp.
    expect(offered(salespersonWith(LUNCH_AT_NOON, 2 * HOUR), 90)).toBe(10.5 * HOUR);
  });

  it('waits until after lunch where the meeting would run into it', () => {
    // 105 minutes from 10:30 would end at 12:15. From 13:00 they end at 14:45, and the way back at 15:15.
    expect(offered(salespersonWith(LUNCH_AT_NOON, 2 * HOUR), 105)).toBe(13 * HOUR);
  });

  it('is not offered where a meeting fits into no stretch of the day', () => {
    // Before lunch from 8:30: three hours and a half. After it until 17:00 less the way: three and a half as well.
    expect(offered(salespersonWith(LUNCH_AT_NOON, 0), 225)).toBe(Infinity);
  });

  it('does not mind noon where nobody breaks then', () => {
    expect(offered(salespersonWith('Mon-Fri 08:00-17:00', 2 * HOUR), 105)).toBe(10.5 * HOUR);
  });
});
