import type { Simulation } from '../../../engine/simulation.ts';
import type { KeyedDraws } from '../../../random/keyed-draws.ts';
import type { Scenario } from '../../../scenario/schema/scenario.ts';
import { MINUTES_PER_DAY } from '../../../time/working-time.ts';
import type { BookingEvent } from '../../booking-event.ts';
import type { Charter } from '../../charter.ts';
import type { Observer } from '../../observer.ts';
import type { FieldSeat, Seat, Staff } from '../../people/staff.ts';
import { Task } from '../../people/task.ts';
import type { Confusion } from '../../transition/confusion.ts';
import type { ActivityBook, ActivityEntry } from '../activity-book.ts';
import type { LeaderPlans } from '../leader-plans.ts';
import { bookedEvent } from './booked-event.ts';
import { comesFirst, followRule, newCallList, type CallList } from './call-list.ts';
import type { Throttle } from '../throttle.ts';
import type { Diary } from './diary.ts';
import { MeetingRequest, type MeetingOrder } from './meeting-request.ts';
import { settleWhoGoes } from './settle-who-goes.ts';
import { SlotSearch } from './slot-search.ts';
import { TripPlanner } from './trip-planner.ts';

export interface BookingDeskOptions {
  readonly simulation: Simulation;
  readonly observer: Observer;
  readonly scenario: Scenario;
  readonly charter: Charter;
  readonly staff: Staff;
  readonly activities: ActivityBook;
  readonly leaderPlans: LeaderPlans;
  readonly diary: Diary;
  readonly confusion: Confusion;
  readonly throttle: Throttle;
  /** Draws of dials, by customer. */
  readonly draws: KeyedDraws;
}

/** Draws of one dial: whether the customer is reached, and whether each day offered suits. */
const DRAWS_PER_DIAL = 32;

/**
 * Agrees on meetings. Whoever keeps the calendar of a salesperson dials until the customer is reached, offers days in
 * the order of the booking rule, and tries again later if none suits. Nobody dials while there is no slot to offer.
 */
export class BookingDesk {
  private readonly options: BookingDeskOptions;
  private readonly slots: SlotSearch;
  private readonly trips: TripPlanner;
  private readonly lists: CallList[];
  private readonly call: ActivityEntry;

  constructor(options: BookingDeskOptions) {
    this.options = options;
    const { simulation, scenario, charter, staff, leaderPlans, activities } = options;
    this.call = activities.of('schedule-call');
    this.slots = new SlotSearch({
      grid: scenario.booking.grid,
      frozenDays: Math.ceil(scenario.booking.frozen / MINUTES_PER_DAY),
      horizonDays: Math.floor(scenario.booking.horizon / MINUTES_PER_DAY),
      planOf: (leader) => leaderPlans.of(leader),
      leaderChanges: leaderPlans.changes,
    });
    this.trips = new TripPlanner({
      simulation,
      observer: options.observer,
      policyOf: ({ index }) => charter.of(index).booking,
      daysFrom: (now) => this.slots.daysFrom(now),
      leaderChanges: leaderPlans.changes,
      hasSlot: (request) => this.slots.bestCost(request, simulation.now) < Infinity,
      onPlanned: (salesperson) => this.bookTravel(salesperson),
      onReleased: (request) => this.enlist(request),
    });
    this.lists = staff.salespeople.map((salesperson) => newCallList(salesperson, charter));
    charter.tell(this.onCharterAmended);
    staff.seatsOf('salesperson').watch({
      onOpened: (seat) => (this.lists[seat.index] ??= newCallList(seat, charter)),
      onClosed: (seat) => this.onSeatClosed(this.lists[seat.index]!),
      onCovered: (seat) =>
        [...this.lists[seat.index]!.open].forEach((request) => this.redirect(request, seat)),
    });
    staff.seatsOf('project-leader').watch({ onClosed: () => this.onLeaderLeft() });
    options.throttle.tell(() => this.lists.forEach((list) => this.queueDial(list)));
  }

