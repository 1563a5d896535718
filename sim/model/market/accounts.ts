import type { Simulation } from '../../engine/simulation.ts';
import type { KeyedDraws } from '../../random/keyed-draws.ts';
import { PRODUCTS, type Product } from '../../scenario/schema/ids.ts';
import type { Scenario } from '../../scenario/schema/scenario.ts';
import { MINUTES_PER_WEEK } from '../../time/working-time.ts';
import type { Observer } from '../observer.ts';
import type { Subject } from '../subject.ts';
import type { ArrivalClock } from './arrival-clock.ts';
import { estrangement, loyaltyMultiplier } from './continuity.ts';
import type { Place } from './place.ts';
import { QualityMemory, churnMultiplier, largestMultiplier, rateMultiplier } from './quality.ts';
import type { Territory } from './territory.ts';

const WEEKS_PER_YEAR = 365.2425 / 7;
/** Draws that belong to one mark of an account, and their order. */
const DRAWS_PER_MARK = 8;
const MARK = { gap: 0, type: 1, comes: 2, channel: 3, detail: 4, product: 5 } as const;
/** Ids of accounts that are won begin here. */
const FIRST_NEW_ID = 1_000_000;

/** What an account may bring by itself. */
export type MarkType = 'order' | 'issue' | 'quote';

/** One thing that an account brings: key of everything drawn for it, and uniform draws of its own. */
export interface Mark {
  readonly id: number;
  readonly type: MarkType;
  /** Whether it comes through the salesperson, against the account's habit. */
  readonly channel: number;
  /** Whether an order has an exception. */
  readonly detail: number;
  readonly product: Product;
}

/** A client: a place, a memory of service, a habit of whom to phone. */
export class Account implements Subject {
  readonly kind = 'account';
  readonly id: number;
  readonly place: Place;
  readonly quality: QualityMemory;
  /** Chance that the client brings a case to the salesperson rather than to customer service. */
  habit: number;
  isLost = false;
  /** When somebody else began to look after it; minutes since the start, -Infinity if nobody ever did. */
  keptSince = -Infinity;
  /** Marks so far, accepted or not. */
  marks = 0;
  businessTime: number;
  /** Churn hazard gathered so far, and at which amount the account is lost. */
  hazard = 0;
  readonly lostAtHazard: number;
  hazardUpTo: number;

  constructor(of: {
    id: number;
    place: Place;
    quality: QualityMemory;
    habit: number;
    lostAtHazard: number;
    at: number;
    businessTime: number;
  }) {
    this.id = of.id;
    this.place = of.place;
    this.quality = of.quality;
    this.habit = of.habit;
    this.lostAtHazard = of.lostAtHazard;
    this.hazardUpTo = of.at;
    this.businessTime = of.businessTime;
  }
}

export interface AccountsOptions {
  readonly simulation: Simulation;
  readonly observer: Observer;
  readonly scenario: Scenario;
  readonly territory: Territory;
  readonly clock: ArrivalClock;
  /** Draws for marks, and for what an account is born with. */
  readonly markDraws: KeyedDraws;
  readonly birthDraws: KeyedDraws;
  readonly onMark: (account: Account, mark: Mark) => void;
  readonly onGained: (account: Account) => void;
}

/**
 * All accounts and what they bring. Each account has marks at the largest rate that service quality allows, the same
 * in every organisation; those that the present quality does not earn are thinned out (Lewis and Shedler 1979).
 */
export class Accounts {
  /** Accounts of the first day, in order of id; some may be lost by now. */
  readonly initial: readonly Account[];
  private readonly options: AccountsOptions;
  private readonly mostPerWeek: number;
  private readonly typeShares: { readonly order: number; readonly issue: number };

  constructor(options: AccountsOptions) {
    this.options = options;
    const { orders, issues, quotes } = options.scenario.market.accounts;
    const total = orders + issues + quotes;
    this.mostPerWeek = total * largestMultiplier(options.scenario.service.feedback);
    this.typeShares = { order: orders / total, issue: issues / total };
    this.initial = Array.from({ length: options.scenario.market.accounts.initial }, (_, id) =>
      this.create(id, this.placeOf(id), 0),
    );
  }

