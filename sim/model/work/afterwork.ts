import type { Charter } from '../charter.ts';
import type { Staff } from '../people/staff.ts';
import { Task } from '../people/task.ts';
import type { Subject } from '../subject.ts';
import type { ActivityBook } from './activity-book.ts';

export interface AfterworkOptions {
  readonly charter: Charter;
  readonly staff: Staff;
  readonly activities: ActivityBook;
}

/** Which meeting or visit was held. */
interface HeldWith {
  readonly salesperson: number;
  readonly about: Subject;
  readonly key: number;
  readonly nth: number;
}

/** What a meeting or visit that was held leaves behind: the debrief with its record, and what was promised. */
export class Afterwork {
  private readonly options: AfterworkOptions;

  constructor(options: AfterworkOptions) {
    this.options = options;
  }

  /** `key` names the customer, `nth` counts meetings with the customer, who hears from the firm with the follow-up. */
  add(of: HeldWith, onFollowedUp = (): void => undefined): void {
    this.queue('debrief', of, () => undefined);
    this.queue('follow-up', of, onFollowedUp);
  }

  private queue(
    activity: 'debrief' | 'follow-up',
    { salesperson, about, key, nth }: HeldWith,
    onDone: () => void,
  ): void {
    const { charter, staff, activities } = this.options;
    const { kind, minutes } = activities.of(activity);
    const queue = staff.queueFor(charter.of(salesperson).assignments[activity], salesperson);
    queue.add(new Task({ kind, minutes: minutes(key, nth), about, onDone }));
  }
}
