import type { Simulation } from '../../../engine/simulation.ts';
import type { KeyedDraws } from '../../../random/keyed-draws.ts';
import type { Scenario } from '../../../scenario/schema/scenario.ts';
import { MINUTES_PER_WEEK } from '../../../time/working-time.ts';
import type { Charter } from '../../charter.ts';
import type { Account } from '../../market/accounts.ts';
import type { Observer } from '../../observer.ts';
import type { Seat, Seats } from '../../people/seat.ts';
import { Task } from '../../people/task.ts';
import type { ActivityBook } from '../activity-book.ts';
import { CallRound, Contact } from './call-round.ts';

export interface InsideSalesOptions {
  readonly simulation: Simulation;
  readonly observer: Observer;
  readonly scenario: Scenario;
  readonly charter: Charter;
  readonly activities: ActivityBook;
  readonly seats: Seats;
  /** Draws by account: of its dials, and of what comes up in its conversations. */
  readonly dialDraws: KeyedDraws;
  readonly talkDraws: KeyedDraws;
  /** An order has been taken and entered; `nth` counts conversations with the account, `u` decides what it is for. */
  readonly onOrder: (account: Account, nth: number, u: number) => void;
  /** A need for a project has come up, which somebody has to sell. */
  readonly onProject: (account: Account, nth: number) => void;
}

/** One inside salesperson at work. */
interface Caller {
  readonly seat: Seat;
  isBusy: boolean;
}

const DRAWS_PER_TALK = 4;
const DRAW = { order: 0, project: 1, product: 2 } as const;
/** Draw of an account, apart from those of its dials: whether a salesperson in the field keeps it to himself. */
const WITHHELD = 2 ** 20;

/**
 * Inside salespeople phone accounts in turn. What an account needs and would not have come with by itself comes up in
 * the conversation: a simple order is taken and entered, a project goes to whoever sells projects. Such needs gather
 * while nobody asks, and pass.
 */
export class InsideSales {
  private readonly options: InsideSalesOptions;
  private readonly round = new CallRound();
  /** By number of the seat. */
  private readonly callers: Caller[] = [];
  private hasBegun = false;
  /** When somebody is next looked for who is due, minutes since the start; Infinity for not at all. */
  private wakesAt = Infinity;

  constructor(options: InsideSalesOptions) {
    this.options = options;
    const { seats } = options;
    for (const seat of seats.open) this.callers[seat.index] = { seat, isBusy: false };
    seats.watch({
      onOpened: (seat) => {
        this.callers[seat.index] ??= { seat, isBusy: false };
        if (this.hasBegun) this.waitUntil(options.simulation.now);
      },
    });
  }

  /** Begins to phone if the work is assigned: now, or when the firm has decided to. */
  start(): void {
    const { simulation, charter } = this.options;
    if (this.hasBegun || charter.firm.assignments['inside-call'] === 'dropped') return;
    this.hasBegun = true;
    this.waitUntil(Math.max(simulation.now, charter.firm.insideSales.begin));
  }

  /** There is an account to phone, now at the start, and after the usual interval for a new one. */
  readonly onGained = (account: Account): void => {
    const { now } = this.options.simulation;
    const dueAt = now === 0 ? 0 : now + this.options.charter.firm.insideSales.callEvery;
    this.round.add(new Contact(account, { dueAt, spokenAt: now === 0 ? -Infinity : now }));
    if (this.hasBegun) this.waitUntil(dueAt);
  };

  /** Everybody who is free phones somebody; if nobody is due, they wait until somebody is. */
  private phone(): void {
    for (const caller of this.callers) {
      if (!caller.seat.isOpen || caller.isBusy) continue;
      const contact = this.nextContact();
      if (contact === undefined) {
        this.waitUntil(this.round.dueAt);
        return;
      }
      this.dial(caller, contact);
    }
  }

