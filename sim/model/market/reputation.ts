import type { Scenario } from '../../scenario/schema/scenario.ts';

/** What is told of the firm: a smoothed share of projects that went well, and what of it has got around. */
export class Reputation {
  /** Smoothed share of projects that went well, in [0, 1]. */
  level: number;
  private readonly options: Scenario['service']['reputation'];
  private told: number;
  private caughtUpAt = 0;

  /** Starts at the reference. */
  constructor(options: Scenario['service']['reputation']) {
    this.options = options;
    this.level = options.reference;
    this.told = options.reference;
  }

  /** A project has been delivered, as it was understood and promised or not. */
  remember(wentWell: boolean, at: number): void {
    this.catchUp(at);
    this.level += this.options.memory * ((wentWell ? 1 : 0) - this.level);
  }

  /** What it multiplies the rates of new prospects by: at most 1. */
  multiplier(at: number): number {
    const { slope, reference, floor } = this.options;
    if (slope === 0) return 1;
    this.catchUp(at);
    return Math.min(1, Math.max(floor, 1 + slope * (this.told - reference)));
  }

  /** Exponential lag, as in an account's memory. */
  private catchUp(at: number): void {
    this.told += (this.level - this.told) * -Math.expm1((this.caughtUpAt - at) / this.options.lag);
    this.caughtUpAt = at;
  }
}
