import { counted } from '../../reports/words/counted.ts';
import type { GroupOdds } from '../experiment/search/constraint-odds.ts';
import type { HandOver, Jump, SweepPoint, SweepResult } from '../experiment/sweep/sweep-result.ts';
import { change, format, intervalOfChange } from './result-table.ts';
import { constraintMap } from './constraint-map.ts';
import { bold, table, wrapped, type Column } from './terminal.ts';

const COLUMNS = 80;
const GAP = 2;

/** A sweep as text of 80 columns: the figures or the map of the constraint, hand-overs, jumps. */
export function sweepInWords(result: SweepResult): string {
  const { provenance, axes, points } = result;
  const heading =
    `${provenance.scenarios[0]!.name}: ${axes.map(({ path }) => path).join(' and ')} varied, ${points.length} points, ` +
    `${counted(provenance.replications, 'replication')} each, seed ${provenance.seed}` +
    (provenance.interrupted ? '; stopped early' : '');
  const body =
    axes.length === 1
      ? [figureTables(result), '', wrapped(readTable(points))]
      : [constraintMap(result), '', ...metricGrids(result)];
  return [
    wrapped(heading),
    '',
    ...body,
    '',
    ...handOverLines(result.handOvers),
    ...jumpLines(result.jumps),
    '',
  ].join('\n');
}

function readTable(points: readonly SweepPoint[]): string {
  const isAny = (isTrue: (point: SweepPoint) => boolean, words: string) => (points.some(isTrue) ? words : '');
  return (
    'Means with half the width of the 95 % interval. The constraint with the share of replications in which it is the one' +
    isAny(({ constraint: { is } }) => is === null, '; "?" where they cannot separate it from others') +
    '.' +
    isAny(({ isAdded }) => isAdded, ' A star: a point added where something changes.')
  );
}

/** One line a point; metrics that do not fit into a line follow in further tables. */
function figureTables({ axes, points, metrics }: SweepResult): string {
  const path = axes[0]!.path;
  const sorted = [...points].sort((a, b) => a.place[0]! - b.place[0]!);
  const name: Column = { title: path.split('.').at(-1)!.slice(0, 14), align: 'right' };
  const names = sorted.map(({ at, isAdded }) => `${isAdded ? '*' : ''}${at[path]!}`);
  const groups = sorted.map(({ constraint }) => constraintCell(constraint));
  const columns = Object.keys(metrics).map((id) => {
    const cells = sorted.map(({ metrics: own }) => figureCell(own[id]!));
    const title = shortened(id);
    return { title, cells, width: Math.max(title.length, ...cells.map(({ length }) => length)) };
  });
  const lead = Math.max(name.title.length, ...names.map(({ length }) => length));
  const constraint = Math.max('constraint'.length, ...groups.map(({ length }) => length));
  const blocks: (typeof columns)[] = [];
  let left = 0;
  for (const column of columns) {
    if (left < column.width + GAP) {
      left = COLUMNS - lead - (blocks.length === 0 ? constraint + GAP : 0);
      blocks.push([]);
    }
    blocks.at(-1)!.push(column);
    left -= column.width + GAP;
  }
  if (blocks.length === 0) blocks.push([]);
  return blocks
    .map((block, nth) =>
      table(
        [
          name,
          ...(nth === 0 ? [{ title: 'constraint', align: 'left' } as const] : []),
          ...block.map(({ title }) => ({ title, align: 'right' }) as const),
        ],
        sorted.map((_, row) => [
          names[row]!,
          ...(nth === 0 ? [groups[row]!] : []),
          ...block.map(({ cells }) => cells[row]!),
        ]),
      ),
    )
    .join('\n\n');
}

/** Ids as headings: what every figure has in common is left out. */
function shortened(id: string): string {
  return id.replace(/-per-(week|year)$/, '').replace('service-within-tolerance', 'in-tolerance');
}

function figureCell({ mean, ci95, unit }: SweepPoint['metrics'][string]): string {
  if (mean === null) return '-';
  if (ci95 === null || ci95[0] === ci95[1]) return format(mean, unit);
  return `${format(mean, unit)} ±${format((ci95[1] - ci95[0]) / 2, unit)}`;
}

function constraintCell({ is, odds }: SweepPoint['constraint']): string {
  const share = ({ probability }: GroupOdds) => `${(100 * probability).toFixed(0)} %`;
  const [first, second] = odds;
  if (first === undefined) return '-';
  if (is !== null || second === undefined) return `${first.group} ${share(first)}${is === null ? ' ?' : ''}`;
  return `${first.group} ${share(first)} ?`;
}

/** A small table of means for each metric of a map. */
function metricGrids({ axes, points, metrics }: SweepResult): string[] {
  const [across, down] = axes as [SweepResult['axes'][number], SweepResult['axes'][number]];
  const [first] = Object.keys(metrics);
  if (first === undefined) return [];
  const cellAt = (x: number, y: number) =>
    points.find(({ place, isAdded }) => !isAdded && place[0] === x && place[1] === y)?.metrics[first];
  const rows = [...down.numbers].reverse().map((y, i) => [
    String([...down.values].reverse()[i]),
    ...across.numbers.map((x) => {
      const cell = cellAt(x, y);
      return typeof cell?.mean === 'number' ? format(cell.mean, cell.unit) : '-';
    }),
  ]);
  const titles: Column[] = ['', ...across.values.map(String)].map((title) => ({ title, align: 'right' }));
  const drawn = table(titles, rows);
  const isNarrow = Math.max(...drawn.split('\n').map(({ length }) => length)) <= COLUMNS;
  return isNarrow ? [`${metrics[first]!.title}, mean (other metrics: sweep.csv)`, drawn] : [];
}

function handOverLines(handOvers: readonly HandOver[]): string[] {
  if (handOvers.length === 0) return ['The constraint is not shown to change hands.'];
  return [
    bold('The constraint changes hands'),
    ...handOvers.map(({ along, where, from, to, between, undecided }) =>
      wrapped(
        `${from} -> ${to} between ${along} = ${between.join(' and ')}${at(where)}` +
          (undecided === 0 ? '' : `, ${undecided} point${undecided === 1 ? '' : 's'} between not separated`),
        '  ',
      ),
    ),
  ];
}

function jumpLines(jumps: readonly Jump[]): string[] {
  if (jumps.length === 0) return [];
  return [
    bold('Jumps'),
    ...jumps.map(({ metric, along, where, between, difference, ci95, unit }) =>
      wrapped(
        `${metric} by ${change(difference, unit)} (${intervalOfChange(ci95, unit)}) between ${along} = ` +
          `${between.join(' and ')}${at(where)}`,
        '  ',
      ),
    ),
  ];
}

function at(where: HandOver['where']): string {
  const values = Object.entries(where).map(([path, value]) => `${path} = ${value}`);
  return values.length === 0 ? '' : `, at ${values.join(', ')}`;
}
