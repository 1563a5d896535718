import type { Simulation } from '../../engine/simulation.ts';
import type { Observer } from '../observer.ts';
import type { Queue, Task } from './task.ts';

export interface TaskQueueOptions {
  readonly simulation: Simulation;
  readonly observer: Observer;
  /** Place of the role that works on it in the list of roles. */
  readonly role: number;
  /** Tasks at least as urgent as this interrupt less urgent ones; none do if left out. */
  readonly interruptingUrgency?: number;
  /** Order within a class of urgency, lower first; by age if left out. */
  readonly rankOf?: (task: Task) => number;
  /** Tasks that may wait at once, those interrupted not counted; any number if left out. */
  readonly capacity?: number;
}

/** Somebody who works on a queue. */
export interface Worker {
  /** Since when the present state lasts; minutes since the start. */
  readonly since: number;
  /** What is being worked on; undefined if nothing is. */
  readonly task: Task | undefined;
  /** Whether a task would be begun now, were it there. */
  isFreeFor(task: Task): boolean;
  /** Begins a task that has just come if free for it, unless it need not be done any more. True if that settles it. */
  takes(task: Task): boolean;
  /** Whether a more urgent task could interrupt. */
  couldBeInterruptedBy(task: Task): boolean;
  /** Leaves the task at hand for a more urgent one. True if that settles it. */
  isInterruptedBy(task: Task): boolean;
  /** Something waits: get up for it when the working hours begin. */
  expectWork(): void;
}

/** Ranks of expedited tasks: before every other, in the order in which they were expedited. */
const EXPEDITED = -(2 ** 52);
const LAST_EXPEDITED = -(2 ** 51);

/** Tasks of one class of urgency and one setting, in order of rank. */
class Line {
  first: Task | undefined = undefined;
  private last: Task | undefined = undefined;

  insert(task: Task): void {
    let before = this.last;
    while (before !== undefined && before.rank > task.rank) before = before.before;
    const after = before === undefined ? this.first : before.after;
    task.before = before;
    task.after = after;
    if (before === undefined) this.first = task;
    else before.after = task;
    if (after === undefined) this.last = task;
    else after.before = task;
  }

  /** All of them, in order. */
  tasks(): Task[] {
    const all: Task[] = [];
    for (let task = this.first; task !== undefined; task = task.after) all.push(task);
    return all;
  }

  remove(task: Task): void {
    const { before, after } = task;
    if (before === undefined) this.first = after;
    else before.after = after;
    if (after === undefined) this.last = before;
    else after.before = before;
    task.before = undefined;
    task.after = undefined;
  }
}

/**
 * Tasks that wait for one person or for whoever of a role is free: the most urgent class first, and within it by
 * rank, which is age unless a rule says otherwise. An interrupted task keeps its rank.
 */
export class TaskQueue implements Queue {
  readonly role: number;
  /** Tasks that wait. */
  length = 0;
  /** Told of every change in the work that waits: minutes more or less. */
  onWorkWaiting: ((minutes: number) => void) | undefined = undefined;
  private readonly simulation: Simulation;
  private readonly observer: Observer;
  private readonly members: Worker[] = [];
  private readonly interruptingUrgency: number;
  private readonly rankOf: ((task: Task) => number) | undefined;
  private readonly capacity: number;
  /** Two lines for each class of urgency: what can be done anywhere, then what only at base. */
  private readonly lines: Line[] = [];
  private heir: TaskQueue | undefined = undefined;
  private arrivals = 0;
  private expedited = 0;

  constructor(options: TaskQueueOptions) {
    this.simulation = options.simulation;
    this.observer = options.observer;
    this.role = options.role;
    this.interruptingUrgency = options.interruptingUrgency ?? -1;
    this.rankOf = options.rankOf;
    this.capacity = options.capacity ?? Infinity;
  }

  /** Somebody who works on this queue from now on. */
  join(worker: Worker): void {
    this.members.push(worker);
  }

  /** A task that has arrived: begun at once if somebody is free. False if it was refused for lack of room. */
  add(task: Task): boolean {
    if (this.heir !== undefined) return this.heir.add(task);
    task.queue = this;
    task.queuedAt = this.simulation.now;
    this.arrivals++;
    if (Number.isNaN(task.rank)) task.rank = this.rankOf === undefined ? this.arrivals : this.rankOf(task);
    if (this.isTakenAtOnce(task)) return true;
    if (this.length >= this.capacity) return false;
    this.insert(task);
    return true;
  }

  putBack(task: Task): void {
    if (this.heir !== undefined && task.queue === this) {
      this.heir.takeOver(task);
      return;
    }
    if (!this.isTakenAtOnce(task)) this.insert(task);
  }

  withdraw(task: Task): boolean {
    if (!task.isWaiting || task.queue !== this) return false;
    this.remove(task);
    return true;
  }

