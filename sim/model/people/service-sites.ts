import { Agenda } from './agenda.ts';
import type { Place, Travel } from '../market/place.ts';
import type { SeatMaker } from './seat-maker.ts';
import { Seats, type Seat } from './seat.ts';
import type { TaskQueue } from './task-queue.ts';

/** Where those sit who never leave it, and the way between its desks. */
const OFFICE: Place = { x: 0, y: 0, city: 0 };
const AT_ONCE: Travel = { minutes: () => 0, leg: (from, to) => ({ from, to, isFlown: false, roadMiles: 0 }) };

/** One site of customer service: a queue, and the open seats of those who work on it. */
export interface ServiceSite {
  readonly queue: TaskQueue;
  readonly open: readonly Seat[];
}

/** Customer service: representatives and accounts are shared out among its sites, each of which has a queue. */
export class ServiceSites {
  readonly seats: Seats;
  /** Sites at which there is anybody, by number; all of them if there is nobody anywhere. */
  private staffed: readonly number[] = [];
  private readonly queues: readonly TaskQueue[];

  constructor(maker: SeatMaker, { heads, sites }: { readonly heads: number; readonly sites: number }) {
    this.queues = Array.from({ length: sites }, () => maker.queueOf('customer-service'));
    // Neighbours sit together, so that each site has all the hours of the rota; who comes later goes round.
    const siteOf = (index: number): number =>
      index < heads ? Math.floor((index * sites) / heads) : index % sites;
    this.seats = new Seats(heads, {
      make: (index) => {
        const agenda = new Agenda(OFFICE, AT_ONCE);
        return maker.seat('customer-service', index, this.queues[siteOf(index)]!, agenda);
      },
    });
    this.seats.watch({ onOpened: this.onStaffChanged, onClosed: this.onStaffChanged });
    this.onStaffChanged();
  }

  /** The sites, those without anybody included. */
  get sites(): readonly ServiceSite[] {
    return this.queues.map((queue) => ({
      queue,
      open: this.seats.open.filter((seat) => seat.queue === queue),
    }));
  }

  /** The queue for the work of an account. */
  queueFor(account: number): TaskQueue {
    return this.queues[this.siteOf(account)]!;
  }

  /** Number of the site that serves an account, from 0. */
  siteOf(account: number): number {
    return this.staffed[account % this.staffed.length]!;
  }

  private readonly onStaffChanged = (): void => {
    const all = this.queues.map((_, site) => site);
    const staffed = all.filter((site) => this.seats.open.some(({ queue }) => queue === this.queues[site]));
    this.staffed = staffed.length > 0 ? staffed : all;
  };
}
