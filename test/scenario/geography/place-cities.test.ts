import { describe, expect, it } from 'vitest';
import { explain } from '../../../sim/scenario/explain.ts';
import { greatCircleMiles } from '../../../sim/scenario/geography/great-circle.ts';
import { usCities } from '../../../sim/scenario/geography/us-cities.ts';
import { loadScenario } from '../../../sim/scenario/load.ts';
import { ScenarioError } from '../../../sim/scenario/problems.ts';

const FROM = 'territory.citiesFrom';

function request(...overrides: readonly string[]) {
  return {
    reference: 'standard',
    overrides: ['territory.layout=cities', `${FROM}.data=us-cities`, ...overrides],
  };
}

function problemsOf(reference: string, overrides: readonly string[]): string[] {
  try {
    loadScenario({ reference, overrides });
    return [];
  } catch (error) {
    return (error as ScenarioError).problems.map(({ path, wrong }) => `${path}: ${wrong}`);
  }
}

describe('cities taken from data', () => {
  const { scenario } = loadScenario(request(`${FROM}.states=[OH]`, `${FROM}.most=4`, `${FROM}.density=1000`));
  const { cities, width, height } = scenario.territory;

  it('are the largest, with what lies close to them, as far apart as on the globe', () => {
    expect(cities.map(({ name }) => name).sort()).toEqual([
      'Cincinnati, OH',
      'Cleveland, OH',
      'Columbus, OH',
      'Dayton, OH', // by itself smaller than Toledo, as an urban area larger
    ]);
    const globe = new Map(usCities().map((city) => [city.name, city]));
    for (const one of cities) {
      for (const other of cities) {
        const miles = greatCircleMiles(globe.get(one.name)!, globe.get(other.name)!);
        expect(Math.abs(Math.hypot(one.x - other.x, one.y - other.y) - miles)).toBeLessThan(0.5);
      }
    }
  });

  it('weigh by inhabitants, each counted once, and have the disc that their density asks for', () => {
    // Four cities and all within 40 miles of them: no more than the state has, far more than the four alone.
    const inhabitants = cities.reduce((sum, { weight }) => sum + weight, 0);
    const ohio = usCities().filter(({ state }) => state === 'OH');
    const names = new Set(cities.map(({ name }) => name));
    const alone = ohio.filter(({ name }) => names.has(name));
    expect(inhabitants).toBeGreaterThan(1.5 * alone.reduce((sum, { population }) => sum + population, 0));
    expect(inhabitants).toBeLessThan(ohio.reduce((sum, { population }) => sum + population, 0));
    for (const { radius, weight } of cities) expect(Math.PI * radius ** 2 * 1000).toBeCloseTo(weight, -5);
  });

  it('lie with their discs inside a territory just as large', () => {
    for (const { x, y, radius } of cities) {
      expect(Math.min(x, y)).toBeGreaterThan(radius - 0.2);
      expect(x + radius).toBeLessThan(width + 0.2);
      expect(y + radius).toBeLessThan(height + 0.2);
    }
  });

  it('are explained with the place that asked for them', () => {
    const rows = explain(loadScenario(request(`${FROM}.states=[OH]`, `${FROM}.most=1`)));
    expect(rows.find(({ path }) => path === 'territory.cities.0.name')).toMatchObject({
      value: 'Cleveland, OH',
      origin: '--set',
    });
  });

  it('may be those around one of them', () => {
    const around = loadScenario(
      request(`${FROM}.around=Denver, CO`, `${FROM}.within=100 mi`, `${FROM}.minPopulation=100000`),
    ).scenario.territory.cities;
    expect(around.map(({ name }) => name).sort()).toEqual([
      'Colorado Springs, CO',
      'Denver, CO',
      'Fort Collins, CO',
    ]);
  });
});

describe('what cannot be taken from data is said', () => {
  it.each([
    [[`${FROM}.data=us-cities`], `${FROM}.data: cities are taken from data, but the layout is uniform`],
    [
      [
        'territory.layout=cities',
        'territory.cities=[{ name: A, x: 1 mi, y: 1 mi }]',
        `${FROM}.data=us-cities`,
      ],
      `${FROM}.data: cities are both listed and taken from data`,
    ],
    [request(`${FROM}.around=Clevland`).overrides, `${FROM}.around: there is no city Clevland in the data`],
    [
      request(`${FROM}.states=[VT]`, `${FROM}.minPopulation=5000000`).overrides,
      `${FROM}.states: there is no city of 5000000 or more inhabitants there`,
    ],
    [request(`${FROM}.states=[OH, OX]`).overrides, `${FROM}.states.1: is not known`],
    [request(`${FROM}.states=[OH, OH]`).overrides, `${FROM}.states.1: is there twice`],
  ])('%j', (overrides, problem) => {
    expect(problemsOf('standard', overrides)).toEqual([problem]);
  });
});
