import type { Simulation } from '../../engine/simulation.ts';
import type { KeyedDraws } from '../../random/keyed-draws.ts';
import type { Scenario } from '../../scenario/schema/scenario.ts';
import type { Charter } from '../charter.ts';
import type { Observer } from '../observer.ts';
import { readiness } from '../policies/readiness.ts';
import type { OpenOpportunity } from './open-opportunity.ts';

export interface BuyingOptions {
  readonly simulation: Simulation;
  readonly observer: Observer;
  readonly scenario: Scenario;
  readonly charter: Charter;
  /** Draws by opportunity and meeting: whether the customer is where the next step needs him. */
  readonly draws: KeyedDraws;
}

/**
 * How customers buy: whether they are ready, where they are in a process of their own, and what they make of news that
 * comes in time or does not.
 */
export class Buying {
  private readonly options: BuyingOptions;

  constructor(options: BuyingOptions) {
    this.options = options;
  }

  /** A meeting has been held. Returns what to call once the customer has heard from the firm again. */
  onHeld({ course }: OpenOpportunity): () => void {
    const { simulation, scenario } = this.options;
    const { followUpLoss, followUpWithin } = scenario.buying;
    if (followUpLoss === 0) return () => undefined;
    const promise = course.expectNews(simulation.now + followUpWithin);
    return () => (promise.keptAt = simulation.now);
  }

  /**
   * The customer has thought about a meeting after which the seller wants to go on. Share of the chance to go on that
   * is left; undefined if another meeting of the same kind comes first.
   */
  nextStep({ birth, course, meetingsHeld, salesperson }: OpenOpportunity): number | undefined {
    const { scenario, charter, draws } = this.options;
    const { outOfStep, outOfStepLoss } = scenario.buying;
    const isCaughtUpWith = course.isBeingCaughtUpWith;
    course.isBeingCaughtUpWith = false;
    if (outOfStep === 0 || isCaughtUpWith || draws.uniform(birth.id, meetingsHeld) >= outOfStep) return 1;
    if (charter.of(salesperson.index).pursuit.nextStep === 'customer-stage') {
      course.isBeingCaughtUpWith = true;
      return undefined;
    }
    course.stepsTooSoon++;
    return 1 - outOfStepLoss;
  }

  /** Minutes until the seller asks for a step: a closing meeting may have to wait until the deal is old enough. */
  minutesUntil(stage: OpenOpportunity['stage'], { birth, salesperson }: OpenOpportunity): number {
    const { closeNotBefore } = this.options.charter.of(salesperson.index).pursuit;
    if (stage !== 'closing' || closeNotBefore === 0) return 0;
    return Math.max(0, birth.arrivedAt + closeNotBefore - this.options.simulation.now);
  }

  /** The customer is asked to decide. Share of the chance to win that readiness and broken promises have left. */
  askToDecide({ id, birth, course }: OpenOpportunity): number {
    const { simulation, observer, scenario } = this.options;
    const { now } = simulation;
    const ready = readiness(scenario.buying, now - birth.arrivedAt);
    const brokenPromises = course.brokenPromises(now);
    const { stepsTooSoon } = course;
    observer.onDecisionAsked({ opportunity: id, readiness: ready, brokenPromises, stepsTooSoon }, now);
    return ready * (1 - scenario.buying.followUpLoss) ** brokenPromises;
  }
}