  /**
   * Puts the tasks that have waited longest, or are due earliest, before all others; at most so many. Those that have
   * been expedited before stay ahead of them, and are not counted.
   */
  expedite(most: number, by: 'age' | 'due'): void {
    const waiting = this.lines.flatMap((line) => line.tasks()).filter(({ rank }) => rank > LAST_EXPEDITED);
    const keyOf = ({ queuedAt, dueAt }: Task): number => (by === 'age' ? queuedAt : dueAt);
    const first = waiting.sort((a, b) => keyOf(a) - keyOf(b) || a.rank - b.rank).slice(0, most);
    for (const task of first) {
      this.lineOf(task).remove(task);
      task.kind = { ...task.kind, urgency: 0 };
      task.rank = EXPEDITED + this.expedited++;
      this.lineOf(task).insert(task);
    }
  }

  /** Minutes of work left of all tasks that wait. */
  workWaiting(): number {
    const tasks = this.lines.flatMap((line) => line.tasks());
    return tasks.reduce((minutes, { remaining }) => minutes + remaining, 0);
  }

  /** Since when the task at the head of a line that has waited longest has waited; undefined if none waits. */
  oldestSince(): number | undefined {
    let oldest: number | undefined;
    for (const { first } of this.lines) {
      if (first !== undefined) oldest = Math.min(oldest ?? Infinity, first.queuedAt);
    }
    return oldest;
  }

  /** Whatever comes goes to another queue from now on, and what waits here does now; undefined to end that. */
  leaveTo(heir: TaskQueue | undefined): void {
    this.heir = heir;
    if (heir !== undefined) this.moveTo(heir);
  }

  /**
   * Everything that waits here goes to another queue, where it lines up behind what waits there: nothing that has
   * been done is lost, nor since when it has waited.
   */
  moveTo(other: TaskQueue): void {
    for (const line of this.lines) {
      for (let task = line.first; task !== undefined; task = line.first) {
        this.remove(task);
        other.takeOver(task);
      }
    }
  }

  /** Tasks that wait here go where `placeFor` says, and stay where it says nothing. */
  pass(placeFor: (task: Task) => TaskQueue | undefined): void {
    for (const task of this.lines.flatMap((line) => line.tasks())) {
      const place = placeFor(task);
      if (place === undefined || place === this) continue;
      this.remove(task);
      place.takeOver(task);
    }
  }

  private takeOver(task: Task): void {
    task.queue = this;
    this.arrivals++;
    if (task.rank <= LAST_EXPEDITED) task.rank = EXPEDITED + this.expedited++;
    else if (!task.hasOwnRank) task.rank = this.rankOf === undefined ? this.arrivals : this.rankOf(task);
    this.putBack(task);
  }

  /** The task that comes next for somebody at base or not; undefined if none does. */
  next(isAtBase: boolean): Task | undefined {
    if (this.length === 0) return undefined;
    for (let i = 0; i < this.lines.length; i += 2) {
      const anywhere = this.lines[i]!.first;
      const office = isAtBase ? this.lines[i + 1]!.first : undefined;
      if (anywhere !== undefined && (office === undefined || anywhere.rank <= office.rank)) return anywhere;
      if (office !== undefined) return office;
    }
    return undefined;
  }

  remove(task: Task): void {
    this.lineOf(task).remove(task);
    task.isWaiting = false;
    this.length--;
    this.observer.onTaskDequeued(this.role, this.simulation.now);
    this.onWorkWaiting?.(-task.remaining);
  }

  private insert(task: Task): void {
    this.lineOf(task).insert(task);
    task.isWaiting = true;
    this.length++;
    this.observer.onTaskQueued(this.role, this.simulation.now);
    this.onWorkWaiting?.(task.remaining);
    for (const member of this.members) member.expectWork();
  }

  private lineOf(task: Task): Line {
    const { urgency, isOffice } = task.kind;
    while (this.lines.length <= 2 * urgency + 1) this.lines.push(new Line());
    return this.lines[2 * urgency + (isOffice ? 1 : 0)]!;
  }

  /** Offers a task to whoever has been free longest, or to whoever may be interrupted for it. True if settled. */
  private isTakenAtOnce(task: Task): boolean {
    if (this.members.length === 1) {
      const member = this.members[0]!;
      return member.takes(task) || (this.mayInterrupt(task) && member.isInterruptedBy(task));
    }
    let longestFree: Worker | undefined;
    for (const member of this.members) {
      if (member.isFreeFor(task) && (longestFree === undefined || member.since < longestFree.since)) {
        longestFree = member;
      }
    }
    if (longestFree !== undefined) return longestFree.takes(task);
    return this.mayInterrupt(task) && this.interruptsSomebody(task);
  }

  private mayInterrupt(task: Task): boolean {
    return task.kind.urgency <= this.interruptingUrgency;
  }

  /** Interrupts whoever is at the least urgent task; of several, whoever began last. */
  private interruptsSomebody(task: Task): boolean {
    let victim: Worker | undefined;
    for (const member of this.members) {
      if (!member.couldBeInterruptedBy(task)) continue;
      if (victim === undefined || isBetterVictim(member, victim)) victim = member;
    }
    return victim?.isInterruptedBy(task) ?? false;
  }
}

/** Of two at work, the one to interrupt: at the less urgent task, or else who began last. */
function isBetterVictim(one: Worker, other: Worker): boolean {
  const difference = one.task!.kind.urgency - other.task!.kind.urgency;
  return difference > 0 || (difference === 0 && one.since > other.since);
}
