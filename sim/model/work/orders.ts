import type { Simulation } from '../../engine/simulation.ts';
import type { Quantile } from '../../random/distribution.ts';
import type { KeyedDraws } from '../../random/keyed-draws.ts';
import { quantileOf } from '../../random/quantile.ts';
import { caseMix } from '../../scenario/arithmetic/case-mix.ts';
import { CASE_TYPES, type CaseType } from '../../scenario/schema/ids.ts';
import type { Scenario } from '../../scenario/schema/scenario.ts';
import { MINUTES_PER_WEEK, type WorkingTime } from '../../time/working-time.ts';
import type { Account, Mark } from '../market/accounts.ts';
import type { Reputation } from '../market/reputation.ts';
import type { Observer } from '../observer.ts';
import type { ActivityBook } from './activity-book.ts';
import type { Invoices } from './invoices.ts';
import type { OpenOpportunity } from './open-opportunity.ts';
import { Order } from './order.ts';
import type { Contact } from './open-case.ts';
import type { ServiceDesk } from './service-desk.ts';
import { Works, type WorksOptions } from './works.ts';
import type { BriefDesk } from './briefs/brief-desk.ts';
import { ProjectQuestions } from './briefs/project-questions.ts';

export interface OrdersOptions {
  readonly simulation: Simulation;
  readonly observer: Observer;
  readonly scenario: Scenario;
  readonly activities: ActivityBook;
  readonly serviceDesk: ServiceDesk;
  /** Hours in which clients call. */
  readonly officeHours: WorkingTime;
  readonly invoices: Invoices;
  readonly works: Omit<
    WorksOptions,
    'onMakingBegun' | 'onDelivered' | 'onFoundLate' | 'simulation' | 'observer' | 'scenario'
  >;
  /** Draws by order: its price, its calls, its complaint. */
  readonly draws: KeyedDraws;
  readonly briefs: BriefDesk;
  /** Draws by project: gaps between production's questions. */
  readonly questionDraws: KeyedDraws;
}

/** A project that brings cases, and whom its client phones beside those whom he is used to. */
interface ProjectCases {
  readonly key: number;
  readonly nth: number;
  readonly account: Account;
  readonly contact: Contact | undefined;
}

const DRAW = { price: 0, complaint: 1, channel: 2, misunderstanding: 3, calls: 8 } as const;
const DRAWS_PER_CALL = 4;
/** Keys of cases that an order or project brings follow from its own. */
const CASES_PER_ORDER = 256;
/** Keys of orders taken on the phone are apart from those of an account's marks. */
const FIRST_PHONE_KEY = 2 ** 19;
/** Keys of projects are apart from those of the marks of accounts. */
const FIRST_PROJECT_KEY = 2 ** 42;

/** Orders from the client's call to delivery, with the calls and complaints that they bring on the way. */
export class Orders {
  private readonly options: OrdersOptions;
  readonly works: Works;
  private readonly questions: ProjectQuestions;
  private readonly price: Quantile;
  private readonly caseShares: Readonly<Record<CaseType, number>>;

  constructor(options: OrdersOptions) {
    this.options = options;
    const { simulation, observer, scenario } = options;
    this.works = new Works({
      simulation,
      observer,
      scenario,
      ...options.works,
      onMakingBegun: (order) => options.invoices.onMakingBegun(order),
      onDelivered: this.onDelivered,
      onFoundLate: this.onFoundLate,
    });
    const { activities, officeHours, briefs, questionDraws } = options;
    this.questions = new ProjectQuestions({
      simulation,
      observer,
      scenario,
      activities,
      officeHours,
      briefs,
      draws: questionDraws,
    });
    this.price = quantileOf(scenario.market.accounts.orderValue);
    this.caseShares = caseMix(scenario);
  }

  /** What prospects hear of the firm. */
  get reputation(): Reputation {
    return this.works.reputation;
  }

  /** A client has something: an order, an issue, a request for a quotation. */
  readonly onMark = (account: Account, mark: Mark): void => {
    const { serviceDesk } = this.options;
    if (mark.type === 'order') this.receive(account, mark);
    else
      serviceDesk.open({ key: mark.id * CASES_PER_ORDER, type: mark.type, account, channel: mark.channel });
  };

  /** A project has been won: production begins once its brief has been looked at, and it brings cases over its life. */
  startProject(opportunity: OpenOpportunity, account: Account): void {
    const { simulation, observer, scenario, works, invoices } = this.options;
    const { birth } = opportunity;
    const key = FIRST_PROJECT_KEY + birth.id;
    const { value, listValue: listPrice } = birth;
    const price = value * opportunity.priceFactor;
    const goods = { key, product: 'project', account, price, listPrice, opportunity } as const;
    const order = new Order(goods, simulation.now);
    observer.onOrderReceived(order.facts, simulation.now);
    invoices.onOrdered(order);
    works.gates.pass(opportunity, 'before-start', () => {
      this.begin(order);
      this.questions.begin(order, opportunity);
    });
    const contact = this.contactOf(opportunity, account);
    const count = scenario.service.casesPerProject;
    const { lead } = scenario.production.products.project;
    for (let nth = 0; nth < count; nth++) {
      const after = ((nth + this.draw(key, DRAW.calls + DRAWS_PER_CALL * nth)) * lead) / count;
      simulation.schedule(this.inOfficeHours(after), this.onProjectCase, { key, nth, account, contact });
    }
  }

