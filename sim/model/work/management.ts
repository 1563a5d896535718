import type { Simulation } from '../../engine/simulation.ts';
import type { Role } from '../../scenario/schema/ids.ts';
import { MINUTES_PER_WEEK } from '../../time/working-time.ts';
import type { Charter } from '../charter.ts';
import type { Observer } from '../observer.ts';
import type { Seat } from '../people/seat.ts';
import type { Staff } from '../people/staff.ts';
import { Task } from '../people/task.ts';
import type { ActivityBook } from './activity-book.ts';
import type { Coaching } from './coaching.ts';

export interface ManagementOptions {
  readonly simulation: Simulation;
  readonly observer: Observer;
  readonly charter: Charter;
  readonly staff: Staff;
  readonly activities: ActivityBook;
  readonly coaching: Coaching;
}

/** Managers, and whom they are there for. */
const SPANS = [
  { managers: 'salesManagers', of: 'salesperson', policy: 'sales' },
  { managers: 'supportManagers', of: 'customer-service', policy: 'support' },
] as const;
type Managers = (typeof SPANS)[number]['managers'];

/**
 * What managers do where that is simulated: every week a report, then an hour for each of those they are there for, who
 * spend it too. Coaching that nobody has found time for by the end of the week is dropped: that is how a span of
 * control is too wide. When somebody leaves, a successor has to be looked for.
 */
export class Management {
  private readonly options: ManagementOptions;

  constructor(options: ManagementOptions) {
    this.options = options;
  }

  start(): void {
    const { charter, staff } = this.options;
    for (const { managers, of, policy } of SPANS) {
      if (!charter.firm.management[policy]) continue;
      this.onWeekBegun({ managers, of, week: 0 });
      const hire = (seat: Seat): void => this.add(managers, 'hiring', seat.index);
      staff.seatsOf(of).watch({
        onClosed: hire,
        onClosedDuring: (seat, _, isLeaving) => {
          if (isLeaving) hire(seat);
        },
      });
    }
  }

  private readonly onWeekBegun = (span: { managers: Managers; of: Role; week: number }): void => {
    const { simulation, staff } = this.options;
    const { managers, of, week } = span;
    const end = simulation.now + MINUTES_PER_WEEK;
    for (const { index } of staff[managers].seats.open)
      this.add(managers, 'management-reporting', index, week);
    for (const seat of staff.seatsOf(of).open) this.coach(managers, seat, { week, end });
    simulation.schedule(end, this.onWeekBegun, { managers, of, week: week + 1 });
  };

  /** An hour with somebody, by the end of the week or not at all. */
  private coach(managers: Managers, seat: Seat, { week, end }: { week: number; end: number }): void {
    const { simulation, observer, activities, coaching, staff } = this.options;
    const { kind, minutes } = activities.of('coaching');
    observer.onCoachingDue(simulation.now);
    const task = new Task({
      kind,
      minutes: minutes(seat.index, week),
      mayBegin: () => simulation.now < end && seat.isOpen,
      onDone: () => {
        coaching.coach(seat);
        observer.onCoached(simulation.now);
        seat.queue.add(new Task({ kind, minutes: task.minutes, onDone: () => undefined }));
      },
    });
    staff[managers].queue.add(task);
  }

  private add(managers: Managers, activity: 'hiring' | 'management-reporting', key: number, nth = 0): void {
    const { activities, staff } = this.options;
    const { kind, minutes } = activities.of(activity);
    const onDone = (): void => undefined;
    staff[managers].queue.add(new Task({ kind, minutes: minutes(key, nth), onDone }));
  }
}
