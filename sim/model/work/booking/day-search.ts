import { MINUTES_PER_DAY } from '../../../time/working-time.ts';
import type { Place } from '../../market/place.ts';
import type { Agenda } from '../../people/agenda.ts';
import type { ChangeLog } from '../../people/change-log.ts';
import type { FieldSeat } from '../../people/staff.ts';
import type { DayFit } from './day-fit.ts';
import type { HalfDayPlan } from './half-day-plan.ts';
import type { MeetingRequest } from './meeting-request.ts';

export interface DaySearchOptions {
  /** Meetings begin at multiples of this many minutes. */
  readonly grid: number;
  readonly planOf: (leader: FieldSeat) => HalfDayPlan;
  /** Changes of the plans of all leaders. */
  readonly leaderChanges: ChangeLog;
}

/**
 * Finds the time of a day at which everybody who has to be there is free, can get there from what comes before and on
 * to what comes after, within working hours.
 */
export class DaySearch {
  private readonly options: DaySearchOptions;

  constructor(options: DaySearchOptions) {
    this.options = options;
  }

  /** Changes of a day in the plans of everybody who has to be there. */
  changesOn(day: number, { seat, leaders }: MeetingRequest): number {
    const own = seat.agenda.changes.on(day);
    return leaders.length === 0 ? own : own + this.options.leaderChanges.on(day);
  }

  /** Looks at a day: enters into `fit` how a request fits best by the booking rule. */
  look(fit: DayFit, day: number, request: MeetingRequest): void {
    const { order } = request;
    fit.clear(day, this.changesOn(day, request));
    const { agenda, person } = request.seat;
    const { days } = person.shift;
    if (days.isOff(day) || !isInTheRightCity(request, agenda, day)) return;
    const end = days.endOf(day);
    const firstEntry = agenda.indexFrom(days.startOf(day));
    const meetings = meetingsOn(agenda, firstEntry, end);
    if (meetings >= request.rule.dailyMaximum) return;
    fit.isDayInUse = meetings > 0;
    let from = days.startOf(day);
    let fromPlace = agenda.placeOn(day);
    for (let index = firstEntry; ; index++) {
      const entry = agenda.entries[index];
      const isLast = entry === undefined || entry.start >= end;
      const to = isLast ? end : entry.start;
      const toPlace = isLast || entry.kind === 'journey' ? agenda.placeOn(day) : entry.place;
      if (to - from >= order.minutes) this.tryGap(fit, request, { from, fromPlace, to, toPlace });
      const isFound = fit.addedTravel < Infinity && request.rule.takesFirstSlot;
      if (isLast || isFound || entry.kind === 'journey') return;
      from = entry.end;
      fromPlace = entry.place;
    }
  }

  /** A gap between two entries of an agenda, or between one and an end of the day: taken if it adds less travel. */
  private tryGap(
    fit: DayFit,
    request: MeetingRequest,
    { from, fromPlace, to, toPlace }: { from: number; fromPlace: Place; to: number; toPlace: Place },
  ): void {
    const { order, seat, leaders } = request;
    const { travel } = seat.agenda;
    const there = travel.minutes(fromPlace, order.place);
    const start = this.withoutBreak(request, this.onGrid(from + there), to);
    if (start > to - order.minutes) return;
    const on = travel.minutes(order.place, toPlace);
    const latest = to - on - order.minutes;
    if (start > latest) return;
    // Rounding aside, no detour saves time.
    const addedTravel = Math.max(0, there + on - travel.minutes(fromPlace, toPlace));
    if (
      addedTravel >= fit.addedTravel ||
      addedTravel > request.rule.longestDetour(order.standing === 'visit')
    )
      return;
    if (leaders.length > 0) {
      if (!this.withLeader(fit, request, start, latest)) return;
    } else {
      fit.start = start;
    }
    fit.addedTravel = addedTravel;
  }

