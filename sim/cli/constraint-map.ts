import type { ConstraintGroup } from '../experiment/search/constraint-odds.ts';
import type { SweepPoint, SweepResult } from '../experiment/sweep/sweep-result.ts';
import { bold, wrapped } from './terminal.ts';

/** One letter for each group, different from one another also in lower case. */
const LETTERS: Readonly<Record<ConstraintGroup, string>> = {
  salesperson: 'S',
  'sales-coordinator': 'C',
  'project-leader': 'L',
  'customer-service': 'V',
  'inside-sales': 'I',
  'promotions-coordinator': 'R',
  'sales-manager': 'A',
  'support-manager': 'U',
  engineering: 'E',
  production: 'P',
  finishing: 'F',
  market: 'M',
};
const COLUMNS = 80;
/** Two letters that cannot be told apart, such as `s/v`. */
const WIDEST_CELL = 3;

/** The map of a two-way sweep in characters: who is the constraint at each point of the grid. */
export function constraintMap({ axes, points }: SweepResult): string {
  const [across, down] = axes as [SweepResult['axes'][number], SweepResult['axes'][number]];
  const at = new Map(points.filter(({ isAdded }) => !isAdded).map((point) => [point.place.join(' '), point]));
  const cells = down.numbers.map((y) => across.numbers.map((x) => cellOf(at.get(`${x} ${y}`)!)));
  const margin = Math.max(...down.values.map((value) => String(value).length)) + 2;
  const width = columnWidth(across.values.map(String), COLUMNS - margin);
  const rows = cells
    .map(
      (row, i) =>
        `${String(down.values[i]).padStart(margin - 2)} |${row.map((cell) => cell.padStart(width)).join('')}`,
    )
    .reverse();
  const axis = `${' '.repeat(margin - 1)}+${'-'.repeat(width * across.values.length)}`;
  const labels = scaleOf(across.values.map(String), width);
  return [
    bold('Who is the constraint'),
    `up: ${down.path}`,
    ...rows,
    axis,
    `${' '.repeat(margin)}${labels}`,
    `right: ${across.path}`,
    '',
    wrapped(legendOf(points)),
  ].join('\n');
}

function cellOf({ constraint: { is, odds } }: SweepPoint): string {
  if (is !== null) return LETTERS[is];
  return odds
    .slice(0, 2)
    .map(({ group }) => LETTERS[group].toLowerCase())
    .join('/');
}

/** As wide as the longest label, or as the line allows. */
function columnWidth(labels: readonly string[], room: number): number {
  const wanted = Math.max(WIDEST_CELL, ...labels.map(({ length }) => length)) + 1;
  return Math.max(WIDEST_CELL + 1, Math.min(wanted, Math.floor(room / labels.length)));
}

/** Labels below the columns; those for which there is no room are left out. */
function scaleOf(labels: readonly string[], width: number): string {
  let line = '';
  labels.forEach((label, i) => {
    const start = (i + 1) * width - label.length;
    if (start >= line.length + (line === '' ? 0 : 1)) line = line.padEnd(start) + label;
  });
  return line;
}

function legendOf(points: readonly SweepPoint[]): string {
  const present = new Set(
    points.flatMap(({ constraint: { is, odds } }) =>
      is === null ? odds.slice(0, 2).map(({ group }) => group) : [is],
    ),
  );
  const letters = [...present].map((group) => `${LETTERS[group]} ${group}`).join(', ');
  const isOpen = points.some(({ constraint: { is } }) => is === null);
  const isShown = points.some(({ constraint: { is } }) => is !== null);
  return [
    `${letters}.`,
    ...(isShown ? ['A capital: the constraint in most replications, shown by the 95 % interval.'] : []),
    ...(isOpen ? ['Small letters: replications cannot separate it, the most frequent ones are named.'] : []),
  ].join(' ');
}
