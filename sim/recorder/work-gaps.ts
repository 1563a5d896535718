import { TIME_USES, type TimeUse } from '../model/observer.ts';
import { ROLES, type Role } from '../scenario/schema/ids.ts';
import type { Scenario } from '../scenario/schema/scenario.ts';
import { WorkingTime } from '../time/working-time.ts';
import type { Recording } from './recording.ts';
import { weekOf } from './weekly-level.ts';

/** Time uses at the end of which nothing is done: on the way, waiting, at a closed door, filling idle time. */
const NO_WORK: readonly TimeUse[] = ['travel', 'waiting', 'no-show', 'prospecting'];

/**
 * Working time between two ends of work in a role, whoever did it: count, sum, and sum of squares for each week. Work
 * is a task or a meeting; what is interrupted ends when it is, and ends again.
 */
export class WorkGaps {
  private readonly last: (number | undefined)[] = ROLES.map(() => undefined);
  private readonly hours: readonly WorkingTime[];
  private readonly isWork = TIME_USES.map((use) => !NO_WORK.includes(use));
  private readonly sums: readonly { count: Float64Array; minutes: Float64Array; squares: Float64Array }[];

  constructor(recording: Recording, { organisation }: Scenario) {
    this.hours = ROLES.map((role: Role) => new WorkingTime(organisation.roles[role].hours[0]!));
    this.sums = ROLES.map((role) => ({
      count: recording.of(`work-gaps.${role}`),
      minutes: recording.of(`work-gap.${role}`),
      squares: recording.of(`squares.work-gap.${role}`),
    }));
  }

  /** Time was spent in a role until now; told in order of time. */
  onTimeSpent(role: number, timeUse: number, at: number): void {
    if (!this.isWork[timeUse]!) return;
    const last = this.last[role];
    this.last[role] = at;
    if (last === undefined) return;
    const minutes = this.hours[role]!.between(last, at);
    const week = weekOf(at);
    const sums = this.sums[role]!;
    sums.count[week]!++;
    sums.minutes[week]! += minutes;
    sums.squares[week]! += minutes ** 2;
  }
}
