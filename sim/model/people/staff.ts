import type { Simulation } from '../../engine/simulation.ts';
import type { Role } from '../../scenario/schema/ids.ts';
import type { Charter } from '../charter.ts';
import type { Place } from '../market/place.ts';
import type { Territory } from '../market/territory.ts';
import type { Observer } from '../observer.ts';
import { Patches } from './patches.ts';
import { Seats, type FieldSeat, type Seat } from './seat.ts';
import { SeatMaker, type SeatMakerOptions } from './seat-maker.ts';
import { ServiceSites } from './service-sites.ts';
import type { TaskQueue } from './task-queue.ts';

export type { FieldSeat, Seat } from './seat.ts';

/** People of one role who share a queue. */
export interface Pool {
  readonly seats: Seats;
  readonly queue: TaskQueue;
}

export interface StaffOptions extends SeatMakerOptions {
  readonly territory: Territory;
}

/** Roles without whom there is no firm. */
const NEEDED: readonly Role[] = ['salesperson', 'engineering', 'production'];

/**
 * Everybody in the firm who has work to do in this model, role by role. Seats are opened and closed during a run;
 * whoever keeps something for a seat watches those of the role: `seatsOf(role).watch({ onOpened, onClosed })`.
 */
export class Staff {
  readonly service: ServiceSites;
  readonly engineering: Pool;
  readonly production: Pool;
  readonly finishing: Pool;
  readonly promoters: Pool;
  readonly salesManagers: Pool;
  readonly supportManagers: Pool;
  private readonly simulation: Simulation;
  private readonly observer: Observer;
  private readonly charter: Charter;
  private readonly maker: SeatMaker;
  private readonly patches: Patches;
  private readonly salespersonSeats: Seats<FieldSeat>;
  private readonly leaderSeats: Seats<FieldSeat>;
  private readonly coordinatorSeats: Seats;
  private readonly insiderSeats: Seats;

  constructor({ territory, ...options }: StaffOptions) {
    this.simulation = options.simulation;
    this.observer = options.observer;
    this.maker = new SeatMaker(options);
    const { roles } = options.charter.firm;
    this.patches = new Patches(territory, roles.salesperson.heads);
    const bases = territory.split(roles.salesperson.heads).map(({ base }) => base);
    this.salespersonSeats = new Seats<FieldSeat>(roles.salesperson.heads, {
      make: (index, others) =>
        this.maker.field('salesperson', index, bases[index] ?? this.patches.baseBeside(others)),
    });
    const leaders = roles['project-leader'].heads;
    const leaderBases = territory.split(Math.max(1, leaders)).map(({ base }) => base);
    this.leaderSeats = new Seats<FieldSeat>(leaders, {
      make: (index) => {
        const base = leaderBases[index] ?? territory.split(index + 1)[index]!.base;
        return this.maker.field('project-leader', index, base);
      },
    });
    this.coordinatorSeats = new Seats(roles['sales-coordinator'].heads, {
      make: (index) => this.maker.desk('sales-coordinator', index),
    });
    this.insiderSeats = new Seats(roles['inside-sales'].heads, {
      make: (index) => this.maker.desk('inside-sales', index),
    });
    this.charter = options.charter;
    const { heads } = roles['customer-service'];
    this.service = new ServiceSites(this.maker, { heads, sites: options.charter.firm.customerService.sites });
    this.engineering = this.pool('engineering', roles.engineering.heads);
    this.production = this.pool('production', roles.production.heads);
    this.finishing = this.pool('finishing', roles.finishing.heads);
    this.promoters = this.pool('promotions-coordinator', roles['promotions-coordinator'].heads);
    this.salesManagers = this.pool('sales-manager', roles['sales-manager'].heads);
    this.supportManagers = this.pool('support-manager', roles['support-manager'].heads);
  }

  /** Those whose seats are open at present, in the order of their numbers. */
  get salespeople(): readonly FieldSeat[] {
    return this.salespersonSeats.open;
  }

  get leaders(): readonly FieldSeat[] {
    return this.leaderSeats.open;
  }

  get coordinators(): readonly Seat[] {
    return this.coordinatorSeats.open;
  }

  get insiders(): readonly Seat[] {
    return this.insiderSeats.open;
  }

  /** All seats of a role. Throws for a role that the model does not simulate. */
  seatsOf(role: 'salesperson' | 'project-leader'): Seats<FieldSeat>;
  seatsOf(role: Role): Seats;
  seatsOf(role: Role): Seats {
    switch (role) {
      case 'salesperson':
        return this.salespersonSeats;
      case 'project-leader':
        return this.leaderSeats;
      case 'sales-coordinator':
        return this.coordinatorSeats;
      case 'inside-sales':
        return this.insiderSeats;
      case 'customer-service':
        return this.service.seats;
      case 'engineering':
      case 'production':
      case 'finishing':
        return this[role].seats;
      case 'promotions-coordinator':
        return this.promoters.seats;
      case 'sales-manager':
        return this.salesManagers.seats;
      case 'support-manager':
        return this.supportManagers.seats;
      default:
        throw new Error(`nobody of the role ${role} is simulated`);
    }
  }

