import type { Appointment } from '../../people/appointment.ts';
import type { Trip } from '../../people/agenda.ts';
import type { FieldSeat } from '../../people/staff.ts';
import type { Task, TaskKind } from '../../people/task.ts';
import type { BookingRule } from '../../policies/booking-rule.ts';
import type { Subject } from '../../subject.ts';
import type { Place } from '../../market/place.ts';
import type { Standing } from '../../policies/booking-rule.ts';
import type { DayFit } from './day-fit.ts';

/** What has been tried with one customer so far: numbers the draws of each dial and booking. */
export interface ContactHistory {
  dials: number;
  bookings: number;
}

/** Who a meeting or visit is for, and what it needs. */
export interface MeetingOrder {
  /** Key of everything drawn for this customer; the same in every organisation. */
  readonly key: number;
  readonly about: Subject;
  readonly history: ContactHistory;
  /** Minutes since the start from which the customer waits for it. */
  readonly readyAt: number;
  /** The salesperson who has the customer when it is asked for. */
  readonly salesperson: FieldSeat;
  /** Project leaders of whom one has to be there; empty if none has to. */
  readonly leaders: readonly FieldSeat[];
  /** Half-days that the leader plans for it. */
  readonly leaderHalfDays: number;
  /** What the leader does in what the meeting and the way leave of them. */
  readonly leaderWork: TaskKind;
  readonly place: Place;
  readonly timeUse: number;
  readonly minutes: number;
  /** Share of such meetings that customers do not keep. */
  readonly fallOff: number;
  /** What the firm hopes to sell. */
  readonly value: number;
  readonly standing: Standing;
  /** Told when the customer has been reached, whether a day suits or not. */
  readonly onReached: () => void;
  /** Told when a day has been agreed. */
  readonly onBooked: (booking: Booking) => void;
  /** Told when it is over. */
  readonly onEnded: (booking: Booking, how: BookingEnd) => void;
}

/** Held, not kept at the door, cancelled by the customer before, or called off by the firm. */
export type BookingEnd = 'held' | 'no-show' | 'cancelled' | 'called-off';

/** A meeting that has been agreed. */
export interface Booking {
  readonly request: MeetingRequest;
  readonly appointment: Appointment;
  /** Who goes there for the firm. */
  seat: FieldSeat;
  /** The leader who has to be there too; undefined if none has. */
  readonly leader: FieldSeat | undefined;
  /** On which the leader comes along; undefined if there and back on the day. */
  leaderTrip: Trip | undefined;
  /** Number of this booking among those with the customer: numbers its draws. */
  readonly nth: number;
  isConfirmed: boolean;
  /** Confirmation and preparation, while they are to be done. */
  readonly chores: Task[];
}

/** Somebody to be phoned until a day is agreed. */
export class MeetingRequest {
  readonly order: MeetingOrder;
  /** Whose customer it is; changes when the seat is closed. */
  salesperson: FieldSeat;
  /** Who is to go there: the salesperson, or whoever stands in for him. */
  seat: FieldSeat;
  /** By which its day is chosen; that of the salesperson. */
  rule: BookingRule;
  /** Project leaders of whom one has to be there; changes with their seats, and is who stands in if that is one. */
  leaders: readonly FieldSeat[];
  /** Whether its place is too far for a day trip: it can only be met on a trip with an overnight stay. */
  isFar = false;
  /** Cost of the best slot and its day, as looked up last: on which day, after how many changes of the agenda and the leaders' plans. */
  bestCost = Infinity;
  bestDay = -1;
  lookedUpOn = -1;
  seenOwn = 0;
  seenLeaders = 0;
  /** How it fits into the days to come; place in the list is the day modulo its length. */
  readonly fits: (DayFit | undefined)[] = [];
  /** Whether it still wants a day. */
  isOpen = true;

  constructor(order: MeetingOrder, rule: BookingRule) {
    this.order = order;
    this.salesperson = order.salesperson;
    this.seat = order.salesperson;
    this.rule = rule;
    this.leaders = order.leaders;
  }
}
