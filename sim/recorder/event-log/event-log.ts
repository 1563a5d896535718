import type { AppointmentId, BookingEvent } from '../../model/booking-event.ts';
import type { BriefEvent } from '../../model/brief-event.ts';
import type { DemandEvent } from '../../model/demand-event.ts';
import type { Leg } from '../../model/market/place.ts';
import {
  TIME_USES,
  type ArrivedOpportunity,
  type ClosedCase,
  type DecidedOpportunity,
  type Delivery,
  type EndedTrip,
  type HeldMeeting,
  type HeldVisit,
  type MissedMeeting,
  type Observer,
  type OpenedCase,
  type Payment,
  type PersonId,
  type ReceivedOrder,
  type SentInvoice,
} from '../../model/observer.ts';
import { subjectName, type Subject, type SubjectKind } from '../../model/subject.ts';
import type { LogEvent, LoggedObject } from './log-event.ts';

/** What is told of an event beside its name and its instant. */
interface Told {
  readonly objects?: readonly (LoggedObject | undefined)[];
  readonly by?: PersonId | undefined;
  readonly details?: Readonly<Record<string, string | number | boolean | undefined>>;
}

/**
 * Keeps the events of a window of a run, and the time that everybody has spent on what. An interval belongs to the
 * window in which it begins; what is not over at the end of the run is not there.
 */
export class EventLog implements Partial<Observer> {
  private readonly from: number;
  private readonly to: number;
  private readonly events: LogEvent[] = [];

  /** The window `[from, to)`, minutes since the start. */
  constructor({ from, to }: { readonly from: number; readonly to: number }) {
    this.from = from;
    this.to = to;
  }

  /** All of them by their start, in the order in which they were told where that is the same. */
  sorted(): readonly LogEvent[] {
    return [...this.events].sort((a, b) => a.start - b.start);
  }

  onTimeSpent(person: PersonId, timeUse: number, start: number, end: number, about?: Subject): void {
    if (start < this.from || start >= this.to) return;
    const objects = about === undefined ? [] : [objectOf(about)];
    const activity = TIME_USES[timeUse]!;
    this.events.push({ kind: 'time', activity, start, end, by: copyOf(person), objects, details: {} });
  }

  onSetOut(person: PersonId, { from, to, isFlown, roadMiles }: Leg, at: number): void {
    const [fromX, fromY, toX, toY] = [from.x, from.y, to.x, to.y].map((miles) => miles.toFixed(1));
    const miles = isFlown ? undefined : roadMiles.toFixed(1);
    const ends = { from_x: fromX, from_y: fromY, to_x: toX, to_y: toY };
    this.add('set-out', at, {
      by: person,
      details: { by: isFlown ? 'air' : 'road', road_miles: miles, ...ends },
    });
  }

  onTripEnded(trip: EndedTrip, at: number): void {
    const { nights, booked, held } = trip;
    this.add('trip-ended', at, { by: trip, details: { nights, booked, held } });
  }

  onOpportunityArrived({ id, source, account }: ArrivedOpportunity, at: number): void {
    const objects = [named('opportunity', id), named('account', account)];
    this.add('opportunity-arrived', at, { objects, details: { source } });
  }

  onOpportunityDecided({ id, outcome }: DecidedOpportunity, at: number): void {
    this.add('opportunity-decided', at, { objects: [named('opportunity', id)], details: { outcome } });
  }

  onBooking(event: BookingEvent, at: number): void {
    if (event.kind !== 'booked') {
      this.add(`appointment-${event.kind}`, at, { objects: [objectOf(event.about)] });
      return;
    }
    const { activity, leader, start } = event;
    const details = { stage: activity, joint: leader !== undefined, in_minutes: (start - at).toFixed(0) };
    this.add('appointment-booked', at, { objects: appointmentOf(event), by: event.by, details });
  }

  onMeetingHeld(meeting: HeldMeeting, at: number): void {
    const { activity, isJoint, isCovered, by } = meeting;
    const details = { stage: activity, joint: isJoint, covered: isCovered };
    this.add('meeting-held', at, { objects: appointmentOf(meeting), by, details });
  }

  onMeetingNotKept(missed: MissedMeeting, at: number): void {
    const details = { at_the_door: missed.atTheDoor };
    this.add('meeting-not-kept', at, { objects: appointmentOf(missed), by: missed.by, details });
  }

  onMeetingCalledOff(calledOff: AppointmentId, at: number): void {
    this.add('appointment-called-off', at, { objects: appointmentOf(calledOff) });
  }

  onVisitHeld(visit: HeldVisit, at: number): void {
    this.add('visit-held', at, { objects: appointmentOf(visit), by: visit.by });
  }

