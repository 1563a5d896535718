import { MINUTES_PER_WEEK } from '../../time/working-time.ts';
import type { Scenario } from '../schema/scenario.ts';

/** Weeks in a Gregorian year. */
const WEEKS_PER_YEAR = 365.2425 / 7;

/**
 * What the plan costs in weeks `from` to before `to`, beside the payroll of the organisation: steps when they are made,
 * and whoever runs the transition, burden included, from its beginning until some time after its last step.
 */
export function transitionCost({ transition, money }: Scenario, from: number, to: number): number {
  const { steps, begin, champion } = transition;
  if (steps.length === 0) return 0;
  const weekOf = (minutes: number) => minutes / MINUTES_PER_WEEK;
  const once = steps
    .filter(({ at }) => weekOf(begin + at) >= from && weekOf(begin + at) < to)
    .reduce((sum, { cost }) => sum + cost, 0);
  const ends = weekOf(begin + champion.stays + Math.max(...steps.map(({ at, spread }) => at + spread)));
  const weeks = Math.max(0, Math.min(to, ends) - Math.max(from, weekOf(begin)));
  return once + (weeks * champion.salary * money.burden) / WEEKS_PER_YEAR;
}
