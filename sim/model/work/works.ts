import type { Simulation } from '../../engine/simulation.ts';
import type { KeyedDraws } from '../../random/keyed-draws.ts';
import type { Quantile } from '../../random/distribution.ts';
import { quantileOf } from '../../random/quantile.ts';
import type { Product } from '../../scenario/schema/ids.ts';
import type { Scenario } from '../../scenario/schema/scenario.ts';
import { PRODUCTS } from '../../scenario/schema/ids.ts';
import { timeUseOf, type Observer } from '../observer.ts';
import type { Staff } from '../people/staff.ts';
import { ProjectRoute, type ProjectRouteOptions } from './briefs/project-route.ts';
import type { Order } from './order.ts';
import { WorkCentre } from './work-centre.ts';

export interface WorksOptions {
  readonly simulation: Simulation;
  readonly observer: Observer;
  readonly scenario: Scenario;
  readonly staff: Staff;
  /** Draws by order: hours of engineering, hours of making. */
  readonly draws: KeyedDraws;
  readonly gates: ProjectRouteOptions['gates'];
  readonly onDelivered: (order: Order, isOnTime: boolean) => void;
  /** What was misunderstood in a project has come to light at its delivery. */
  readonly onFoundLate: (order: Order) => void;
}

interface Times {
  readonly engineering: Quantile;
  readonly making: Quantile;
  readonly lead: number;
}

const DRAW = { engineering: 0, making: 1 } as const;

/** Engineering and making: orders are promised a date, take their route, and are delivered. */
export class Works {
  private readonly options: WorksOptions;
  private readonly engineering: WorkCentre;
  private readonly making: WorkCentre;
  private readonly projects: ProjectRoute;
  private readonly times: ReadonlyMap<Product, Times>;

  constructor(options: WorksOptions) {
    this.options = options;
    const { simulation, scenario, staff } = options;
    this.engineering = new WorkCentre({
      simulation,
      pool: staff.engineering,
      kind: { timeUse: timeUseOf('engineering-work'), urgency: 0, isOffice: false },
      capacity: scenario.production.engineering,
      lotMinutes: scenario.production.lot,
    });
    this.making = new WorkCentre({
      simulation,
      pool: staff.production,
      kind: { timeUse: timeUseOf('making'), urgency: 0, isOffice: false },
      capacity: scenario.production.making,
      lotMinutes: scenario.production.lot,
    });
    const { engineering, making } = this;
    const { observer, gates, onFoundLate } = options;
    this.projects = new ProjectRoute({
      simulation,
      observer,
      scenario,
      gates,
      engineering,
      making,
      onFoundLate,
    });
    this.times = new Map(
      PRODUCTS.map((product) => {
        const { engineering, making, lead } = scenario.production.products[product];
        return [product, { engineering: quantileOf(engineering), making: quantileOf(making), lead }];
      }),
    );
  }

  /** An order that has been entered: promises a date from the present backlog, and begins. */
  accept(order: Order): void {
    const { draws } = this.options;
    const { key, product } = order.goods;
    const times = this.times.get(product)!;
    const engineering = times.engineering(draws.uniform(key, DRAW.engineering));
    const making = times.making(draws.uniform(key, DRAW.making));
    const { opportunity } = order.goods;
    const scoped = 1 / (opportunity?.brief?.estimateFactor ?? 1);
    const promisedAt = this.promise(order, times.lead, {
      engineering: engineering * scoped,
      making: making * scoped,
    });
    const deliver = (): void => this.deliver(order, promisedAt);
    if (product === 'stock') {
      // What is on the shelf goes out within half the time promised; the shelf is filled again afterwards.
      this.options.simulation.schedule(this.options.simulation.now + times.lead / 2, deliver, undefined);
      this.making.add({ minutes: making, onDone: () => undefined });
    } else if (opportunity !== undefined) {
      this.projects.run({ order, opportunity, engineering, making, onReady: deliver });
    } else {
      const make = (): void => this.making.add({ minutes: making, onDone: deliver });
      this.engineering.add({ minutes: engineering, onDone: make });
    }
  }

  /** The first date promised: the usual lead time from receipt, or more where the backlog asks for it. */
  private promise(order: Order, lead: number, work: { engineering: number; making: number }): number {
    const usual = order.receivedAt + lead;
    if (order.goods.product === 'stock') return usual;
    let at = this.options.simulation.now;
    if (work.engineering > 0)
      at = this.engineering.after(at, this.engineering.backlogPerHead + work.engineering);
    at = this.making.after(at, this.making.backlogPerHead + work.making);
    return Math.max(usual, at);
  }

  private deliver(order: Order, promisedAt: number): void {
    const { simulation, observer, onDelivered } = this.options;
    const { now } = simulation;
    const isOnTime = now <= promisedAt;
    order.isDelivered = true;
    const { product, price, listPrice, account } = order.goods;
    account.quality.remember('delivery', isOnTime, now);
    observer.onDelivered({ product, price, listPrice, isOnTime, leadTime: now - order.receivedAt }, now);
    onDelivered(order, isOnTime);
  }
}
