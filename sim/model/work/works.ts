import type { Simulation } from '../../engine/simulation.ts';
import type { KeyedDraws } from '../../random/keyed-draws.ts';
import { CENTRES, type Activity, type Centre, type Product } from '../../scenario/schema/ids.ts';
import type { Scenario } from '../../scenario/schema/scenario.ts';
import { Reputation } from '../market/reputation.ts';
import { timeUseOf, type Observer } from '../observer.ts';
import type { Pool, Staff } from '../people/staff.ts';
import { ProjectRoute, type ProjectRouteOptions } from './briefs/project-route.ts';
import type { Order } from './order.ts';
import { routesOf, type Station, type Step } from './route.ts';
import { WorkCentre } from './work-centre.ts';

export interface WorksOptions {
  readonly simulation: Simulation;
  readonly observer: Observer;
  readonly scenario: Scenario;
  readonly staff: Pick<Staff, 'engineering' | 'production' | 'finishing' | 'isBesideScheduler'>;
  /** Draws by order: hours at each centre. */
  readonly draws: KeyedDraws;
  readonly gates: ProjectRouteOptions['gates'];
  /** Told when making begins, or what was taken from the shelf is made again. */
  readonly onMakingBegun: (order: Order) => void;
  readonly onDelivered: (order: Order, isOnTime: boolean) => void;
  /** What was misunderstood in a project has come to light at its delivery. */
  readonly onFoundLate: (order: Order) => void;
}

const DRAW: Readonly<Record<Centre, number>> = { engineering: 0, making: 1, finishing: 2 };
const ACTIVITY_OF: Readonly<Record<Centre, Activity>> = {
  engineering: 'engineering-work',
  making: 'making',
  finishing: 'finishing',
};

/** Work centres and the routes through them: orders are promised a date, take their route, and are delivered. */
export class Works {
  private readonly options: WorksOptions;
  readonly reputation: Reputation;
  private readonly centres: Readonly<Record<Centre, WorkCentre>>;
  private readonly routes: Readonly<Record<Product, readonly Station[]>>;
  private readonly projects: ProjectRoute;

  constructor(options: WorksOptions) {
    this.options = options;
    this.reputation = new Reputation(options.scenario.service.reputation);
    const { simulation, observer, scenario, gates, onMakingBegun, onFoundLate } = options;
    const { engineering, production, finishing } = options.staff;
    this.centres = {
      engineering: this.centreOf('engineering', engineering),
      making: this.centreOf('making', production),
      finishing: this.centreOf('finishing', finishing),
    };
    this.routes = routesOf(scenario);
    const { centres, reputation } = this;
    this.projects = new ProjectRoute({
      simulation,
      observer,
      scenario,
      gates,
      centres,
      reputation,
      onMakingBegun,
      onFoundLate,
    });
  }

  /** Weeks in which a centre would work off what is there. */
  backlogWeeks(centre: Centre): number {
    return this.centres[centre].backlogWeeks;
  }

  /** Minutes from order to delivery that would be promised at present for a product that takes the median of work. */
  usualDelay(product: Product): number {
    const { now } = this.options.simulation;
    const { lead } = this.options.scenario.production.products[product];
    const steps = this.routes[product].map(({ centre, work }): Step => ({ centre, minutes: work(0.5) }));
    return Math.max(lead, this.endOf(steps, (centre) => centre.backlogPerHead) - now);
  }

  /** Sends lots to the front at every centre: at most so many at each, those promised for the earliest date. */
  expedite(most: number): void {
    for (const centre of CENTRES) this.centres[centre].expedite(most);
  }

