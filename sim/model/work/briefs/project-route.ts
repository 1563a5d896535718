import type { Simulation } from '../../../engine/simulation.ts';
import type { Centre } from '../../../scenario/schema/ids.ts';
import type { Scenario } from '../../../scenario/schema/scenario.ts';
import { timeUseOf, type Observer } from '../../observer.ts';
import type { TaskKind } from '../../people/task.ts';
import type { BriefFault } from '../../brief-event.ts';
import type { Reputation } from '../../market/reputation.ts';
import type { OpenOpportunity } from '../open-opportunity.ts';
import type { Order } from '../order.ts';
import type { Step } from '../route.ts';
import type { WorkCentre } from '../work-centre.ts';
import type { Gates } from './gates.ts';

export interface ProjectRouteOptions {
  readonly simulation: Simulation;
  readonly observer: Observer;
  readonly scenario: Scenario;
  readonly gates: Pick<Gates, 'pass'>;
  readonly centres: Readonly<Record<Centre, WorkCentre>>;
  readonly reputation: Reputation;
  /** Making begins: for the first time, not again for what was misunderstood. */
  readonly onMakingBegun: (order: Order) => void;
  /** What was misunderstood has come to light at delivery. */
  readonly onFoundLate: (order: Order) => void;
}

/** A project in production: its way through the centres, and whom to tell when it can be delivered. */
export interface ProjectRun {
  readonly order: Order;
  readonly opportunity: OpenOpportunity;
  readonly steps: readonly Step[];
  readonly promisedAt: number;
  readonly onReady: () => void;
}

const REWORK: TaskKind = { timeUse: timeUseOf('rework'), urgency: 0, isOffice: false };

/**
 * The way of a project through production: its route, with a review with the customer after engineering where the
 * firm has one.
 * What the review finds is engineered again; what comes to light at delivery only has to be settled with the customer,
 * and goes the whole way again.
 */
export class ProjectRoute {
  private readonly options: ProjectRouteOptions;

  constructor(options: ProjectRouteOptions) {
    this.options = options;
  }

  /** Takes a project in. */
  run(project: ProjectRun): void {
    this.work(project, 0, 0);
  }

  /** On to a step of the route; what was engineered again after the review goes with it. */
  private work(project: ProjectRun, nth: number, redone: number): void {
    const { steps, promisedAt } = project;
    const step = steps[nth];
    if (step === undefined) {
      this.onMade(project, redone);
      return;
    }
    const { centre, minutes } = step;
    const onDone = (): void => {
      if (centre === 'engineering') this.review(project, nth);
      else this.work(project, nth + 1, redone);
    };
    if (centre === 'making') this.options.onMakingBegun(project.order);
    this.options.centres[centre].add({ minutes, promisedAt, about: project.order, onDone });
  }

  private review(project: ProjectRun, nth: number): void {
    const { gates, centres, scenario } = this.options;
    const { order, opportunity, steps, promisedAt } = project;
    gates.pass(opportunity, 'in-production', (found) => {
      const minutes = workOf(found, scenario) * steps[nth]!.minutes;
      const onDone = (): void => this.work(project, nth + 1, minutes);
      centres.engineering.add({ minutes, promisedAt, about: order, kind: REWORK, onDone });
    });
  }

  private onMade(project: ProjectRun, redoneBefore: number): void {
    const { simulation, observer, scenario, onFoundLate } = this.options;
    const { id } = project.opportunity;
    const { faults } = project.opportunity.brief!;
    if (faults.size === 0) {
      this.finish(project, redoneBefore);
      return;
    }
    for (const fault of faults)
      observer.onBrief({ kind: 'found', opportunity: id, fault, when: 'at-delivery' }, simulation.now);
    const share = workOf([...faults], scenario);
    faults.clear();
    project.opportunity.brief!.foundLate = true;
    onFoundLate(project.order);
    const steps = project.steps.map(({ centre, minutes }): Step => ({ centre, minutes: share * minutes }));
    const redone = steps.reduce((total, { minutes }) => total + minutes, redoneBefore);
    const again = (): void => this.redo(project, steps, redone);
    simulation.schedule(simulation.now + scenario.briefs.rework.settling, again, undefined);
  }

  private redo(project: ProjectRun, [step, ...others]: readonly Step[], redone: number): void {
    if (step === undefined) {
      this.finish(project, redone);
      return;
    }
    const { centre, minutes } = step;
    const onDone = (): void => this.redo(project, others, redone);
    const { promisedAt, order: about } = project;
    this.options.centres[centre].add({ minutes, promisedAt, about, kind: REWORK, onDone });
  }

  private finish({ order, opportunity, steps, onReady }: ProjectRun, redone: number): void {
    const { simulation, observer, scenario, reputation } = this.options;
    const { price, listPrice } = order.goods;
    const work = steps.reduce((total, { minutes }) => total + minutes, 0);
    const actualOverScoped = (work === 0 ? 1 : (work + redone) / work) * opportunity.brief!.estimateFactor;
    const unpaid = scenario.briefs.rework.unpaid * Math.max(0, actualOverScoped - 1) * listPrice;
    const usual = scenario.money.trulyVariableCost * listPrice;
    const extra = usual * (opportunity.birth.costFactor - 1) + unpaid;
    const wentWell = !opportunity.brief!.foundLate;
    reputation.remember(wentWell, simulation.now);
    order.goods.account.quality.rememberProject(wentWell, simulation.now);
    const { level } = reputation;
    observer.onBrief(
      {
        kind: 'finished',
        opportunity: opportunity.id,
        price,
        cost: usual + extra,
        unpaid,
        extra,
        actualOverScoped,
        redone,
        reputation: level,
      },
      simulation.now,
    );
    onReady();
  }
}

/** Share of its work that a job takes in addition because of some faults. */
function workOf(faults: readonly BriefFault[], { briefs, incentives }: Scenario): number {
  return faults.reduce(
    (sum, fault) => sum + (fault === 'misunderstood' ? briefs.rework.share : incentives.overPromise.work),
    0,
  );
}
