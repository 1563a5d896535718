import {
  TIME_USES,
  type ArrivedOpportunity,
  type AskedDecision,
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
  type SchedulingError,
  type SentInvoice,
} from '../model/observer.ts';
import type { AppointmentId, BookingEvent } from '../model/booking-event.ts';
import type { BriefEvent } from '../model/brief-event.ts';
import type { Leg } from '../model/market/place.ts';
import type { Subject } from '../model/subject.ts';
import { ROLES } from '../scenario/schema/ids.ts';
import type { Scenario } from '../scenario/schema/scenario.ts';
import { WorkingTime, type Interval } from '../time/working-time.ts';
import { BriefRecords } from './brief-records.ts';
import { DemandRecords } from './demand-records.ts';
import type { DemandEvent } from '../model/demand-event.ts';
import { AgeHistogram } from './age-histogram.ts';
import { CashBook } from './cash-book.ts';
import { CourseBook } from './course-book.ts';
import { ConstraintWatch } from './constraint-watch.ts';
import { Employment } from './employment.ts';
import { FullDays } from './full-days.ts';
import { OvertimeWatch } from './overtime-watch.ts';
import { Recording } from './recording.ts';
import { SIMULATED_ROLES, hasWork } from './simulated-roles.ts';
import { sumsIn } from './sums.ts';
import { TravelBook } from './travel-book.ts';
import { WeeklyLevel, addOverWeeks, weekOf } from './weekly-level.ts';
import { WorkGaps } from './work-gaps.ts';

const SALESPERSON = ROLES.indexOf('salesperson');

/** Adds up what one run tells into sums for each week. Keeps nothing of single events. */
export class Recorder implements Observer {
  readonly recording: Recording;
  private readonly scenario: Scenario;
  private readonly constraint: ConstraintWatch;
  private readonly employment: Employment;
  private readonly briefs: BriefRecords;
  private readonly travel: TravelBook;
  private readonly cash: CashBook;
  private readonly courses: CourseBook;
  private readonly fullDays: FullDays;
  private readonly queues: readonly WeeklyLevel[];
  private readonly bookingPool: WeeklyLevel;
  private readonly accounts: WeeklyLevel;
  private readonly cases: WeeklyLevel;
  private readonly demand: DemandRecords;
  /** Minutes by role and time use, shape [role][use][week]. */
  private readonly minutes: readonly (readonly Float64Array[])[];
  private readonly begun: readonly Float64Array[];
  private readonly waited: readonly Float64Array[];
  private readonly sums: ReturnType<typeof sumsIn>;
  private readonly caseAges: AgeHistogram;
  private readonly overtime: OvertimeWatch | undefined;
  private readonly gaps: WorkGaps;

  constructor(scenario: Scenario) {
    this.scenario = scenario;
    const recording = new Recording(scenario.run.weeks);
    this.recording = recording;
    this.briefs = new BriefRecords(recording, scenario.service.reputation.reference);
    this.demand = new DemandRecords(recording);
    this.sums = sumsIn(recording);
    this.caseAges = new AgeHistogram(recording, 'case-office-age');
    this.overtime = OvertimeWatch.of(scenario, recording);
    this.gaps = new WorkGaps(recording, scenario);
    this.travel = new TravelBook(recording);
    this.cash = new CashBook(recording);
    this.courses = new CourseBook(recording);
    this.fullDays = new FullDays(recording);
    this.queues = ROLES.map((role) => new WeeklyLevel(recording.of(`queue.${role}`)));
    this.begun = ROLES.map((role) => recording.of(`tasks-begun.${role}`));
    this.waited = ROLES.map((role) => recording.of(`task-wait.${role}`));
    this.minutes = ROLES.map((role) => TIME_USES.map((use) => recording.of(`minutes.${role}.${use}`)));
    this.bookingPool = new WeeklyLevel(recording.of('opportunities-to-book'));
    this.accounts = new WeeklyLevel(recording.of('accounts'));
    this.cases = new WeeklyLevel(recording.of('cases-open'));
    const { roles } = scenario.organisation;
    const staffed = SIMULATED_ROLES.filter((role) => roles[role].heads > 0 && hasWork(scenario, role));
    this.employment = new Employment(recording, scenario);
    this.constraint = new ConstraintWatch({
      heads: new Map(staffed.map((role) => [ROLES.indexOf(role), roles[role].heads])),
      officeHours: new WorkingTime(scenario.service.officeHours),
      minutesOf: (group) => recording.of(`constraint.${group === 'market' ? group : ROLES[group]!}`),
    });
  }

