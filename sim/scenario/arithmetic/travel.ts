import type { Role } from '../schema/ids.ts';
import type { Scenario } from '../schema/scenario.ts';

const POINTS = 60;
type TerritoryPlan = Scenario['territory'];

/**
 * Mean minutes from a base to a place of the patch that one head of a role works. In a territory without cities the
 * base is in the middle of a patch of the territory's shape, places spread evenly, by the midpoint rule. With cities,
 * bases are taken to be in the largest ones, and every city to be worked from the base that is nearest in time.
 */
export function meanWayFromBase({ territory, organisation }: Scenario, role: Role): number {
  const heads = Math.max(1, organisation.roles[role].heads);
  return territory.layout === 'cities' ? meanWayToCities(territory, heads) : meanWayInPatch(territory, heads);
}

function meanWayInPatch(territory: TerritoryPlan, heads: number): number {
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

function meanWayToCities(territory: TerritoryPlan, heads: number): number {
  const cities = [...territory.cities].sort((a, b) => b.weight - a.weight);
  const bases = cities.slice(0, heads);
  const total = cities.reduce((sum, { weight }) => sum + weight, 0);
  return cities.reduce((sum, city) => {
    const ways = bases.map((base) =>
      base === city
        ? // Two thirds of the radius is the mean distance of a disc's points from its centre.
          roadMinutes(territory, (2 / 3) * city.radius)
        : fasterMinutes(territory, Math.hypot(city.x - base.x, city.y - base.y)),
    );
    return sum + (city.weight / total) * (Math.min(...ways) + territory.parking);
  }, 0);
}

/** Minutes between two cities by the faster of road and air, parking left out. */
export function fasterMinutes(territory: TerritoryPlan, straightMiles: number): number {
  return Math.min(roadMinutes(territory, straightMiles), airMinutes(territory, straightMiles));
}

/** Minutes of a flight over a straight distance, door to door. */
export function airMinutes({ flight, inTheAir }: TerritoryPlan, straightMiles: number): number {
  return flight + (inTheAir * straightMiles) / 100;
}

/** Minutes of driving over a straight distance: the first road miles at metro speed, the rest at regional speed. */
export function roadMinutes(territory: TerritoryPlan, straightMiles: number): number {
  const { circuity, metroMiles, metroSpeed, regionalSpeed } = territory;
  const miles = straightMiles * circuity;
  const metro = Math.min(miles, metroMiles);
  return (60 * metro) / metroSpeed + (60 * (miles - metro)) / regionalSpeed;
}
