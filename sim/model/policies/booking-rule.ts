import type { Scenario } from '../../scenario/schema/scenario.ts';
import { MINUTES_PER_DAY } from '../../time/working-time.ts';

/** How far an opportunity has come when a meeting on it is to be booked; or that it is a visit without any. */
export type Standing = 'open' | 'existing' | 'new' | 'visit';

/** What a slot means to the firm and to the customer. */
export interface SlotTerms {
  /** Minutes of travel that it adds to the day. */
  readonly addedTravel: number;
  readonly daysAhead: number;
  /** Minutes that the customer has been ready. */
  readonly waited: number;
  /** Whether the day has an appointment with a customer already. */
  readonly isDayInUse: boolean;
  readonly isVisit: boolean;
}

/** Somebody who could be phoned. */
export interface Candidate {
  /** Minutes since the start from which the customer is ready. */
  readonly readyAt: number;
  /** What the firm hopes to sell. */
  readonly value: number;
}

/** Gaps of the week ahead are those that business is no longer likely to fill. */
const DAYS_TO_FILL = 7;

/** Order in which opportunities are phoned by where they stand; those of the same class as anything else says. */
const CLASSES: Readonly<
  Record<Scenario['organisation']['booking']['workFirst'], Readonly<Record<Standing, number>>>
> = {
  'as-they-come': { open: 0, existing: 0, new: 0, visit: 0 },
  'open-first': { open: 0, existing: 1, new: 2, visit: 2 },
  'new-first': { new: 0, existing: 1, open: 2, visit: 2 },
};
const AFTER_ALL = 3;

type Policy = Scenario['organisation']['booking'];

/** Which day is offered, and whom to phone next: the rules by name, as a scenario chooses them. */
export class BookingRule {
  /** As the organisation has it now. */
  policy: Policy;

  constructor(policy: Policy) {
    this.policy = policy;
  }

  get dailyMaximum(): number {
    return this.policy.dailyMaximum;
  }

  /** Whether the first slot of a day will do, rather than the one that adds least travel. */
  get takesFirstSlot(): boolean {
    return this.policy.day === 'earliest';
  }

  /** Cost of a slot, in minutes of travel or days: lower is offered first; Infinity if it is not offered. */
  costOf({ addedTravel, daysAhead, waited, isDayInUse, isVisit }: SlotTerms): number {
    const { detourCap, capLiftedAfter, delayPrice } = this.policy;
    const isFiller = isVisit && this.visitsFillGaps;
    if (isFiller && (daysAhead > DAYS_TO_FILL || addedTravel > detourCap)) return Infinity;
    if (this.takesFirstSlot) return daysAhead;
    const isTooFar = isDayInUse && addedTravel > detourCap && waited < capLiftedAfter;
    return isTooFar ? Infinity : addedTravel + delayPrice * daysAhead;
  }

  /** Cost of a slot so many days ahead or more, at least. */
  leastCost(daysAhead: number): number {
    return this.takesFirstSlot ? daysAhead : this.policy.delayPrice * daysAhead;
  }

  /** Minutes of travel that a slot may add to a day, whatever the day. */
  longestDetour(isVisit: boolean): number {
    return isVisit && this.visitsFillGaps ? this.policy.detourCap : Infinity;
  }

  /** Whom to phone next: the lowest rank. Only those with a slot, whose best one has a cost, are ranked. */
  rankOf({ readyAt, value }: Candidate, bestCost: number): number {
    switch (this.policy.phoneNext) {
      case 'longest-waiting':
        return readyAt;
      case 'most-valuable':
        return -value;
      case 'best-fit':
        // A day of waiting is worth as much travel before the call as after it.
        return bestCost + (this.policy.delayPrice * readyAt) / MINUTES_PER_DAY;
    }
  }

  /** The rank with the best slot there could be. */
  leastRankOf(candidate: Candidate): number {
    return this.rankOf(candidate, this.leastCost(1));
  }

  /** Who is phoned before whom: the lower class. */
  classOf(standing: Standing): number {
    if (standing === 'visit' && this.visitsFillGaps) return AFTER_ALL;
    return CLASSES[this.policy.workFirst][standing];
  }

  /** Whether visits are phoned only when no opportunity is left to phone, and only fill what is left of the week. */
  get visitsFillGaps(): boolean {
    return this.policy.visits === 'fill-gaps';
  }
}
