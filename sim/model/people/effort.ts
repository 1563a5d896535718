import type { Scenario } from '../../scenario/schema/scenario.ts';
import type { Charter } from '../charter.ts';
import { paceOf } from '../policies/pay.ts';
import type { FieldSeat, Staff } from './staff.ts';

/**
 * How fast salespeople do what nobody has put into their calendars, as their pay makes them: it multiplies their pace.
 * Appointments last as long as they last.
 */
export class Effort {
  private readonly charter: Charter;
  private readonly incentives: Scenario['incentives'];
  /** The factor that is in the pace of each salesperson already, by index. */
  private readonly applied: number[] = [];

  constructor(of: { charter: Charter; incentives: Scenario['incentives']; staff: Staff }) {
    this.charter = of.charter;
    this.incentives = of.incentives;
    const seats = of.staff.seatsOf('salesperson');
    const applyToAll = (): void => seats.open.forEach((seat) => this.apply(seat));
    applyToAll();
    seats.watch({ onOpened: (seat) => this.apply(seat) });
    of.charter.tell(applyToAll);
  }

  private apply({ index, person }: FieldSeat): void {
    const factor = paceOf(this.incentives, this.charter.of(index).pay);
    person.pace *= factor / (this.applied[index] ?? 1);
    this.applied[index] = factor;
  }
}
