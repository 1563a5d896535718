import type { Scenario } from '../../scenario/schema/scenario.ts';
import { MINUTES_PER_WEEK } from '../../time/working-time.ts';

/**
 * Share of the chance to win that is there at an age in minutes: it grows as the customer becomes ready to buy, with
 * the ripening time as time constant, and shrinks week by week as interest cools.
 */
export function readiness(
  { unripe, ripening, cooling }: Pick<Scenario['buying'], 'unripe' | 'ripening' | 'cooling'>,
  age: number,
): number {
  return (1 - unripe * Math.exp(-age / ripening)) * (1 - cooling) ** (age / MINUTES_PER_WEEK);
}
