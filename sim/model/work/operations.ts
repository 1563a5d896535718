import type { Simulation } from '../../engine/simulation.ts';
import type { Scenario } from '../../scenario/schema/scenario.ts';
import type { Charter } from '../charter.ts';
import { DeliveryReputation } from '../market/delivery-reputation.ts';
import type { Staff } from '../people/staff.ts';
import type { ActivityBook } from './activity-book.ts';
import { Downstream } from './downstream.ts';
import { Expansion } from './expansion.ts';
import { WorkInProgressMeeting } from './work-in-progress-meeting.ts';
import type { Works } from './works.ts';

export interface OperationsOptions {
  readonly simulation: Simulation;
  readonly scenario: Scenario;
  readonly charter: Charter;
  readonly staff: Staff;
  readonly activities: ActivityBook;
  readonly works: Works;
}

/** How customer service and the works are run from week to week, and what the market thinks of their delay. */
export class Operations {
  readonly downstream: Downstream;
  private readonly options: OperationsOptions;
  /** Undefined where the delay has no effect. */
  private readonly reputation: DeliveryReputation | undefined;

  constructor(options: OperationsOptions) {
    this.options = options;
    this.downstream = new Downstream(options);
    const { workflow, production } = options.scenario;
    const { weight, recognition: lag } = workflow.deliveryDelay;
    const { lead: usual } = production.products.project;
    this.reputation = weight === 0 ? undefined : new DeliveryReputation({ weight, lag, usual });
  }

  /** Meetings and the rule for more capacity, where the organisation has them. */
  start(): void {
    const { downstream, options } = this;
    new WorkInProgressMeeting(options).start();
    new Expansion({ ...options, downstream }).start();
  }

  /** What the delay, as the market has it, leaves of the chance to win at present. */
  readonly deliveryEffect = (): number => {
    if (this.reputation === undefined) return 1;
    const { now } = this.options.simulation;
    this.reputation.note(this.options.works.usualDelay('project'), now);
    return this.reputation.effect(now);
  };
}
