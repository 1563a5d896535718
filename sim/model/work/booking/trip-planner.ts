import type { Simulation } from '../../../engine/simulation.ts';
import { ROLES } from '../../../scenario/schema/ids.ts';
import { MINUTES_PER_DAY } from '../../../time/working-time.ts';
import type { Organisation } from '../../charter.ts';
import type { Place } from '../../market/place.ts';
import type { Observer } from '../../observer.ts';
import type { Trip } from '../../people/agenda.ts';
import type { ChangeLog } from '../../people/change-log.ts';
import type { FieldSeat } from '../../people/staff.ts';
import type { MeetingRequest } from './meeting-request.ts';
import { tellTrip } from './tell-trip.ts';

type TripPolicy = Pick<Organisation['booking'], 'tripFill' | 'tripDays' | 'tripLongestWait' | 'tripNotice'>;

/** Minutes before the journey when a trip to which nobody has been booked is given up. */
const GIVEN_UP_BEFORE = 60;

const PROJECT_LEADER = ROLES.indexOf('project-leader');

export interface TripPlannerOptions {
  readonly simulation: Simulation;
  readonly observer: Observer;
  /** Requests that start a trip, days of a trip, and minutes that a request is held at most and that a trip is planned ahead at least, as it is now. */
  readonly policyOf: (salesperson: FieldSeat) => TripPolicy;
  /** The first and the last day on which meetings may be booked now. */
  readonly daysFrom: (now: number) => readonly [first: number, last: number];
  /** Days on which what leaders are free for has changed. */
  readonly leaderChanges: ChangeLog;
  /** Whether there is a slot for a request on the trips that are planned. */
  readonly hasSlot: (request: MeetingRequest) => boolean;
  /** Told that a trip has been planned for a salesperson: travel is to be booked. */
  readonly onPlanned: (salesperson: FieldSeat) => void;
  /** Told to phone a request for which there is a trip now. */
  readonly onReleased: (request: MeetingRequest) => void;
}

/** Requests of one salesperson from one far city that wait for a trip. */
interface Held {
  readonly salesperson: FieldSeat;
  /** Who goes there: the salesperson, or whoever stands in for him. */
  readonly seat: FieldSeat;
  readonly place: Place;
  readonly requests: Set<MeetingRequest>;
}

interface PlannedTrip {
  readonly seat: FieldSeat;
  readonly trip: Trip;
}

/**
 * Holds requests from far cities until a trip is worth it: when enough have come together, or one has waited long
 * enough. A trip takes whole days in a row without appointments. The way out is travelled the evening before, after
 * a working day; the way back when the last appointment is over. A trip to which nobody is booked is not made.
 */
export class TripPlanner {
  private readonly options: TripPlannerOptions;
  private readonly held = new Map<string, Held>();

  constructor(options: TripPlannerOptions) {
    this.options = options;
  }

  /** Takes in a request from a far city; phones it at once if a trip there is planned that can still be booked. */
  hold(request: MeetingRequest): void {
    const { simulation, policyOf, onReleased } = this.options;
    const { tripFill, tripLongestWait } = policyOf(request.salesperson);
    if (this.hasTripFor(request)) {
      onReleased(request);
      return;
    }
    const held = this.heldWith(request);
    held.requests.add(request);
    if (held.requests.size >= tripFill || this.hasWaited(request)) this.tryTrip(held);
    else {
      const until = Math.max(simulation.now, request.order.readyAt + tripLongestWait);
      simulation.schedule(until, this.onHeldLongEnough, request);
    }
  }

  /** The request wants no trip any more. True if it waited for one. */
  withdraw(request: MeetingRequest): boolean {
    return this.heldWith(request).requests.delete(request);
  }

  private readonly onHeldLongEnough = (request: MeetingRequest): void => {
    const held = this.heldWith(request);
    if (held.requests.has(request)) this.tryTrip(held);
  };

  /** Looks every morning for days for a trip, until there are some. */
  private readonly onNewDay = (held: Held): void => {
    const { tripFill } = this.options.policyOf(held.salesperson);
    const isDue = held.requests.size >= tripFill || [...held.requests].some((one) => this.hasWaited(one));
    if (isDue && held.requests.size > 0) this.tryTrip(held);
  };