  /** The first leader, in the order given, who has half-days free in which the meeting and both ways fit. */
  private withLeader(fit: DayFit, request: MeetingRequest, earliest: number, latest: number): boolean {
    const { order, leaders } = request;
    for (const leader of leaders) {
      const plan = this.options.planOf(leader);
      const way = leader.agenda.travel.minutes(leader.agenda.base, order.place);
      if (isTooFar(leader, request, plan, fit.day)) {
        if (this.withLeaderAway(fit, request, leader, { earliest, latest })) return true;
        continue;
      }
      for (let first = 2 * fit.day; first <= 2 * fit.day + 1; first++) {
        if (!plan.isFree(first)) continue;
        const last = lastHalfDay(plan, first, order.minutes + 2 * way, order.leaderHalfDays);
        if (last === undefined || !plan.isFree(last)) continue;
        const from = Math.max(earliest, plan.timesOf(first)!.from + way);
        const to = Math.min(latest + order.minutes, plan.timesOf(last)!.to - way);
        const start = this.startWithin(plan, { first, last, from, to }, request);
        if (start === undefined) continue;
        fit.start = start;
        fit.leader = leader;
        fit.isLeaderAway = false;
        fit.firstHalfDay = first;
        fit.halfDays = last - first + 1;
        return true;
      }
    }
    return false;
  }

  /** A leader for whom it is too far gives a whole day to it, and comes the evening before, after a working day. */
  private withLeaderAway(
    fit: DayFit,
    request: MeetingRequest,
    leader: FieldSeat,
    { earliest, latest }: { readonly earliest: number; readonly latest: number },
  ): boolean {
    const plan = this.options.planOf(leader);
    const [first, last] = [2 * fit.day, 2 * fit.day + 1];
    const isFree = plan.isFree(first) && plan.isFree(last) && leader.agenda.tripOn(fit.day) === undefined;
    if (!isFree || leader.person.shift.days.isOff(fit.day - 1)) return false;
    const to = latest + request.order.minutes;
    const start = this.startWithin(plan, { first, last, from: earliest, to }, request);
    if (start === undefined) return false;
    fit.start = start;
    fit.leader = leader;
    fit.isLeaderAway = true;
    fit.firstHalfDay = first;
    fit.halfDays = 2;
    return true;
  }

  /** The first start from which a meeting of some minutes stays within one half-day, off the lunch between two. */
  private startWithin(
    plan: HalfDayPlan,
    { first, last, from, to }: { first: number; last: number; from: number; to: number },
    request: MeetingRequest,
  ): number | undefined {
    const { minutes } = request.order;
    for (let halfDay = first; halfDay <= last; halfDay++) {
      const times = plan.timesOf(halfDay)!;
      const end = Math.min(to, times.to);
      const start = this.withoutBreak(request, this.onGrid(Math.max(from, times.from)), end);
      if (start + minutes <= end) return start;
    }
    return undefined;
  }

  /** The first start at or after one from which a meeting keeps off the salesperson's lunch; may be after `until`. */
  private withoutBreak({ seat, order }: MeetingRequest, earliest: number, until: number): number {
    const { minutes } = order;
    const { days, workingTime } = seat.person.shift;
    if (days.isUnbroken(Math.floor(earliest / MINUTES_PER_DAY))) return earliest;
    let start = this.onGrid(workingTime.nextWorking(earliest));
    while (start + minutes <= until) {
      const stretchEnd = workingTime.stretchEnd(start);
      if (start + minutes <= stretchEnd) return start;
      start = this.onGrid(workingTime.nextWorking(stretchEnd));
    }
    return start;
  }

  private onGrid(at: number): number {
    const { grid } = this.options;
    return Math.ceil((at - 1e-6) / grid) * grid;
  }
}

/** Whether a leader could not meet there and be back on any day, were it free: not within one half of it. */
function isTooFar({ agenda }: FieldSeat, { order }: MeetingRequest, plan: HalfDayPlan, day: number): boolean {
  if (order.place.city === agenda.base.city) return false;
  const halves = [plan.timesOf(2 * day), plan.timesOf(2 * day + 1)];
  const [morning, afternoon] = halves;
  if (morning === undefined || afternoon === undefined) return false;
  const way = agenda.travel.minutes(agenda.base, order.place);
  const [from, to] = [morning.from + way, afternoon.to - way];
  return halves.every((half) => Math.min(to, half!.to) - Math.max(from, half!.from) < order.minutes);
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

/** Minutes from the beginning of one half-day to the end of another; 0 on a day off. */
function lengthOf(plan: HalfDayPlan, first: number, last: number): number {
  const [from, to] = [plan.timesOf(first)?.from, plan.timesOf(last)?.to];
  return from === undefined || to === undefined ? 0 : to - from;
}
