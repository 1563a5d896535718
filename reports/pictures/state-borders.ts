import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Geometry, PlacedCity } from '../../sim/experiment/result.ts';
import { ConicProjection } from '../../sim/scenario/geography/conic-projection.ts';

interface Mile {
  readonly x: number;
  readonly y: number;
}

/** Turns the map of a projection, shrinks or stretches it, and moves it. */
interface Similarity {
  readonly a: number;
  readonly b: number;
  readonly dx: number;
  readonly dy: number;
}

/** Miles beyond the plane up to which borders are kept, so that lines leave it and do not end before. */
const BEYOND = 40;

/**
 * Borders of the states of the USA on the plane of a territory of real cities, as lines in miles east and north of its
 * corner. The plane is a conformal conic map of the firm's cities; which one is found from where its cities lie, so
 * that borders fit them. From us-atlas 3 (US Census Bureau, public domain; ISC licence).
 */
export async function bordersOf({ cities, width, height }: Geometry): Promise<readonly Mile[][]> {
  const real = cities.filter((city) => city.latitude !== null && city.longitude !== null);
  if (real.length === 0) return [];
  const { mesh } = await import('topojson-client');
  const file = createRequire(import.meta.url).resolve('us-atlas/states-10m.json');
  const atlas = JSON.parse(readFileSync(file, 'utf8')) as Parameters<typeof mesh>[0];
  const lines = mesh(atlas, atlas.objects['states'] as Parameters<typeof mesh>[1]).coordinates;
  const projection = ConicProjection.around(real.map(coordinatesOf));
  const fit = similarityOf(
    real.map((city) => projection.project(coordinatesOf(city))),
    real,
  );
  const isNear = ({ x, y }: Mile) => x > -BEYOND && x < width + BEYOND && y > -BEYOND && y < height + BEYOND;
  return lines.flatMap((line) => {
    const placed = line.map(([longitude, latitude]) =>
      moved(projection.project({ longitude: longitude!, latitude: latitude! }), fit),
    );
    return nearParts(placed, isNear);
  });
}

function coordinatesOf({ latitude, longitude }: PlacedCity) {
  return { latitude: latitude!, longitude: longitude! };
}

/**
 * The similarity that brings points nearest to others, by least squares: with complex numbers z' = (a + bi) z + d. Of
 * one point it is a shift.
 */
function similarityOf(from: readonly Mile[], to: readonly Mile[]): Similarity {
  const [middle, target] = [middleOf(from), middleOf(to)];
  let [re, im, size] = [0, 0, 0];
  for (const [i, point] of from.entries()) {
    const [x, y] = [point.x - middle.x, point.y - middle.y];
    const [u, v] = [to[i]!.x - target.x, to[i]!.y - target.y];
    re += x * u + y * v;
    im += x * v - y * u;
    size += x * x + y * y;
  }
  const [a, b] = size === 0 ? [1, 0] : [re / size, im / size];
  return {
    a,
    b,
    dx: target.x - (a * middle.x - b * middle.y),
    dy: target.y - (b * middle.x + a * middle.y),
  };
}

function middleOf(points: readonly Mile[]): Mile {
  const n = points.length;
  return {
    x: points.reduce((sum, { x }) => sum + x, 0) / n,
    y: points.reduce((sum, { y }) => sum + y, 0) / n,
  };
}

function moved({ x, y }: Mile, { a, b, dx, dy }: Similarity): Mile {
  return { x: a * x - b * y + dx, y: b * x + a * y + dy };
}

/** The stretches of a line that run near, each of two points or more. */
function nearParts(line: readonly Mile[], isNear: (point: Mile) => boolean): Mile[][] {
  const parts: Mile[][] = [[]];
  for (const point of line) {
    if (isNear(point)) parts.at(-1)!.push(point);
    else if (parts.at(-1)!.length > 0) parts.push([]);
  }
  return parts.filter(({ length }) => length > 1);
}
