import { describe, expect, it } from 'vitest';
import type { Place } from '../../../sim/model/market/place.ts';
import { Territory, patchOf } from '../../../sim/model/market/territory.ts';
import { TravelTimes } from '../../../sim/model/market/travel-times.ts';
import { Stream } from '../../../sim/random/stream.ts';
import { loadScenario } from '../../../sim/scenario/load.ts';
import type { Scenario } from '../../../sim/scenario/schema/scenario.ts';

function plan(...overrides: readonly string[]): Scenario['territory'] {
  return loadScenario({
    reference: 'standard',
    overrides: overrides.map((override) => `territory.${override}`),
  }).scenario.territory;
}

const SQUARE = ['width=40 mi', 'height=40 mi'];
/** One speed everywhere, no circuity: minutes are miles. */
const STRAIGHT = ['circuity=1', 'metroSpeed=60 mph', 'regionalSpeed=60 mph', 'metroMiles=0 mi'];
const CITIES =
  'cities=[{ name: A, x: 100 mi, y: 100 mi, weight: 6, radius: 10 mi }, ' +
  '{ name: B, x: 700 mi, y: 150 mi, radius: 10 mi }, { name: C, x: 750 mi, y: 500 mi, radius: 10 mi }]';

class Places {
  private readonly draws = new Stream({ seed: 11, replication: 0, purpose: 'test.places' });
  private readonly territory: Territory;

  constructor(of: Scenario['territory']) {
    this.territory = new Territory(of, new Stream({ seed: 11, replication: 0, purpose: 'test.clusters' }));
  }

  next(): Place {
    const u = () => this.draws.uniform();
    return this.territory.placeAt(u(), u(), u(), u());
  }

  list(count: number): Place[] {
    return Array.from({ length: count }, () => this.next());
  }
}

/** Mean and standard error. */
function momentsOf(values: readonly number[]): { mean: number; error: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
  return { mean, error: Math.sqrt(variance / values.length) };
}

describe('places spread evenly', () => {
  it('are .521405 of the side of a square apart, the mean of random pairs', () => {
    const of = plan(...SQUARE, ...STRAIGHT);
    const [places, travel] = [new Places(of), new TravelTimes(of)];
    const distances = Array.from({ length: 20_000 }, () => travel.minutes(places.next(), places.next()));
    const { mean, error } = momentsOf(distances);
    expect(Math.abs(mean - 0.521405 * 40)).toBeLessThan(4 * error);
    expect(error).toBeLessThan(0.1);
  });

  it('make tours of k sqrt(n A): .7124 for many (Johnson and McGeoch 1997), up to 30 % more for few', () => {
    const of = plan(...SQUARE, ...STRAIGHT);
    const [places, travel] = [new Places(of), new TravelTimes(of)];
    for (const [n, tours] of [
      [20, 40],
      [60, 8],
    ] as const) {
      const lengths = Array.from({ length: tours }, () => tourLength(places.list(n), travel));
      const { mean, error } = momentsOf(lengths.map((length) => length / Math.sqrt(n * 40 * 40)));
      expect(mean + 4 * error).toBeGreaterThan(0.7124);
      expect(mean - 4 * error).toBeLessThan(1.3 * 0.7124);
    }
  });
});

describe('places of a city', () => {
  it('are two thirds of its radius from its middle', () => {
    const of = plan('layout=cities', 'cities=[{ name: A, x: 50 mi, y: 40 mi, radius: 12 mi }]');
    const distances = new Places(of).list(5000).map(({ x, y }) => Math.hypot(x - 50, y - 40));
    const { mean, error } = momentsOf(distances);
    expect(Math.abs(mean - 8)).toBeLessThan(4 * error);
  });
});