  /** Accounts for everything up to the end of the run. */
  finish(at: number): void {
    const { queues, courses, bookingPool, accounts, cases } = this;
    const levels = [...queues, courses.open, bookingPool, accounts, cases];
    for (const level of levels) level.integrateTo(at);
    this.cash.receivables.integrateTo(at);
    this.demand.finish(at);
    this.constraint.finish(at);
    this.briefs.finishAt(at);
    this.employment.finish(at);
  }

  onTimeSpent(person: PersonId, timeUse: number, from: number, to: number, about?: Subject): void {
    const { role } = person;
    this.overtime?.onTimeSpent(person, from, to);
    this.gaps.onTimeSpent(role, timeUse, to);
    addOverWeeks(this.minutes[role]![timeUse]!, from, to, 1);
    this.courses.onTimeSpent(timeUse, from, to, about);
  }

  onSetOut(_: PersonId, leg: Leg, at: number): void {
    this.travel.onSetOut(leg, at);
  }

  onTripEnded(trip: EndedTrip, at: number): void {
    this.travel.onTripEnded(trip, at);
  }

  onAvailable({ role }: PersonId, at: number): void {
    this.constraint.onAvailable(role, at);
  }

  onEngaged({ role }: PersonId, at: number): void {
    this.constraint.onEngaged(role, at);
  }

  onEmployed(person: PersonId, at: number): void {
    this.employment.onChange(person, 1, at);
    if (hasWork(this.scenario, ROLES[person.role]!)) this.constraint.onEmployed(person.role, at);
  }

  onLeft(person: PersonId, at: number): void {
    this.employment.onChange(person, -1, at);
    if (hasWork(this.scenario, ROLES[person.role]!)) this.constraint.onLeft(person.role, at);
  }

  onHired(person: PersonId, cost: number, at: number): void {
    this.employment.onHired(person, cost, at);
  }

  onAbsent(person: PersonId, reason: 'planned' | 'sick', interval: Interval): void {
    this.employment.onAbsent(person, reason, interval);
  }

  onTaskQueued(role: number, at: number): void {
    this.queues[role]!.change(1, at);
  }

  onTaskDequeued(role: number, at: number): void {
    this.queues[role]!.change(-1, at);
  }

  onTaskBegun(role: number, waited: number, at: number): void {
    const week = weekOf(at);
    this.begun[role]![week]!++;
    this.waited[role]![week]! += waited;
  }

  onOpportunityArrived(arrived: ArrivedOpportunity, at: number): void {
    this.courses.onArrived(arrived, at);
  }

  onOpportunityDecided(decided: DecidedOpportunity, at: number): void {
    this.courses.onDecided(decided, at);
  }

  onDemand(event: DemandEvent, at: number): void {
    this.demand.add(event, at);
  }

  onBuffer(level: number, buffer: number, at: number): void {
    this.demand.onBuffer(level, buffer, at);
  }

  onDecisionAsked({ readiness, brokenPromises, stepsTooSoon }: AskedDecision, at: number): void {
    const week = weekOf(at);
    this.sums.asked.decisions[week]!++;
    this.sums.asked.readiness[week]! += readiness;
    this.sums.asked['broken-promises'][week]! += brokenPromises;
    this.sums.asked['steps-too-soon'][week]! += stepsTooSoon;
  }

