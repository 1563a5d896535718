import type { Charter } from '../../charter.ts';
import type { FieldSeat } from '../../people/staff.ts';
import type { Task } from '../../people/task.ts';
import { BookingRule } from '../../policies/booking-rule.ts';
import type { MeetingRequest } from './meeting-request.ts';

/** Everybody to be phoned for one salesperson. */
export interface CallList {
  readonly salesperson: FieldSeat;
  readonly rule: BookingRule;
  /** Everybody who wants a meeting with him. */
  readonly open: Set<MeetingRequest>;
  /** Requests whose turn it is, in the order in which they came. */
  readonly due: Set<MeetingRequest>;
  /** The next dial, while it waits or is being made: whom it is for is decided when it begins. */
  dial: Task | undefined;
  isLookedAtTomorrow: boolean;
}

export function newCallList(salesperson: FieldSeat, charter: Charter): CallList {
  const rule = new BookingRule(charter.of(salesperson.index).booking);
  return { salesperson, rule, open: new Set(), due: new Set(), dial: undefined, isLookedAtTomorrow: false };
}

/** Another rule may hold by now. True if what days were worth under the old one says nothing any more. */
export function followRule({ salesperson, rule }: CallList, charter: Charter): boolean {
  const policy = charter.of(salesperson.index).booking;
  if (policy === rule.policy) return false;
  rule.policy = policy;
  return true;
}

/** Whether one is phoned before the other whatever else there is to say for them. */
export function comesFirst(one: MeetingRequest, other: MeetingRequest): boolean {
  return one.rule.classOf(one.order.standing) < one.rule.classOf(other.order.standing);
}
