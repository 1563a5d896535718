import type { Simulation } from '../../engine/simulation.ts';
import type { KeyedDraws } from '../../random/keyed-draws.ts';
import type { Scenario } from '../../scenario/schema/scenario.ts';
import type { Charter } from '../charter.ts';
import { SCHEDULING_ERRORS, type Observer, type SchedulingError } from '../observer.ts';

/**
 * Two rules of scheduling side by side: customers are called by both sides, and days are given away twice. Only while
 * somebody's calls are made by another role than somebody else's.
 */
export class Confusion {
  private readonly rules: Scenario['transition']['confusion'];
  private readonly charter: Charter;
  private readonly draws: KeyedDraws;
  private readonly simulation: Simulation;
  private readonly observer: Observer;

  /** Draws are by customer, and by number of the call or booking with the customer. */
  constructor(of: {
    simulation: Simulation;
    observer: Observer;
    rules: Scenario['transition']['confusion'];
    charter: Charter;
    draws: KeyedDraws;
  }) {
    this.simulation = of.simulation;
    this.observer = of.observer;
    this.rules = of.rules;
    this.charter = of.charter;
    this.draws = of.draws;
  }

  /** Whether the other side has called the customer already, so that the call takes twice as long. */
  isSecondCall(customer: number, nth: number): boolean {
    return this.happens('second-call', customer, nth);
  }

  /** Whether the day agreed has been given to somebody else. */
  isDayGivenTwice(customer: number, nth: number): boolean {
    return this.happens('day-given-twice', customer, nth);
  }

  private happens(kind: SchedulingError, customer: number, nth: number): boolean {
    if (!this.charter.isMixed) return false;
    const chance = kind === 'second-call' ? this.rules.calls : this.rules.bookings;
    const which = SCHEDULING_ERRORS.length * nth + SCHEDULING_ERRORS.indexOf(kind);
    if (this.draws.uniform(customer, which) >= chance) return false;
    this.observer.onSchedulingError(kind, this.simulation.now);
    return true;
  }
}