  /** Somebody wants a meeting. The request may be withdrawn until it is booked. */
  request(order: MeetingOrder): MeetingRequest {
    const request = new MeetingRequest(order, this.lists[order.salesperson.index]!.rule);
    settleWhoGoes(request, this.options);
    this.listOf(request).open.add(request);
    this.tell({ kind: 'asked', about: order.about });
    this.options.throttle.onCustomersWaiting(order, 1);
    this.pursue(request);
    return request;
  }

  private readonly onCharterAmended = (): void => {
    for (const list of this.lists) {
      if (followRule(list, this.options.charter)) for (const request of list.open) this.slots.forget(request);
      this.passDial(list);
    }
  };

  /** A dial that waits for somebody who does not keep the calendar any more goes to who does. */
  private passDial(list: CallList): void {
    const { dial } = list;
    if (dial === undefined || dial.queue === this.callerOf(list.salesperson).queue) return;
    if (dial.isBegun || dial.queue?.withdraw(dial) !== true) return;
    list.dial = undefined;
    this.queueDial(list);
  }

  /** The customer does not want it any more. */
  withdraw(request: MeetingRequest): void {
    if (!request.isOpen) return;
    this.close(request, { kind: 'withdrawn', about: request.order.about });
    this.listOf(request).due.delete(request);
    if (request.isFar) this.trips.withdraw(request);
  }

  private close(request: MeetingRequest, event: BookingEvent): void {
    request.isOpen = false;
    this.listOf(request).open.delete(request);
    this.slots.forget(request);
    this.tell(event);
    this.options.throttle.onCustomersWaiting(request.order, -1);
  }

  /** A salesperson has left: everybody who wants a meeting with him is to meet whoever has their place now. */
  private onSeatClosed(list: CallList): void {
    const { dial } = list;
    if (dial !== undefined && !dial.isBegun && dial.queue?.withdraw(dial) === true) list.dial = undefined;
    const { staff } = this.options;
    for (const request of [...list.open]) this.redirect(request, staff.salespersonAt(request.order.place));
  }

  /** A leader has left: whoever does his work is to come instead. */
  private onLeaderLeft(): void {
    for (const { open } of this.lists) {
      for (const request of open) {
        if (request.leaders.every(({ isOpen }) => isOpen)) continue;
        this.slots.forget(request);
        settleWhoGoes(request, this.options);
      }
    }
  }

  /** Somebody else is to meet a customer who has not got a day yet. */
  private redirect(request: MeetingRequest, to: FieldSeat): void {
    const list = this.listOf(request);
    const isDue = list.due.delete(request);
    const isHeld = request.isFar && this.trips.withdraw(request);
    list.open.delete(request);
    this.slots.forget(request);
    request.salesperson = to;
    request.rule = this.listOf(request).rule;
    settleWhoGoes(request, this.options);
    this.listOf(request).open.add(request);
    // Who is being phoned, or is to be phoned again later, goes on from there.
    if (isDue || isHeld) this.pursue(request);
  }

  private pursue(request: MeetingRequest): void {
    if (request.isFar) this.trips.hold(request);
    else this.enlist(request);
  }

  private enlist(request: MeetingRequest): void {
    const list = this.listOf(request);
    list.due.add(request);
    this.queueDial(list);
  }

  private listOf({ salesperson }: MeetingRequest): CallList {
    return this.lists[salesperson.index]!;
  }

  /** Queues the next dial with whoever keeps the calendar: one at a time. */
  private queueDial(list: CallList): void {
    if (list.dial !== undefined || list.due.size === 0) return;
    let chosen: MeetingRequest | undefined;
    const dial: Task = new Task({
      kind: this.call.kind,
      minutes: 0,
      mayBegin: () => {
        chosen = this.choose(list);
        if (chosen === undefined) return false;
        list.due.delete(chosen);
        dial.remaining = this.callMinutes(chosen.order);
        dial.about = chosen.order.about;
        return true;
      },
      onDone: () => {
        list.dial = undefined;
        this.onDialled(chosen!);
        this.queueDial(list);
      },
    });
    list.dial = dial;
    this.callerOf(list.salesperson).queue.add(dial);
  }

  private callMinutes({ key, history }: MeetingRequest['order']): number {
    const minutes = this.call.minutes(key, history.dials);
    return this.options.confusion.isSecondCall(key, history.dials) ? 2 * minutes : minutes;
  }

