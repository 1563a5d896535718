import type { Scenario } from '../../scenario/schema/scenario.ts';

type Relationship = Scenario['relationship'];

/** How strange whoever looks after an account is to it: 1 on the first day, less by 1/e in each recovery time. */
export function strangeness({ recovery }: Relationship, minutesSinceChange: number): number {
  return Math.exp(-minutesSinceChange / recovery);
}

/** What continuity of the relationship multiplies repeat orders and projects by: 1 where nobody has changed. */
export function loyaltyMultiplier(relationship: Relationship, minutesSinceChange: number): number {
  return 1 - relationship.weight * strangeness(relationship, minutesSinceChange);
}

/** What a change of who looks after an account multiplies its churn by: 1 where nobody has changed. */
export function estrangement(relationship: Relationship, minutesSinceChange: number): number {
  return 1 + relationship.churn * strangeness(relationship, minutesSinceChange);
}
