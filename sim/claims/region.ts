import type { RegionText } from './format/claim-file.ts';
import type { Margin } from '../statistics/sensitivity/break-even.ts';

/** Whether an interval lies in some regions, outside all of them, or across a bound. */
export type Position = 'inside' | 'outside' | 'across';

/** Where the interval from `lower` to `upper` lies; bounds may be infinite. */
export function positionOf(lower: number, upper: number, regions: readonly RegionText[]): Position {
  if (regions.some((region) => contains(region, lower) && contains(region, upper))) return 'inside';
  return regions.some((region) => meets(region, lower, upper)) ? 'across' : 'outside';
}

export function contains({ atLeast, above, atMost, below }: RegionText, value: number): boolean {
  if (atLeast !== undefined && value < atLeast) return false;
  if (above !== undefined && value <= above) return false;
  if (atMost !== undefined && value > atMost) return false;
  return below === undefined || value < below;
}

/** A value exactly at a bound is this far inside or outside, as the bound takes it. */
const HAIR = 1e-12;

/**
 * How far a value is inside the nearest region, or outside all of them, relative to the bound, squeezed into (-1, 1):
 * above 0 exactly where the value is inside. `spread`, above 0, is added to the size of the bound, which may be 0.
 */
export function marginOf(value: number, regions: readonly RegionText[], spread: number): Margin {
  const margin = Math.max(...regions.map((region) => marginIn(value, region, spread)));
  return regions.some((region) => contains(region, value)) ? Math.max(margin, HAIR) : Math.min(margin, -HAIR);
}

/**
 * The least and the greatest margin of all values from `lower` to `upper`, which may be infinite: each is at an end, at a
 * bound, or where another bound becomes the nearest one. Above 0 both, exactly where an interval is inside; below 0 both,
 * where it is outside.
 */
export function marginRange(
  [lower, upper]: readonly [number, number],
  regions: readonly RegionText[],
  spread: number,
): readonly [least: Margin, greatest: Margin] {
  const bounds = regions
    .flatMap(({ atLeast, above, atMost, below }) => [atLeast, above, atMost, below])
    .filter((bound) => bound !== undefined);
  const turns = bounds.flatMap((one) => bounds.map((other) => equallyNear(one, other, spread)));
  const values = [lower, upper, ...turns.filter((value) => value > lower && value < upper)];
  const margins = values.map((value) => marginOf(value, regions, spread));
  return [Math.min(...margins), Math.max(...margins)];
}

/** The value between two bounds that is as far from either, each in its own scale. */
function equallyNear(one: number, other: number, spread: number): number {
  if (one === other) return one;
  const [scale, otherScale] = [Math.abs(one) + spread, Math.abs(other) + spread];
  return (one * otherScale + other * scale) / (scale + otherScale);
}

function marginIn(value: number, { atLeast, above, atMost, below }: RegionText, spread: number): Margin {
  const distances = [
    ...[atLeast, above].flatMap((bound) => (bound === undefined ? [] : [{ by: value - bound, bound }])),
    ...[atMost, below].flatMap((bound) => (bound === undefined ? [] : [{ by: bound - value, bound }])),
  ];
  return Math.min(
    ...distances.map(({ by, bound }) => {
      if (!Number.isFinite(by)) return by > 0 ? 1 : -1;
      const scale = Math.abs(bound) + spread;
      return by / (Math.abs(by) + scale);
    }),
  );
}

/** A value that is exactly at an open bound is outside. */
function meets(region: RegionText, lower: number, upper: number): boolean {
  const { atLeast = -Infinity, above = -Infinity, atMost = Infinity, below = Infinity } = region;
  return upper >= atLeast && upper > above && lower <= atMost && lower < below;
}

/** `at least 8 and at most 12`; `say` writes a number in the unit of the measure. */
export function regionsInWords(regions: readonly RegionText[], say: (value: number) => string): string {
  return regions
    .map(({ atLeast, above, atMost, below }) => {
      if (atLeast !== undefined && atLeast === atMost) return `exactly ${say(atLeast)}`;
      return [
        atLeast === undefined ? [] : [`at least ${say(atLeast)}`],
        above === undefined ? [] : [`above ${say(above)}`],
        atMost === undefined ? [] : [`at most ${say(atMost)}`],
        below === undefined ? [] : [`below ${say(below)}`],
      ]
        .flat()
        .join(' and ');
    })
    .join(', or ');
}
