import type { Simulation } from '../../../engine/simulation.ts';
import type { Scenario } from '../../../scenario/schema/scenario.ts';
import type { Charter } from '../../charter.ts';
import type { FieldSeat, Staff } from '../../people/staff.ts';
import type { ActivityBook } from '../activity-book.ts';
import type { LeaderPlans } from '../leader-plans.ts';

const HALF_DAY = 240;

export interface LeaderSidesOptions {
  readonly simulation: Simulation;
  readonly scenario: Scenario;
  readonly charter: Charter;
  readonly staff: Staff;
  readonly activities: ActivityBook;
  readonly leaderPlans: LeaderPlans;
}

/** What a leader still knows of delivery, in (0, 1], and since when he has been on his side. */
interface Standing {
  skill: number;
  since: number;
  isBeforeSale: boolean;
}

/**
 * Which project leaders work before the sale and which after it, where they do not do both: some of them in turn, or
 * always the same. Before the sale what they know of delivery halves again and again; after it the gap closes the same
 * way. Who changes sides spends some half-days on it.
 */
export class LeaderSides {
  private readonly options: LeaderSidesOptions;
  private readonly standings: Standing[] = [];
  /** How many leaders, from the first one on, have had their turn before the sale. */
  private turned = 0;

  constructor(options: LeaderSidesOptions) {
    this.options = options;
    const { simulation, charter } = options;
    const { preSalesLeaders, rotation } = charter.firm.briefs;
    if (preSalesLeaders > 0 && rotation > 0) simulation.schedule(rotation, this.onTurn, undefined);
  }

  /** Whether some work before the sale only, and the others after it. */
  get areApart(): boolean {
    return this.options.charter.firm.briefs.preSalesLeaders > 0;
  }

  get beforeSale(): readonly FieldSeat[] {
    return this.options.staff.leaders.filter((_, nth) => this.isTurnOf(nth));
  }

  /** The leader of a project once it is sold: projects go round. */
  afterSale(projectId: number): FieldSeat {
    const others = this.options.staff.leaders.filter((_, nth) => !this.isTurnOf(nth));
    return others[projectId % others.length]!;
  }

  /** What a leader still knows of delivery: 1 is everything. */
  skillOf(leader: FieldSeat): number {
    if (!this.areApart) return 1;
    this.catchUp(leader);
    return this.standings[leader.index]!.skill;
  }

  private isTurnOf(nth: number): boolean {
    const { length } = this.options.staff.leaders;
    const { preSalesLeaders } = this.options.charter.firm.briefs;
    return (nth - this.turned + length) % length < preSalesLeaders;
  }

  private readonly onTurn = (): void => {
    const { simulation, staff, charter } = this.options;
    const { preSalesLeaders, rotation } = charter.firm.briefs;
    for (const leader of staff.leaders) this.catchUp(leader);
    this.turned = (this.turned + preSalesLeaders) % Math.max(1, staff.leaders.length);
    staff.leaders.forEach((leader, nth) => {
      const standing = this.standings[leader.index]!;
      if (standing.isBeforeSale === this.isTurnOf(nth)) return;
      standing.isBeforeSale = this.isTurnOf(nth);
      this.handOver(leader);
    });
    simulation.schedule(simulation.now + rotation, this.onTurn, undefined);
  };

  private handOver(leader: FieldSeat): void {
    const { simulation, activities, leaderPlans } = this.options;
    const { kind, minutes } = activities.of('change-sides');
    const parts = Math.ceil(minutes(leader.index, this.turned) / HALF_DAY);
    const onDone = (): void => undefined;
    for (let part = 0; part < parts; part++)
      leaderPlans.planWork({ leader, from: simulation.now, kind, about: undefined, onDone });
  }

  /** Lets the time since the last look take or give skill; what halves closes by a half in the half-life. */
  private catchUp(leader: FieldSeat): void {
    const { now } = this.options.simulation;
    const { halfLife, recovery } = this.options.scenario.briefs.skill;
    const nth = this.options.staff.leaders.indexOf(leader);
    const standing = (this.standings[leader.index] ??= {
      skill: 1,
      since: 0,
      isBeforeSale: this.isTurnOf(nth),
    });
    const passed = now - standing.since;
    if (standing.isBeforeSale) standing.skill *= 2 ** (-passed / halfLife);
    else standing.skill = 1 - (1 - standing.skill) * 2 ** (-passed / recovery);
    standing.since = now;
  }
}
