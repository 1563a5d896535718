import type { Role } from '../schema/ids.ts';
import type { Scenario } from '../schema/scenario.ts';

const POINTS = 60;

/**
 * Mean minutes from a base in the middle of a patch to a place in it, places spread evenly, by the midpoint rule. The
 * patch is the share of the territory that one head of a role works, taken as a rectangle of the territory's shape.
 */
export function meanWayFromBase({ territory, organisation }: Scenario, role: Role): number {
  const heads = Math.max(1, organisation.roles[role].heads);
  const shrink = 1 / Math.sqrt(heads);
  const aspect = Math.sqrt(territory.width / territory.height);
  const side = Math.sqrt(territory.width * territory.height) * shrink;
  // Patches are cut as square as the territory allows: nearly square for more than a few heads.
  const stretch = heads > 1 ? 1 : aspect;
  let sum = 0;
  for (let i = 0; i < POINTS; i++) {
    for (let j = 0; j < POINTS; j++) {
      const x = ((i + 0.5) / POINTS - 0.5) * side * stretch;
      const y = (((j + 0.5) / POINTS - 0.5) * side) / stretch;
      sum += roadMinutes(territory, Math.hypot(x, y)) + territory.parking;
    }
  }
  return sum / (POINTS * POINTS);
}

/** Minutes of driving over a straight distance: the first road miles at metro speed, the rest at regional speed. */
export function roadMinutes(territory: Scenario['territory'], straightMiles: number): number {
  const { circuity, metroMiles, metroSpeed, regionalSpeed } = territory;
  const miles = straightMiles * circuity;
  const metro = Math.min(miles, metroMiles);
  return (60 * metro) / metroSpeed + (60 * (miles - metro)) / regionalSpeed;
}
