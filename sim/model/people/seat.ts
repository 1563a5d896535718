import type { Role } from '../../scenario/schema/ids.ts';
import type { Interval } from '../../time/working-time.ts';
import type { Agenda } from './agenda.ts';
import type { Person } from './person.ts';
import type { TaskQueue } from './task-queue.ts';

/** Roles whose people come and go: absent, hired, replaced. */
export const EMPLOYED_ROLES = [
  'salesperson',
  'sales-coordinator',
  'project-leader',
  'inside-sales',
  'customer-service',
  'promotions-coordinator',
  'engineering',
  'production',
  'finishing',
] as const satisfies readonly Role[];

/** A place in the firm for one person. It keeps its number when people come and go. */
export interface Seat {
  readonly role: Role;
  /** Number within the role, from 0. */
  readonly index: number;
  readonly person: Person;
  /** Where work for whoever sits here waits: a queue of the seat's own, or the one that a pool shares. */
  readonly queue: TaskQueue;
  /** Appointments, where there may be any. */
  readonly agenda?: Agenda;
  /** Whether the firm has this seat at present. Staff alone changes it. */
  isOpen: boolean;
  /** Whether nobody is employed in it: it is closed, or waits for a successor. */
  isVacant: boolean;
  /** Whoever does the work of a salesperson who is away; undefined if nobody does. */
  standIn: FieldSeat | undefined;
}

/** A seat of somebody who has appointments. */
export interface FieldSeat extends Seat {
  readonly agenda: Agenda;
}

/** Told of seats of one role that come and go. */
export interface SeatWatcher<Kind extends Seat = Seat> {
  /** A seat is open from now on, new or again. Whoever sits there begins to work when all have been told. */
  onOpened?(seat: Kind): void;
  /** Somebody has begun to work in a seat who did not sit there before. */
  onTaken?(seat: Kind): void;
  /** A seat has been closed. Its agenda and its queue are cleared when all have been told. */
  onClosed?(seat: Kind): void;
  /** Nobody will be there in an interval to come, since somebody is absent or is leaving. */
  onClosedDuring?(seat: Kind, interval: Interval, isLeaving: boolean): void;
  /** Somebody else stands in for whoever sits here, or nobody any more. */
  onCovered?(seat: Kind): void;
}

export interface SeatMaking<Kind extends Seat> {
  /** Makes the seat with a number, given those that are open beside it. */
  make(index: number, others: readonly Kind[]): Kind;
}

/** All seats of one role, open and closed. */
export class Seats<Kind extends Seat = Seat> {
  /** Those that the firm has at present, in the order of their numbers. */
  open: readonly Kind[];
  private readonly all: Kind[] = [];
  private readonly maker: SeatMaking<Kind>;
  private readonly watchers: SeatWatcher<Kind>[] = [];

  /** `count` seats are open at first. */
  constructor(count: number, maker: SeatMaking<Kind>) {
    this.maker = maker;
    for (let index = 0; index < count; index++) this.all.push(maker.make(index, this.all));
    this.open = [...this.all];
  }

  /** A seat by its number, open or closed; undefined if there never was one. */
  at(index: number): Kind | undefined {
    return this.all[index];
  }

  watch(watcher: SeatWatcher<Kind>): void {
    this.watchers.push(watcher);
  }

  /** The seat itself if it is open, else the open one nearest by number. Undefined if none is. */
  takerOf(seat: Kind): Kind | undefined {
    if (seat.isOpen) return seat;
    const distance = ({ index }: Kind) => Math.abs(index - seat.index);
    let nearest: Kind | undefined;
    for (const one of this.open)
      if (nearest === undefined || distance(one) < distance(nearest)) nearest = one;
    return nearest;
  }

  /** Opens the closed seat with the lowest number, or a new one. */
  add(): Kind {
    let seat = this.all.find(({ isOpen }) => !isOpen);
    if (seat === undefined) this.all.push((seat = this.maker.make(this.all.length, this.open)));
    seat.isOpen = true;
    this.open = this.all.filter(({ isOpen }) => isOpen);
    return seat;
  }

  remove(seat: Kind): void {
    seat.isOpen = false;
    this.open = this.all.filter(({ isOpen }) => isOpen);
  }

  tellClosedDuring(seat: Kind, interval: Interval, isLeaving: boolean): void {
    for (const watcher of this.watchers) watcher.onClosedDuring?.(seat, interval, isLeaving);
  }

  tellCovered(seat: Kind): void {
    for (const watcher of this.watchers) watcher.onCovered?.(seat);
  }

  tellOpened(seat: Kind): void {
    for (const watcher of this.watchers) watcher.onOpened?.(seat);
  }

  tellTaken(seat: Kind): void {
    for (const watcher of this.watchers) watcher.onTaken?.(seat);
  }

  tellClosed(seat: Kind): void {
    for (const watcher of this.watchers) watcher.onClosed?.(seat);
  }
}

/** People of one role who share a queue. */
export interface Pool {
  readonly seats: Seats;
  readonly queue: TaskQueue;
}
