import {
  NATURES,
  SIDES,
  type Nature,
  type Side,
  type UnpackedActivity,
  type Unpacking,
} from '../scenario/arithmetic/unpacking.ts';
import { bold, table, wrapped } from './terminal.ts';

/** Columns of one cell of the two-by-two: two of them and the names of the rows fill a line of 80. */
const CELL = 34;
const MARGIN = 8;

const TITLES: Readonly<Record<Nature, string>> = { selling: 'Selling', 'not-selling': 'Not selling' };

/** Account management unpacked, as text of 80 columns: the two-by-two, and who does what. */
export function unpackingInWords(unpacking: Unpacking): string {
  return [twoByTwo(unpacking), '', tableOf(unpacking)].join('\n');
}

function twoByTwo({ cells, activities }: Unpacking): string {
  const heading = ['h a week', ...NATURES.map((nature) => TITLES[nature])];
  const lines = [bold(joined(heading))];
  for (const side of SIDES) {
    const columns = NATURES.map((nature) => {
      const { hours, share } = cells.find((cell) => cell.side === side && cell.nature === nature)!;
      const list = listOf(activities, side, nature);
      return [
        `${hours.toFixed(0)} h, ${(100 * share).toFixed(0)} %`,
        ...(list === '' ? [] : wrapped(list, '', CELL).split('\n')),
      ];
    });
    const height = Math.max(...columns.map(({ length }) => length));
    for (let row = 0; row < height; row++) {
      lines.push(joined([row === 0 ? capital(side) : '', ...columns.map((column) => column[row] ?? '')]));
    }
    if (side !== SIDES.at(-1)) lines.push('');
  }
  return lines.join('\n');
}

/** Activities of a cell with their hours, most first; those without hours last. */
function listOf(activities: readonly UnpackedActivity[], side: Side, nature: Nature): string {
  const hours = new Map<string, number>();
  for (const entry of activities) {
    if (entry.side !== side || entry.nature !== nature || entry.role === 'dropped') continue;
    hours.set(entry.activity, (hours.get(entry.activity) ?? 0) + (entry.hours ?? 0));
  }
  return [...hours]
    .sort((a, b) => b[1] - a[1])
    .map(([activity, spent]) => (spent === 0 ? activity : `${activity} ${inHours(spent)}`))
    .join(', ');
}

function tableOf({ activities }: Unpacking): string {
  return table(
    [
      { title: 'Activity', align: 'left' },
      { title: 'Who does it', align: 'left' },
      { title: 'Where', align: 'left' },
      { title: '', align: 'left' },
      { title: 'h a week', align: 'right' },
    ],
    activities.map(({ activity, role, setting, side, nature, hours }) => [
      activity,
      role ?? '-',
      setting ?? side,
      TITLES[nature].toLowerCase(),
      hours === undefined ? '-' : inHours(hours),
    ]),
  );
}

function joined([name, ...cells]: readonly string[]): string {
  return [name!.padEnd(MARGIN), ...cells.map((cell) => cell.padEnd(CELL))].join('  ').trimEnd();
}

function inHours(hours: number): string {
  return hours.toFixed(hours < 9.95 ? 1 : 0);
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
