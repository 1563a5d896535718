import type { Finding } from '../finding.ts';
import { nearestName } from '../nearest-name.ts';
import type { Scenario } from '../schema/scenario.ts';
import { subtree, treeOf, withValue, type MapTree } from '../tree.ts';
import { ConicProjection } from './conic-projection.ts';
import { greatCircleMiles } from './great-circle.ts';
import { usCities, type City } from './us-cities.ts';

type CitiesFrom = Scenario['territory']['citiesFrom'];

/** A document with the cities that it takes from data written into it, and what makes that impossible. */
export interface PlacedCities {
  readonly tree: MapTree;
  readonly findings: readonly Finding[];
}

const FROM = 'territory.citiesFrom';

/** Writes the cities that a scenario takes from data into its document, as if they had been listed there. */
export function placeCities(tree: MapTree, { territory }: Scenario): PlacedCities {
  const { citiesFrom, layout, cities } = territory;
  const data = subtree(tree, ['territory', 'citiesFrom', 'data']);
  if (citiesFrom.data === 'none' || data === undefined) return { tree, findings: [] };
  const chosen = chosenCities(citiesFrom);
  const findings: Finding[] = [];
  if (layout !== 'cities') {
    findings.push({
      paths: [`${FROM}.data`, 'territory.layout'],
      wrong: `cities are taken from data, but the layout is ${layout}`,
      accepted: 'layout: cities',
    });
  }
  if (cities.length > 0) {
    findings.push({
      paths: [`${FROM}.data`, 'territory.cities'],
      wrong: 'cities are both listed and taken from data',
      accepted: 'one or the other',
    });
  }
  if ('wrong' in chosen) return { tree, findings: [...findings, chosen] };
  if (findings.length > 0) return { tree, findings };
  const placed = Object.entries(territoryOf(chosen, citiesFrom)).reduce(
    (written, [key, value]) => withValue(written, ['territory', key], treeOf(value, data.origin)),
    tree,
  );
  return { tree: placed, findings };
}

/** The cities wanted, largest first; or why there are none. */
export function chosenCities(wanted: CitiesFrom): City[] | Finding {
  const all = usCities();
  const centre = all.find(({ name }) => name === wanted.around);
  if (wanted.around !== '' && centre === undefined) {
    const meant = nearestName(
      wanted.around,
      all.map(({ name }) => name),
    );
    return {
      paths: [`${FROM}.around`, `${FROM}.data`],
      wrong: `there is no city ${wanted.around} in the data`,
      accepted: `a name such as ${meant ?? 'Cleveland, OH'}`,
    };
  }
  const states: readonly string[] = wanted.states;
  const inside = all.filter(
    (city) =>
      (states.length === 0 || states.includes(city.state)) &&
      (centre === undefined || greatCircleMiles(centre, city) <= wanted.within),
  );
  const cities = merged(inside, wanted.merge)
    .filter(({ population }) => population >= wanted.minPopulation)
    .slice(0, wanted.most);
  if (cities.length > 0) return cities;
  return {
    paths: ['states', 'around', 'within', 'minPopulation', 'data'].map((key) => `${FROM}.${key}`),
    wrong: `there is no city of ${wanted.minPopulation} or more inhabitants there`,
    accepted: 'a region with at least one city',
  };
}

/** Cities, largest first, each with the inhabitants of all smaller ones that are nearer to it than to any larger one. */
function merged(cities: readonly City[], within: number): City[] {
  const centres: { readonly city: City; population: number }[] = [];
  for (const city of cities) {
    let nearest: { readonly city: City; population: number } | undefined;
    let least = within;
    for (const centre of centres) {
      const miles = greatCircleMiles(centre.city, city);
      if (miles < least) [nearest, least] = [centre, miles];
    }
    if (nearest === undefined) centres.push({ city, population: city.population });
    else nearest.population += city.population;
  }
  return centres
    .map(({ city, population }) => ({ ...city, population }))
    .sort((a, b) => b.population - a.population);
}

/** Size and cities of a territory that holds every disc, as they are written in a scenario. */
function territoryOf(cities: readonly City[], { density }: CitiesFrom) {
  const projection = ConicProjection.around(cities);
  const discs = cities.map((city) => ({
    ...projection.project(city),
    name: city.name,
    weight: city.population,
    radius: Math.sqrt(city.population / (Math.PI * density)),
  }));
  const [west, south] = (['x', 'y'] as const).map((axis) =>
    Math.min(...discs.map((disc) => disc[axis] - disc.radius)),
  ) as [number, number];
  const [east, north] = (['x', 'y'] as const).map((axis) =>
    Math.max(...discs.map((disc) => disc[axis] + disc.radius)),
  ) as [number, number];
  return {
    width: inMiles(Math.ceil(east - west)),
    height: inMiles(Math.ceil(north - south)),
    cities: discs.map(({ name, x, y, radius, weight }) => ({
      name,
      x: inMiles(x - west),
      y: inMiles(y - south),
      radius: inMiles(radius),
      weight,
    })),
  };
}

/** To the tenth of a mile: a city is no point. */
function inMiles(miles: number): string {
  return `${Math.round(10 * miles) / 10} mi`;
}
