import { ACTIVITIES, type Activity, type CaseType, type Product } from '../scenario/schema/ids.ts';
import type { AppointmentId, BookingEvent } from './booking-event.ts';
import type { DemandEvent } from './demand-event.ts';
import type { BriefEvent } from './brief-event.ts';
import type { Leg } from './market/place.ts';
import type { Interval } from '../time/working-time.ts';
import type { OpportunityOutcome, OpportunitySource } from './market/opportunity.ts';
import type { MeetingStage, Step } from './opportunity-course.ts';
import type { PersonId } from './person-id.ts';
import type { Subject } from './subject.ts';

export { MEETING_STAGES, type MeetingStage } from './opportunity-course.ts';
export type { PersonId } from './person-id.ts';

/** What time is spent on: every activity, and what comes with appointments. */
export const TIME_USES = [...ACTIVITIES, 'travel', 'waiting', 'no-show'] as const;
export type TimeUse = (typeof TIME_USES)[number];

/** Place of a time use in the list: what people and tasks carry instead of its name. */
export function timeUseOf(use: Activity | TimeUse): number {
  return TIME_USES.indexOf(use);
}

export const TRAVEL = timeUseOf('travel');
export const WAITING = timeUseOf('waiting');
export const NO_SHOW = timeUseOf('no-show');

/** An opportunity that has come to the firm. */
export interface ArrivedOpportunity {
  readonly id: number;
  readonly source: OpportunitySource;
  /** Number of the account that it belongs to; undefined for a prospect. */
  readonly account: number | undefined;
  /** Price of the project if it is won. */
  readonly value: number;
}

/** An opportunity that has been decided. */
export interface DecidedOpportunity {
  readonly id: number;
  readonly outcome: OpportunityOutcome;
  /** Minutes since it arrived. */
  readonly age: number;
  readonly furthest: Step;
  /** Minutes of its age in each phase, shape [phase of PHASES]; undefined if it was not pursued. */
  readonly phaseMinutes: Float64Array | undefined;
}

/** A meeting on an opportunity that has been held. */
export interface HeldMeeting extends AppointmentId {
  readonly activity: MeetingStage;
  /** Whether a project leader had to be there too. */
  readonly isJoint: boolean;
  /** Minutes from ready to be booked until it began. */
  readonly waited: number;
  /** Who held it for the firm, a leader who came along aside. */
  readonly by: PersonId;
  /** Whether that was somebody who stood in for the salesperson. */
  readonly isCovered: boolean;
  readonly start: number;
}

/** A meeting on an opportunity that the customer has not kept. */
export interface MissedMeeting extends AppointmentId {
  /** Whether somebody stood at the door; otherwise it was cancelled before. */
  readonly atTheDoor: boolean;
  readonly by: PersonId;
}

/** A maintenance visit that has been held. */
export interface HeldVisit extends AppointmentId {
  readonly by: PersonId;
  readonly start: number;
}

/** Where most of the time of a late case went: the entries of the defect log. */
export const LATE_CAUSES = ['salesperson', 'queue', 'interrupted', 'production-answer', 'work'] as const;
export type LateCause = (typeof LATE_CAUSES)[number];

/** What goes wrong while two rules of scheduling live side by side. */
export const SCHEDULING_ERRORS = ['second-call', 'day-given-twice'] as const;
export type SchedulingError = (typeof SCHEDULING_ERRORS)[number];

/** A customer service case that a client has brought. */
export interface OpenedCase {
  readonly id: number;
  readonly account: number;
  readonly type: CaseType;
}

/** A customer service case that has been closed. */
export interface ClosedCase extends OpenedCase {
  readonly isWithinTolerance: boolean;
  /** Minutes from the client's call until it was closed: of the clock, and of office hours. */
  readonly age: number;
  readonly officeAge: number;
  /** Whether the client phoned the salesperson. */
  readonly throughSalesperson: boolean;
  /** Undefined if it is not late. */
  readonly lateBecause: LateCause | undefined;
}

/** What a customer has gone through who is asked to decide. */
export interface AskedDecision {
  readonly opportunity: number;
  /** Share of the chance to win that readiness to buy leaves, 0 to 1. */
  readonly readiness: number;
  /** Meetings that were not followed up in time. */
  readonly brokenPromises: number;
  /** Steps that the firm took before the customer was there. */
  readonly stepsTooSoon: number;
}

/** An order that a client has given. */
export interface ReceivedOrder {
  readonly id: number;
  readonly account: number;
  readonly product: Product;
  /** The opportunity that was won, if it is a project. */
  readonly opportunity: number | undefined;
}

/** An order that has been delivered. */
export interface Delivery extends ReceivedOrder {
  /** Not later than the first date promised. */
  readonly isOnTime: boolean;
  /** Minutes from order to delivery. */
  readonly leadTime: number;
  readonly price: number;
  /** Price before any discount, which is what the cost follows. */
  readonly listPrice: number;
  /** Minutes after the first date promised; 0 if on time. */
  readonly late: number;
}

