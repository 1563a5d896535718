import type { Product } from '../../scenario/schema/ids.ts';
import type { Account } from '../market/accounts.ts';
import type { ReceivedOrder } from '../observer.ts';
import type { Subject } from '../subject.ts';
import type { OpenOpportunity } from './open-opportunity.ts';

/** What a client has ordered. */
export interface OrderedGoods {
  /** Key of everything drawn for it; the same in every organisation. */
  readonly key: number;
  readonly product: Product;
  readonly account: Account;
  readonly price: number;
  /** Price before any discount. */
  readonly listPrice: number;
  /** The opportunity that was won, if it is a project. */
  readonly opportunity?: OpenOpportunity;
}

/** An order on its way to the client, and what the client is told about it. */
export class Order implements Subject {
  readonly kind = 'order';
  readonly id: number;
  readonly goods: OrderedGoods;
  /** Minutes since the start. */
  readonly receivedAt: number;
  isDelivered = false;
  /** Whether the first part of what has to be bought for it has been paid. */
  isMaterialBought = false;
  /** Calls about it so far, those included that did not come because the client knew. */
  calls = 0;
  isClientInformed = false;
  /** Whether the client waits for an answer to a call about it. */
  isCallOpen = false;

  constructor(goods: OrderedGoods, receivedAt: number) {
    this.id = goods.key;
    this.goods = goods;
    this.receivedAt = receivedAt;
  }

  /** What the firm tells of it. */
  get facts(): ReceivedOrder {
    const { product, account, opportunity } = this.goods;
    return { id: this.id, account: account.id, product, opportunity: opportunity?.id };
  }
}
