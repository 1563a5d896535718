import type { Simulation } from '../../engine/simulation.ts';
import type { Scenario } from '../../scenario/schema/scenario.ts';
import type { Seat } from '../people/seat.ts';

/** Who has been coached, and what is left of it: all of it at first, less by 1/e in each time constant. */
export class Coaching {
  private readonly simulation: Simulation;
  private readonly effects: Scenario['coaching'];
  private readonly coachedAt = new Map<Seat, number>();

  private readonly service: { readonly open: readonly Seat[] };

  /** `service` are the seats of customer service. */
  constructor(of: {
    simulation: Simulation;
    scenario: Scenario;
    service: { readonly open: readonly Seat[] };
  }) {
    this.simulation = of.simulation;
    this.service = of.service;
    this.effects = of.scenario.coaching;
  }

  /** Somebody has been coached. */
  coach(seat: Seat): void {
    this.coachedAt.set(seat, this.simulation.now);
  }

  /** What is left of somebody's coaching: 0 to 1. */
  levelOf(seat: Seat): number {
    const at = this.coachedAt.get(seat);
    return at === undefined ? 0 : Math.exp((at - this.simulation.now) / this.effects.fades);
  }

  /** What coaching multiplies the chance to win with a salesperson by. */
  winFactor(seat: Seat): number {
    return this.effects.winGain === 0 ? 1 : 1 + this.effects.winGain * this.levelOf(seat);
  }

  /** What coaching multiplies the time of work of customer service by: who will do it is not known before. */
  serviceTime(): number {
    const pool = this.service.open;
    const { paceGain } = this.effects;
    if (paceGain === 0 || pool.length === 0) return 1;
    const level = pool.reduce((sum, seat) => sum + this.levelOf(seat), 0) / pool.length;
    return 1 / (1 + paceGain * level);
  }
}
