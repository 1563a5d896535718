import type { Simulation } from '../../engine/simulation.ts';
import type { Quantile } from '../../random/distribution.ts';
import type { KeyedDraws } from '../../random/keyed-draws.ts';
import { quantileOf } from '../../random/quantile.ts';
import type { CaseType } from '../../scenario/schema/ids.ts';
import type { Scenario } from '../../scenario/schema/scenario.ts';
import type { WorkingTime } from '../../time/working-time.ts';
import type { Charter } from '../charter.ts';
import type { Account } from '../market/accounts.ts';
import type { Observer } from '../observer.ts';
import type { FieldSeat, Seat, Staff } from '../people/staff.ts';
import { Task, type TaskKind } from '../people/task.ts';
import type { ActivityBook } from './activity-book.ts';

/** Somebody whom a client phones in a share of cases, because he has given him his brief. */
export interface Contact {
  readonly share: number;
  readonly holder: () => Pick<Seat, 'queue'>;
}

/** What a client brings: an order to enter, an issue, a request for a simple quotation, a call about an order. */
export interface CaseOrder {
  /** Key of everything drawn for it; the same in every organisation. */
  readonly key: number;
  readonly type: CaseType;
  readonly account: Account;
  /** Uniform draw against the client's habit: whether it comes through the salesperson. */
  readonly channel: number;
  /** A case of a project that is under way: whom the client phones beside those whom he is used to, if anybody. */
  readonly project?: { readonly contact: Contact | undefined };
  /** Whether it is an order with an exception. */
  readonly isException?: boolean;
  /** Told when it has been closed. */
  readonly onClosed?: () => void;
}

/** A case on its way: who it came to, and until when the client expects it done. */
class OpenCase {
  readonly order: CaseOrder;
  readonly openedAt: number;
  readonly dueAt: number;
  readonly throughSalesperson: boolean;

  constructor(order: CaseOrder, openedAt: number, dueAt: number) {
    this.order = order;
    this.openedAt = openedAt;
    this.dueAt = dueAt;
    this.throughSalesperson = order.channel < order.account.habit;
  }
}

export interface ServiceDeskOptions {
  readonly simulation: Simulation;
  readonly observer: Observer;
  readonly scenario: Scenario;
  readonly charter: Charter;
  readonly staff: Staff;
  readonly activities: ActivityBook;
  /** Hours within which clients expect an answer. */
  readonly officeHours: WorkingTime;
  /** The salesperson of an account. */
  readonly salespersonOf: (account: Account) => FieldSeat;
  readonly draws: KeyedDraws;
}

const DRAW = { needsProduction: 0, answerTime: 1 } as const;
const ACTIVITY_OF = {
  order: 'order-entry',
  issue: 'issue',
  quote: 'simple-quote',
  status: 'status-call',
} as const;

/**
 * Cases that clients bring. Some come through the salesperson, who handles them himself or passes them on; the others
 * go to customer service. An issue may have to wait for an answer from production. Clients remember how it went, and
 * go next time to whoever handled it.
 */
export class ServiceDesk {
  private readonly options: ServiceDeskOptions;
  private readonly answerTime: Quantile;

  constructor(options: ServiceDeskOptions) {
    this.options = options;
    this.answerTime = quantileOf(options.scenario.service.productionAnswers.time);
  }

  /** A client brings a case. */
  open(order: CaseOrder): void {
    const { simulation, observer, scenario, officeHours } = this.options;
    const dueAt = officeHours.after(simulation.now, scenario.service.tolerance[order.type]);
    const opened = new OpenCase(order, simulation.now, dueAt);
    observer.onCaseOpened(order.type, simulation.now);
    const contact = this.contactOf(opened);
    if (contact !== undefined) this.forward(opened, contact.queue);
    else if (!opened.throughSalesperson || this.isKeptBySalesperson(opened)) this.queue(opened);
    else this.forward(opened, this.options.salespersonOf(order.account).queue);
  }

