import type { Simulation } from '../../engine/simulation.ts';
import type { Role } from '../../scenario/schema/ids.ts';
import type { Interval } from '../../time/working-time.ts';
import type { Charter } from '../charter.ts';
import type { Place } from '../market/place.ts';
import type { Territory } from '../market/territory.ts';
import type { Observer } from '../observer.ts';
import { AVERAGE, Occupant } from './occupant.ts';
import { Patches } from './patches.ts';
import type { FieldSeat, Pool, Seat, Seats } from './seat.ts';
import { SeatMaker, type SeatMakerOptions } from './seat-maker.ts';
import { ServiceSites } from './service-sites.ts';
import type { Talent } from './talent.ts';
import type { TaskQueue } from './task-queue.ts';

export type { FieldSeat, Pool, Seat } from './seat.ts';

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
  /** They share what managers do; each has a queue and an agenda of his own for standing in. */
  readonly salesManagers: Pool;
  readonly supportManagers: Pool;
  private readonly simulation: Simulation;
  private readonly observer: Observer;
  private readonly charter: Charter;
  private readonly maker: SeatMaker;
  private readonly talent: Talent | undefined;
  private readonly patches: Patches;
  private readonly salespersonSeats: Seats<FieldSeat>;
  private readonly leaderSeats: Seats<FieldSeat>;
  private readonly coordinatorSeats: Seats;
  private readonly insiderSeats: Seats;
  private readonly seats: ReadonlyMap<Role, Seats>;

  constructor({ territory, ...options }: StaffOptions) {
    this.simulation = options.simulation;
    this.observer = options.observer;
    this.talent = options.talent;
    this.maker = new SeatMaker(options);
    const { roles } = options.charter.firm;
    this.patches = new Patches(territory, roles.salesperson.heads);
    const bases = territory.split(roles.salesperson.heads).map(({ base }) => base);
    this.salespersonSeats = this.maker.fieldSeats('salesperson', {
      baseOf: (index, others) => bases[index] ?? this.patches.baseBeside(others),
    });
    const basesOf = (role: Role): ((index: number) => Place) => {
      const first = territory.split(Math.max(1, roles[role].heads));
      return (index) => (first[index] ?? territory.split(index + 1)[index]!).base;
    };
    this.leaderSeats = this.maker.fieldSeats('project-leader', { baseOf: basesOf('project-leader') });
    this.insiderSeats = this.maker.deskSeats('inside-sales');
    const shared = this.maker.queueOf('sales-manager');
    const baseOf = basesOf('sales-manager');
    this.salesManagers = { queue: shared, seats: this.maker.fieldSeats('sales-manager', { baseOf, shared }) };
    this.charter = options.charter;
    const { heads } = roles['customer-service'];
    this.service = new ServiceSites(this.maker, { heads, sites: options.charter.firm.customerService.sites });
    const isCombined = options.charter.firm.combinedRoles === 'coordinator-and-service';
    const sharedOf = isCombined ? (index: number) => this.service.queueFor(index) : undefined;
    this.coordinatorSeats = this.maker.deskSeats('sales-coordinator', sharedOf);
    this.engineering = this.maker.pool('engineering');
    this.production = this.maker.pool('production');
    this.finishing = this.maker.pool('finishing');
    this.promoters = this.maker.pool('promotions-coordinator');
    this.supportManagers = this.maker.pool('support-manager');
    this.seats = new Map<Role, Seats>([
      ['salesperson', this.salespersonSeats],
      ['sales-coordinator', this.coordinatorSeats],
      ['project-leader', this.leaderSeats],
      ['inside-sales', this.insiderSeats],
      ['customer-service', this.service.seats],
      ['engineering', this.engineering.seats],
      ['production', this.production.seats],
      ['finishing', this.finishing.seats],
      ['promotions-coordinator', this.promoters.seats],
      ['sales-manager', this.salesManagers.seats],
      ['support-manager', this.supportManagers.seats],
    ]);
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
  seatsOf(role: 'salesperson' | 'project-leader' | 'sales-manager'): Seats<FieldSeat>;
  seatsOf(role: Role): Seats;
  seatsOf(role: Role): Seats {
    const seats = this.seats.get(role);
    if (seats === undefined) throw new Error(`nobody of the role ${role} is simulated`);
    return seats;
  }

  /**
   * Employs one more head from now on: in the closed seat with the lowest number, or in a new one. Salespeople split
   * the territory anew; open opportunities stay with who has them. Somebody new is hired unless it is whoever has sat
   * elsewhere `before`. Returns the seat.
   */
  openSeat(role: Role, before?: Seat): Seat {
    const seats = this.seatsOf(role);
    const seat = seats.add();
    if (role === 'salesperson') this.patches.share(this.salespeople);
    seat.person.shift.reopen();
    seat.queue.leaveTo(undefined);
    seats.tellOpened(seat);
    if (before === undefined) this.hire(seat);
    else this.seat(seat, Occupant.inAnotherJob(before.person.occupant, role === 'project-leader'));
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
    this.vacate(seat);
    seats.tellClosed(seat);
    seat.agenda?.clear(now, Infinity);
    const successor = this.successorOf(seat);
    if (successor?.queue !== seat.queue) seat.queue.leaveTo(successor?.queue);
    return seat;
  }

  /** Numbers of the salespeople who would leave if so many stayed: those who live furthest from the patches then. */
  furthestSalespeople(staying: number): number[] {
    const stay = this.patches.nearest(this.salespeople, staying);
    return this.salespeople.filter((seat) => !stay.has(seat)).map(({ index }) => index);
  }

  /** Nobody is employed in a seat from now on, which stays open for a successor. */
  vacate(seat: Seat): void {
    if (seat.isVacant) return;
    seat.isVacant = true;
    seat.person.setAway(true);
    this.observer.onLeft(seat.person, this.simulation.now);
  }

  /** Somebody new is hired, and begins in a seat now. */
  hire(seat: Seat): void {
    const { now } = this.simulation;
    this.observer.onHired(seat.person, this.charter.firm.roles[seat.role].hiringCost, now);
    this.seat(seat, this.talent?.newcomer(seat.role, seat.index, now) ?? new Occupant(AVERAGE, false));
  }

  private seat(seat: Seat, occupant: Occupant): void {
    const { now } = this.simulation;
    seat.isVacant = false;
    seat.person.occupant = occupant;
    this.observer.onEmployed(seat.person, now);
    seat.person.setAway(false);
    this.seatsOf(seat.role).tellTaken(seat);
  }

  /**
   * Nobody will be in a seat in an interval that is not past: nothing is agreed or planned for it any more, and what
   * was is called off or put off. `isLeaving` if whoever sits there does not come back.
   */
  closeDuring(seat: Seat, interval: Interval, isLeaving = false): void {
    const { from, to } = interval;
    seat.person.shift.close(interval);
    seat.agenda?.noteDays(from, to);
    this.seatsOf(seat.role).tellClosedDuring(seat, interval, isLeaving);
    seat.agenda?.clear(from, to);
  }

  /** Somebody does the work of a salesperson who is away, or nobody any more. What waits goes to who stands in. */
  setStandIn(seat: FieldSeat, standIn: FieldSeat | undefined): void {
    seat.standIn = standIn;
    seat.queue.leaveTo(standIn?.queue);
    this.salespersonSeats.tellCovered(seat);
  }

  /** The salesperson to whom a place belongs. */
  salespersonAt(place: Place): FieldSeat {
    return this.salespersonSeats.at(this.patches.ownerOf(place))!;
  }

  /** The salesperson in a seat or, if that has been closed, the one to whom a place of his belongs now. */
  readonly salespersonFor = (seat: FieldSeat, place: Place): FieldSeat =>
    seat.isOpen ? seat : this.salespersonAt(place);

  /** The salesperson himself, or whoever stands in for him. */
  workerFor(seat: FieldSeat): FieldSeat {
    return seat.standIn ?? seat;
  }

  /** The leader in a seat or, if that has been closed, the nearest by number. */
  leaderFor(seat: FieldSeat): FieldSeat | undefined {
    return this.leaderSeats.takerOf(seat);
  }

  /**
   * The coordinator of a salesperson: with fewer coordinators than salespeople, neighbours share one. While she is
   * away, it is the nearest who is there.
   */
  coordinatorOf(salesperson: number): Seat {
    const { coordinators, salespeople } = this;
    const rank = salespeople.indexOf(this.openSalesperson(salesperson));
    const own = coordinators[Math.floor((rank * coordinators.length) / salespeople.length)]!;
    return own.person.timesheet.isAway ? (this.colleagueOf(own) ?? own) : own;
  }

  /** Of the others of the same role the nearest by number who is there; undefined if nobody is. */
  colleagueOf({ role, index }: Seat): Seat | undefined {
    const isPresent = (one: Seat) => one.index !== index && !one.person.timesheet.isAway;
    const present = this.seatsOf(role).open.filter(isPresent);
    return present.sort((a, b) => Math.abs(a.index - index) - Math.abs(b.index - index))[0];
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
        return this.workerFor(this.openSalesperson(salesperson)).queue;
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
    for (const { open } of this.seats.values()) for (const { person } of open) person.start();
  }

  private openSalesperson(index: number): FieldSeat {
    const seat = this.salespersonSeats.at(index)!;
    return this.salespersonFor(seat, seat.agenda.base);
  }

  private successorOf(seat: Seat): Seat | undefined {
    if (seat.agenda !== undefined && seat.role === 'salesperson') return this.salespersonAt(seat.agenda.base);
    return this.seatsOf(seat.role).takerOf(seat);
  }
}
