import type { Payment } from '../model/observer.ts';
import type { Recording } from './recording.ts';
import { WeeklyLevel, weekOf } from './weekly-level.ts';

/** Sums of money that moves with orders, for each week, and what clients owe. */
export class CashBook {
  /** Invoiced and not paid yet. */
  readonly receivables: WeeklyLevel;
  private readonly sums;

  constructor(recording: Recording) {
    this.receivables = new WeeklyLevel(recording.of('receivables'));
    this.sums = {
      invoiced: recording.of('cash.invoiced'),
      received: recording.of('cash.received'),
      afterDelivery: recording.of('cash.received-after-delivery'),
      material: recording.of('cash.material'),
      sinceOrder: recording.of('cash.money-minutes-since-order'),
      sinceDelivery: recording.of('cash.money-minutes-since-delivery'),
    };
  }

  onInvoiced(amount: number, at: number): void {
    this.sums.invoiced[weekOf(at)]! += amount;
    this.receivables.change(amount, at);
  }

  onPaid({ amount, sinceOrder, sinceDelivery }: Payment, at: number): void {
    const week = weekOf(at);
    this.sums.received[week]! += amount;
    this.sums.sinceOrder[week]! += amount * sinceOrder;
    this.receivables.change(-amount, at);
    if (sinceDelivery === undefined) return;
    this.sums.afterDelivery[week]! += amount;
    this.sums.sinceDelivery[week]! += amount * sinceDelivery;
  }

  onMaterialPaid(amount: number, at: number): void {
    this.sums.material[weekOf(at)]! += amount;
  }
}
