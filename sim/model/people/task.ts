import type { Subject } from '../subject.ts';

/** What is the same for all tasks of one activity. */
export interface TaskKind {
  /** Place of the activity in the list of time uses. */
  readonly timeUse: number;
  /** Class of urgency: 0 is the most urgent. */
  readonly urgency: number;
  /** Whether it can only be done at base; otherwise wherever there is a phone. */
  readonly isOffice: boolean;
}

/** Where a task waits. */
export interface Queue {
  /** An interrupted task comes back to its place; somebody else may take it up. */
  putBack(task: Task): void;
  /** Takes out a task that somebody is about to begin. */
  remove(task: Task): void;
  /** Takes out a task that waits. False if it does not, because somebody is at it or has done it. */
  withdraw(task: Task): boolean;
}

/** What one task is about. */
export interface TaskOrder {
  readonly kind: TaskKind;
  /** Minutes of work that it takes. */
  readonly minutes: number;
  /** Told when the work is done. */
  readonly onDone: (task: Task) => void;
  /** Asked when somebody is about to begin: if not, the task leaves the queue undone. */
  readonly mayBegin?: (task: Task) => boolean;
  /** Order within its class where it is not age: lower comes first. */
  readonly rank?: number;
  /** Whether everything else comes first: work that only fills idle time. */
  readonly yields?: boolean;
  /** When somebody expects it done, minutes since the start; Infinity if nobody does. */
  readonly dueAt?: number;
  /** What it is done for; nothing in particular if left out. */
  readonly about?: Subject | undefined;
}

/**
 * Work that waits in a queue until somebody does it. It may be interrupted and taken up again; nothing is lost then
 * but the time to find back into it.
 */
export class Task {
  /** Another one once it has been expedited. */
  kind: TaskKind;
  readonly onDone: (task: Task) => void;
  readonly mayBegin: ((task: Task) => boolean) | undefined;
  readonly yields: boolean;
  readonly dueAt: number;
  /** What it is done for, once that is known. */
  about: Subject | undefined;
  /** Minutes of work that it takes, switching aside. */
  readonly minutes: number;
  /** Minutes of work left. */
  remaining: number;
  /** Whether somebody has worked on it. */
  isBegun = false;
  /** When it came into its queue; minutes since the start. */
  queuedAt = NaN;
  /** Order within its class of urgency: lower comes first. NaN until a queue gives it its age. */
  rank: number;
  /** Whether the rank was given with it, and holds in any queue. */
  readonly hasOwnRank: boolean;
  /** The queue that it belongs to, also while somebody works on it. */
  queue: Queue | undefined = undefined;
  /** Neighbours in that queue while it waits. */
  before: Task | undefined = undefined;
  after: Task | undefined = undefined;
  isWaiting = false;

  constructor({ kind, minutes, onDone, mayBegin, rank, yields, dueAt, about }: TaskOrder) {
    this.kind = kind;
    this.minutes = minutes;
    this.remaining = minutes;
    this.onDone = onDone;
    this.mayBegin = mayBegin;
    this.rank = rank ?? NaN;
    this.hasOwnRank = rank !== undefined;
    this.yields = yields ?? false;
    this.dueAt = dueAt ?? Infinity;
    this.about = about;
  }

  /** Whether somebody who is about to begin should; what was begun is not asked about again. */
  isStillWanted(): boolean {
    return this.isBegun || this.mayBegin?.(this) !== false;
  }
}
