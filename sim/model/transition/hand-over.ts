import { CASE_ACTIVITIES, type Activity } from '../../scenario/schema/ids.ts';
import type { Charter } from '../charter.ts';
import { TIME_USES } from '../observer.ts';
import type { Staff } from '../people/staff.ts';
import type { Task } from '../people/task.ts';
import type { TaskQueue } from '../people/task-queue.ts';
import { takersIn } from './reassignments.ts';

/**
 * Work that waits for a salesperson and is done by somebody else from now on: it goes to them, and nothing that has
 * been done of it is lost. Calls to schedule meetings are not among it: the booking desk looks after those.
 */
export class HandOver {
  private readonly charter: Charter;
  private readonly staff: Staff;

  constructor(charter: Charter, staff: Staff) {
    this.charter = charter;
    this.staff = staff;
  }

  /** Passes on what a salesperson has and is not to do any more. */
  fromSalesperson(index: number): void {
    const { queue } = this.staff.seatsOf('salesperson').at(index)!;
    queue.pass((task) => this.newQueueOf(task, index));
  }

  private newQueueOf({ kind }: Task, salesperson: number): TaskQueue | undefined {
    const { staff, charter } = this;
    const organisation = charter.of(salesperson);
    const activity = TIME_USES[kind.timeUse] as Activity;
    const isKeptCase = CASES.has(activity) && organisation.casesThroughSalesperson === 'keep';
    const taker = takersIn(organisation)[activity];
    if (taker === undefined || taker === 'salesperson' || taker === 'dropped') return undefined;
    if (isKeptCase || activity === 'schedule-call') return undefined;
    return taker === 'project-leader'
      ? staff.leadersOf(salesperson)[0]!.queue
      : staff.queueFor(taker, salesperson);
  }
}

const CASES: ReadonlySet<Activity> = new Set<Activity>(CASE_ACTIVITIES);
