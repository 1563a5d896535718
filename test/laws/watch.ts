import type { SalesSystem } from '../../sim/model/sales-system.ts';
import type { Agenda, AgendaEntry } from '../../sim/model/people/agenda.ts';
import type { Person } from '../../sim/model/people/person.ts';
import { Seats, type Seat } from '../../sim/model/people/seat.ts';
import type { Task } from '../../sim/model/people/task.ts';
import { TaskQueue } from '../../sim/model/people/task-queue.ts';
import type { Place } from '../../sim/model/market/place.ts';
import { ROLES } from '../../sim/scenario/schema/ids.ts';
import { Faults } from './law.ts';

const ROUNDING = 1e-6;

/** A queue with what it keeps to itself. */
interface OpenQueue {
  add(task: Task): boolean;
  withdraw(task: Task): boolean;
  insert(task: Task): void;
  remove(task: Task): void;
}

/** What became of a task. */
interface Fate {
  isDone: boolean;
  isWithdrawn: boolean;
}

/** The seats of every role, in whatever way the staff keeps them. */
function allSeats({ staff }: SalesSystem): readonly Seats[] {
  const parts = Object.values(staff) as readonly unknown[];
  const seats = parts.map((part) =>
    part instanceof Seats ? part : (part as { seats?: unknown } | null)?.seats,
  );
  return seats.filter((part) => part instanceof Seats);
}

/** Everybody who has a seat in the firm at present. */
export function peopleOf(system: SalesSystem): Person[] {
  return allSeats(system).flatMap(({ open }) => open.map(({ person }) => person));
}

/**
 * Watches a system from inside, for what an observer is not told: where people are and when, whose appointments
 * overlap, and what becomes of every single task.
 */
export class Watch {
  readonly faults = new Faults();
  /** Minutes that tasks have spent waiting, by role: each followed from coming to leaving. */
  private readonly waited = ROLES.map(() => 0);
  private readonly since = new Map<Task, number>();
  private readonly roleOf = new Map<Task, number>();
  private readonly fates = new Map<Task, Fate>();
  private readonly watched = new Set<Person>();
  private readonly queues = new Set<TaskQueue>();
  private readonly system: SalesSystem;

  constructor(system: SalesSystem) {
    this.system = system;
    for (const seats of allSeats(system)) {
      for (const seat of seats.open) this.watchSeat(seat);
      seats.watch({ onOpened: (seat) => this.watchSeat(seat) });
    }
    for (const part of Object.values(system.staff) as readonly unknown[]) {
      const queue = (part as { queue?: unknown } | null)?.queue;
      if (queue instanceof TaskQueue) this.watchOnce(queue);
    }
    if (this.watched.size === 0) throw new Error('nobody to watch');
  }

  private watchSeat({ person, queue, agenda }: Seat): void {
    if (!this.watched.has(person)) {
      this.watched.add(person);
      if (agenda !== undefined) this.watchAgenda(person, agenda);
    }
    this.watchOnce(queue);
  }

  private watchOnce(queue: TaskQueue): void {
    if (this.queues.has(queue)) return;
    this.queues.add(queue);
    this.watchQueue(queue);
  }

  private get now(): number {
    return this.system.simulation.now;
  }

  private watchAgenda(person: Person, agenda: Agenda): void {
    const name = `${ROLES[person.role]!} ${person.index}`;
    let left: { readonly place: Place; readonly at: () => number } | undefined;
    const takeNext = agenda.takeNext.bind(agenda);
    const add = agenda.add.bind(agenda);
    agenda.takeNext = (): AgendaEntry => {
      const entry = takeNext();
      const way = left === undefined ? 0 : agenda.travel.minutes(left.place, entry.place);
      if (entry.kind === 'journey') {
        const arrival = this.now + agenda.travel.minutes(person.whereabouts.place, entry.place);
        left = { place: entry.place, at: () => arrival };
        return entry;
      }
      if (Math.abs(this.now - entry.start) > ROUNDING) {
        this.faults.add(`${name} comes at ${this.now} to what starts at ${entry.start}`);
      }
      if (left !== undefined && this.now - left.at() < way - ROUNDING) {
        this.faults.add(
          `${name} is there at ${this.now}, ${way} minutes from where he was until ${left.at()}`,
        );
      }
      left = { place: entry.place, at: () => (entry.isHeld === true ? entry.end : entry.start) };
      return entry;
    };
    agenda.add = (entry) => {
      add(entry);
      const index = agenda.entries.indexOf(entry);
      const [before, after] = [agenda.entries[index - 1], agenda.entries[index + 1]];
      for (const [one, other] of [
        [before, entry],
        [entry, after],
      ] as const) {
        if (one?.kind === 'appointment' && other !== undefined && one.end > other.start + ROUNDING) {
          this.faults.add(`${name} is booked twice: until ${one.end}, and from ${other.start}`);
        }
      }
    };
  }

  private watchQueue(queue: TaskQueue): void {
    const open = queue as unknown as OpenQueue;
    const add = open.add.bind(queue);
    const withdraw = open.withdraw.bind(queue);
    const insert = open.insert.bind(queue);
    const remove = open.remove.bind(queue);
    open.add = (task) => {
      this.follow(task, queue.role);
      const isTaken = add(task);
      if (!isTaken) this.fates.get(task)!.isWithdrawn = true;
      return isTaken;
    };
    open.withdraw = (task) => {
      const isOut = withdraw(task);
      if (isOut) this.fates.get(task)!.isWithdrawn = true;
      return isOut;
    };
    open.insert = (task) => {
      this.follow(task, queue.role);
      this.since.set(task, this.now);
      insert(task);
    };
    open.remove = (task) => {
      // What waits from the first instant on came before anybody watched.
      this.waited[queue.role]! += this.now - (this.since.get(task) ?? 0);
      this.since.delete(task);
      remove(task);
    };
  }

  private follow(task: Task, role: number): void {
    if (this.fates.has(task)) return;
    const fate: Fate = { isDone: false, isWithdrawn: false };
    this.fates.set(task, fate);
    this.roleOf.set(task, role);
    const { onDone } = task;
    const isDone = (done: Task): void => {
      if (fate.isDone) this.faults.add(`a task of ${ROLES[role]!} is done twice, at ${this.now}`);
      fate.isDone = true;
      onDone(done);
    };
    (task as { onDone: Task['onDone'] }).onDone = isDone;
  }

  /** Minutes that tasks of a role have waited in all, those that still wait included. */
  waitedIn(role: number): number {
    let total = this.waited[role]!;
    let others = 0;
    for (const queue of this.queues) if (queue.role === role) others += queue.length;
    for (const [task, since] of this.since) {
      if (this.roleOf.get(task) !== role) continue;
      total += this.now - since;
      others--;
    }
    // The others wait from the first instant on, since before anybody watched.
    return total + others * this.now;
  }

  /** Looks for tasks that are neither done nor anywhere. */
  finish(): void {
    const atHand = new Set([...this.watched].map(({ task }) => task));
    for (const [task, { isDone, isWithdrawn }] of this.fates) {
      const isThere = task.isWaiting || atHand.has(task);
      const wasRefused = !task.isBegun && task.mayBegin !== undefined;
      const role = ROLES[this.roleOf.get(task)!]!;
      if (isDone && isThere) this.faults.add(`a task of ${role} is done and still there`);
      if (!isDone && !isThere && !isWithdrawn && !wasRefused)
        this.faults.add(`a task of ${role} that came at ${task.queuedAt} is lost`);
    }
  }
}
