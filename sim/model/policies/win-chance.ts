import type { Scenario } from '../../scenario/schema/scenario.ts';

/** No deal is certain, however well the prospect fits. */
const MOST = 0.95;

/**
 * Chance to win after the closing meeting: the nominal share of those that get there, times fit, less what waiting
 * has cost, what each hand-off loses with each stakeholder, and what the course of the buying has left.
 */
export function winChance(
  { win, reachClosing, handOffLoss }: Scenario['workflow'],
  of: { fit: number; chanceLeftByWaiting: number; handOffs: number; stakeholders: number; course: number },
): number {
  const kept = (1 - handOffLoss) ** (of.handOffs * of.stakeholders);
  return Math.min(MOST, (win / reachClosing) * of.fit * of.chanceLeftByWaiting * kept * of.course);
}
