import { MINUTES_PER_DAY } from '../../../time/working-time.ts';
import type { Place } from '../../market/place.ts';
import type { Agenda } from '../../people/agenda.ts';
import type { FieldSeat } from '../../people/staff.ts';
import type { BookingRule } from '../../policies/booking-rule.ts';
import type { HalfDayPlan } from './half-day-plan.ts';
import type { MeetingOrder, MeetingRequest } from './meeting-request.ts';
import { endOfDay, startOfDay } from './working-day.ts';

/** A time that suits everybody in the firm. */
export interface Slot {
  /** Days since the start. */
  readonly day: number;
  /** Minutes since the start. */
  readonly start: number;
  /** What the booking rule makes of it: lower is offered first. */
  readonly cost: number;
  readonly leader: FieldSeat | undefined;
  /** The first of the half-days that the leader plans, and how many; 0 without a leader. */
  readonly firstHalfDay: number;
  readonly halfDays: number;
}

export interface SlotSearchOptions {
  readonly rule: BookingRule;
  /** Meetings begin at multiples of this many minutes. */
  readonly grid: number;
  /** Meetings may be booked for days from today plus `frozenDays` to today plus `horizonDays`. */
  readonly frozenDays: number;
  readonly horizonDays: number;
  readonly planOf: (leader: FieldSeat) => HalfDayPlan;
}

/** A day of a salesperson, and what is looked for on it. */
interface DayInView {
  readonly request: MeetingRequest;
  readonly day: number;
  readonly today: number;
  /** Minutes that the customer has been ready. */
  readonly waited: number;
  readonly isInUse: boolean;
}

/** A gap between two entries of an agenda, or between one and an end of the day. */
interface Gap {
  readonly from: number;
  readonly fromPlace: Place;
  readonly to: number;
  readonly toPlace: Place;
}

/**
 * Finds slots: times at which everybody who has to be there is free, can get there from what comes before and on to
 * what comes after, within working hours, not sooner than the frozen zone and not beyond the horizon.
 */
export class SlotSearch {
  private readonly options: SlotSearchOptions;

  constructor(options: SlotSearchOptions) {
    this.options = options;
  }

  /**
   * Cost of the best slot of a request, Infinity if there is none. What was found holds for the day as long as the
   * agenda of the salesperson and the plans of the leaders do not change.
   */
  bestCost(request: MeetingRequest, now: number): number {
    const today = Math.floor(now / MINUTES_PER_DAY);
    const { salesperson, leaders } = request.order;
    let { version } = salesperson.agenda;
    for (const leader of leaders) version += this.options.planOf(leader).version;
    if (request.lookedUpOn !== today || request.lookedUpAtVersion !== version) {
      request.lookedUpOn = today;
      request.lookedUpAtVersion = version;
      request.bestCost = this.lookUpCost(request, now);
    }
    return request.bestCost;
  }

  /** The best slot of each day that has one, in the order in which to offer them, at most `count`. */
  best(request: MeetingRequest, now: number, count: number): Slot[] {
    const [first, last] = this.daysFrom(now);
    const slots: Slot[] = [];
    for (let day = first; day <= last; day++) {
      const slot = this.bestOn(day, request, now);
      if (slot !== undefined) slots.push(slot);
    }
    return slots.sort((a, b) => a.cost - b.cost || a.day - b.day).slice(0, count);
  }

  /** The first and the last day on which meetings may be booked now; never today. */
  daysFrom(now: number): [first: number, last: number] {
    const { frozenDays, horizonDays } = this.options;
    const today = Math.floor(now / MINUTES_PER_DAY);
    return [today + Math.max(1, frozenDays), today + horizonDays];
  }

  private lookUpCost(request: MeetingRequest, now: number): number {
    const [first, last] = this.daysFrom(now);
    let best = Infinity;
    for (let day = first; day <= last; day++) {
      const slot = this.bestOn(day, request, now);
      if (slot === undefined) continue;
      best = Math.min(best, slot.cost);
      // Days only become dearer where the first slot will do.
      if (this.options.rule.takesFirstSlot) break;
    }
    return best;
  }

  private bestOn(day: number, request: MeetingRequest, now: number): Slot | undefined {
    const { rule } = this.options;
    const { agenda, person } = request.order.salesperson;
    const start = startOfDay(person.shift.workingTime, day);
    if (start === undefined || !isInTheRightCity(request, agenda, day)) return undefined;
    const end = endOfDay(person.shift.workingTime, start);
    const firstEntry = agenda.indexFrom(start);
    const meetings = meetingsOn(agenda, firstEntry, end);
    if (meetings >= rule.dailyMaximum) return undefined;
    const today = Math.floor(now / MINUTES_PER_DAY);
    const view: DayInView = {
      request,
      day,
      today,
      waited: now - request.order.readyAt,
      isInUse: meetings > 0,
    };
    let best: Slot | undefined;
    let from = start;
    let fromPlace = agenda.placeOn(day);
    for (let index = firstEntry; ; index++) {
      const entry = agenda.entries[index];
      const isLast = entry === undefined || entry.start >= end;
      const to = isLast ? end : entry.start;
      const toPlace = isLast || entry.kind === 'journey' ? agenda.placeOn(day) : entry.place;
      const slot = this.slotIn({ from, fromPlace, to, toPlace }, view);
      if (slot !== undefined && (best === undefined || slot.cost < best.cost)) best = slot;
      if (isLast || entry.kind === 'journey' || (best !== undefined && rule.takesFirstSlot)) return best;
      from = entry.end;
      fromPlace = entry.place;
    }
  }

