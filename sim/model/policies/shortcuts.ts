import type { Scenario } from '../../scenario/schema/scenario.ts';

type Targets = Scenario['organisation']['targets'];
type Shortcuts = Scenario['shortcuts'];

/** What the offer at the closing multiplies chance and price by, given what salespeople are measured by. */
export function closingOffer(
  { sales }: Targets,
  { discount, discountGain }: Shortcuts,
): { readonly chance: number; readonly price: number } {
  return sales === 'orders' ? { chance: 1 + discountGain, price: 1 - discount } : { chance: 1, price: 1 };
}

/** What the time of a case is multiplied by, and its chance to come back, given what service is measured by. */
export function caseCare(
  { service }: Targets,
  { haste, comeBack }: Shortcuts,
): { readonly time: number; readonly comesBack: number } {
  return service === 'cost-per-case' ? { time: 1 - haste, comesBack: comeBack } : { time: 1, comesBack: 0 };
}
