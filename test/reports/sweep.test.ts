import { describe, expect, it } from 'vitest';
import { constraintMapChart } from '../../reports/charts/constraint-map.ts';
import { sweepLines } from '../../reports/charts/sweep-lines.ts';
import { cellsOf } from '../../reports/charts/sweep-parts.ts';
import { renderSweep } from '../../reports/write-sweep.ts';
import type { ConstraintGroup } from '../../sim/experiment/search/constraint-odds.ts';
import type { SweepPoint, SweepResult } from '../../sim/experiment/sweep/sweep-result.ts';

function point(
  place: readonly number[],
  group: ConstraintGroup,
  isShown: boolean,
  isAdded = false,
): SweepPoint {
  const count = isShown ? 10 : 6;
  return {
    at: Object.fromEntries(place.map((number, i) => [`path.${'xy'[i]!}`, number])),
    place,
    isAdded,
    sha256: 'ab',
    metrics: {
      'orders-won-per-week': {
        mean: place[0]! / 3,
        ci95: [place[0]! / 4, place[0]! / 2],
        unit: 'per week',
        n: 10,
      },
    },
    differences: {
      'orders-won-per-week': {
        mean: 0,
        ci95: null,
        unit: 'per week',
        correlation: null,
        verdict: 'undecided',
      },
    },
    constraint: {
      is: isShown ? group : null,
      odds: [{ group, count, probability: count / 10, ci95: [0.3, 1] }],
    },
  };
}

function resultOf(points: readonly SweepPoint[], parts: Partial<SweepResult>): SweepResult {
  return {
    schema: 'salesworks/sweep/1',
    provenance: {
      version: '0.1.0',
      commit: null,
      command: 'test',
      seed: 1,
      replications: 10,
      runs: 10 * points.length,
      warmUp: { weeks: 2, by: 'deletion', initialState: '' },
      scenarios: [{ name: 'standard', sha256: 'abcdef0123' }],
      interrupted: false,
    },
    metrics: { 'orders-won-per-week': { title: 'Projects won', unit: 'per week', definition: '' } },
    axes: [{ path: 'path.x', values: ['1 %', '2 %', '4 %'], numbers: [1, 2, 4] }],
    points,
    handOvers: [],
    jumps: [],
    ...parts,
  };
}

const LINE = resultOf(
  [
    point([1], 'market', true),
    point([2], 'salesperson', false),
    point([4], 'salesperson', true),
    point([3], 'salesperson', true, true),
  ],
  {
    handOvers: [
      {
        along: 'path.x',
        where: {},
        from: 'market',
        to: 'salesperson',
        between: ['1 %', '3 %'],
        undecided: 1,
      },
    ],
  },
);
const MAP = resultOf(
  [1, 2, 4].flatMap((x) =>
    [1, 2].map((y) => point([x, y], y === 1 ? 'market' : 'customer-service', x !== 2)),
  ),
  {
    axes: [
      { path: 'path.x', values: [1, 2, 4], numbers: [1, 2, 4] },
      { path: 'path.y', values: [1, 2], numbers: [1, 2] },
    ],
  },
);

describe('the charts of a sweep', () => {
  it('give each number the room up to half way to its neighbours', () => {
    expect(cellsOf([1, 2, 4])).toEqual([
      { from: 0.5, to: 1.5 },
      { from: 1.5, to: 3 },
      { from: 3, to: 5 },
    ]);
  });

  it('show along one path the figures in order, and where the constraint passes', () => {
    const chart = sweepLines(LINE)!;
    expect(chart.title).toBe(
      'From the market to salespeople: the constraint passes between path.x 1 % and 3 %',
    );
    expect(chart.data.map(({ x, constraint, shown }) => [x, constraint, shown])).toEqual([
      [1, 'Market', true],
      [2, 'Salespeople', false],
      [3, 'Salespeople', true],
      [4, 'Salespeople', true],
    ]);
    expect(JSON.stringify(chart.spec)).toContain('path.x, %');
    expect(constraintMapChart(LINE)).toBeUndefined();
  });

  it('show over two paths who is the constraint at each point, and where it is not separated', () => {
    const chart = constraintMapChart(MAP)!;
    expect(chart.title).toBe(
      'Who is the constraint, of 6 points: the market at 2, customer service at 2, not separated at 2',
    );
    expect(chart.data[0]).toMatchObject({
      x: 1,
      y: 1,
      left: 0.5,
      right: 1.5,
      bottom: 0.5,
      top: 1.5,
      group: 'Market',
    });
    expect(chart.data.map(({ words }) => words)).toEqual([
      ...['100\u00a0%', '100\u00a0%', '60\u00a0%?'],
      ...['60\u00a0%?', '100\u00a0%', '100\u00a0%'],
    ]);
    expect(sweepLines(MAP)).toBeUndefined();
  });

  it('are written in every format, the same bytes each time', async () => {
    const [first, again] = [await renderSweep(LINE), await renderSweep(LINE)];
    expect([...first.keys()]).toEqual([
      'sweep.json',
      'sweep.csv',
      ...['svg', 'png', 'vl.json', 'csv'].map((end) => `charts/sweep-lines.${end}`),
    ]);
    expect(first).toEqual(again);
    expect(String(first.get('charts/sweep-lines.svg'))).toContain('Who is the constraint');
    const map = await renderSweep(MAP);
    expect(String(map.get('charts/constraint-map.svg'))).toContain('Customer service');
  });
});
