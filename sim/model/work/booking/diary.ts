import type { Simulation } from '../../../engine/simulation.ts';
import type { KeyedDraws } from '../../../random/keyed-draws.ts';
import type { Scenario } from '../../../scenario/schema/scenario.ts';
import { MINUTES_PER_DAY } from '../../../time/working-time.ts';
import type { Charter } from '../../charter.ts';
import type { Place } from '../../market/place.ts';
import type { Observer } from '../../observer.ts';
import type { Confusion } from '../../transition/confusion.ts';
import type { Agenda, Trip } from '../../people/agenda.ts';
import { Appointment } from '../../people/appointment.ts';
import type { FieldSeat, Staff } from '../../people/staff.ts';
import { Task } from '../../people/task.ts';
import type { ActivityBook, TimedActivity } from '../activity-book.ts';
import type { LeaderPlans } from '../leader-plans.ts';
import { canGoTo } from './can-go-to.ts';
import type { Booking, MeetingRequest } from './meeting-request.ts';
import type { DayFit } from './day-fit.ts';
import { tellTrip } from './tell-trip.ts';

export interface DiaryOptions {
  readonly simulation: Simulation;
  readonly observer: Observer;
  readonly scenario: Scenario;
  readonly charter: Charter;
  readonly staff: Staff;
  readonly activities: ActivityBook;
  readonly leaderPlans: LeaderPlans;
  readonly confusion: Confusion;
  /** Who may go to an appointment in place of somebody who has left or will be away. */
  readonly substituteFor: (seat: FieldSeat, appointment: Appointment) => FieldSeat | undefined;
  /** Draws of bookings, by customer: one each, whether it is kept. */
  readonly draws: KeyedDraws;
}

/**
 * What becomes of a meeting between the conversation in which it was agreed and its end: it is confirmed and
 * prepared, cancelled the day before, not kept at the door, or held.
 */
export class Diary {
  private readonly options: DiaryOptions;

  constructor(options: DiaryOptions) {
    this.options = options;
  }

  /** Enters an agreed meeting into the agendas of everybody who has to be there. */
  enter(request: MeetingRequest, slot: DayFit): Booking {
    const { order } = request;
    const { leader } = slot;
    const { seat } = request;
    const { agenda, person } = seat;
    // A leader who stands in for the salesperson plans half-days for it, and goes alone.
    const companion = leader === seat ? undefined : leader;
    const booking: Booking = {
      request,
      seat,
      leader: order.leaders.length === 0 ? undefined : leader,
      nth: order.history.bookings++,
      leaderTrip: undefined,
      isConfirmed: false,
      chores: [],
      appointment: new Appointment({
        start: slot.start,
        minutes: order.minutes,
        place: order.place,
        timeUse: order.timeUse,
        about: order.about,
        people: companion === undefined ? [person] : [person, companion.person],
        isKept: () => this.isKept(booking),
        lostMinutes: this.options.scenario.booking.noShowWait,
        onEnded: (appointment, outcome) => {
          this.options.leaderPlans.forgetMeeting(appointment);
          this.noteOnTrips(booking, outcome === 'held');
          order.onEnded(booking, outcome === 'held' ? 'held' : 'no-show');
        },
        onCalledOff: () => this.callOff(booking),
      }),
    };
    if (leader !== undefined) {
      if (companion !== undefined && slot.isLeaderAway) {
        booking.leaderTrip = this.sendAhead(companion, order.place, slot.day);
      }
      companion?.agenda.add(booking.appointment);
      const { firstHalfDay, halfDays } = slot;
      const { leaderWork: kind, about } = order;
      const halfDaysOf = { leader, firstHalfDay, halfDays, kind, about };
      this.options.leaderPlans.planMeeting(booking.appointment, halfDaysOf);
    }
    agenda.add(booking.appointment);
    this.scheduleChores(booking);
    this.scheduleCancellation(booking);
    this.scheduleDiscovery(booking);
    order.onBooked(booking);
    return booking;
  }

  /** A leader spends the night before a day where the meeting is, and the day. */
  private sendAhead({ agenda, person }: FieldSeat, place: Place, day: number): Trip {
    agenda.forgetTripsBefore(Math.floor(this.options.simulation.now / MINUTES_PER_DAY) - 1);
    const plan = { place, firstDay: day, lastDay: day };
    const trip = agenda.plan(plan, (over) => tellTrip(over, person, this.options));
    agenda.add({ kind: 'journey', start: person.shift.days.endOf(day - 1), place });
    return trip;
  }

  /** Takes a meeting out of all agendas. False if it is there no more, or has begun. */
  strike(booking: Booking): boolean {
    const { seat, appointment, leader, leaderTrip } = booking;
    if (!seat.agenda.remove(appointment)) return false;
    this.options.leaderPlans.giveBackMeeting(appointment);
    leader?.agenda.remove(appointment);
    if (leaderTrip !== undefined) dropTrip(leader!.agenda, leaderTrip);
    this.dropChores(booking);
    return true;
  }

