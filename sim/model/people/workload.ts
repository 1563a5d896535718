import type { Task } from './task.ts';
import type { TaskQueue } from './task-queue.ts';

/** Everything that one person may be asked to do: queues of tasks, and work that fills idle time. */
export class Workload {
  /** What there is to do when nothing waits, at base; undefined for nothing. */
  idleWork: (() => Task | undefined) | undefined = undefined;
  private readonly queues: readonly TaskQueue[];

  constructor(queues: readonly TaskQueue[]) {
    this.queues = queues;
  }

  /**
   * The most urgent task that can be done at base or elsewhere, taken out of its queue. Of tasks equally urgent those
   * of an earlier queue come first. Tasks that need not be done any more are dropped on the way. If there is no time
   * for the most urgent one, nothing is begun.
   */
  take(isAtBase: boolean, hasTimeFor: (task: Task) => boolean): Task | undefined {
    for (;;) {
      const task = this.mostUrgent(isAtBase);
      if (task === undefined) {
        const filler = isAtBase ? this.idleWork?.() : undefined;
        return filler !== undefined && hasTimeFor(filler) ? filler : undefined;
      }
      if (!hasTimeFor(task)) return undefined;
      task.queue!.remove(task);
      if (task.isStillWanted()) return task;
    }
  }

  /** Whether there is nothing to wait for but what may come. */
  isEmpty(): boolean {
    return this.idleWork === undefined && this.queues.every(({ length }) => length === 0);
  }

  private mostUrgent(isAtBase: boolean): Task | undefined {
    let best: Task | undefined;
    for (const queue of this.queues) {
      const task = queue.next(isAtBase);
      if (task !== undefined && (best === undefined || task.kind.urgency < best.kind.urgency)) best = task;
    }
    return best;
  }
}
