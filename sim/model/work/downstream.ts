import type { Simulation } from '../../engine/simulation.ts';
import type { Centre } from '../../scenario/schema/ids.ts';
import type { Staff } from '../people/staff.ts';
import type { Works } from './works.ts';

/** What somebody who releases work upstream can know of what comes after the sale. Reading it changes nothing. */
export class Downstream {
  private readonly simulation: Simulation;
  private readonly staff: Pick<Staff, 'service'>;
  private readonly works: Pick<Works, 'backlogWeeks'>;

  constructor(of: {
    readonly simulation: Simulation;
    readonly staff: Pick<Staff, 'service'>;
    readonly works: Pick<Works, 'backlogWeeks'>;
  }) {
    this.simulation = of.simulation;
    this.staff = of.staff;
    this.works = of.works;
  }

  /** Weeks in which a centre would work off what is there with the capacity in hand. */
  backlogWeeks(centre: Centre): number {
    return this.works.backlogWeeks(centre);
  }

  /** Tasks that wait for customer service, for each representative. */
  get casesPerHead(): number {
    let [waiting, heads] = [0, 0];
    for (const { open, queue } of this.staff.service.sites) {
      waiting += queue.length;
      heads += open.length;
    }
    return heads === 0 ? 0 : waiting / heads;
  }

  /** Weeks in which customer service would work off what waits for it. */
  get serviceWeeks(): number {
    let [waiting, perWeek] = [0, 0];
    for (const { open, queue } of this.staff.service.sites) {
      waiting += queue.workWaiting();
      for (const { person } of open) perWeek += person.shift.workingTime.minutesPerPeriod;
    }
    return perWeek === 0 ? 0 : waiting / perWeek;
  }

  /** Working minutes that whatever has waited longest for customer service has waited; 0 if nothing waits. */
  get longestWait(): number {
    let longest = 0;
    for (const { open, queue } of this.staff.service.sites) {
      const since = queue.oldestSince();
      if (since === undefined || open.length === 0) continue;
      const { workingTime } = open[0]!.person.shift;
      longest = Math.max(longest, workingTime.between(since, this.simulation.now));
    }
    return longest;
  }
}
