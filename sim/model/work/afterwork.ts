import type { Charter } from '../charter.ts';
import type { Staff } from '../people/staff.ts';
import { Task } from '../people/task.ts';
import type { ActivityBook } from './activity-book.ts';

export interface AfterworkOptions {
  readonly charter: Charter;
  readonly staff: Staff;
  readonly activities: ActivityBook;
}

/** What a meeting or visit that was held leaves behind: the debrief with its record, and what was promised. */
export class Afterwork {
  private readonly options: AfterworkOptions;

  constructor(options: AfterworkOptions) {
    this.options = options;
  }

  /** `key` names the customer, `nth` counts meetings with the customer, who hears from the firm with the follow-up. */
  add(of: { salesperson: number; key: number; nth: number }, onFollowedUp = (): void => undefined): void {
    this.queue('debrief', of, () => undefined);
    this.queue('follow-up', of, onFollowedUp);
  }

  private queue(
    activity: 'debrief' | 'follow-up',
    { salesperson, key, nth }: { salesperson: number; key: number; nth: number },
    onDone: () => void,
  ): void {
    const { charter, staff, activities } = this.options;
    const { kind, minutes } = activities.of(activity);
    const queue = staff.queueFor(charter.of(salesperson).assignments[activity], salesperson);
    queue.add(new Task({ kind, minutes: minutes(key, nth), onDone }));
  }
}