  private tryTrip(held: Held): void {
    const { simulation, policyOf, leaderChanges, onPlanned, onReleased } = this.options;
    const { tripDays } = policyOf(held.salesperson);
    const firstDay = this.firstRunOfFreeDays(held);
    if (firstDay === undefined) {
      const tomorrow = (Math.floor(simulation.now / MINUTES_PER_DAY) + 1) * MINUTES_PER_DAY;
      simulation.schedule(tomorrow, this.onNewDay, held);
      return;
    }
    const { agenda, person } = held.seat;
    // Yesterday's may be told only now, at midnight.
    agenda.forgetTripsBefore(Math.floor(simulation.now / MINUTES_PER_DAY) - 1);
    const plan = { place: held.place, firstDay, lastDay: firstDay + tripDays - 1 };
    const trip = agenda.plan(plan, (over) => tellTrip(over, person, this.options));
    // Nor can a leader who stands in come along to another city then.
    if (person.role === PROJECT_LEADER)
      for (let day = firstDay; day <= plan.lastDay; day++) leaderChanges.add(day);
    const eveBefore = person.shift.days.endOf(firstDay - 1);
    agenda.add({ kind: 'journey', start: eveBefore, place: held.place });
    const givenUpAt = Math.max(simulation.now, eveBefore - GIVEN_UP_BEFORE);
    simulation.schedule(givenUpAt, this.onEve, { seat: held.seat, trip });
    onPlanned(held.salesperson);
    const requests = [...held.requests];
    held.requests.clear();
    for (const request of requests) onReleased(request);
  }

  private readonly onEve = (planned: PlannedTrip): void => {
    const { trip, seat } = planned;
    const { agenda } = seat;
    if (!agenda.isPlanned(trip)) return;
    if (agenda.isEmpty(trip)) agenda.cancel(trip);
    else this.options.simulation.schedule((trip.lastDay + 1) * MINUTES_PER_DAY, this.onOver, planned);
  };

  private readonly onOver = ({ trip, seat }: PlannedTrip): void => {
    if (seat.agenda.isPlanned(trip)) seat.agenda.conclude(trip);
  };

  /** The first of enough working days in a row without entries, after a working day; undefined if there is none. */
  private firstRunOfFreeDays({ salesperson, seat }: Held): number | undefined {
    const { agenda, person } = seat;
    const { simulation, policyOf, daysFrom } = this.options;
    const { tripDays: days, tripNotice } = policyOf(salesperson);
    const [earliest, last] = daysFrom(simulation.now);
    const first = Math.max(earliest, Math.ceil((simulation.now + tripNotice) / MINUTES_PER_DAY));
    const workingDays = person.shift.days;
    for (let day = first; day + days - 1 <= last; day++) {
      if (workingDays.isOff(day - 1) || agenda.tripOn(day - 1) !== undefined) continue;
      let free = 0;
      while (free < days && isFreeDay(day + free)) free++;
      if (free === days) return day;
    }
    return undefined;

    function isFreeDay(day: number): boolean {
      const from = day * MINUTES_PER_DAY;
      const entry = agenda.entries[agenda.indexFrom(from)];
      const isEmpty = entry === undefined || entry.start >= from + MINUTES_PER_DAY;
      return isEmpty && agenda.tripOn(day) === undefined && !workingDays.isOff(day);
    }
  }

  /** Visits wait for the week before a trip; who has business and finds no slot needs another trip. */
  private hasTripFor(request: MeetingRequest): boolean {
    const { order, seat } = request;
    const [first, last] = this.options.daysFrom(this.options.simulation.now);
    for (let day = first; day <= last; day++) {
      if (seat.agenda.tripOn(day)?.place.city !== order.place.city) continue;
      return order.standing === 'visit' || this.options.hasSlot(request);
    }
    return false;
  }

  private hasWaited({ order, salesperson }: MeetingRequest): boolean {
    const { tripLongestWait } = this.options.policyOf(salesperson);
    return this.options.simulation.now >= order.readyAt + tripLongestWait;
  }

  private heldWith({ order, salesperson, seat }: MeetingRequest): Held {
    const key = `${salesperson.index}/${seat.role}/${seat.index}/${order.place.city}`;
    let held = this.held.get(key);
    if (held === undefined) {
      held = { salesperson, seat, place: order.place, requests: new Set() };
      this.held.set(key, held);
    }
    return held;
  }
}
