import type { Simulation } from '../../engine/simulation.ts';
import type { Quantile } from '../../random/distribution.ts';
import type { KeyedDraws } from '../../random/keyed-draws.ts';
import { quantileOf } from '../../random/quantile.ts';
import type { Role } from '../../scenario/schema/ids.ts';
import type { Scenario } from '../../scenario/schema/scenario.ts';
import type { WorkingTime } from '../../time/working-time.ts';
import type { Charter } from '../charter.ts';
import { caseCare } from '../policies/shortcuts.ts';
import type { Account } from '../market/accounts.ts';
import type { Observer } from '../observer.ts';
import type { FieldSeat, Seat, Staff } from '../people/staff.ts';
import { Task, type TaskKind } from '../people/task.ts';
import { latestStartIn, mostUrgent } from '../policies/discipline.ts';
import type { Coaching } from './coaching.ts';
import type { ActivityBook } from './activity-book.ts';
import type { Subject } from '../subject.ts';
import { OpenCase, type CaseOrder } from './open-case.ts';

export interface ServiceDeskOptions {
  readonly simulation: Simulation;
  readonly observer: Observer;
  readonly scenario: Scenario;
  readonly charter: Charter;
  readonly staff: Pick<Staff, 'queueFor' | 'isBesideScheduler'>;
  readonly activities: ActivityBook;
  /** Hours within which clients expect an answer. */
  readonly officeHours: WorkingTime;
  /** The salesperson of an account. */
  readonly coaching: Coaching;
  readonly salespersonOf: (account: Account) => FieldSeat;
  readonly draws: KeyedDraws;
}

