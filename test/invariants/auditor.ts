import {
  NO_SHOW,
  TIME_USES,
  TRAVEL,
  type ArrivedOpportunity,
  type AskedDecision,
  timeUseOf,
  type ClosedCase,
  type DecidedOpportunity,
  type Delivery,
  type EndedTrip,
  type HeldMeeting,
  type Observer,
  type OpenedCase,
  type Payment,
  type PersonId,
  type ReceivedOrder,
  type SentInvoice,
} from '../../sim/model/observer.ts';
import type { BookingEvent } from '../../sim/model/booking-event.ts';
import type { DemandEvent } from '../../sim/model/demand-event.ts';
import type { BriefEvent } from '../../sim/model/brief-event.ts';
import type { Leg } from '../../sim/model/market/place.ts';
import { ROLES, type CaseType } from '../../sim/scenario/schema/ids.ts';
import type { Scenario } from '../../sim/scenario/schema/scenario.ts';
import { WorkingDays } from '../../sim/time/working-days.ts';
import { MINUTES_PER_DAY, WorkingTime, type Interval } from '../../sim/time/working-time.ts';
import { DemandAudit } from './demand-audit.ts';
import { BriefAudit } from './brief-audit.ts';
import { EmploymentAudit } from './employment-audit.ts';
import { TripAudit } from './trip-audit.ts';

const ROUNDING = 1e-6;
/** Uses of time that are no work: they may lie outside working hours. */
const NO_WORK: readonly number[] = [TRAVEL, timeUseOf('waiting')];
const MEETINGS: readonly number[] = [
  'conceptual-meeting',
  'requirement-discovery',
  'presentation',
  'closing',
  'maintenance-visit',
].map((name) => timeUseOf(name as 'closing'));

interface Stretch {
  readonly use: number;
  readonly from: number;
  readonly to: number;
}

/** Listens to a run and writes down everything that cannot be. */
export class Auditor implements Observer {
  readonly faults: string[] = [];
  readonly counts = new Map<string, number>();
  readonly demand: DemandAudit;
  readonly briefs = new BriefAudit((text) => this.fault(text));
  readonly trips = new TripAudit((text) => this.fault(text));
  /** Open opportunities, and meetings that wait to be booked. */
  open = 0;
  toBook = 0;
  /** How many cases are open, by type and instant at which they were opened. */
  private readonly openCases = new Map<string, number>();
  private readonly last = new Map<string, Stretch>();
  private readonly hours = new Map<string, WorkingTime>();
  private readonly queued: number[] = ROLES.map(() => 0);
  private readonly scenario: Scenario;
  private readonly employment: EmploymentAudit;
  private readonly meetingStarts = new Map<string, number[]>();

  constructor(scenario: Scenario) {
    this.scenario = scenario;
    this.demand = new DemandAudit(scenario, (text) => this.fault(text));
    this.employment = new EmploymentAudit(scenario, (text) => this.fault(text));
  }

  onTimeSpent(person: PersonId, use: number, from: number, to: number): void {
    if (use === TRAVEL) this.trips.onTravelled(person, { from, to });
    const name = `${ROLES[person.role]!} ${person.index}`;
    const before = this.last.get(name);
    if (to < from - ROUNDING) this.fault(`${name} spends ${from} to ${to} on ${TIME_USES[use]!}`);
    if (before !== undefined && from < before.to - ROUNDING) {
      this.fault(
        `${name} is in two places: ${TIME_USES[before.use]!} until ${before.to}, ${TIME_USES[use]!} from ${from}`,
      );
    }
    this.last.set(name, { use, from, to });
    this.employment.onTimeSpent(person, use, from);
    const outside = to - from - this.hoursOf(person).between(from, to);
    if (!NO_WORK.includes(use) && Math.abs(outside) > 1e-4) {
      if (!this.isOvertime(person, to)) {
        this.fault(`${name} is at ${TIME_USES[use]!} outside working hours: ${from} to ${to}`);
      }
      this.add('overtime', outside);
    }
    this.add(`minutes.${ROLES[person.role]!}`, to - from);
    if (MEETINGS.includes(use) || use === NO_SHOW) {
      const starts = this.meetingStarts.get(name) ?? [];
      this.meetingStarts.set(name, [...starts.slice(-20), from]);
    }
  }