describe('territories', () => {
  const customers = (of: Scenario['territory'], count: number, share: 'equal-area' | 'equal-customers') => {
    const clusters = new Stream({ seed: 11, replication: 0, purpose: 'test.clusters' });
    const patches = new Territory(of, clusters, share).split(count);
    const counts = patches.map(() => 0);
    for (const place of new Places(of).list(4000)) counts[patchOf(patches, place)]! += 1 / 4000;
    const area = patches.reduce((sum, { width, height }) => sum + width * height, 0);
    return { counts, area, patches };
  };

  it.each(['layout=uniform', 'layout=clustered'])('of equal customers have them: %s', (layout) => {
    for (const count of [1, 3, 10]) {
      const { counts, area } = customers(plan(layout), count, 'equal-customers');
      expect(area).toBeCloseTo(225 * 90, 6);
      for (const share of counts) expect(Math.abs(share - 1 / count)).toBeLessThan(0.025);
    }
  });

  it('of equal customers have them where six of eight live in one city, of equal area do not', () => {
    const of = plan('layout=cities', 'width=900 mi', 'height=600 mi', CITIES);
    const equal = customers(of, 4, 'equal-customers');
    for (const share of equal.counts) expect(Math.abs(share - 0.25)).toBeLessThan(0.03);
    expect(Math.max(...customers(of, 4, 'equal-area').counts)).toBeCloseTo(0.75, 1.5);
  });
});

describe('a leg', () => {
  // 25 road miles at 30 mph are 50 minutes, the rest at 60: 200 straight miles are 250 road miles, 275 minutes.
  const of = plan('circuity=1.25', 'metroSpeed=30 mph', 'metroMiles=25 mi', 'regionalSpeed=60 mph');
  const from = { x: 0, y: 0, city: 1 };

  it('between cities is driven or flown, whichever is faster from door to door', () => {
    const flown = new TravelTimes({ ...of, flight: 250, inTheAir: 12 });
    expect(flown.minutes(from, { x: 200, y: 0, city: 2 })).toBe(250 + 24);
    expect(flown.leg(from, { x: 200, y: 0, city: 2 })).toMatchObject({ isFlown: true, roadMiles: 0 });
    const driven = new TravelTimes({ ...of, flight: 252, inTheAir: 12 });
    expect(driven.minutes(from, { x: 200, y: 0, city: 2 })).toBe(275);
    expect(driven.leg(from, { x: 200, y: 0, city: 2 })).toMatchObject({ isFlown: false, roadMiles: 250 });
  });

  it('within a city is always driven', () => {
    const travel = new TravelTimes({ ...of, flight: 60 });
    expect(travel.minutes(from, { x: 200, y: 0, city: 1 })).toBe(275);
    expect(travel.leg(from, { x: 200, y: 0, city: 1 }).isFlown).toBe(false);
  });
});

/** Cheapest insertion, then turning stretches round as long as that shortens the tour. */
function tourLength(places: readonly Place[], travel: TravelTimes): number {
  const d = (a: Place, b: Place) => travel.minutes(a, b);
  const tour = places.slice(0, 2);
  for (const place of places.slice(2)) {
    let [best, least] = [0, Infinity];
    for (let i = 0; i < tour.length; i++) {
      const [a, b] = [tour[i]!, tour[(i + 1) % tour.length]!];
      const added = d(a, place) + d(place, b) - d(a, b);
      if (added < least) [best, least] = [i, added];
    }
    tour.splice(best + 1, 0, place);
  }
  for (let isShorter = true; isShorter;) {
    isShorter = false;
    for (let i = 0; i < tour.length - 1; i++) {
      for (let j = i + 1; j < tour.length; j++) {
        const [a, b] = [tour[i]!, tour[i + 1]!];
        const [c, e] = [tour[j]!, tour[(j + 1) % tour.length]!];
        if (d(a, c) + d(b, e) >= d(a, b) + d(c, e) - 1e-9) continue;
        tour.splice(i + 1, j - i, ...tour.slice(i + 1, j + 1).reverse());
        isShorter = true;
      }
    }
  }
  return tour.reduce((sum, place, i) => sum + d(place, tour[(i + 1) % tour.length]!), 0);
}
