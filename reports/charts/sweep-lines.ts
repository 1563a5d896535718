import type { SweepResult } from '../../sim/experiment/sweep/sweep-result.ts';
import { capitalised, roleWords } from '../words/role-words.ts';
import { isMoney } from '../words/notation.ts';
import type { Chart, Panel, Row } from './chart.ts';
import { panelTitle } from './panel-title.ts';
import { TICKS, axisTitle, cellsOf, constraintMark, groupScale, sweepSource } from './sweep-parts.ts';
import { CONFIG, INK, hueOf } from './theme.ts';
import { PERCENT_LABEL } from './weekly-panels.ts';

const COLUMNS = 3;
const PANEL_WIDTH = 296;
const PANEL_HEIGHT = 170;
const STRIP_WIDTH = 940;
const STRIP_HEIGHT = 40;
const LABEL_ROOM = 60;

/** Figures along one path, and who is the constraint along it; undefined for a sweep of two. */
export function sweepLines(result: SweepResult): Chart | undefined {
  const [axis] = result.axes;
  if (axis === undefined || result.axes.length > 1) return undefined;
  const [marks, figures] = [constraintRows(result), figureRows(result)];
  const x = {
    type: 'quantitative' as const,
    scale: { domain: [axis.numbers[0]!, axis.numbers.at(-1)!], zero: false, nice: false },
  };
  return {
    id: 'sweep-lines',
    title: titleOf(result),
    subtitle:
      `Lines: means over ${result.provenance.replications} replications of each point. Bands: 95 % intervals. The strip: ` +
      'who is the constraint, and in what share of the replications; pale with a question mark where they cannot ' +
      `separate it from another.${result.points.some(({ isAdded }) => isAdded) ? ' Points are closer where something changes.' : ''}`,
    source: sweepSource(result),
    textAlternative: `${titleOf(result)}.`,
    metrics: Object.keys(result.metrics),
    spec: {
      config: CONFIG,
      vconcat: [
        strip(result, marks, axisTitle(axis)),
        {
          columns: COLUMNS,
          spacing: { row: 34, column: 26 },
          concat: Object.entries(result.metrics).map(([id, { title, unit }]) =>
            panelOf({ id, title, unit, x: { ...x, title: axisTitle(axis).split('.').at(-1)! } }),
          ),
          data: { values: figures },
        },
      ],
    } as Chart['spec'],
    data: figures.map((row) => ({ ...row, ...constraintAt(result, row['x'] as number) })),
  };
}

function strip(result: SweepResult, rows: readonly Row[], title: string): Panel {
  const [axis] = result.axes;
  const x = {
    type: 'quantitative' as const,
    title,
    scale: {
      domain: [Number(rows[0]?.['left'] ?? 0), Number(rows.at(-1)?.['right'] ?? 1)],
      zero: false,
      nice: false,
    },
    axis: { values: [...axis!.numbers], format: TICKS },
  };
  return {
    width: STRIP_WIDTH,
    height: STRIP_HEIGHT,
    data: { values: [...rows] },
    layer: [
      {
        mark: { type: 'rect', stroke: '#ffffff', strokeWidth: 1 },
        encoding: {
          x: { field: 'left', ...x },
          x2: { field: 'right' },
          color: {
            field: 'group',
            type: 'nominal',
            scale: groupScale(result),
            legend: {
              title: 'Who is the constraint',
              titleOrient: 'left',
              titleFontSize: 13,
              titleColor: INK,
              orient: 'top',
              symbolType: 'square',
              symbolOpacity: 1,
              symbolSize: 160,
            },
          },
          opacity: { condition: { test: 'datum.shown', value: 1 }, value: 0.35 },
        },
      },
      {
        transform: [{ filter: 'datum.hasRoom' }],
        mark: { type: 'text', fontSize: 11, color: INK },
        encoding: { x: { field: 'middle', ...x }, text: { field: 'words' } },
      },
    ],
  };
}

function panelOf(of: { id: string; title: string; unit: string; x: object }): Panel {
  const { id, title, unit } = of;
  const x = { ...of.x, field: 'x' } as never;
  const y = {
    type: 'quantitative' as const,
    title: null,
    scale: { zero: false },
    axis:
      unit === 'share'
        ? { tickCount: 5, labelExpr: PERCENT_LABEL }
        : isMoney(unit)
          ? { tickCount: 5, labelExpr: "format(datum.value / 1000, ',') + 'k'" }
          : { tickCount: 5, format: ',~f' },
  };
  const color = hueOf(0);
  return {
    width: PANEL_WIDTH,
    height: PANEL_HEIGHT,
    transform: [{ filter: { field: 'metric', equal: id } }],
    layer: [
      panelTitle(unit === 'share' ? title : `${title}, ${unit}`),
      {
        mark: { type: 'area', fillOpacity: 0.2, color },
        encoding: { x, y: { field: 'lower', ...y }, y2: { field: 'upper' } },
      },
      { mark: { type: 'line', strokeWidth: 2, color }, encoding: { x, y: { field: 'mean', ...y } } },
      {
        mark: { type: 'point', filled: true, size: 30, opacity: 1, color },
        encoding: { x, y: { field: 'mean', ...y } },
      },
    ],
  };
}

function sorted({ points }: SweepResult) {
  return [...points].sort((a, b) => a.place[0]! - b.place[0]!);
}

function constraintRows(result: SweepResult): Row[] {
  const points = sorted(result);
  const cells = cellsOf(points.map(({ place }) => place[0]!));
  const width = cells.at(-1)!.to - cells[0]!.from;
  return points.flatMap((point, i): Row[] => {
    const mark = constraintMark(point);
    if (mark === undefined) return [];
    const { from, to } = cells[i]!;
    const hasRoom = ((to - from) / width) * STRIP_WIDTH >= LABEL_ROOM;
    const { group, words, isShown } = mark;
    return [{ left: from, right: to, middle: (from + to) / 2, group, words, shown: isShown, hasRoom }];
  });
}

function figureRows(result: SweepResult): Row[] {
  return sorted(result).flatMap(({ place, metrics }) =>
    Object.entries(metrics).map(([metric, { mean, ci95, unit }]) => ({
      metric,
      unit,
      x: place[0]!,
      mean,
      lower: ci95?.[0] ?? null,
      upper: ci95?.[1] ?? null,
    })),
  );
}

function constraintAt(result: SweepResult, x: number): Row {
  const mark = constraintMark(result.points.find(({ place }) => place[0] === x)!);
  return { constraint: mark?.group ?? null, shown: mark?.isShown ?? false };
}

/** Where the constraint changes hands, or who it is throughout. */
function titleOf({ handOvers, points, axes }: SweepResult): string {
  const { path } = axes[0]!;
  if (handOvers.length > 0) {
    return handOvers
      .map(({ from, to, between }) => {
        const [low, high] = between;
        return `From ${roleWords(from).group} to ${roleWords(to).group}: the constraint passes between ${path} ${shortly(low)} and ${shortly(high)}`;
      })
      .join('; ');
  }
  const shown = [...new Set(points.flatMap(({ constraint: { is } }) => is ?? []))];
  const often = points.filter(({ constraint: { is } }) => is !== null).length;
  if (shown.length === 0) return 'Who is the constraint cannot be separated at any point';
  const { group, isPlural } = roleWords(shown[0]!);
  return `${capitalised(group)} ${isPlural ? 'are' : 'is'} the constraint at ${often} of ${points.length} points; the others are not separated`;
}

/** A value of a title: no more digits than tell it from its neighbours. */
function shortly(value: string | number): string {
  return typeof value === 'number' ? String(Number(value.toPrecision(3))) : value;
}
