import { MINUTES_PER_DAY } from '../../time/working-time.ts';
import type { Place, Travel } from '../market/place.ts';
import type { Appointment, Journey } from './appointment.ts';
import { ChangeLog } from './change-log.ts';

export type AgendaEntry = Appointment | Journey;

/** Days `first` to `last` (days since the start, both included) spent in a far city. */
export interface TripPlan {
  readonly place: Place;
  readonly firstDay: number;
  readonly lastDay: number;
}

/** A trip that is planned, with what became of it so far. */
export interface Trip extends TripPlan {
  /** As many as were planned. */
  readonly days: number;
  /** Earlier than planned if nothing is agreed for its last days when what is agreed before them is done. */
  lastDay: number;
  /** Appointments that were still in the calendar at their time, and those that were held. */
  booked: number;
  held: number;
  /** Whether somebody has set out for it, and whether it has been told that it is over. */
  isBegun: boolean;
  isOver: boolean;
  readonly onOver: (trip: Trip) => void;
}

/** One person's appointments and journeys to come, in order of time. No two overlap, travel included. */
export class Agenda {
  readonly base: Place;
  readonly travel: Travel;
  /** To come, by start. */
  readonly entries: AgendaEntry[] = [];
  private readonly trips: Trip[] = [];
  /** Entries that came or were taken out, by the day on which they begin, and days on which a trip came. */
  readonly changes = new ChangeLog();
  private onChanged: () => void = () => undefined;

  constructor(base: Place, travel: Travel) {
    this.base = base;
    this.travel = travel;
  }

  /** Whose agenda it is hears of every change. */
  tell(onChanged: () => void): void {
    this.onChanged = onChanged;
  }

  /** What comes next; undefined if nothing is agreed. */
  get next(): AgendaEntry | undefined {
    return this.entries[0];
  }

  /** When somebody at a place has to leave for what comes next; Infinity if nothing does. */
  departureFrom(place: Place): number {
    const next = this.entries[0];
    if (next === undefined) return Infinity;
    return next.kind === 'journey' ? next.start : next.start - this.travel.minutes(place, next.place);
  }

  /** Throws if it does not begin at any time. */
  add(entry: AgendaEntry): void {
    if (Number.isNaN(entry.start)) throw new Error(`a ${entry.kind} was agreed for no time`);
    this.entries.splice(this.indexFrom(entry.start), 0, entry);
    this.changes.add(Math.floor(entry.start / MINUTES_PER_DAY));
    this.onChanged();
  }

  /** Takes out what was cancelled. False if it is not there, because it has begun or is past. */
  remove(entry: AgendaEntry): boolean {
    const index = this.entries.indexOf(entry);
    if (index < 0) return false;
    this.entries.splice(index, 1);
    this.changes.add(Math.floor(entry.start / MINUTES_PER_DAY));
    this.onChanged();
    return true;
  }

  /** Days in `[from, to)` are not what they were: the hours have changed. */
  noteDays(from: number, to: number): void {
    for (let day = Math.floor(from / MINUTES_PER_DAY); day * MINUTES_PER_DAY < to; day++)
      this.changes.add(day);
  }

  /**
   * Whoever it belongs to cannot come from `from` to `to`: what was agreed for then is called off, in order of time,
   * and trips that touch it with their journeys.
   */
  clear(from: number, to: number): void {
    const touched = this.trips.filter((trip) => {
      const begins = this.journeyTo(trip)?.start ?? trip.firstDay * MINUTES_PER_DAY;
      return begins < to && (trip.lastDay + 1) * MINUTES_PER_DAY > from;
    });
    this.callOffAppointments(from, to);
    for (const trip of touched) if (this.isPlanned(trip)) this.cancel(trip);
  }

  /**
   * A trip will not be made, or not go on, in which case it is over: its journey and what was agreed for its days are
   * called off.
   */
  cancel(trip: Trip): void {
    this.trips.splice(this.trips.indexOf(trip), 1);
    for (let day = trip.firstDay; day <= trip.lastDay; day++) this.changes.add(day);
    this.conclude(trip);
    const journey = this.journeyTo(trip);
    if (journey !== undefined) this.remove(journey);
    this.callOffAppointments(trip.firstDay * MINUTES_PER_DAY, (trip.lastDay + 1) * MINUTES_PER_DAY);
  }

