import { offeredLoads } from '../../scenario/arithmetic/offered-load.ts';
import { ROLES, type Role } from '../../scenario/schema/ids.ts';
import type { Scenario } from '../../scenario/schema/scenario.ts';
import type { Condition } from '../conditions/condition.ts';

/** Roles that have to keep up for a condition to be met: with more work than time, none of these can hold. */
export function rolesThatMustKeepUp(condition: Condition): readonly Role[] {
  if (condition.kind === 'constraint') return [];
  const { metric, relation } = condition;
  const isAtLeast = relation.startsWith('>');
  if (metric === 'service-within-tolerance' && isAtLeast) return ['customer-service'];
  if (metric === 'on-time-delivery' && isAtLeast) return ['engineering', 'production', 'finishing'];
  const family = /^(?:utilisation|queue-length|wait-hours)\.(.+)$/.exec(metric);
  return isAtLeast || family === null ? [] : ROLES.filter((role) => role === family[1]);
}

/**
 * The largest offered load among some roles, over paid time. Travel is left out: arithmetic counts a way there and back
 * for every meeting, which booking by neighbourhood improves on. 0 for no roles.
 */
export function largestLoad(scenario: Scenario, roles: readonly Role[]): number {
  return Math.max(
    0,
    ...offeredLoads(scenario)
      .filter(({ role, hoursPaid }) => roles.includes(role) && hoursPaid > 0)
      .map(({ loads, hoursPaid }) => {
        const minutes = loads
          .filter(({ activity }) => activity !== 'travel')
          .reduce((sum, { timesPerWeek, minutesEach }) => sum + timesPerWeek * minutesEach, 0);
        return minutes / 60 / hoursPaid;
      }),
  );
}