  onSetOut(person: PersonId, leg: Leg, at: number): void {
    const { isFlown, roadMiles } = leg;
    this.trips.onSetOut(person, leg, at);
    this.count(isFlown ? 'flights' : 'drives', 1);
    this.count('road-miles', roadMiles);
    const isPossible = isFlown ? roadMiles === 0 : roadMiles >= 0;
    if (!isPossible) this.fault(`${ROLES[person.role]!} sets out for ${roadMiles} road miles at ${at}`);
  }

  onTripEnded(trip: EndedTrip, at: number): void {
    this.count(`trips.${ROLES[trip.role]!}`, 1);
    this.trips.onTripEnded(trip, at);
  }

  onInvoiced({ amount }: SentInvoice, at: number): void {
    this.count('invoiced', amount);
    if (!(amount > 0)) this.fault(`an invoice of ${amount} at ${at}`);
  }

  onPaid({ amount, sinceOrder, sinceDelivery }: Payment, at: number): void {
    this.count('paid', amount);
    const isPossible = sinceDelivery === undefined || (sinceDelivery >= 0 && sinceDelivery <= sinceOrder);
    if (!isPossible || !(sinceOrder >= 0)) this.fault(`paid ${sinceOrder} after the order at ${at}`);
    if (this.total('paid') > this.total('invoiced') + 0.01) this.fault(`more paid than invoiced at ${at}`);
  }

  onMaterialPaid(amount: number): void {
    this.count('material', amount);
  }

  onAvailable(person: PersonId): void {
    this.count(`available.${ROLES[person.role]!}.${person.index}`, 1);
  }

  onEngaged(person: PersonId): void {
    const key = `available.${ROLES[person.role]!}.${person.index}`;
    this.count(key, -1);
    if (Math.abs(this.counts.get(key)!) > 1) this.fault(`${key} is told twice`);
  }

  onEmployed(person: PersonId, at: number): void {
    this.employment.onEmployed(person, at);
  }

  onLeft(person: PersonId, at: number): void {
    this.employment.onLeft(person, at);
    this.trips.onGone(person, at);
  }

  onHired(person: PersonId, _cost: number, at: number): void {
    this.count('hired', 1);
    this.employment.onHired(person, at);
  }

  onAbsent(person: PersonId, reason: string, interval: Interval): void {
    this.count(`absent.${reason}`, 1);
    this.employment.onAbsent(person, interval);
    this.trips.onGone(person, interval.from);
  }

  onTaskQueued(role: number): void {
    this.queued[role]!++;
  }

  onTaskDequeued(role: number, at: number): void {
    if (--this.queued[role]! < 0) this.fault(`a task leaves the empty queue of ${ROLES[role]!} at ${at}`);
  }

  onTaskBegun(role: number, waited: number, at: number): void {
    if (!(waited >= -ROUNDING)) this.fault(`a task of ${ROLES[role]!} waited ${waited} at ${at}`);
  }

  onOpportunityArrived({ source }: ArrivedOpportunity): void {
    this.count(`arrived.${source}`, 1);
    this.open++;
  }

  onOpportunityDecided({ outcome, age }: DecidedOpportunity, at: number): void {
    this.count(`decided.${outcome}`, 1);
    if (--this.open < 0) this.fault(`more decided than arrived at ${at}`);
    if (!(age >= 0)) this.fault(`an opportunity is decided at age ${age}`);
  }

  onDemand(event: DemandEvent, at: number): void {
    this.demand.hear(event, at);
  }

  onBuffer(level: number, buffer: number, at: number): void {
    this.demand.hearBuffer(level, buffer, at);
  }

  onDecisionAsked({ readiness, brokenPromises, stepsTooSoon }: AskedDecision): void {
    this.count('asked', 1);
    if (!(readiness >= 0 && readiness <= 1 && brokenPromises >= 0 && stepsTooSoon >= 0)) {
      this.fault(`asked to decide at readiness ${readiness} after ${brokenPromises}, ${stepsTooSoon}`);
    }
  }

  onBooking({ kind }: BookingEvent, at: number): void {
    if (kind === 'reached') return;
    this.toBook += kind === 'asked' ? 1 : -1;
    if (this.toBook < 0) this.fault(`more booked than asked for at ${at}`);
  }

  onMeetingHeld({ activity, waited, by, isCovered, start }: HeldMeeting): void {
    if (isCovered) this.count('held.covered', 1);
    this.count('held', 1);
    const name = `${ROLES[by.role]!} ${by.index}`;
    const starts = this.meetingStarts.get(name) ?? [];
    if (!starts.some((at) => Math.abs(at - start) < 1e-4)) {
      this.fault(`${activity} of ${name} was to start at ${start}: nobody was there then`);
    }
    if (!(waited >= this.scenario.booking.frozen - 2 * 1440))
      this.fault(`${activity} was booked for the past`);
  }

