import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageScenarios } from '../package-scenarios.ts';
import type { Coordinates } from './great-circle.ts';

/** A city with everybody who lives in it. */
export interface City extends Coordinates {
  /** `Chicago, IL`. */
  readonly name: string;
  readonly state: string;
  readonly population: number;
}

/** The cities that are shipped, largest first: scenarios/data/us-cities.csv, from GeoNames. */
export function usCities(): City[] {
  const text = readFileSync(join(packageScenarios(), 'data', 'us-cities.csv'), 'utf8');
  return text
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [name, state, population, latitude, longitude] = line.split(',') as [
        string,
        string,
        string,
        string,
        string,
      ];
      return {
        name: `${name}, ${state}`,
        state,
        population: Number(population),
        latitude: Number(latitude),
        longitude: Number(longitude),
      };
    });
}