  /**
   * Employs one more head from now on: in the closed seat with the lowest number, or in a new one. Salespeople split
   * the territory anew; open opportunities stay with who has them. Returns the seat.
   */
  openSeat(role: Role): Seat {
    const seats = this.seatsOf(role);
    const seat = seats.add();
    if (role === 'salesperson') this.patches.share(this.salespeople);
    seat.person.shift.reopen();
    seats.tellOpened(seat);
    this.observer.onEmployed(seat.person, this.simulation.now);
    seat.person.setAway(false);
    return seat;
  }

  /**
   * Employs one head less from now on: the seat with a number, or else the last one. Who is travelling or in a meeting
   * finishes that. Nothing is lost: tasks go to whoever does the seat's work now, a salesperson's accounts,
   * opportunities and meetings to whoever has their place, planned half-days to another leader. Meetings for which the
   * other has no time are called off and asked for again. Throws if there is no such seat, or if it is the last one of
   * a role without which there is no firm.
   */
  closeSeat(role: Role, index?: number): Seat {
    const seats = this.seatsOf(role);
    const seat = index === undefined ? seats.open.at(-1) : seats.at(index);
    if (seat?.isOpen !== true) throw new Error(`there is no open seat ${index ?? ''} of the role ${role}`);
    if (seats.open.length === 1 && NEEDED.includes(role)) throw new Error(`the last ${role} cannot leave`);
    const { now } = this.simulation;
    seats.remove(seat);
    if (role === 'salesperson') this.patches.share(this.salespeople);
    seat.person.shift.close({ from: now, to: Infinity });
    seat.person.setAway(true);
    seats.tellClosed(seat);
    seat.agenda?.clear(now, Infinity);
    const successor = this.successorOf(seat);
    if (successor !== undefined && successor.queue !== seat.queue) seat.queue.moveTo(successor.queue);
    this.observer.onLeft(seat.person, now);
    return seat;
  }

  /** Numbers of the salespeople who would leave if so many stayed: those who live furthest from the patches then. */
  furthestSalespeople(staying: number): number[] {
    const stay = this.patches.nearest(this.salespeople, staying);
    return this.salespeople.filter((seat) => !stay.has(seat)).map(({ index }) => index);
  }

  /** The salesperson to whom a place belongs. */
  salespersonAt(place: Place): FieldSeat {
    return this.salespersonSeats.at(this.patches.ownerOf(place))!;
  }

  /** The salesperson in a seat or, if that has been closed, the one to whom a place of his belongs now. */
  salespersonFor(seat: FieldSeat, place: Place): FieldSeat {
    return seat.isOpen ? seat : this.salespersonAt(place);
  }

  /** The leader in a seat or, if that has been closed, the nearest by number. */
  leaderFor(seat: FieldSeat): FieldSeat | undefined {
    return this.leaderSeats.takerOf(seat);
  }

  /** The coordinator of a salesperson: with fewer coordinators than salespeople, neighbours share one. */
  coordinatorOf(salesperson: number): Seat {
    const { coordinators, salespeople } = this;
    const rank = salespeople.indexOf(this.openSalesperson(salesperson));
    return coordinators[Math.floor((rank * coordinators.length) / salespeople.length)]!;
  }

  /** The leaders who support a salesperson: with fewer leaders than salespeople, neighbours share one. */
  leadersOf(salesperson: number): readonly FieldSeat[] {
    const rank = this.salespeople.indexOf(this.openSalesperson(salesperson));
    const [leaders, salespeople] = [this.leaders.length, this.salespeople.length];
    if (leaders < salespeople) return [this.leaders[Math.floor((rank * leaders) / salespeople)]!];
    return this.leaders.filter((_, nth) => Math.floor((nth * salespeople) / leaders) === rank);
  }

  /** Whether the customer service of an account is beside the production scheduler. */
  isBesideScheduler(account: number): boolean {
    return this.charter.firm.customerService.besideScheduler && this.service.siteOf(account) === 0;
  }

  /** The queue in which work for an account of a salesperson lands, given the role that does it. */
  queueFor(role: Role, salesperson: number, account = salesperson): TaskQueue {
    switch (role) {
      case 'salesperson':
        return this.openSalesperson(salesperson).queue;
      case 'sales-coordinator':
        return this.coordinatorOf(salesperson).queue;
      case 'customer-service':
        return this.service.queueFor(account);
      default:
        throw new Error(`${role} has no queue for the accounts of a salesperson`);
    }
  }

  /** Everybody begins the first day. */
  start(): void {
    const { service, engineering, production, finishing, promoters, salesManagers, supportManagers } = this;
    const pools = [service, engineering, production, finishing, promoters, salesManagers, supportManagers];
    const pooled = pools.flatMap(({ seats }) => seats.open);
    const own = [this.salespeople, this.coordinators, this.leaders, this.insiders].flat();
    for (const { person } of [...own, ...pooled]) person.start();
  }

  private openSalesperson(index: number): FieldSeat {
    const seat = this.salespersonSeats.at(index)!;
    return this.salespersonFor(seat, seat.agenda.base);
  }

  private successorOf(seat: Seat): Seat | undefined {
    if (seat.agenda !== undefined && seat.role === 'salesperson') return this.salespersonAt(seat.agenda.base);
    return this.seatsOf(seat.role).takerOf(seat);
  }

  private pool(role: Role, heads: number): Pool {
    const queue = this.maker.queueOf(role);
    return { queue, seats: new Seats(heads, { make: (index) => this.maker.seat(role, index, queue) }) };
  }
}