  onBooking({ kind }: BookingEvent, at: number): void {
    if (kind !== 'reached') this.bookingPool.change(kind === 'asked' ? 1 : -1, at);
  }

  onMeetingHeld({ activity, isJoint, isCovered, waited, by, start }: HeldMeeting): void {
    if (by.role === SALESPERSON) this.fullDays.onMeetingHeld(by.index, start);
    const week = weekOf(start);
    const kind = isJoint ? 'joint' : 'single';
    this.sums.held[activity][week]!++;
    if (isCovered) this.sums.meetings.covered[week]!++;
    this.sums.meetings[kind][week]!++;
    this.sums.meetingWaits[kind][week]! += waited;
    this.sums.squares['meeting-wait'][week]! += waited ** 2;
  }

  onMeetingNotKept({ atTheDoor }: MissedMeeting, at: number): void {
    this.sums.notKept[atTheDoor ? 'at-the-door' : 'cancelled'][weekOf(at)]!++;
  }

  onMeetingCalledOff(_: AppointmentId, at: number): void {
    this.sums.calledOff[weekOf(at)]!++;
  }

  onSchedulingError(kind: SchedulingError, at: number): void {
    this.sums.errors[kind][weekOf(at)]!++;
  }

  onVisitHeld(_: HeldVisit, at: number): void {
    this.sums.visits.held[weekOf(at)]!++;
  }

  onVisitMissed(_: number, at: number): void {
    this.sums.visits.missed[weekOf(at)]!++;
  }

  onHalfDayPlanned(start: number): void {
    this.sums.halfDays[weekOf(start)]!++;
  }

  onCaseOpened({ type }: OpenedCase, at: number): void {
    this.sums.opened[type][weekOf(at)]!++;
    this.cases.change(1, at);
  }

  onCaseClosed(closed: ClosedCase, at: number): void {
    const week = weekOf(at);
    const { type, isWithinTolerance, age, officeAge, throughSalesperson, lateBecause } = closed;
    this.caseAges.add(officeAge, week);
    this.sums.channel[throughSalesperson ? 'salesperson' : 'customer-service'][week]!++;
    if (lateBecause !== undefined) this.sums.late[lateBecause][week]!++;
    this.cases.change(-1, at);
    this.sums.closed[type][week]!++;
    this.sums.caseAges[type][week]! += age;
    if (isWithinTolerance) this.sums.withinTolerance[type][week]!++;
  }

  onOrderReceived({ product }: ReceivedOrder, at: number): void {
    this.sums.received[product][weekOf(at)]!++;
  }

  onDelivered({ product, isOnTime, leadTime, price, listPrice, late }: Delivery, at: number): void {
    const week = weekOf(at);
    this.sums.delivered[product][week]!++;
    this.sums.leadTimes[product][week]! += leadTime;
    this.sums.revenue[product][week]! += price;
    this.sums.listRevenue[product][week]! += listPrice;
    this.sums.lateness[product][week]! += late;
    if (isOnTime) this.sums.onTime[product][week]!++;
  }

  onBrief(event: BriefEvent, at: number): void {
    this.briefs.add(event, at);
  }

  onKeeperChanged(at: number): void {
    this.sums.keepers[weekOf(at)]!++;
  }

  onCoachingDue(at: number): void {
    this.sums.coaching.due[weekOf(at)]!++;
  }

  onCoached(at: number): void {
    this.sums.coaching.done[weekOf(at)]!++;
  }

  onInvoiced({ amount }: SentInvoice, at: number): void {
    this.cash.onInvoiced(amount, at);
  }

  onPaid(payment: Payment, at: number): void {
    this.cash.onPaid(payment, at);
  }

  onMaterialPaid(amount: number, at: number): void {
    this.cash.onMaterialPaid(amount, at);
  }

  onAccountsChanged(change: 1 | -1, at: number): void {
    this.accounts.change(change, at);
  }
}