  onMeetingNotKept(): void {
    this.count('not-kept', 1);
  }

  onMeetingCalledOff(): void {
    this.count('called-off', 1);
  }

  onVisitHeld(): void {
    this.count('visits', 1);
  }

  onSchedulingError(kind: string, at: number): void {
    this.count('scheduling-errors', 1);
    const { steps, begin } = this.scenario.transition;
    if (!steps.some((step) => at >= begin + step.at))
      this.fault(`${kind} at ${at}, before any step of a plan`);
  }

  onVisitMissed(): void {
    this.count('visits-missed', 1);
  }

  onHalfDayPlanned(): void {
    this.count('half-days', 1);
  }

  onCaseOpened({ type }: OpenedCase, at: number): void {
    this.count(`opened.${type}`, 1);
    this.countCases(type, at, 1);
  }

  onCaseClosed({ type, age, officeAge, isWithinTolerance, lateBecause }: ClosedCase, at: number): void {
    this.count(`closed.${type}`, 1);
    this.countCases(type, at - age, -1);
    if (officeAge > age + ROUNDING) this.fault(`a case has been ${officeAge} office minutes of ${age} open`);
    if (isWithinTolerance !== (lateBecause === undefined))
      this.fault(`a case is late for no reason at ${at}`);
    if (!(age >= 0)) this.fault(`a case of type ${type} is closed at age ${age}, at ${at}`);
  }

  onOrderReceived({ product }: ReceivedOrder): void {
    this.count(`received.${product}`, 1);
  }

  onDelivered({ product, leadTime, price }: Delivery): void {
    this.count(`delivered.${product}`, 1);
    if (!(leadTime >= 0 && price > 0)) this.fault(`${product} delivered after ${leadTime} for ${price}`);
    if (this.total(`delivered.${product}`) > this.total(`received.${product}`)) {
      this.fault(`more ${product} delivered than ordered`);
    }
  }

  onBrief(event: BriefEvent, at: number): void {
    this.briefs.hear(event, at);
  }

  onKeeperChanged(): void {
    this.count('keepers-changed', 1);
  }

  onCoachingDue(): void {
    this.count('coaching-due', 1);
  }

  onCoached(at: number): void {
    this.count('coached', 1);
    if (this.total('coached') > this.total('coaching-due'))
      this.fault(`coached more often than due at ${at}`);
  }

  onAccountsChanged(change: 1 | -1): void {
    this.count('accounts', change);
  }

  /** A case is opened or closed: none is closed that was not opened then. */
  private countCases(type: CaseType, openedAt: number, change: 1 | -1): void {
    const key = `${type} ${Math.round(openedAt * 1e4)}`;
    const open = (this.openCases.get(key) ?? 0) + change;
    if (open < 0) this.fault(`a case of type ${type} is closed that was not opened at ${openedAt}`);
    if (open === 0) this.openCases.delete(key);
    else this.openCases.set(key, open);
  }

  /** What may be asked once the run is over. */
  total(name: string): number {
    return this.counts.get(name) ?? 0;
  }

  totalOf(prefix: string): number {
    let total = 0;
    for (const [name, count] of this.counts) if (name.startsWith(prefix)) total += count;
    return total;
  }

  queuedFor(role: number): number {
    return this.queued[role]!;
  }

  /** Whether customer service may still be at work: within the overtime that follows the end of its day. */
  private isOvertime(person: PersonId, at: number): boolean {
    const { overtime } = this.scenario.organisation.customerService;
    if (overtime === 0 || ROLES[person.role] !== 'customer-service') return false;
    const end = new WorkingDays(this.hoursOf(person)).endOf(Math.floor(at / MINUTES_PER_DAY));
    return at > end && at <= end + overtime + ROUNDING;
  }

  private hoursOf({ role, index }: PersonId): WorkingTime {
    const key = `${role}/${index}`;
    let time = this.hours.get(key);
    if (time === undefined) {
      const { hours } = this.scenario.organisation.roles[ROLES[role]!];
      this.hours.set(key, (time = new WorkingTime(hours[index % hours.length]!)));
    }
    return time;
  }

  private count(name: string, by: number): void {
    this.counts.set(name, (this.counts.get(name) ?? 0) + by);
  }

  private add(name: string, by: number): void {
    this.count(name, by);
  }

  private fault(text: string): void {
    if (this.faults.length < 20) this.faults.push(text);
  }
}
