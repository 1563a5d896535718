import type { Simulation } from '../../../engine/simulation.ts';
import type { Scenario } from '../../../scenario/schema/scenario.ts';
import { timeUseOf, type Observer } from '../../observer.ts';
import type { TaskKind } from '../../people/task.ts';
import type { OpenOpportunity } from '../open-opportunity.ts';
import type { Order } from '../order.ts';
import type { WorkCentre } from '../work-centre.ts';
import type { Gates } from './gates.ts';

export interface ProjectRouteOptions {
  readonly simulation: Simulation;
  readonly observer: Observer;
  readonly scenario: Scenario;
  readonly gates: Gates;
  readonly engineering: WorkCentre;
  readonly making: WorkCentre;
  /** What was misunderstood has come to light at delivery. */
  readonly onFoundLate: (order: Order) => void;
}

/** A project in production: minutes of engineering and making, and whom to tell when it can be delivered. */
export interface ProjectRun {
  readonly order: Order;
  readonly opportunity: OpenOpportunity;
  readonly engineering: number;
  readonly making: number;
  readonly onReady: () => void;
}

const REWORK: TaskKind = { timeUse: timeUseOf('rework'), urgency: 0, isOffice: false };

/**
 * The way of a project through production: engineering, a review with the customer where the firm has one, making.
 * What the review finds is engineered again; what comes to light at delivery only has to be settled with the customer,
 * and is engineered and made again.
 */
export class ProjectRoute {
  private readonly options: ProjectRouteOptions;

  constructor(options: ProjectRouteOptions) {
    this.options = options;
  }

  /** Takes a project in. */
  run(project: ProjectRun): void {
    const { engineering } = this.options;
    engineering.add({ minutes: project.engineering, onDone: () => this.onEngineered(project) });
  }

  private onEngineered(project: ProjectRun): void {
    const { gates, engineering, making, scenario } = this.options;
    gates.pass(project.opportunity, 'in-production', (found) => {
      const redone = found * scenario.briefs.rework.share * project.engineering;
      const make = (): void =>
        making.add({ minutes: project.making, onDone: () => this.onMade(project, redone) });
      engineering.add({ minutes: redone, kind: REWORK, onDone: make });
    });
  }

  private onMade(project: ProjectRun, redoneBefore: number): void {
    const { simulation, observer, scenario, engineering, making, onFoundLate } = this.options;
    const { faults } = project.opportunity.brief!;
    if (faults.size === 0) {
      this.finish(project, redoneBefore);
      return;
    }
    for (const fault of faults)
      observer.onBrief({ kind: 'found', fault, when: 'at-delivery' }, simulation.now);
    const share = faults.size * scenario.briefs.rework.share;
    faults.clear();
    onFoundLate(project.order);
    const again = { engineering: share * project.engineering, making: share * project.making };
    const redone = redoneBefore + again.engineering + again.making;
    const make = (): void =>
      making.add({ minutes: again.making, kind: REWORK, onDone: () => this.finish(project, redone) });
    const engineer = (): void => engineering.add({ minutes: again.engineering, kind: REWORK, onDone: make });
    simulation.schedule(simulation.now + scenario.briefs.rework.settling, engineer, undefined);
  }

  private finish({ order, opportunity, engineering, making, onReady }: ProjectRun, redone: number): void {
    const { simulation, observer, scenario } = this.options;
    const { price, listPrice } = order.goods;
    const work = engineering + making;
    const actualOverScoped = (work === 0 ? 1 : (work + redone) / work) * opportunity.brief!.estimateFactor;
    const unpaid = scenario.briefs.rework.unpaid * Math.max(0, actualOverScoped - 1) * listPrice;
    const cost = scenario.money.trulyVariableCost * listPrice + unpaid;
    observer.onBrief({ kind: 'finished', price, cost, unpaid, actualOverScoped, redone }, simulation.now);
    onReady();
  }
}