  /** Everything that accounts bring begins. */
  start(): void {
    for (const account of this.initial) this.begin(account);
  }

  /** A prospect has become a client. */
  gain(opportunityId: number, place: Place): Account {
    const account = this.create(FIRST_NEW_ID + opportunityId, place, this.options.simulation.now);
    this.begin(account);
    return account;
  }

  private begin(account: Account): void {
    this.options.observer.onAccountsChanged(1, this.options.simulation.now);
    this.options.onGained(account);
    if (this.mostPerWeek > 0) this.scheduleMark(account);
  }

  private create(id: number, place: Place, at: number): Account {
    const { scenario, birthDraws, clock } = this.options;
    const { feedback, throughSalesperson } = scenario.service;
    return new Account({
      id,
      place,
      quality: new QualityMemory(feedback, at),
      habit: throughSalesperson.share,
      lostAtHazard: -Math.log(birthDraws.uniform(id, 4)),
      at,
      businessTime: clock.businessTimeAt(at),
    });
  }

  private placeOf(id: number): Place {
    const draw = (nth: number) => this.options.birthDraws.uniform(id, nth);
    return this.options.territory.placeAt(draw(0), draw(1), draw(2), draw(3));
  }

  private scheduleMark(account: Account): void {
    const { simulation, clock } = this.options;
    account.businessTime -= Math.log(this.draw(account, MARK.gap)) / this.mostPerWeek;
    simulation.schedule(
      Math.max(simulation.now, clock.clockAt(account.businessTime)),
      this.onMarkDue,
      account,
    );
  }

  private readonly onMarkDue = (account: Account): void => {
    const { scenario, simulation, onMark } = this.options;
    const { feedback } = scenario.service;
    const quality = account.quality.at(simulation.now);
    if (this.isLost(account, quality)) return;
    const earned = rateMultiplier(feedback, quality) / largestMultiplier(feedback);
    const kept = loyaltyMultiplier(scenario.relationship, simulation.now - account.keptSince);
    if (this.draw(account, MARK.comes) < earned * kept) onMark(account, this.markOf(account));
    account.marks++;
    this.scheduleMark(account);
  };

  /** Adds up the churn hazard since the last mark. What an account's next mark would find lost is lost then. */
  private isLost(account: Account, quality: number): boolean {
    const { scenario, simulation, observer } = this.options;
    const perWeek = -Math.log1p(-scenario.market.accounts.churn) / WEEKS_PER_YEAR;
    const weeks = (simulation.now - account.hazardUpTo) / MINUTES_PER_WEEK;
    account.hazardUpTo = simulation.now;
    const strange = estrangement(scenario.relationship, simulation.now - account.keptSince);
    account.hazard += weeks * perWeek * churnMultiplier(scenario.service.feedback, quality) * strange;
    if (account.hazard < account.lostAtHazard) return false;
    account.isLost = true;
    observer.onAccountsChanged(-1, simulation.now);
    return true;
  }

  private markOf(account: Account): Mark {
    const type = this.draw(account, MARK.type);
    const { order, issue } = this.typeShares;
    return {
      id: account.id * 2 ** 20 + account.marks,
      type: type < order ? 'order' : type < order + issue ? 'issue' : 'quote',
      channel: this.draw(account, MARK.channel),
      detail: this.draw(account, MARK.detail),
      product: this.productOf(this.draw(account, MARK.product)),
    };
  }

  private productOf(u: number): Product {
    let left = u;
    for (const product of PRODUCTS) {
      left -= this.options.scenario.production.products[product].share;
      if (left < 0) return product;
    }
    return 'stock';
  }

  private draw(account: Account, which: number): number {
    return this.options.markDraws.uniform(account.id, DRAWS_PER_MARK * account.marks + which);
  }
}
