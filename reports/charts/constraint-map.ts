import type { SweepResult } from '../../sim/experiment/sweep/sweep-result.ts';
import { roleTitle, roleWords } from '../words/role-words.ts';
import type { Chart, Row } from './chart.ts';
import { TICKS, axisTitle, cellsOf, constraintMark, groupScale, sweepSource } from './sweep-parts.ts';
import { CONFIG, INK } from './theme.ts';

const WIDTH = 920;
const HEIGHT = 420;
/** Cells of fewer points a line than this have room for words. */
const MOST_WITH_WORDS = 12;

/** Who is the constraint where, over two paths; undefined for a sweep of one. */
export function constraintMapChart(result: SweepResult): Chart | undefined {
  const [across, down] = result.axes;
  if (across === undefined || down === undefined) return undefined;
  const rows = rowsOf(result);
  const scale = groupScale(result);
  const position = (axis: typeof across) => ({
    type: 'quantitative' as const,
    title: axisTitle(axis),
    scale: { zero: false, nice: false },
    axis: { values: [...axis.numbers], grid: false, domain: false, format: TICKS },
  });
  const color = {
    field: 'group',
    type: 'nominal' as const,
    scale,
    legend: { title: null, orient: 'top' as const, symbolType: 'square', symbolOpacity: 1, symbolSize: 160 },
  };
  const [x, y] = [position(across), position(down)];
  const hasWords = across.numbers.length <= MOST_WITH_WORDS;
  return {
    id: 'constraint-map',
    title: titleOf(result),
    subtitle:
      `The group that is the constraint for the largest share of office hours, in ${result.provenance.replications} ` +
      `replications of each point.${legendOf(result)}`,
    source: sweepSource(result),
    textAlternative: `${titleOf(result)}. ${linesOf(result)}`,
    metrics: [],
    spec: {
      config: CONFIG,
      data: { values: rows },
      width: WIDTH,
      height: HEIGHT,
      layer: [
        {
          transform: [{ filter: '!datum.added' }],
          mark: { type: 'rect', stroke: '#ffffff', strokeWidth: 1 },
          encoding: {
            x: { field: 'left', ...x },
            x2: { field: 'right' },
            y: { field: 'bottom', ...y },
            y2: { field: 'top' },
            color,
            opacity: { condition: { test: 'datum.shown', value: 1 }, value: 0.35 },
          },
        },
        ...(hasWords
          ? [
              {
                transform: [{ filter: '!datum.added' }],
                mark: { type: 'text' as const, fontSize: 11, color: INK },
                encoding: {
                  x: { field: 'x', ...x },
                  y: { field: 'y', ...y },
                  text: { field: 'words' },
                },
              },
            ]
          : []),
        {
          transform: [{ filter: 'datum.added' }],
          mark: { type: 'circle', size: 70, opacity: 1, stroke: INK, strokeWidth: 1 },
          encoding: { x: { field: 'x', ...x }, y: { field: 'y', ...y }, color },
        },
      ],
    },
    data: rows,
  };
}

function rowsOf({ axes, points }: SweepResult): Row[] {
  const cells = axes.map(({ numbers }) => cellsOf(numbers));
  return points.flatMap((point): Row[] => {
    const mark = constraintMark(point);
    if (mark === undefined) return [];
    const [x, y] = point.place as [number, number];
    const [column, row] = axes.map(({ numbers }, i) => cells[i]![numbers.indexOf(point.place[i]!)]);
    return [
      {
        x,
        y,
        left: point.isAdded ? null : column!.from,
        right: point.isAdded ? null : column!.to,
        bottom: point.isAdded ? null : row!.from,
        top: point.isAdded ? null : row!.to,
        group: mark.group,
        words: mark.words,
        shown: mark.isShown,
        added: point.isAdded,
      },
    ];
  });
}

/** What the marks mean that are there. */
function legendOf({ points }: SweepResult): string {
  const grid = points.filter(({ isAdded }) => !isAdded);
  const texts = [
    grid.some(({ constraint: { is } }) => is !== null)
      ? ' Full colour: shown to be it in most replications, by the 95 % interval.'
      : '',
    grid.some(({ constraint: { is } }) => is === null)
      ? ' Pale, with a question mark: the replications cannot separate it from another.'
      : '',
    points.length > grid.length ? ' Dots: points added where it changes.' : '',
  ];
  return texts.join('');
}

/** At how many points of the grid who is the constraint. */
function titleOf({ points }: SweepResult): string {
  const grid = points.filter(({ isAdded }) => !isAdded);
  const counts = new Map<string, number>();
  for (const { constraint } of grid) {
    if (constraint.is !== null) counts.set(constraint.is, (counts.get(constraint.is) ?? 0) + 1);
  }
  const shown = [...counts].sort((a, b) => b[1] - a[1]);
  const open = grid.length - shown.reduce((sum, [, count]) => sum + count, 0);
  const parts = shown.map(([group, count]) => `${roleWords(group).group} at ${count}`);
  if (open > 0) parts.push(`not separated at ${open}`);
  return `Who is the constraint, of ${grid.length} points: ${parts.join(', ')}`;
}

function linesOf({ handOvers }: SweepResult): string {
  return handOvers
    .map(({ from, to, along, between, where }) => {
      const at = Object.entries(where).map(([path, value]) => `, at ${path} ${value}`);
      return `${roleTitle(from)} to ${roleWords(to).group} between ${along} ${between.join(' and ')}${at.join('')}.`;
    })
    .join(' ');
}