  /** Whose turn it is; accounts that are lost or withheld are passed over. */
  private nextContact(): Contact | undefined {
    for (;;) {
      const contact = this.round.take(this.options.simulation.now);
      if (contact === undefined) return undefined;
      if (contact.account.isLost) continue;
      if (!this.isWithheld(contact)) return contact;
      this.putBack(contact);
    }
  }

  private waitUntil(at: number): void {
    if (at >= this.wakesAt) return;
    this.wakesAt = at;
    this.options.simulation.schedule(at, this.onWake, undefined);
  }

  private readonly onWake = (): void => {
    this.wakesAt = Infinity;
    this.phone();
  };

  private isWithheld({ account }: Contact): boolean {
    const { scenario, charter } = this.options;
    const withheld = scenario.incentives.hoarding * charter.firm.pay.commission;
    return withheld > 0 && this.options.dialDraws.uniform(account.id, WITHHELD) < withheld;
  }

  private putBack(contact: Contact): void {
    contact.dueAt = this.options.simulation.now + this.options.charter.firm.insideSales.callEvery;
    this.round.add(contact);
  }

  private dial(caller: Caller, contact: Contact): void {
    const { simulation, scenario, activities, dialDraws } = this.options;
    const { kind, minutes } = activities.of('inside-call');
    const { id } = contact.account;
    const nth = contact.dials++;
    caller.isBusy = true;
    const onDone = (): void => {
      if (dialDraws.uniform(id, nth) < scenario.market.untapped.contactSuccess) {
        this.talk(caller, contact);
        return;
      }
      const { workingTime } = caller.seat.person.shift;
      contact.dueAt = workingTime.after(simulation.now, scenario.booking.retryAfter);
      this.round.tryAgain(contact);
      this.onFree(caller);
    };
    const about = contact.account;
    caller.seat.queue.add(new Task({ kind, minutes: minutes(id, nth), about, onDone }));
  }

  private talk(caller: Caller, contact: Contact): void {
    const { activities } = this.options;
    const { kind, minutes } = activities.of('inside-conversation');
    const onDone = (): void => this.onTalked(caller, contact);
    const { account: about, talks } = contact;
    caller.seat.queue.add(new Task({ kind, minutes: minutes(about.id, talks), about, onDone }));
  }

  private onTalked(caller: Caller, contact: Contact): void {
    const { simulation, observer, scenario, talkDraws, onProject } = this.options;
    const { orders, projects } = scenario.market.untapped;
    const { account } = contact;
    const nth = contact.talks++;
    const draw = (which: number) => talkDraws.uniform(account.id, DRAWS_PER_TALK * nth + which);
    const hasOrder = draw(DRAW.order) < this.chanceOfNeed(contact, orders);
    const hasProject = draw(DRAW.project) < this.chanceOfNeed(contact, projects);
    observer.onDemand(
      {
        kind: 'inside-conversation',
        account: account.id,
        by: caller.seat.person,
        hasOrder,
        hasProject,
      },
      simulation.now,
    );
    contact.spokenAt = simulation.now;
    this.putBack(contact);
    if (hasProject) onProject(account, nth);
    if (hasOrder) this.enterOrder(caller, account, nth, draw(DRAW.product));
    else this.onFree(caller);
  }

  /** Chance that a need is there: needs come at a rate since somebody last asked, and last for an exponential time. */
  private chanceOfNeed({ spokenAt }: Contact, perWeek: number): number {
    const { lasts } = this.options.scenario.market.untapped;
    const gathered = 1 - Math.exp((spokenAt - this.options.simulation.now) / lasts);
    return 1 - Math.exp(((-perWeek * lasts) / MINUTES_PER_WEEK) * gathered);
  }

  private enterOrder(caller: Caller, account: Account, nth: number, u: number): void {
    const { kind, minutes } = this.options.activities.of('order-entry');
    const onDone = (): void => {
      this.options.onOrder(account, nth, u);
      this.onFree(caller);
    };
    caller.seat.queue.add(new Task({ kind, minutes: minutes(account.id, nth), about: account, onDone }));
  }

  private onFree(caller: Caller): void {
    caller.isBusy = false;
    this.phone();
  }
}
