import type { CaseType } from '../../scenario/schema/ids.ts';
import type { WorkingTime } from '../../time/working-time.ts';
import type { Account } from '../market/accounts.ts';
import type { LateCause, OpenedCase } from '../observer.ts';
import type { Seat } from '../people/staff.ts';
import type { Subject } from '../subject.ts';

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

/** A case on its way: who it came to, until when the client expects it done, and where its time went. */
export class OpenCase implements Subject {
  readonly kind = 'case';
  readonly id: number;
  readonly order: CaseOrder;
  readonly openedAt: number;
  readonly dueAt: number;
  readonly throughSalesperson: boolean;
  /** Whether the salesperson handles it. */
  isKept = false;
  /** When it came to whoever handles it, was begun, and was handled; minutes since the start. */
  reachedAt: number;
  begunAt: number;
  handledAt: number;
  /** Minutes of work. */
  work = 0;

  constructor(order: CaseOrder, openedAt: number, dueAt: number) {
    this.id = order.key;
    this.order = order;
    this.openedAt = openedAt;
    this.dueAt = dueAt;
    this.throughSalesperson = order.channel < order.account.habit;
    this.reachedAt = openedAt;
    this.begunAt = openedAt;
    this.handledAt = openedAt;
  }

  /** What the firm tells of it. */
  get facts(): OpenedCase {
    const { type, account } = this.order;
    return { id: this.id, account: account.id, type };
  }

  /** Where most of its time went, in office hours: what a defect log would put down for a late case. */
  mainDelay(officeHours: WorkingTime, closedAt: number): LateCause {
    const { openedAt, reachedAt, begunAt, handledAt, work, isKept } = this;
    const queued = officeHours.between(reachedAt, begunAt);
    const passedOn = officeHours.between(openedAt, reachedAt);
    const delays: readonly (readonly [LateCause, number])[] = [
      ['production-answer', officeHours.between(handledAt, closedAt)],
      ['salesperson', passedOn + (isKept ? queued : 0)],
      ['queue', isKept ? 0 : queued],
      ['interrupted', officeHours.between(begunAt, handledAt) - work],
      ['work', work],
    ];
    return delays.reduce((longest, delay) => (delay[1] > longest[1] ? delay : longest))[0];
  }
}
