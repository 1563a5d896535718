import type { BriefFault } from '../../brief-event.ts';
import type { FieldSeat } from '../../people/staff.ts';
import type { BriefTaker } from '../../policies/brief-taker.ts';

/** What the firm has understood of a customer's wishes: who did, and what is wrong with it that nobody knows of yet. */
export class Brief {
  readonly taker: BriefTaker;
  /** Whoever carries in his head what is not written down. */
  readonly seat: FieldSeat;
  /** Share of it, in [0, 1], that no form carries. */
  readonly unwritten: number;
  /** Work that the job takes over the work estimated for it, faults aside. */
  estimateFactor: number;
  readonly faults: Set<BriefFault>;
  /** Whether something was wrong that came to light at delivery only. */
  foundLate = false;

  constructor(of: {
    taker: BriefTaker;
    seat: FieldSeat;
    unwritten: number;
    estimateFactor: number;
    faults: readonly BriefFault[];
  }) {
    this.taker = of.taker;
    this.seat = of.seat;
    this.unwritten = of.unwritten;
    this.estimateFactor = of.estimateFactor;
    this.faults = new Set(of.faults);
  }
}