  /** In order of time. What one of them takes with it, a leader's trip for example, is not called off again. */
  private callOffAppointments(from: number, to: number): void {
    for (const entry of this.entries.filter(({ start }) => start >= from && start < to)) {
      if (entry.kind === 'journey' || !this.entries.includes(entry)) continue;
      entry.callOff();
      this.remove(entry);
    }
  }

  /** Takes out what begins now. */
  takeNext(): AgendaEntry {
    const entry = this.entries.shift()!;
    if (entry.kind === 'journey') for (const trip of this.trips) trip.isBegun ||= leadsTo(entry, trip);
    return entry;
  }

  /** Index of the first entry that starts at or after an instant. */
  indexFrom(start: number): number {
    let low = 0;
    let high = this.entries.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.entries[middle]!.start < start) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /**
   * Keeps days free for a far city. The journey there is an entry of its own. That the trip is over is told once, if the
   * journey has begun: when it ends early, when it is broken off, or when whoever planned it concludes it.
   */
  plan(plan: TripPlan, onOver: (trip: Trip) => void = () => undefined): Trip {
    for (let day = plan.firstDay; day <= plan.lastDay; day++) this.changes.add(day);
    const days = plan.lastDay - plan.firstDay + 1;
    const trip: Trip = { ...plan, days, booked: 0, held: 0, isBegun: false, isOver: false, onOver };
    this.trips.push(trip);
    return trip;
  }

  /** A trip is over, if it has been made and that has not been told before. */
  conclude(trip: Trip): void {
    if (trip.isOver || !trip.isBegun) return;
    trip.isOver = true;
    trip.onOver(trip);
  }

  /** The journey to a trip; undefined once it has begun. */
  private journeyTo(trip: Trip): AgendaEntry | undefined {
    return this.entries.find((entry) => entry.kind === 'journey' && leadsTo(entry, trip));
  }

  /** Whether a trip is still to be made, or being made. */
  isPlanned(trip: Trip): boolean {
    return this.trips.includes(trip);
  }

  /** Whether nothing is agreed for the days of a trip. */
  isEmpty({ firstDay, lastDay }: TripPlan): boolean {
    const first = this.entries[this.indexFrom(firstDay * MINUTES_PER_DAY)];
    return first === undefined || first.start >= (lastDay + 1) * MINUTES_PER_DAY;
  }

  /** A trip with nothing agreed after a day is over with that day; the rest of its days are free again. */
  endTripEarly(day: number): void {
    const trip = this.tripOn(day);
    if (trip === undefined || this.goesOnAfter(day, trip) || trip.lastDay === day) return;
    const { lastDay } = trip;
    trip.lastDay = day;
    for (let freed = day + 1; freed <= lastDay; freed++) this.changes.add(freed);
    this.conclude(trip);
  }

  /** Whether anything is agreed for the days of a trip after a day. */
  private goesOnAfter(day: number, { place, lastDay }: TripPlan): boolean {
    return day < lastDay && !this.isEmpty({ place, firstDay: day + 1, lastDay });
  }

  /** The trip that a day belongs to; undefined on a day at home. */
  tripOn(day: number): Trip | undefined {
    for (const trip of this.trips) if (trip.firstDay <= day && day <= trip.lastDay) return trip;
    return undefined;
  }

  /** Where the days before `day` have ended is of no interest any more. */
  forgetTripsBefore(day: number): void {
    while (this.trips.length > 0 && this.trips[0]!.lastDay < day) this.trips.shift();
  }

  /** Where a day starts, and from where its appointments are reached. */
  placeOn(day: number): Place {
    return this.tripOn(day)?.place ?? this.base;
  }

  /** Where somebody goes when the appointments of the day are done: home if nothing is left of a trip. */
  placeAfter(at: number): Place {
    const day = Math.floor(at / MINUTES_PER_DAY);
    const trip = this.tripOn(day);
    return trip !== undefined && this.goesOnAfter(day, trip) ? trip.place : this.base;
  }
}

/** Whether a journey is the one to a trip: on its eve. */
function leadsTo({ place, start }: Journey, { place: where, firstDay }: TripPlan): boolean {
  return place === where && start >= (firstDay - 1) * MINUTES_PER_DAY && start <= firstDay * MINUTES_PER_DAY;
}
