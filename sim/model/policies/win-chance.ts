import type { Scenario } from '../../scenario/schema/scenario.ts';
import type { OpportunityBirth } from '../market/opportunity.ts';

/** No deal is certain, however well the prospect fits. */
const MOST = 0.95;

/** What has become of an opportunity up to the decision. */
export interface Courtship {
  readonly birth: Pick<OpportunityBirth, 'fit' | 'stakeholders'>;
  /** Of those who met the customer: mean over the meetings. */
  readonly sellingSkill: number;
  readonly chanceLeftByWaiting: number;
  readonly handOffs: number;
}

/**
 * Chance to win after the closing meeting: the nominal share of those that get there, times fit, times the selling
 * skill of those who met the customer, less what waiting has cost, what each hand-off loses with each stakeholder, and
 * what the course of the buying has left.
 */
export function winChance(
  { win, reachClosing, handOffLoss }: Scenario['workflow'],
  of: Courtship,
  course: number,
): number {
  const { fit, stakeholders } = of.birth;
  const kept = (1 - handOffLoss) ** (of.handOffs * stakeholders);
  const chance = (win / reachClosing) * fit * of.chanceLeftByWaiting * kept * course * of.sellingSkill;
  return Math.min(MOST, chance);
}