  private slotIn(gap: Gap, { request, day, today, waited, isInUse }: DayInView): Slot | undefined {
    const { order } = request;
    if (gap.to - gap.from < order.minutes) return undefined;
    const { travel } = order.salesperson.agenda;
    const there = travel.minutes(gap.fromPlace, order.place);
    const on = travel.minutes(order.place, gap.toPlace);
    const start = this.onGrid(gap.from + there);
    const latest = gap.to - on - order.minutes;
    if (start > latest) return undefined;
    const addedTravel = there + on - travel.minutes(gap.fromPlace, gap.toPlace);
    const { isVisit } = order;
    const isDayInUse = isInUse;
    const cost = this.options.rule.costOf({
      addedTravel,
      daysAhead: day - today,
      waited,
      isDayInUse,
      isVisit,
    });
    if (cost === undefined) return undefined;
    if (order.leaders.length > 0) return this.withLeader(order, { day, earliest: start, latest, cost });
    return { day, start, cost, leader: undefined, firstHalfDay: 0, halfDays: 0 };
  }

  /** The first leader, in the order given, who has half-days free in which the meeting and both ways fit. */
  private withLeader(
    order: MeetingOrder,
    { day, earliest, latest, cost }: { day: number; earliest: number; latest: number; cost: number },
  ): Slot | undefined {
    for (const leader of order.leaders) {
      const plan = this.options.planOf(leader);
      const way = leader.agenda.travel.minutes(leader.agenda.base, order.place);
      for (const firstHalfDay of [2 * day, 2 * day + 1]) {
        const last = lastHalfDay(plan, firstHalfDay, order.minutes + 2 * way, order.leaderHalfDays);
        if (last === undefined || !areFree(plan, firstHalfDay, last)) continue;
        const from = Math.max(earliest, plan.timesOf(firstHalfDay)!.from + way);
        const to = Math.min(latest + order.minutes, plan.timesOf(last)!.to - way);
        const start = this.startWithin(plan, { firstHalfDay, last, from, to }, order.minutes);
        if (start === undefined) continue;
        return { day, start, cost, leader, firstHalfDay, halfDays: last - firstHalfDay + 1 };
      }
    }
    return undefined;
  }

  /** The first start from which a meeting of some minutes stays within one half-day, off the lunch between two. */
  private startWithin(
    plan: HalfDayPlan,
    { firstHalfDay, last, from, to }: { firstHalfDay: number; last: number; from: number; to: number },
    minutes: number,
  ): number | undefined {
    for (let halfDay = firstHalfDay; halfDay <= last; halfDay++) {
      const times = plan.timesOf(halfDay)!;
      const start = this.onGrid(Math.max(from, times.from));
      if (start + minutes <= Math.min(to, times.to)) return start;
    }
    return undefined;
  }

  private onGrid(at: number): number {
    const { grid } = this.options;
    return Math.ceil((at - 1e-6) / grid) * grid;
  }
}

/** Appointments with customers on a day, from an index of the agenda on. */
function meetingsOn(agenda: Agenda, firstEntry: number, end: number): number {
  let count = 0;
  for (let index = firstEntry; index < agenda.entries.length && agenda.entries[index]!.start < end; index++) {
    const entry = agenda.entries[index]!;
    if (entry.kind === 'appointment' && entry.place !== agenda.base) count++;
  }
  return count;
}

/** Whether a day is spent where the request can be met: on a trip in its city, or at base for a day trip. */
function isInTheRightCity({ order, isFar }: MeetingRequest, agenda: Agenda, day: number): boolean {
  const trip = agenda.tripOn(day);
  return trip === undefined ? !isFar : trip.place.city === order.place.city;
}

/** The last half-day of the same day that is needed for so many minutes and half-days; undefined if the day ends. */
function lastHalfDay(
  plan: HalfDayPlan,
  first: number,
  minutes: number,
  halfDays: number,
): number | undefined {
  const endOfDay = first | 1;
  for (let last = Math.min(endOfDay, first + halfDays - 1); last <= endOfDay; last++) {
    if (lengthOf(plan, first, last) >= minutes) return last;
  }
  return undefined;
}

function areFree(plan: HalfDayPlan, first: number, last: number): boolean {
  for (let halfDay = first; halfDay <= last; halfDay++) if (!plan.isFree(halfDay)) return false;
  return true;
}

/** Minutes from the beginning of one half-day to the end of another; 0 on a day off. */
function lengthOf(plan: HalfDayPlan, first: number, last: number): number {
  const [from, to] = [plan.timesOf(first)?.from, plan.timesOf(last)?.to];
  return from === undefined || to === undefined ? 0 : to - from;
}