  /** Whoever took the brief of the project, if it is that person whom the client phones. */
  private contactOf({ order, throughSalesperson }: OpenCase): Pick<Seat, 'queue'> | undefined {
    const { project, account, channel } = order;
    if (project === undefined) return undefined;
    const { contact } = project;
    const isForContact = !throughSalesperson && channel < account.habit + (contact?.share ?? 0);
    const other = isForContact ? 'project-leader' : 'customer-service';
    const to = throughSalesperson ? 'salesperson' : other;
    this.options.observer.onBrief({ kind: 'client-call', to }, this.options.simulation.now);
    return isForContact ? contact?.holder() : undefined;
  }

  /** Whoever was phoned says who will call back, which takes a moment on the phone. */
  private forward(opened: OpenCase, by: Seat['queue']): void {
    const { activities } = this.options;
    const { kind, minutes } = activities.of('forward-call');
    const onDone = (): void => this.queue(opened);
    by.add(new Task({ kind, minutes: minutes(opened.order.key), onDone }));
  }

  private queue(opened: OpenCase): void {
    const { scenario, charter, staff, activities, salespersonOf } = this.options;
    const { type, key, account, isException } = opened.order;
    const salesperson = salespersonOf(account).index;
    const activity = isException === true ? 'order-exception' : ACTIVITY_OF[type];
    const { kind, minutes } = activities.of(activity);
    const role = this.isKeptBySalesperson(opened)
      ? 'salesperson'
      : charter.of(salesperson).assignments[activity];
    const { handling, throughSalesperson } = scenario.service;
    const work = minutes(key) * handling * (opened.throughSalesperson ? throughSalesperson.handling : 1);
    const queue = staff.queueFor(role, salesperson);
    const onDone = (): void => this.onHandled(opened, role === 'salesperson');
    if (work > 0) queue.add(new Task({ kind, minutes: work, onDone }));
    else onDone();
  }

  private isKeptBySalesperson({ throughSalesperson, order }: OpenCase): boolean {
    if (!throughSalesperson) return false;
    const { charter, salespersonOf } = this.options;
    return charter.of(salespersonOf(order.account).index).casesThroughSalesperson === 'keep';
  }

  private onHandled(opened: OpenCase, bySalesperson: boolean): void {
    const { simulation, scenario, officeHours, draws } = this.options;
    const { type, key, account } = opened.order;
    const { throughSalesperson, productionAnswers } = scenario.service;
    account.habit += throughSalesperson.learning * ((bySalesperson ? 1 : 0) - account.habit);
    if (type === 'issue' && draws.uniform(key, DRAW.needsProduction) < productionAnswers.share) {
      const minutes = this.answerTime(draws.uniform(key, DRAW.answerTime));
      simulation.schedule(officeHours.after(simulation.now, minutes), this.onClosed, opened);
    } else {
      this.onClosed(opened);
    }
  }

  private readonly onClosed = ({ order, openedAt, dueAt }: OpenCase): void => {
    const { simulation, observer } = this.options;
    const { now } = simulation;
    const isWithinTolerance = now <= dueAt;
    order.account.quality.remember(order.type, isWithinTolerance, now);
    observer.onCaseClosed({ type: order.type, isWithinTolerance, age: now - openedAt }, now);
    order.onClosed?.();
  };

  /** Other work of customer service or whoever has it: a call in place of a visit, news of a delivery. */
  addWork(
    kind: TaskKind,
    minutes: number,
    of: { activity: 'service-call' | 'delivery-update'; account: Account; onDone?: () => void },
  ): void {
    const { charter, staff, salespersonOf } = this.options;
    const salesperson = salespersonOf(of.account).index;
    const role = charter.of(salesperson).assignments[of.activity];
    if (role === 'dropped') return;
    const queue = staff.queueFor(role, salesperson);
    queue.add(new Task({ kind, minutes, onDone: () => of.onDone?.() }));
  }
}