const DRAW = { needsProduction: 0, answerTime: 1, comesBack: 2 } as const;
/** Keys of cases that have come back are apart from those of all others. */
const FIRST_RETURN_KEY = 2 ** 51;
const WORKING_DAY = 480;
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
    observer.onCaseOpened(opened.facts, simulation.now);
    const contact = this.contactOf(opened);
    if (contact !== undefined) this.forward(opened, contact.queue);
    else if (!opened.throughSalesperson || this.isKeptBySalesperson(opened)) this.queue(opened);
    else this.forward(opened, this.options.salespersonOf(order.account).queue);
  }

  /** Whoever took the brief of the project, if it is that person whom the client phones. */
  private contactOf({ id, order, throughSalesperson }: OpenCase): Pick<Seat, 'queue'> | undefined {
    const { project, account, channel } = order;
    if (project === undefined) return undefined;
    const { contact } = project;
    const isForContact = !throughSalesperson && channel < account.habit + (contact?.share ?? 0);
    const other = isForContact ? 'project-leader' : 'customer-service';
    const to = throughSalesperson ? 'salesperson' : other;
    this.options.observer.onBrief({ kind: 'client-call', case: id, to }, this.options.simulation.now);
    return isForContact ? contact?.holder() : undefined;
  }

  /** Whoever was phoned says who will call back, which takes a moment on the phone. */
  private forward(opened: OpenCase, by: Seat['queue']): void {
    const { activities } = this.options;
    const { kind, minutes } = activities.of('forward-call');
    const onDone = (): void => this.queue(opened);
    by.add(new Task({ kind, minutes: minutes(opened.order.key), about: opened, onDone }));
  }

  private queue(opened: OpenCase): void {
    const { simulation, charter, staff, activities, salespersonOf } = this.options;
    const { type, key, account, isException } = opened.order;
    const salesperson = salespersonOf(account).index;
    const activity = isException === true ? 'order-exception' : ACTIVITY_OF[type];
    const { kind, minutes } = activities.of(activity);
    const isKept = this.isKeptBySalesperson(opened);
    const role: Role = isKept ? 'salesperson' : charter.of(salesperson).assignments[activity];
    opened.isKept = role === 'salesperson';
    opened.reachedAt = simulation.now;
    opened.work = minutes(key) * this.handlingOf(opened) * this.paceOf(role, salesperson);
    const onDone = (): void => this.onHandled(opened);
    const mayBegin = (): boolean => {
      opened.begunAt = simulation.now;
      return true;
    };
    const { dueAt, work } = opened;
    const task = { kind, minutes: work, dueAt, about: opened, mayBegin, onDone };
    const hasDiscipline = !opened.isKept && charter.firm.customerService.discipline === 'oldest-slack';
    const rank = hasDiscipline ? latestStartIn(this.options, opened, activity) : NaN;
    const queue = staff.queueFor(role, salesperson, account.id);
    if (work <= 0) onDone();
    else queue.add(new Task(hasDiscipline ? { ...task, rank, kind: mostUrgent(kind) } : task));
  }

  /** What multiplies the time of a case. */
  private handlingOf({ isKept, throughSalesperson }: OpenCase): number {
    const { scenario, charter } = this.options;
    const { service } = scenario;
    const own = isKept ? 1 : charter.firm.customerService.procedures;
    return service.handling * (throughSalesperson ? service.throughSalesperson.handling : 1) * own;
  }

  /** What the time of a case is multiplied by where customer service handles it: coached people, or hasty ones. */
  private paceOf(role: Role | 'dropped', salesperson: number): number {
    if (role !== 'customer-service') return 1;
    const { scenario, charter, coaching } = this.options;
    const { time } = caseCare(charter.of(salesperson).targets, scenario.shortcuts);
    return time * coaching.serviceTime();
  }

  private isKeptBySalesperson({ throughSalesperson, order }: OpenCase): boolean {
    if (!throughSalesperson) return false;
    const { charter, salespersonOf } = this.options;
    return charter.of(salespersonOf(order.account).index).casesThroughSalesperson === 'keep';
  }

  private onHandled(opened: OpenCase): void {
    const { simulation, scenario, staff, officeHours, draws } = this.options;
    const { type, key, account } = opened.order;
    const { throughSalesperson, productionAnswers } = scenario.service;
    opened.handledAt = simulation.now;
    account.habit += throughSalesperson.learning * ((opened.isKept ? 1 : 0) - account.habit);
    if (!opened.isKept) this.mayComeBack(opened.order);
    if (type === 'issue' && draws.uniform(key, DRAW.needsProduction) < productionAnswers.share) {
      const distance = staff.isBesideScheduler(account.id) ? 1 : productionAnswers.fromAfar;
      const minutes = this.answerTime(draws.uniform(key, DRAW.answerTime)) * distance;
      simulation.schedule(officeHours.after(simulation.now, minutes), this.onClosed, opened);
    } else {
      this.onClosed(opened);
    }
  }

  /** A case that was handled in haste comes back as an issue after a working day, once. */
  private mayComeBack({ key, account, channel }: CaseOrder): void {
    const { simulation, scenario, charter, officeHours, draws, salespersonOf } = this.options;
    const { comesBack } = caseCare(charter.of(salespersonOf(account).index).targets, scenario.shortcuts);
    if (comesBack === 0 || key >= FIRST_RETURN_KEY || draws.uniform(key, DRAW.comesBack) >= comesBack) return;
    const again: CaseOrder = { key: FIRST_RETURN_KEY + key, type: 'issue', account, channel };
    simulation.schedule(officeHours.after(simulation.now, WORKING_DAY), this.onComeBack, again);
  }

  private readonly onComeBack = (order: CaseOrder): void => this.open(order);

  private readonly onClosed = (opened: OpenCase): void => {
    const { simulation, observer, officeHours } = this.options;
    const { order, openedAt, dueAt, throughSalesperson } = opened;
    const { now } = simulation;
    const isWithinTolerance = now <= dueAt;
    order.account.quality.remember(order.type, isWithinTolerance ? 1 : 0, now);
    // Spelled out: to spread the facts of the case takes ten times as long.
    const closed = {
      id: opened.id,
      account: order.account.id,
      type: order.type,
      isWithinTolerance,
      age: now - openedAt,
      officeAge: officeHours.between(openedAt, now),
      throughSalesperson,
      lateBecause: isWithinTolerance ? undefined : opened.mainDelay(officeHours, now),
    };
    observer.onCaseClosed(closed, now);
    order.onClosed?.();
  };

  /** Other work of customer service or whoever has it: a call in place of a visit, news of a delivery. */
  addWork(
    kind: TaskKind,
    minutes: number,
    of: {
      activity: 'service-call' | 'delivery-update';
      account: Account;
      about: Subject;
      onDone?: () => void;
    },
  ): void {
    const { charter, staff, salespersonOf } = this.options;
    const salesperson = salespersonOf(of.account).index;
    const role = charter.of(salesperson).assignments[of.activity];
    if (role === 'dropped') return;
    const queue = staff.queueFor(role, salesperson, of.account.id);
    queue.add(new Task({ kind, minutes, about: of.about, onDone: () => of.onDone?.() }));
  }
}
