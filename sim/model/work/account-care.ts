import type { Simulation } from '../../engine/simulation.ts';
import type { KeyedDraws } from '../../random/keyed-draws.ts';
import type { Scenario } from '../../scenario/schema/scenario.ts';
import { MINUTES_PER_WEEK } from '../../time/working-time.ts';
import type { Charter } from '../charter.ts';
import type { Account } from '../market/accounts.ts';
import { timeUseOf, type Observer } from '../observer.ts';
import type { FieldSeat } from '../people/staff.ts';
import type { ActivityBook } from './activity-book.ts';
import type { Afterwork } from './afterwork.ts';
import type { BookingDesk } from './booking/booking-desk.ts';
import type { ContactHistory, MeetingRequest } from './booking/meeting-request.ts';
import type { ServiceDesk } from './service-desk.ts';

export interface AccountCareOptions {
  readonly simulation: Simulation;
  readonly observer: Observer;
  readonly scenario: Scenario;
  readonly charter: Charter;
  readonly activities: ActivityBook;
  readonly afterwork: Afterwork;
  readonly bookingDesk: BookingDesk;
  readonly serviceDesk: ServiceDesk;
  readonly salespersonOf: (account: Account) => FieldSeat;
  /** Draws by account: when the first visit is due, and whether each visit stays a visit. */
  readonly draws: KeyedDraws;
}

/** Visits of one account: how many were due so far, and the one that nobody has found a day for yet. */
interface CaredAccount {
  readonly account: Account;
  readonly history: ContactHistory;
  due: number;
  request: MeetingRequest | undefined;
}

/** Keys of visits are apart from those of opportunities. */
const FIRST_VISIT_KEY = 2 ** 43;

/** Maintenance visits that accounts expect, and the calls that replace some of them. */
export class AccountCare {
  private readonly options: AccountCareOptions;
  private readonly interval: number;

  constructor(options: AccountCareOptions) {
    this.options = options;
    this.interval = MINUTES_PER_WEEK / options.scenario.market.accounts.maintenanceVisits;
  }

  /** An account expects visits from now on. */
  readonly onGained = (account: Account): void => {
    if (this.interval === Infinity) return;
    const { simulation, draws } = this.options;
    const cared: CaredAccount = { account, history: { dials: 0, bookings: 0 }, due: 0, request: undefined };
    simulation.schedule(
      simulation.now + draws.uniform(account.id, 0) * this.interval,
      this.onVisitDue,
      cared,
    );
  };

  private readonly onVisitDue = (cared: CaredAccount): void => {
    const { account } = cared;
    const { simulation, observer, charter, draws, bookingDesk, salespersonOf } = this.options;
    if (cared.request !== undefined) {
      bookingDesk.withdraw(cared.request);
      cared.request = undefined;
      observer.onVisitMissed(account.id, simulation.now);
      account.quality.remember('visit', 0, simulation.now);
    }
    if (account.isLost) return;
    const nth = ++cared.due;
    const { visitsKept } = charter.of(salespersonOf(account).index);
    if (draws.uniform(account.id, nth) < visitsKept) this.askForVisit(cared);
    else this.call(account, nth);
    simulation.schedule(simulation.now + this.interval, this.onVisitDue, cared);
  };

  private askForVisit(cared: CaredAccount): void {
    const { simulation, observer, scenario, activities, afterwork, bookingDesk, salespersonOf } =
      this.options;
    const { account, history, due } = cared;
    const { grid, visitFallOff } = scenario.booking;
    const visit = activities.of('maintenance-visit');
    cared.request = bookingDesk.request({
      key: FIRST_VISIT_KEY + account.id,
      about: account,
      history,
      readyAt: simulation.now,
      salesperson: salespersonOf(account),
      leaders: [],
      leaderHalfDays: 0,
      leaderWork: visit.kind,
      place: account.place,
      timeUse: timeUseOf('maintenance-visit'),
      minutes: Math.max(grid, Math.round(visit.minutes(account.id, due) / grid) * grid),
      fallOff: visitFallOff,
      value: 0,
      standing: 'visit',
      onReached: () => undefined,
      onBooked: () => (cared.request = undefined),
      onEnded: (booking, how) => {
        const { nth, seat, appointment } = booking;
        if (how === 'called-off') this.onCalledOff(cared, nth);
        if (how !== 'held') return;
        const visit = { about: account, nth, by: seat.person, start: appointment.start };
        observer.onVisitHeld(visit, simulation.now);
        account.quality.remember('visit', 1, simulation.now);
        const key = FIRST_VISIT_KEY + account.id;
        const salesperson = booking.request.salesperson.index;
        afterwork.add({ salesperson, about: account, key, nth: due });
      },
    });
  }

  private onCalledOff(cared: CaredAccount, nth: number): void {
    const { simulation, observer } = this.options;
    observer.onMeetingCalledOff({ about: cared.account, nth }, simulation.now);
    // Unless the next one is asked for already.
    if (cared.request === undefined && !cared.account.isLost) this.askForVisit(cared);
  }

  private call(account: Account, nth: number): void {
    const { simulation, scenario, activities, serviceDesk } = this.options;
    const { kind, minutes } = activities.of('service-call');
    const onDone = (): void =>
      account.quality.remember('visit', scenario.service.feedback.callForVisit, simulation.now);
    const of = { activity: 'service-call', account, about: account, onDone } as const;
    serviceDesk.addWork(kind, minutes(account.id, nth), of);
  }
}
