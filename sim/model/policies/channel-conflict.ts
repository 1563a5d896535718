/**
 * Share of the chance to win that one way to sell loses by the other's presence: in proportion to the share of the
 * market that the other one has. None where all is sold one way.
 */
export function conflictLoss(conflict: number, shareOfOther: number): number {
  return conflict * shareOfOther;
}