  /** An order that has been entered: promises a date from the present backlog, and begins. */
  accept(order: Order): void {
    const { simulation, draws, scenario } = this.options;
    const { key, product, opportunity } = order.goods;
    const { lead } = scenario.production.products[product];
    const steps = this.routes[product].map(({ centre, work }): Step => ({
      centre,
      minutes: work(draws.uniform(key, DRAW[centre])),
    }));
    const scoped = 1 / (opportunity?.brief?.estimateFactor ?? 1);
    const inTime = this.promise(order, { lead, steps, scoped });
    const promisedAt = this.isOverPromised(order) ? this.soonerThan(inTime, order) : inTime;
    const deliver = (): void => this.deliver(order, promisedAt);
    if (product === 'stock') {
      // What is on the shelf goes out within half the time promised; the shelf is filled again afterwards.
      simulation.schedule(simulation.now + lead / 2, deliver, undefined);
      this.take(order, steps, { promisedAt, onDone: () => undefined });
    } else if (opportunity !== undefined) {
      this.projects.run({ order, opportunity, steps, promisedAt, onReady: deliver });
    } else {
      this.take(order, steps, { promisedAt, onDone: deliver });
    }
  }

  /** Takes a job along its route, from centre to centre. */
  private take(
    order: Order,
    [step, ...others]: readonly Step[],
    job: { readonly promisedAt: number; readonly onDone: () => void },
  ): void {
    if (step === undefined) {
      job.onDone();
      return;
    }
    const { centre, minutes } = step;
    const { promisedAt } = job;
    const onward = (): void => this.take(order, others, job);
    if (centre === 'making') this.options.onMakingBegun(order);
    this.centres[centre].add({ minutes, promisedAt, about: order, onDone: onward });
  }

  /**
   * The first date promised: the usual lead time from receipt, or more where the backlog on the route asks for it.
   * `scoped` is the share of the work that whoever promises knows of.
   */
  private promise(
    order: Order,
    { lead, steps, scoped }: { lead: number; steps: readonly Step[]; scoped: number },
  ): number {
    const { product, account } = order.goods;
    const usual = order.receivedAt + lead;
    if (product === 'stock') return usual;
    // Projects are promised by who leads them; other orders by customer service, wherever that is.
    const isUpToDate = product === 'project' || this.options.staff.isBesideScheduler(account.id);
    const known = steps.map(({ centre, minutes }): Step => ({ centre, minutes: minutes * scoped }));
    const backlogOf = (centre: WorkCentre): number =>
      isUpToDate ? centre.backlogPerHead : centre.reportedBacklogPerHead;
    return Math.max(usual, this.endOf(known, backlogOf));
  }

  /** When a job that begins now would be through, if it found the same backlog wherever it comes. */
  private endOf(steps: readonly Step[], backlogOf: (centre: WorkCentre) => number): number {
    let at = this.options.simulation.now;
    for (const { centre: name, minutes } of steps) {
      const centre = this.centres[name];
      if (minutes > 0) at = centre.after(at, backlogOf(centre) + minutes);
    }
    return at;
  }

  private isOverPromised({ goods }: Order): boolean {
    return goods.opportunity?.brief?.faults.has('over-promised') === true;
  }

  /** What a salesperson promises who promises too much. */
  private soonerThan(inTime: number, { receivedAt }: Order): number {
    const { sooner } = this.options.scenario.incentives.overPromise;
    return receivedAt + (inTime - receivedAt) * (1 - sooner);
  }

  private deliver(order: Order, promisedAt: number): void {
    const { simulation, observer, onDelivered } = this.options;
    const { now } = simulation;
    const isOnTime = now <= promisedAt;
    order.isDelivered = true;
    const { product, price, listPrice, account, opportunity } = order.goods;
    account.quality.remember('delivery', isOnTime ? 1 : 0, now);
    const leadTime = now - order.receivedAt;
    const late = Math.max(0, now - promisedAt);
    // Spelled out: to spread the facts of the order takes ten times as long.
    const delivery = {
      id: order.id,
      account: account.id,
      product,
      opportunity: opportunity?.id,
      price,
      listPrice,
      isOnTime,
      leadTime,
      late,
    };
    observer.onDelivered(delivery, now);
    onDelivered(order, isOnTime);
  }

  private centreOf(centre: Centre, pool: Pool): WorkCentre {
    const { simulation, scenario } = this.options;
    return new WorkCentre({
      simulation,
      pool,
      kind: { timeUse: timeUseOf(ACTIVITY_OF[centre]), urgency: 0, isOffice: false },
      capacity: scenario.production[centre],
      lotMinutes: scenario.production.lot,
      newsAge: scenario.service.productionAnswers.newsAge,
    });
  }
}
