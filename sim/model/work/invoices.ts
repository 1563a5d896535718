import type { Simulation } from '../../engine/simulation.ts';
import type { Quantile } from '../../random/distribution.ts';
import type { KeyedDraws } from '../../random/keyed-draws.ts';
import { quantileOf } from '../../random/quantile.ts';
import type { Scenario } from '../../scenario/schema/scenario.ts';
import type { Observer } from '../observer.ts';
import type { Order, OrderedGoods } from './order.ts';

export interface InvoicesOptions {
  readonly simulation: Simulation;
  readonly observer: Observer;
  readonly scenario: Scenario;
  /** Draws by order: how long each of its invoices takes to be paid. */
  readonly draws: KeyedDraws;
}

const DRAW = { deposit: 0, delivery: 1 } as const;

/** An invoice that has been sent. */
interface Invoice {
  readonly order: Order;
  readonly amount: number;
  /** Undefined for a deposit. */
  readonly deliveredAt: number | undefined;
}

/**
 * When money comes and goes with an order: a deposit when a project is ordered, material when making begins, the rest
 * of the price after delivery. Nothing of it changes what anybody does.
 */
export class Invoices {
  private readonly options: InvoicesOptions;
  private readonly terms: Quantile;

  constructor(options: InvoicesOptions) {
    this.options = options;
    this.terms = quantileOf(options.scenario.money.invoicing.terms);
  }

  /** A client has ordered: a project may ask for a deposit. */
  onOrdered(order: Order): void {
    const { deposit } = this.options.scenario.money.invoicing;
    if (order.goods.product !== 'project' || deposit === 0) return;
    const amount = deposit * order.goods.price;
    this.send({ order, amount, deliveredAt: undefined }, DRAW.deposit, 0);
  }

  /** Material for an order, or for what was taken from the shelf, is bought: once. */
  onMakingBegun(order: Order): void {
    if (order.isMaterialBought) return;
    order.isMaterialBought = true;
    this.pay(this.options.scenario.money.invoicing.materialAhead * this.costOf(order.goods));
  }

  /** An order has been delivered: the rest of its price is asked for. */
  onDelivered(order: Order, isOnTime: boolean): void {
    const { simulation, scenario } = this.options;
    const { deposit, materialAhead, lateExtra } = scenario.money.invoicing;
    const { price, product } = order.goods;
    this.pay((order.isMaterialBought ? 1 - materialAhead : 1) * this.costOf(order.goods));
    order.isMaterialBought = true;
    const amount = product === 'project' ? price - deposit * price : price;
    const invoice = { order, amount, deliveredAt: simulation.now };
    this.send(invoice, DRAW.delivery, isOnTime ? 0 : lateExtra);
  }

  /** What has to be bought for it follows the price before any discount. */
  private costOf({ listPrice }: OrderedGoods): number {
    return this.options.scenario.money.trulyVariableCost * listPrice;
  }

  private pay(amount: number): void {
    if (amount > 0) this.options.observer.onMaterialPaid(amount, this.options.simulation.now);
  }

  private send(invoice: Invoice, draw: number, extra: number): void {
    if (invoice.amount <= 0) return;
    const { simulation, observer, draws, scenario } = this.options;
    const isFixed = scenario.money.invoicing.terms.kind === 'constant';
    const { id: order } = invoice.order;
    const u = isFixed ? 0.5 : draws.uniform(order, draw);
    const delay = this.terms(u) + extra;
    observer.onInvoiced({ order, amount: invoice.amount }, simulation.now);
    if (delay === 0) this.onDue(invoice);
    else simulation.schedule(simulation.now + delay, this.onDue, invoice);
  }

  private readonly onDue = ({ order, amount, deliveredAt }: Invoice): void => {
    const { simulation, observer } = this.options;
    const { now } = simulation;
    const sinceDelivery = deliveredAt === undefined ? undefined : now - deliveredAt;
    observer.onPaid({ order: order.id, amount, sinceOrder: now - order.receivedAt, sinceDelivery }, now);
  };
}
