import { readFileSync } from 'node:fs';
import type { Coordinates } from '../../../sim/scenario/geography/great-circle.ts';

/**
 * Cities of the United States and Canada with the miles between them by highway in 1949: miles.dat of the Stanford
 * GraphBase (D. E. Knuth 1993), (C) 1993 Stanford University, "may be freely copied but please do not change it in any
 * way". It lies here as it was.
 */
export interface HighwayCity extends Coordinates {
  readonly name: string;
  /** To the cities before this one in the list, the last of them first. */
  readonly milesBack: readonly number[];
}

export const MILES_FILE = new URL('./miles.dat', import.meta.url);

export function highwayCities(): HighwayCity[] {
  const lines = readFileSync(MILES_FILE, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('*'));
  const cities: (HighwayCity & { milesBack: number[] })[] = [];
  for (const line of lines) {
    const match = /^(.+)\[(\d+),(\d+)\]\d+$/.exec(line);
    if (match === null) cities.at(-1)!.milesBack.push(...line.trim().split(/\s+/).map(Number));
    else {
      const [latitude, west] = [Number(match[2]) / 100, Number(match[3]) / 100];
      cities.push({ name: match[1]!, latitude, longitude: -west, milesBack: [] });
    }
  }
  return cities;
}

/** Every pair of cities with the miles by highway between them. */
export function highways(): {
  readonly from: HighwayCity;
  readonly to: HighwayCity;
  readonly miles: number;
}[] {
  const cities = highwayCities();
  return cities.flatMap((from, i) =>
    from.milesBack.map((miles, back) => ({ from, to: cities[i - 1 - back]!, miles })),
  );
}
