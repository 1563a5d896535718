import type { Place } from '../../model/market/place.ts';
import { usCities } from '../../scenario/geography/us-cities.ts';
import type { Scenario } from '../../scenario/schema/scenario.ts';
import type { TravelledLeg } from './fortnight.ts';
import type { PlacedCity, Spot, Trips } from './illustration.ts';
import { toHundredth, toTenth } from './round-off.ts';

/** The trips of somebody who lives at a place, on the plane of the territory; `base` is undefined of desk workers. */
export function tripsOf(
  { territory }: Scenario,
  { base, legs }: { readonly base: Place | undefined; readonly legs: readonly TravelledLeg[] },
): Trips {
  const { width, height, cities } = territory;
  const spotOf = ({ x, y, city }: Place): Spot => ({
    x: toTenth(x),
    y: toTenth(y),
    city: cities[city - 1]?.name ?? null,
  });
  const places = [...(base === undefined ? [] : [base]), ...legs.flatMap(({ leg }) => [leg.from, leg.to])];
  const touched = new Set(places.map(({ city }) => city));
  return {
    geometry: {
      unit: 'miles',
      width,
      height,
      cities: placed(
        cities.filter((_, i) => touched.has(i + 1)),
        territory.citiesFrom.data !== 'none',
      ),
    },
    base: base === undefined ? null : spotOf(base),
    legs: legs.map(({ leg, from, to }) => ({
      from: spotOf(leg.from),
      to: spotOf(leg.to),
      by: leg.isFlown ? 'air' : 'road',
      setOutAt: toHundredth(from),
      minutes: toHundredth(to - from),
    })),
  };
}

/** Cities with their degrees, if they are real. */
function placed(cities: Scenario['territory']['cities'], areReal: boolean): PlacedCity[] {
  const real = new Map(areReal && cities.length > 0 ? usCities().map((city) => [city.name, city]) : []);
  return cities.map(({ name, x, y, radius }) => {
    const { latitude, longitude } = real.get(name) ?? { latitude: null, longitude: null };
    return { name, x, y, radius, latitude, longitude };
  });
}
