import type { Simulation } from '../../../engine/simulation.ts';
import type { KeyedDraws } from '../../../random/keyed-draws.ts';
import type { Scenario } from '../../../scenario/schema/scenario.ts';
import type { WorkingTime } from '../../../time/working-time.ts';
import type { Charter } from '../../charter.ts';
import type { Account } from '../../market/accounts.ts';
import type { ArrivalClock } from '../../market/arrival-clock.ts';
import type { OpportunityBirth, OpportunitySource } from '../../market/opportunity.ts';
import type { OpportunityTape } from '../../market/opportunity-tape.ts';
import type { Place } from '../../market/place.ts';
import type { Observer } from '../../observer.ts';
import type { FieldSeat, Staff } from '../../people/staff.ts';
import type { TaskQueue } from '../../people/task-queue.ts';
import type { ActivityBook } from '../activity-book.ts';
import type { BriefDesk } from '../briefs/brief-desk.ts';
import type { Buying } from '../buying.ts';
import type { OpenOpportunity } from '../open-opportunity.ts';
import type { Orders } from '../orders.ts';
import type { Pipeline } from '../pipeline.ts';
import { Prospecting } from '../prospecting.ts';
import type { Throttle } from '../throttle.ts';
import { Channel } from './channel.ts';
import { InsideSales } from './inside-sales.ts';
import { PhoneSales } from './phone-sales.ts';
import { Promotions, type Respondent } from './promotions.ts';
import { Reactivation } from './reactivation.ts';

export interface DemandOptions {
  readonly simulation: Simulation;
  readonly observer: Observer;
  readonly scenario: Scenario;
  readonly charter: Charter;
  readonly staff: Staff;
  readonly activities: ActivityBook;
  readonly throttle: Throttle;
  readonly officeHours: WorkingTime;
  /** Business time of opportunities, which the market's own follow too. */
  readonly clock: ArrivalClock;
  readonly tape: OpportunityTape;
  readonly pipeline: Pipeline;
  readonly orders: Orders;
  readonly briefs: BriefDesk;
  readonly buying: Buying;
  readonly deliveryEffect: () => number;
  readonly draws: (purpose: string) => KeyedDraws;
  readonly onWon: (opportunity: OpenOpportunity) => void;
  /** A partner has won: he leads the project himself. */
  readonly onPartnerWon: (opportunity: OpenOpportunity) => void;
}

/** Conversations with one account, at most: numbers of what they bring are apart from those of the next account. */
const MOST_TALKS = 1024;

/**
 * How opportunities come to whoever sells: those that the firm goes out for, beside those that come by themselves; and
 * whether a salesperson in the field, somebody on the phone, or a partner sells them. What is not done costs nothing.
 */
export class Demand {
  private readonly options: DemandOptions;
  private readonly promotions: Promotions;
  private readonly prospecting: Prospecting;
  private readonly reactivation: Reactivation;
  private readonly insideSales: InsideSales;
  private readonly phoneSales: PhoneSales;
  private readonly channel: Channel;
  /** Salespeople of the first day. */
  private readonly salespeople: number;

  constructor(options: DemandOptions) {
    this.options = options;
    const { staff, draws } = options;
    this.salespeople = staff.salespeople.length;
    this.promotions = new Promotions({
      ...options,
      promoters: staff.promoters,
      draws: draws('campaign'),
      onAnswer: this.onAnswer,
    });
    this.prospecting = new Prospecting({
      ...options,
      draws: draws('prospecting.dials'),
      dayDraws: draws('prospecting.day'),
      onFound: this.onFound,
    });
    this.reactivation = new Reactivation({
      ...options,
      draws: draws('reactivation'),
      queueAt: (place) => this.queueAt('reactivate', place),
      onAlive: (birth) => this.sell(birth, undefined, options.staff.salespersonAt(birth.place)),
    });
    this.insideSales = new InsideSales({
      ...options,
      seats: staff.seatsOf('inside-sales'),
      dialDraws: draws('inside.dial'),
      talkDraws: draws('inside.talk'),
      onOrder: (account, nth, u) => options.orders.takeByPhone(account, nth, u),
      onProject: this.onProject,
    });
    this.phoneSales = new PhoneSales({
      ...options,
      dialDraws: draws('phone.dial'),
      deliberationDraws: draws('phone.deliberation'),
      onDisqualified: this.onDisqualified,
    });
    this.channel = new Channel({
      ...options,
      draws: draws('channel'),
      findDraws: draws('channel.find'),
      salespersonFor: (seat, place) => staff.salespersonFor(seat, place),
      supportAt: (place) => this.queueAt('partner-support', place),
      onFound: this.onFoundByPartner,
    });
  }