  /** Whom to phone now. If there is a slot for nobody, the list is put aside until tomorrow or the next booking. */
  private choose(list: CallList): MeetingRequest | undefined {
    const { now } = this.options.simulation;
    let best: MeetingRequest | undefined;
    let bestRank = Infinity;
    for (const request of list.due) {
      if (this.options.throttle.holds(request.order.standing)) continue;
      const isFirst = best === undefined || comesFirst(request, best);
      if (!isFirst && (comesFirst(best!, request) || list.rule.leastRankOf(request.order) >= bestRank))
        continue;
      const bestCost = this.slots.bestCost(request, now);
      const rank = bestCost === Infinity ? Infinity : list.rule.rankOf(request.order, bestCost);
      if (rank === Infinity || (!isFirst && rank >= bestRank)) continue;
      best = request;
      bestRank = rank;
    }
    if (best === undefined) {
      list.dial = undefined;
      this.lookTomorrow(list);
    }
    return best;
  }

  private lookTomorrow(list: CallList): void {
    if (list.isLookedAtTomorrow) return;
    list.isLookedAtTomorrow = true;
    const { simulation } = this.options;
    const tomorrow = (Math.floor(simulation.now / MINUTES_PER_DAY) + 1) * MINUTES_PER_DAY;
    const { workingTime } = this.callerOf(list.salesperson).person.shift;
    simulation.schedule(workingTime.nextWorking(tomorrow), this.onNewDay, list);
  }

  private readonly onNewDay = (list: CallList): void => {
    list.isLookedAtTomorrow = false;
    // A trip may have left without somebody for whom it had no room.
    const farAway = [...list.due].filter((request) => request.isFar);
    for (const request of farAway) list.due.delete(request);
    for (const request of farAway) this.pursue(request);
    this.queueDial(list);
  };

  private onDialled(request: MeetingRequest): void {
    const { scenario, draws, diary, simulation } = this.options;
    const { contactSuccess, daysOffered, acceptance } = scenario.booking;
    const { key, history } = request.order;
    const draw = DRAWS_PER_DIAL * history.dials++;
    if (!request.isOpen) return;
    if (draws.uniform(key, draw) >= contactSuccess) {
      this.tryLater(request);
      return;
    }
    this.tell({ kind: 'reached', about: request.order.about });
    request.order.onReached();
    const offers = this.slots.best(request, simulation.now, daysOffered);
    const suits = offers.find((_, nth) => draws.uniform(key, draw + 1 + nth) < acceptance);
    if (suits === undefined) {
      this.tryLater(request);
    } else {
      const booking = diary.enter(request, suits);
      if (suits.isLeaderAway) this.bookTravel(request.salesperson);
      this.close(request, bookedEvent(booking));
    }
  }

  private tryLater(request: MeetingRequest): void {
    const { simulation, scenario } = this.options;
    const { workingTime } = this.callerOf(request.salesperson).person.shift;
    const at = workingTime.after(simulation.now, scenario.booking.retryAfter);
    simulation.schedule(at, this.onTimeToRetry, request);
  }

  private readonly onTimeToRetry = (request: MeetingRequest): void => {
    if (request.isOpen) this.pursue(request);
  };

  private tell(event: BookingEvent): void {
    this.options.observer.onBooking(event, this.options.simulation.now);
  }

  /** Whoever keeps the calendar of a salesperson. */
  private callerOf(salesperson: FieldSeat): Seat {
    const { charter, staff } = this.options;
    const role = charter.of(salesperson.index).assignments['schedule-call'];
    return role === 'salesperson' ? staff.workerFor(salesperson) : staff.coordinatorOf(salesperson.index);
  }

  private bookTravel(salesperson: FieldSeat): void {
    const { activities, charter, staff } = this.options;
    const { kind, minutes } = activities.of('book-travel');
    const task = new Task({ kind, minutes: minutes(salesperson.index), onDone: () => undefined });
    const role = charter.of(salesperson.index).assignments['book-travel'];
    staff.queueFor(role, salesperson.index).add(task);
  }
}
