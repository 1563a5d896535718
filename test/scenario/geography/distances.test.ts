import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ConicProjection } from '../../../sim/scenario/geography/conic-projection.ts';
import { EARTH_RADIUS_MILES, greatCircleMiles } from '../../../sim/scenario/geography/great-circle.ts';
import { usCities } from '../../../sim/scenario/geography/us-cities.ts';
import { metaOf } from '../../../sim/scenario/schema/fields.ts';
import { territory } from '../../../sim/scenario/schema/territory.ts';
import { partOf } from '../../../sim/scenario/form.ts';
import { MILES_FILE, highwayCities, highways } from './highways.ts';

describe('the great circle', () => {
  it('from Los Angeles to New York airport is .623585 radians (Williams, Aviation Formulary)', () => {
    const lax = { latitude: 33 + 57 / 60, longitude: -(118 + 24 / 60) };
    const jfk = { latitude: 40 + 38 / 60, longitude: -(73 + 47 / 60) };
    expect(greatCircleMiles(lax, jfk) / EARTH_RADIUS_MILES).toBeCloseTo(0.623585, 5);
  });

  it('over one degree of a meridian is 69.09 statute miles, and a quarter of the equator 6,218', () => {
    const origin = { latitude: 0, longitude: 0 };
    expect(greatCircleMiles(origin, { latitude: 1, longitude: 0 })).toBeCloseTo(69.09, 2);
    expect(greatCircleMiles(origin, { latitude: 0, longitude: 90 })).toBeCloseTo(6218.4, 1);
  });
});

describe('the conic projection', () => {
  it("agrees with Snyder's example for the sphere (1987, page 295): x .2966785, y .2462112", () => {
    const projection = new ConicProjection({ latitude: 23, longitude: -96 }, [33, 45]);
    const { x, y } = projection.project({ latitude: 35, longitude: -75 });
    expect(x / EARTH_RADIUS_MILES).toBeCloseTo(0.2966785, 7);
    expect(y / EARTH_RADIUS_MILES).toBeCloseTo(0.2462112, 7);
  });

  it('is true along its parallels, and keeps distances of the 48 states within 3 % of the great circle', () => {
    const cities = usCities().slice(0, 90);
    const projection = ConicProjection.around(cities);
    const errors = cities.flatMap((one, i) =>
      cities.slice(i + 1).flatMap((other) => {
        const [a, b] = [projection.project(one), projection.project(other)];
        return Math.abs(Math.hypot(a.x - b.x, a.y - b.y) / greatCircleMiles(one, other) - 1);
      }),
    );
    expect(Math.max(...errors)).toBeLessThan(0.03);
    expect(errors.reduce((sum, error) => sum + error, 0) / errors.length).toBeLessThan(0.012);
    const [touching, cutting] = [[40, 40] as const, [36, 44] as const].map(
      (parallels) => new ConicProjection({ latitude: 40, longitude: -90 }, parallels),
    );
    expect(touching!.scaleAt(40)).toBeCloseTo(1, 12);
    expect(cutting!.scaleAt(36)).toBeCloseTo(1, 12);
    expect(cutting!.scaleAt(44)).toBeCloseTo(1, 12);
  });

  it('keeps distances within a region of a few states within half a percent', () => {
    const region = usCities().filter(({ state }) => ['OH', 'IN', 'MI', 'IL', 'WI'].includes(state));
    const cities = region.slice(0, 30);
    const projection = ConicProjection.around(cities);
    for (const [i, one] of cities.entries()) {
      for (const other of cities.slice(0, i)) {
        const [a, b] = [projection.project(one), projection.project(other)];
        const ratio = Math.hypot(a.x - b.x, a.y - b.y) / greatCircleMiles(one, other);
        expect(Math.abs(ratio - 1)).toBeLessThan(0.005);
      }
    }
  });
});

describe('the cities that are shipped', () => {
  it('lie where an older list has them, within ten miles', () => {
    const old = new Map(highwayCities().map((city) => [city.name, city]));
    const both = usCities().filter(({ name }) => old.has(name));
    expect(both.length).toBeGreaterThan(50);
    const apart = both.filter((city) => greatCircleMiles(city, old.get(city.name)!) > 10);
    expect(apart.map(({ name }) => name)).toEqual([]);
  });

  it('are each named once', () => {
    const names = usCities().map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('road circuity', () => {
  const ratios = highways().map(({ from, to, miles }) => ({ straight: greatCircleMiles(from, to), miles }));
  const initial = Number(metaOf(partOf(territory, 'circuity')!)!.initial);
  const totalRatio = (pairs: typeof ratios): number =>
    pairs.reduce((sum, { miles }) => sum + miles, 0) / pairs.reduce((sum, { straight }) => sum + straight, 0);

  it('is measured on the file as Stanford has it', () => {
    const sha256 = createHash('sha256').update(readFileSync(MILES_FILE)).digest('hex');
    expect(sha256).toBe('2888d2e90769c61abd63ba361204aaec7082b594288e0e4a41cf7151adc96542');
    expect(ratios).toHaveLength((128 * 127) / 2);
  });

  it('of the shipped firm lies in the middle half of 8,128 highway distances', () => {
    const sorted = ratios.map(({ miles, straight }) => miles / straight).sort((a, b) => a - b);
    expect(initial).toBeGreaterThan(sorted[Math.floor(0.25 * sorted.length)]!);
    expect(initial).toBeLessThan(sorted[Math.floor(0.75 * sorted.length)]!);
  });

  it('of the shipped firm is that of total miles within 400 miles, to 2 %; over all it is 1.23', () => {
    const regional = totalRatio(ratios.filter(({ straight }) => straight < 400));
    expect(Math.abs(initial / regional - 1)).toBeLessThan(0.02);
    // The number of docs/sources.md.
    expect(totalRatio(ratios)).toBeCloseTo(1.2285, 3);
  });
});