  onVisitMissed(account: number, at: number): void {
    this.add('visit-missed', at, { objects: [named('account', account)] });
  }

  onDemand(event: DemandEvent, at: number): void {
    switch (event.kind) {
      case 'sales-call': {
        const { opportunity, by, stage } = event;
        this.add('sales-call-held', at, {
          objects: [named('opportunity', opportunity)],
          by,
          details: { stage },
        });
        return;
      }
      case 'sales-call-due':
        this.add('sales-call-due', at, { objects: [named('opportunity', event.opportunity)] });
        return;
      case 'inside-conversation': {
        const { account, by, hasOrder, hasProject } = event;
        const details = { order: hasOrder, project: hasProject };
        this.add('inside-conversation-held', at, { objects: [named('account', account)], by, details });
        return;
      }
      case 'campaign-sent':
        this.add('campaign-sent', at, { details: { addresses: event.addresses, answers: event.answers } });
        return;
      case 'throttle':
        this.add('throttle', at, { details: { on: event.isOn } });
        return;
      case 'partner-won':
    }
  }

  onBrief(event: BriefEvent, at: number): void {
    if (event.kind === 'void' || event.kind === 'client-call') return;
    const objects = [named('opportunity', event.opportunity)];
    switch (event.kind) {
      case 'taken':
        this.add('brief-taken', at, { objects, details: { taker: event.taker, fits: event.fits } });
        return;
      case 'found':
        this.add('brief-fault-found', at, { objects, details: { fault: event.fault, when: event.when } });
        return;
      case 'question':
        this.add(`production-question-${event.what}`, at, { objects });
        return;
      case 'finished':
        this.add('project-finished', at, { objects, details: { reworked_minutes: event.redone.toFixed(0) } });
    }
  }

  onCaseOpened({ id, account, type }: OpenedCase, at: number): void {
    this.add('case-opened', at, {
      objects: [named('case', id), named('account', account)],
      details: { type },
    });
  }

  onCaseClosed({ id, account, type, isWithinTolerance, lateBecause }: ClosedCase, at: number): void {
    const details = { type, within_tolerance: isWithinTolerance, late_because: lateBecause };
    this.add('case-closed', at, { objects: [named('case', id), named('account', account)], details });
  }

  onOrderReceived(order: ReceivedOrder, at: number): void {
    this.add('order-received', at, { objects: orderObjects(order), details: { product: order.product } });
  }

  onDelivered(delivery: Delivery, at: number): void {
    const { product, isOnTime } = delivery;
    this.add('order-delivered', at, {
      objects: orderObjects(delivery),
      details: { product, on_time: isOnTime },
    });
  }

  onInvoiced({ order, amount }: SentInvoice, at: number): void {
    this.add('invoice-sent', at, {
      objects: [named('order', order)],
      details: { amount: amount.toFixed(2) },
    });
  }

  onPaid({ order, amount }: Payment, at: number): void {
    this.add('invoice-paid', at, {
      objects: [named('order', order)],
      details: { amount: amount.toFixed(2) },
    });
  }

  private add(activity: string, at: number, { objects = [], by, details = {} }: Told): void {
    if (at < this.from || at >= this.to) return;
    const told = Object.entries(details).filter(([, value]) => value !== undefined);
    this.events.push({
      kind: 'event',
      activity,
      start: at,
      end: at,
      by: by === undefined ? undefined : copyOf(by),
      objects: objects.filter((object) => object !== undefined),
      details: Object.fromEntries(told.map(([name, value]) => [name, String(value)])),
    });
  }
}

/** Without what else there is to a person, which would stay in memory. */
function copyOf({ role, index }: PersonId): PersonId {
  return { role, index };
}

function objectOf(about: Subject): LoggedObject {
  return { kind: about.kind, name: subjectName(about) };
}

function named(kind: SubjectKind, id: number): LoggedObject;
function named(kind: SubjectKind, id: number | undefined): LoggedObject | undefined;
function named(kind: SubjectKind, id: number | undefined): LoggedObject | undefined {
  return id === undefined ? undefined : objectOf({ kind, id });
}

/** An appointment has the name of who it is with, and its number, from 1. */
function appointmentOf({ about, nth }: AppointmentId): LoggedObject[] {
  const object = objectOf(about);
  return [object, { kind: 'appointment', name: `appointment-${object.name}-${nth + 1}` }];
}

function orderObjects({ id, account, opportunity }: ReceivedOrder): (LoggedObject | undefined)[] {
  return [named('order', id), named('account', account), named('opportunity', opportunity)];
}