  /** The client has given the brief to somebody, and phones that person more often from now on. */
  private contactOf(opportunity: OpenOpportunity, account: Account): Contact | undefined {
    const { scenario, briefs } = this.options;
    const { allegiance } = scenario.briefs;
    if (allegiance === 0) return undefined;
    const bySalesperson = opportunity.brief!.taker === 'salesperson';
    account.habit += allegiance * ((bySalesperson ? 1 : 0) - account.habit);
    return bySalesperson ? undefined : { share: allegiance, holder: () => briefs.holderOf(opportunity) };
  }

  private readonly onProjectCase = ({ key, nth, account, contact }: ProjectCases): void => {
    const draw = (which: number) => this.draw(key, DRAW.calls + DRAWS_PER_CALL * nth + which);
    const type = this.caseTypeOf(draw(1));
    this.options.serviceDesk.open({
      key: key * CASES_PER_ORDER + nth,
      type,
      account,
      channel: draw(2),
      isException: type === 'order' && draw(3) < this.options.scenario.service.exceptions,
      project: { contact },
    });
  };

  /**
   * An order that somebody has taken and entered in the `nth` conversation with an account; `u` says whether it is
   * for goods from stock or made to order.
   */
  takeByPhone(account: Account, nth: number, u: number): void {
    const { simulation, observer, scenario } = this.options;
    const { stock, 'to-order': toOrder } = scenario.production.products;
    const key = account.id * 2 ** 20 + FIRST_PHONE_KEY + nth;
    const price = this.price(this.draw(key, DRAW.price));
    const product = u * (stock.share + toOrder.share) < stock.share ? 'stock' : 'to-order';
    const order = new Order({ key, product, account, price, listPrice: price }, simulation.now);
    observer.onOrderReceived(order.facts, simulation.now);
    this.begin(order);
    this.scheduleCall(order);
  }

  private receive(account: Account, mark: Mark): void {
    const { simulation, observer, scenario, serviceDesk } = this.options;
    const price = this.price(this.draw(mark.id, DRAW.price));
    const goods = { key: mark.id, product: mark.product, account, price, listPrice: price };
    const order = new Order(goods, simulation.now);
    observer.onOrderReceived(order.facts, simulation.now);
    serviceDesk.open({
      key: mark.id * CASES_PER_ORDER,
      type: 'order',
      account,
      channel: mark.channel,
      isException: mark.detail < scenario.service.exceptions,
      onClosed: () => this.begin(order),
    });
    this.scheduleCall(order);
  }

  /** The order has been entered. */
  private begin(order: Order): void {
    this.works.accept(order);
    const { key, product, account } = order.goods;
    if (product === 'stock' || product === 'project') return;
    const { activities, serviceDesk } = this.options;
    const { kind, minutes } = activities.of('delivery-update');
    const onDone = (): void => {
      order.isClientInformed = true;
    };
    const of = { activity: 'delivery-update', account, about: order, onDone } as const;
    serviceDesk.addWork(kind, minutes(key), of);
  }

  /** While an order is open the client calls about it, at a rate that gives the mean number in the usual lead time. */
  private scheduleCall(order: Order): void {
    const { simulation, scenario } = this.options;
    const { statusCallsPerOrder } = scenario.service;
    if (statusCallsPerOrder === 0 || order.calls >= CASES_PER_ORDER - 2) return;
    const { lead } = scenario.production.products[order.goods.product];
    const draw = this.draw(order.goods.key, DRAW.calls + DRAWS_PER_CALL * order.calls);
    const gap = (-Math.log(draw) * lead) / statusCallsPerOrder;
    simulation.schedule(this.inOfficeHours(gap), this.onCallDue, order);
  }

  private readonly onCallDue = (order: Order): void => {
    if (order.isDelivered) return;
    const { scenario, serviceDesk } = this.options;
    const nth = order.calls++;
    const draw = (which: number) => this.draw(order.goods.key, DRAW.calls + DRAWS_PER_CALL * nth + which);
    // Who still waits for an answer does not ask again.
    if (!order.isCallOpen && (!order.isClientInformed || draw(1) >= scenario.service.updateEffect)) {
      const key = order.goods.key * CASES_PER_ORDER + 1 + nth;
      const onClosed = (): void => {
        order.isCallOpen = false;
      };
      order.isCallOpen = true;
      serviceDesk.open({ key, type: 'status', account: order.goods.account, channel: draw(2), onClosed });
    }
    this.scheduleCall(order);
  };

  private readonly onDelivered = (order: Order, isOnTime: boolean): void => {
    const { scenario, serviceDesk, invoices } = this.options;
    const { key, account } = order.goods;
    invoices.onDelivered(order, isOnTime);
    if (isOnTime || this.draw(key, DRAW.complaint) >= scenario.service.lateComplaints) return;
    serviceDesk.open({
      key: key * CASES_PER_ORDER + CASES_PER_ORDER - 1,
      type: 'issue',
      account,
      channel: this.draw(key, DRAW.channel),
    });
  };

  private readonly onFoundLate = ({ goods: { key, account } }: Order): void => {
    this.options.serviceDesk.open({
      key: key * CASES_PER_ORDER + CASES_PER_ORDER - 2,
      type: 'issue',
      account,
      channel: this.draw(key, DRAW.misunderstanding),
    });
  };

  /** The instant in office hours that comes after calendar minutes, had these been spread over office hours alone. */
  private inOfficeHours(minutes: number): number {
    const { simulation, officeHours } = this.options;
    return officeHours.after(simulation.now, (minutes * officeHours.minutesPerPeriod) / MINUTES_PER_WEEK);
  }

  private caseTypeOf(u: number): CaseType {
    let left = u;
    for (const type of CASE_TYPES) if ((left -= this.caseShares[type]) < 0) return type;
    return 'status';
  }

  private draw(key: number, which: number): number {
    return this.options.draws.uniform(key, which);
  }
}