/** A trip with nights away that is over; of a project leader, one for which he came along. */
export interface EndedTrip extends PersonId {
  readonly days: number;
  readonly nights: number;
  /** Appointments with customers that stood in the calendar when it began, and those that were held. */
  readonly booked: number;
  readonly held: number;
}

/** Money that a client has been asked for. */
export interface SentInvoice {
  readonly order: number;
  readonly amount: number;
}

/** An invoice, or the deposit for a project, that has been paid. */
export interface Payment extends SentInvoice {
  /** Minutes from the order to the payment. */
  readonly sinceOrder: number;
  /** Minutes from delivery; undefined if it was a deposit. */
  readonly sinceDelivery: number | undefined;
}

/**
 * How the model tells what happens, and the only way out of it. Times are minutes since the start. Roles and time uses
 * are places in the lists ROLES and TIME_USES.
 */
export interface Observer {
  /**
   * A person has spent `[from, to)` in one way, on behalf of something or of nothing in particular. Idle time and time
   * off are not told. Told most often of all, and therefore without an event object.
   */
  onTimeSpent(person: PersonId, timeUse: number, from: number, to: number, about: Subject | undefined): void;
  /** A person leaves a place for another one. */
  onSetOut(person: PersonId, leg: Leg, at: number): void;
  onTripEnded(trip: EndedTrip, at: number): void;
  /** A person has room for more work from now on. Everybody has at the start. */
  onAvailable(person: PersonId, at: number): void;
  /** A person has no room for more work from now on. */
  onEngaged(person: PersonId, at: number): void;

  /** Somebody is employed in a seat from now on. Those of the first day are not told. */
  onEmployed(person: PersonId, at: number): void;
  /** Nobody is employed in a seat any more, for now or for good. */
  onLeft(person: PersonId, at: number): void;
  /** Somebody has been hired from outside, which has cost so much. */
  onHired(person: PersonId, cost: number, at: number): void;
  /** Somebody is absent from now on, on time off that was planned or ill. */
  onAbsent(person: PersonId, reason: 'planned' | 'sick', interval: Interval): void;

  /** A task begins to wait, for the first time or after an interruption. */
  onTaskQueued(role: number, at: number): void;
  /** A task waits no longer. */
  onTaskDequeued(role: number, at: number): void;
  /** Somebody begins a task for the first time, `waited` minutes after it came. */
  onTaskBegun(role: number, waited: number, at: number): void;

  onOpportunityArrived(arrived: ArrivedOpportunity, at: number): void;
  onOpportunityDecided(decided: DecidedOpportunity, at: number): void;
  onDemand(event: DemandEvent, at: number): void;
  /**
   * So many minutes of work wait before the drum from now on, of `buffer` minutes that may. Told at every change, and
   * therefore without an event object; never where there is no drum.
   */
  onBuffer(level: number, buffer: number, at: number): void;
  /** A customer is asked to decide: the closing meeting has been thought about. */
  onDecisionAsked(asked: AskedDecision, at: number): void;
  /** Something has happened to the wish for a meeting or visit. */
  onBooking(event: BookingEvent, at: number): void;
  onMeetingHeld(meeting: HeldMeeting, at: number): void;
  onMeetingNotKept(missed: MissedMeeting, at: number): void;
  /** The firm called a meeting or visit off, because somebody who had to be there could not come. */
  onMeetingCalledOff(calledOff: AppointmentId, at: number): void;
  /** Two rules of scheduling side by side: a customer was called by both sides, or a day was given away twice. */
  onSchedulingError(kind: SchedulingError, at: number): void;
  onVisitHeld(visit: HeldVisit, at: number): void;
  /** A maintenance visit to an account that nobody found time for before the next one was due. */
  onVisitMissed(account: number, at: number): void;
  /** A leader has a half-day planned for an engagement. */
  onHalfDayPlanned(start: number): void;

  onCaseOpened(opened: OpenedCase, at: number): void;
  onCaseClosed(closed: ClosedCase, at: number): void;
  onOrderReceived(received: ReceivedOrder, at: number): void;
  onDelivered(delivery: Delivery, at: number): void;
  /** Something has happened to a brief, or because of one. */
  onBrief(event: BriefEvent, at: number): void;
  /** An account is looked after by somebody else from now on. */
  onKeeperChanged(at: number): void;
  /** Somebody is to be coached by the end of the week. */
  onCoachingDue(at: number): void;
  onCoached(at: number): void;
  onInvoiced(invoice: SentInvoice, at: number): void;
  onPaid(payment: Payment, at: number): void;
  /** Money spent on what is bought only because something was ordered. */
  onMaterialPaid(amount: number, at: number): void;
  /** Accounts in the books: one more (+1) or one less (-1). */
  onAccountsChanged(change: 1 | -1, at: number): void;
}
