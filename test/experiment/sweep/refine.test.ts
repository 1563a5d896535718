import { describe, expect, it } from 'vitest';
import { NARROWEST, refine, type Line, type Span } from '../../../sim/experiment/sweep/refine.ts';

interface Point {
  readonly place: readonly number[];
  readonly group: string;
}

/** Points of a function of the place on a grid of lines along the first axis. */
function lineOf(of: (place: readonly number[]) => string, xs: readonly number[], y: number): Line<Point> {
  return { axis: 0, points: xs.map((x) => ({ place: [x, y], group: of([x, y]) })) };
}

async function refined(
  of: (place: readonly number[]) => string,
  lines: readonly Line<Point>[],
  { extra, spans }: { extra: number; spans: readonly Span[] },
): Promise<{ lines: Line<Point>[]; examined: number[] }> {
  const examined: number[] = [];
  const result = await refine({
    lines,
    spans,
    extra,
    isCliff: (a, b) => a.group !== b.group,
    examine: (place) => {
      examined.push(place[0]!);
      return Promise.resolve({ place, group: of(place) });
    },
  });
  return { lines: result, examined };
}

const TEN: Span = { from: 0, to: 10, isWhole: false };

describe('looking closer where something changes', () => {
  it('halves the gap that holds the cliff, again and again, and nothing else', async () => {
    const of = ([x]: readonly number[]) => (x! < 6.3 ? 'a' : 'b');
    const line = lineOf(of, [0, 2, 4, 6, 8, 10], 0);
    const { lines, examined } = await refined(of, [line], { extra: 4, spans: [TEN, TEN] });
    expect(examined).toEqual([7, 6.5, 6.25, 6.375]);
    expect(lines[0]!.points.map(({ place }) => place[0])).toEqual([0, 2, 4, 6, 6.25, 6.375, 6.5, 7, 8, 10]);
  });

  it('spends nothing where nothing changes, and stops where a gap is narrow enough', async () => {
    const flat = await refined(() => 'a', [lineOf(() => 'a', [0, 5, 10], 0)], {
      extra: 9,
      spans: [TEN, TEN],
    });
    expect(flat.examined).toEqual([]);
    const of = ([x]: readonly number[]) => (x! < Math.PI ? 'a' : 'b');
    const { lines, examined } = await refined(of, [lineOf(of, [0, 10], 0)], { extra: 50, spans: [TEN, TEN] });
    // 2^7 halvings make the gap 1/128 of the range.
    expect(examined).toHaveLength(7);
    const places = lines[0]!.points.map(({ place }) => place[0]!);
    const after = places.findIndex((x) => x > Math.PI);
    expect(places[after]! - places[after - 1]!).toBeCloseTo(10 * NARROWEST, 4);
  });

  it('shares points evenly among cliffs of several lines, the widest gap first', async () => {
    const of = ([x, y]: readonly number[]) => (x! < 3 + y! ? 'a' : 'b');
    const lines = [0, 1, 2].map((y) => lineOf(of, [0, 4, 8], y));
    const { examined } = await refined(of, lines, { extra: 6, spans: [TEN, TEN] });
    // Cliffs at 3, 4 and 5: the second is exactly at a point of the grid, which is on its far side.
    expect(examined).toEqual([2, 2, 6, 3, 3, 5]);
  });

  it('halves whole numbers to neighbours and no further', async () => {
    const of = ([x]: readonly number[]) => (x! < 7 ? 'a' : 'b');
    const spans = [{ from: 1, to: 12, isWhole: true }];
    const { lines, examined } = await refined(of, [lineOf(of, [1, 12], 0)], { extra: 50, spans });
    expect(examined).toEqual([6, 9, 7]);
    expect(lines[0]!.points.map(({ place }) => place[0])).toEqual([1, 6, 7, 9, 12]);
  });

  it('keeps what it has when the work ends early', async () => {
    const line = lineOf(([x]) => (x! < 5 ? 'a' : 'b'), [0, 10], 0);
    const lines = await refine({
      lines: [line],
      spans: [TEN],
      extra: 5,
      isCliff: (a, b) => a.group !== b.group,
      examine: () => Promise.resolve(undefined),
    });
    expect(lines).toEqual([line]);
  });
});