  /** Counts an appointment that has come to its end with the trip on which it was; a leader's trip is over with it. */
  private noteOnTrips(booking: Booking, isHeld: boolean): void {
    const { seat, leader, leaderTrip, appointment } = booking;
    for (const trip of [seat.agenda.tripOn(dayOf(appointment)), leaderTrip]) {
      if (trip === undefined) continue;
      trip.booked++;
      if (isHeld) trip.held++;
    }
    if (leaderTrip !== undefined) leader!.agenda.conclude(leaderTrip);
  }

  /** Somebody cannot come. If it is who was to hold it, whoever does his work goes there instead, if free then. */
  private callOff(booking: Booking): void {
    const { request, appointment, seat } = booking;
    const { simulation, substituteFor } = this.options;
    const isAway = seat.person.shift.workingTime.isClosed(appointment.start);
    const other = isAway ? substituteFor(seat, appointment) : undefined;
    if (other !== undefined && canGoTo(appointment, other, simulation.now)) {
      seat.agenda.remove(appointment);
      booking.seat = other;
      appointment.people = [other.person, ...appointment.people.slice(1)];
      other.agenda.add(appointment);
      return;
    }
    this.strike(booking);
    request.order.onEnded(booking, 'called-off');
  }

  /** Confirmation two days before, preparation one day before: both as soon as there is time. */
  private scheduleChores(booking: Booking): void {
    const { simulation } = this.options;
    const { start } = booking.appointment;
    simulation.schedule(
      Math.max(simulation.now, start - 2 * MINUTES_PER_DAY),
      this.onConfirmationDue,
      booking,
    );
    simulation.schedule(Math.max(simulation.now, start - MINUTES_PER_DAY), this.onPreparationDue, booking);
  }

  private readonly onConfirmationDue = (booking: Booking): void => {
    this.queueChore('confirm', booking, () => (booking.isConfirmed = true));
  };

  private readonly onPreparationDue = (booking: Booking): void => {
    this.queueChore('prepare', booking, () => undefined);
  };

  private queueChore(
    activity: TimedActivity & ('confirm' | 'prepare'),
    booking: Booking,
    onDone: () => void,
  ): void {
    const { charter, staff, activities, simulation } = this.options;
    const { order } = booking.request;
    const { salesperson } = booking.request;
    const role = charter.of(salesperson.index).assignments[activity];
    if (role === 'dropped' || !booking.seat.agenda.entries.includes(booking.appointment)) return;
    const { kind, minutes } = activities.of(activity);
    const task = new Task({
      kind,
      minutes: minutes(order.key, booking.nth),
      about: order.about,
      // Too late for either once the meeting has begun.
      mayBegin: () => simulation.now < booking.appointment.start,
      onDone,
    });
    booking.chores.push(task);
    const queue = role === 'salesperson' ? booking.seat.queue : staff.queueFor(role, salesperson.index);
    queue.add(task);
  }

  private dropChores(booking: Booking): void {
    for (const chore of booking.chores) chore.queue?.withdraw(chore);
  }

  /** Customers who cancel in time do so the working day before. */
  private scheduleCancellation(booking: Booking): void {
    const { simulation, scenario } = this.options;
    const { order } = booking.request;
    const cancels = order.fallOff * (1 - scenario.booking.noShow);
    if (this.drawOf(booking) >= cancels) return;
    const dayBefore = booking.appointment.start - MINUTES_PER_DAY;
    simulation.schedule(Math.max(simulation.now, dayBefore), this.onCancelled, booking);
  }

  /** That the day was given to somebody else too is found out two days before. */
  private scheduleDiscovery(booking: Booking): void {
    const { simulation, confusion } = this.options;
    if (!confusion.isDayGivenTwice(booking.request.order.key, booking.nth)) return;
    const twoDaysBefore = booking.appointment.start - 2 * MINUTES_PER_DAY;
    simulation.schedule(Math.max(simulation.now, twoDaysBefore), this.onFoundTwice, booking);
  }

  private readonly onFoundTwice = (booking: Booking): void => {
    if (this.strike(booking)) booking.request.order.onEnded(booking, 'called-off');
  };

  private readonly onCancelled = (booking: Booking): void => {
    if (!this.strike(booking)) return;
    booking.request.order.onEnded(booking, 'cancelled');
  };

  /** Asked at the door. Who was not confirmed stays away more often. */
  private isKept(booking: Booking): boolean {
    const { fallOff } = booking.request.order;
    const { unconfirmed } = this.options.scenario.booking;
    this.dropChores(booking);
    return this.drawOf(booking) >= Math.min(1, fallOff * (booking.isConfirmed ? 1 : unconfirmed));
  }

  private drawOf(booking: Booking): number {
    return this.options.draws.uniform(booking.request.order.key, booking.nth);
  }
}

/** What a leader was to come for is called off: who is there already stays for the night, and goes home in the morning. */
function dropTrip(agenda: Agenda, trip: Trip): void {
  if (trip.isBegun) agenda.conclude(trip);
  else if (agenda.isPlanned(trip)) agenda.cancel(trip);
}

function dayOf({ start }: Appointment): number {
  return Math.floor(start / MINUTES_PER_DAY);
}
