import { percent } from '../words/notation.ts';
import type { Layout, Panel, Position } from './chart.ts';
import { numbersOf, type ForestRow } from './forest-rows.ts';
import { panelTitle } from './panel-title.ts';
import { rounded } from './smoothing.ts';
import { FAINT_INK, GRID, INK } from './theme.ts';
import { meaningOf, verdictLayers } from './verdict-marks.ts';

/** Where on the scale a figure is drawn at the end: twice as much, or nothing left. */
const LARGEST_CHANGE = 1;

/** How far below its texts an interval is drawn where the page is narrow. */
const NARROW_OFFSET = 16;

/** What is drawn: one forest of the differences between the first organisation and the one at an index. */
export interface Forest {
  readonly names: readonly string[];
  readonly index: number;
  readonly rows: readonly ForestRow[];
  readonly layout: Layout;
  /** Whether there is no other forest in the chart. */
  readonly isOnly: boolean;
}

/** A forest plot: one row a metric, with the numbers beside it, or above it where the page is narrow. */
export function forestPanel(forest: Forest): Panel {
  const { rows, layout } = forest;
  const isWide = layout === 'wide';
  const width = 340;
  const dy = isWide ? 0 : NARROW_OFFSET;
  const y: Position = {
    field: 'title',
    type: 'nominal',
    title: null,
    sort: null,
    axis: isWide ? { labelColor: INK, labelLimit: 300, minExtent: 290, grid: true } : null,
  };
  return {
    width,
    height: rows.length * (isWide ? 25 : 56),
    data: { values: rows.map((row) => valuesOf(row, endOf(rows))) },
    layer: [
      ...(isWide ? [] : tracks(y, xAxis(rows, false), endOf(rows))),
      {
        mark: { type: 'tick', color: FAINT_INK, thickness: 1, size: isWide ? 25 : 20, yOffset: dy },
        encoding: { y, x: { datum: 0, ...xAxis(rows, isWide) } },
      },
      ...verdictLayers(y, xAxis(rows, isWide), { dy, columns: isWide ? 5 : 2 }),
      beyondLayer(y, xAxis(rows, isWide), dy),
      ...(isWide ? wideTexts(forest, y, width) : narrowTexts(forest, y, width)),
    ],
  };
}

const SIGNED_PERCENT = "format(100 * datum.value, datum.value === 0 ? '' : '+,~f') + '\u00a0%'";

/** End of the scale: the largest change, but not more than all. */
function endOf(rows: readonly ForestRow[]): number {
  const ends = rows.flatMap(({ change, lower, upper }) => [change, lower ?? 0, upper ?? 0]).map(Math.abs);
  return Math.min(LARGEST_CHANGE, Math.max(0.05, ...ends) * 1.05);
}

function xAxis(rows: readonly ForestRow[], isWide: boolean): Position {
  const end = endOf(rows);
  return {
    type: 'quantitative',
    title: 'difference in per cent',
    scale: { domain: [-end, end], nice: false },
    axis: { tickCount: 5, grid: isWide, labelExpr: SIGNED_PERCENT },
  };
}

function valuesOf({ comparison, change, lower, upper }: ForestRow, end: number) {
  const within = (value: number) => Math.min(end, Math.max(-end, value));
  const { a, b, change: difference, range } = numbersOf(comparison);
  const isBeyond = Math.abs(change) > end;
  return {
    title: comparison.title,
    at: rounded(within(change)),
    from: lower === null ? null : rounded(within(lower)),
    to: upper === null ? null : rounded(within(upper)),
    meaning: meaningOf(comparison.id, comparison.difference.verdict),
    beyond: isBeyond ? `${change > 0 ? '+' : ''}${percent(change)}` : '',
    a,
    b,
    difference,
    range,
    both: `${a} and ${b}`,
    change: range === '' ? difference : `${difference} (${range})`,
  };
}

/** A line under every row, from one end of the scale to the other. */
function tracks(y: Position, x: Position, end: number): Panel[] {
  const line = { type: 'rule', color: GRID, yOffset: NARROW_OFFSET } as const;
  return [{ mark: line, encoding: { y, x: { datum: -end, ...x }, x2: { datum: end } } }];
}

/** The values of figures beyond the scale, above their whiskers. */
function beyondLayer(y: Position, x: Position, dy: number): Panel {
  return {
    mark: { type: 'text', align: 'right', dx: -10, fontSize: 11, yOffset: dy - 9 },
    encoding: { y, x: { ...x, field: 'at' }, text: { field: 'beyond' } },
  };
}

function wideTexts({ names, index }: Forest, y: Position, width: number): Panel[] {
  const columns = [
    { field: 'a', right: 76, head: names[0]! },
    { field: 'b', right: 196, head: names[index]! },
    { field: 'difference', right: 300, head: 'difference' },
    { field: 'range', right: 424, head: '95 % interval' },
  ];
  return columns.flatMap(({ field, right, head }): Panel[] => [
    {
      data: { values: [{}] },
      mark: { type: 'text', text: head, align: 'right', baseline: 'bottom', fontWeight: 'bold', limit: 106 },
      encoding: { x: { value: width + right }, y: { value: -6 } },
    },
    {
      mark: { type: 'text', align: 'right', fontWeight: field === 'difference' ? 'bold' : 'normal' },
      encoding: { y, x: { value: width + right }, text: { field } },
    },
  ]);
}

function narrowTexts({ names, index, isOnly }: Forest, y: Position, width: number): Panel[] {
  return [
    ...(isOnly ? [] : [panelTitle(`${names[index]!} against ${names[0]!}`)]),
    {
      mark: { type: 'text', align: 'left', fontWeight: 'bold', yOffset: -17 },
      encoding: { y, x: { value: 0 }, text: { field: 'title' } },
    },
    {
      mark: { type: 'text', align: 'left', fontSize: 11, yOffset: -2 },
      encoding: { y, x: { value: 0 }, text: { field: 'both' } },
    },
    {
      mark: { type: 'text', align: 'right', fontSize: 11, yOffset: -2 },
      encoding: { y, x: { value: width }, text: { field: 'change' } },
    },
  ];
}