  /** Everything that is assigned to somebody begins, now or when the organisation changes. */
  start(): void {
    const { charter, staff } = this.options;
    this.onCharterAmended();
    charter.tell(this.onCharterAmended);
    staff.seatsOf('salesperson').watch({ onOpened: (seat) => this.prospecting.assign(seat) });
  }

  /** An opportunity has come by itself, or a salesperson has found it: to whoever sells it. */
  arrive(birth: OpportunityBirth, account: Account | undefined, salesperson: FieldSeat): void {
    if (birth.source !== 'prospecting' && this.channel.takes(birth)) {
      this.channel.arrive(birth, account, salesperson);
    } else this.sell(birth, account, salesperson);
  }

  /** There is another account. */
  readonly onGained = (account: Account): void => this.insideSales.onGained(account);

  /** An opportunity is not pursued: whoever takes up old ones may find it in the books. */
  readonly onDisqualified = (birth: OpportunityBirth): void => this.reactivation.add(birth);

  private sell(
    birth: OpportunityBirth,
    account: Account | undefined,
    salesperson: FieldSeat,
    interestedFor?: number,
  ): void {
    const way = this.phoneSales.sells(birth) ? this.phoneSales : this.options.pipeline;
    way.arrive(birth, account, salesperson, interestedFor);
  }

  private readonly onCharterAmended = (): void => {
    for (const salesperson of this.options.staff.salespeople) this.prospecting.assign(salesperson);
    this.promotions.start();
    this.reactivation.start();
    this.insideSales.start();
    this.channel.start();
  };

  /** The nth find of a salesperson, in his own part of the territory if there is room for one. */
  private readonly onFound = (salesperson: FieldSeat, nth: number): void => {
    const { tape, staff } = this.options;
    const number = findNumber(salesperson.index, nth, this.salespeople);
    const birth = this.born('prospecting', number);
    const isHis = (found: Place) => staff.salespersonAt(found) === salesperson;
    const place = tape.placeOfFind(number, isHis) ?? salesperson.agenda.base;
    this.arrive({ ...birth, place }, undefined, salesperson);
  };

  private readonly onAnswer = ({ number, interestedFor, fit, price }: Respondent): void => {
    const born = this.born('promotion', number);
    const birth = { ...born, fit: born.fit * fit, value: born.value * price };
    this.sell(birth, undefined, this.options.staff.salespersonAt(birth.place), interestedFor);
  };

  private readonly onProject = (account: Account, nth: number): void => {
    const { place, id } = account;
    const birth = { ...this.born('inside', id * MOST_TALKS + (nth % MOST_TALKS)), place };
    this.sell(birth, account, this.options.staff.salespersonAt(place));
  };

  private readonly onFoundByPartner = (number: number): void => {
    const birth = this.born('partner', number);
    this.channel.arrive(birth, undefined, this.options.staff.salespersonAt(birth.place));
  };

  private born(source: OpportunitySource, number: number): OpportunityBirth {
    return this.options.tape.born(source, number, this.options.simulation.now);
  }

  private queueAt(activity: 'reactivate' | 'partner-support', place: Place): TaskQueue {
    const { charter, staff } = this.options;
    const role = charter.firm.assignments[activity];
    return staff.queueFor(role === 'dropped' ? 'salesperson' : role, staff.salespersonAt(place).index);
  }
}

/** Number of a salesperson's nth find among all finds. Seats of the first day count in turn; later ones have more room. */
function findNumber(index: number, nth: number, heads: number): number {
  return index < heads ? nth * heads + index : index * LATER_FINDS + nth;
}

const LATER_FINDS = 2 ** 20;
