import type { Scenario } from '../../scenario/schema/scenario.ts';
import type { Organisation } from '../charter.ts';

type Pay = Organisation['pay'];
type Incentives = Scenario['incentives'];

/** Share of pay that grows with the price of what is sold, whatever becomes of it. */
function paidOnPrice({ commission, onMargin, onLongTerm }: Pay): number {
  return commission * (1 - onMargin - onLongTerm);
}

/** Chance that a salesperson promises too much in a proposal. */
export function chanceOfOverPromise({ optimism }: Incentives, pay: Pay): number {
  return optimism * paidOnPrice(pay);
}

/**
 * Whether a salesperson goes for a job of an estimated margin, as a share of its price: whether it pays him, what he is
 * paid on margin and what he cares for it counted in units of the usual margin. Whoever is paid nothing for a job and
 * does not care takes it.
 */
export function isWorthwhile(
  { conscience }: Incentives,
  pay: Pay,
  { margin, usualMargin }: { readonly margin: number; readonly usualMargin: number },
): boolean {
  const caredFor = pay.commission * pay.onMargin + conscience;
  return caredFor === 0 || paidOnPrice(pay) + (caredFor * margin) / usualMargin >= 0;
}

/** Pace of a salesperson's own work: 1 if all pay is commission. */
export function paceOf({ effort }: Incentives, { commission }: Pay): number {
  return 1 - effort * (1 - commission);
}
