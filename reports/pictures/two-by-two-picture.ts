import type { Result } from '../../sim/experiment/result.ts';
import type { Layout, Row } from '../charts/chart.ts';
import { groupHue } from '../charts/group-hues.ts';
import { meansWords, sourceOf } from '../charts/provenance-words.ts';
import { FAINT_INK, GRID, INK, hueOf } from '../charts/theme.ts';
import { organisationNames } from '../words/organisation-names.ts';
import { roleTitle, roleWords } from '../words/role-words.ts';
import { beside } from './beside.ts';
import { keyAbove } from './key.ts';
import { mark, textMark } from './marks.ts';
import type { Drawing, Picture } from './picture.ts';
import { SIDES, twoByTwo, type ActivityHours, type Cell } from './two-by-two.ts';

const CELL_WIDTHS: Readonly<Record<Layout, number>> = { wide: 220, narrow: 162 };
const CELL_HEIGHT = 150;
const BAR = { left: 10, height: 6, pitch: 22 } as const;
const HEADING = 52;
const MARGIN = 22;
/** Activities that are named in a cell; the rest is one bar. */
const NAMED = 4;

const TITLES = { selling: 'Selling conversations', 'not-selling': 'Everything else' } as const;
const SIDE_TITLES = { outside: 'At the customer’s', inside: 'Inside' } as const;

/** Account management unpacked: hours by where work is done and whether it is selling. */
export function twoByTwoPicture(result: Result, layout: Layout): Promise<Picture | undefined> {
  const names = organisationNames(result);
  const organisations = result.organisations.map(twoByTwo);
  if (organisations.some((cells) => cells.length === 0)) return Promise.resolve(undefined);
  const longest = Math.max(
    ...organisations.flat().flatMap(({ activities }) => activities.map(({ hours }) => hours)),
  );
  const title = titleOf(names, organisations);
  const roles = [
    ...new Set(organisations.flat().flatMap(({ activities }) => activities.map(({ role }) => role))),
  ];
  return Promise.resolve({
    id: 'two-by-two',
    title,
    subtitle:
      'Hours a week of everybody but the works, by where they are spent and whether they are selling conversations; ' +
      'travel and waiting at the customer’s stand under “everything else”. The four largest activities by name, ' +
      `coloured by who does them. ${meansWords(result)}${widest(organisations)}`,
    source: sourceOf(result),
    textAlternative: `${title}. ${organisations.map((cells, i) => inWords(names[i]!, cells)).join(' ')}`,
    metrics: Object.keys(result.metrics).filter((id) =>
      roles.some((role) => id.startsWith(`hours-per-week.${role}.`)),
    ),
    data: organisations.flatMap((cells, i) => rowsOf(names[i]!, cells)),
    drawing: keyAbove(
      beside(
        organisations.map((cells, i) =>
          drawingOf(cells, { name: names[i]!, index: i, longest, width: CELL_WIDTHS[layout] }),
        ),
        layout === 'wide' ? 2 : 1,
      ),
      roles.map((role) => ({ title: roleTitle(role), hue: groupHue(role) })),
      layout,
    ),
  });
}

interface Place {
  readonly name: string;
  readonly index: number;
  /** Hours of the longest bar in any organisation. */
  readonly longest: number;
  /** Of a cell, in pixels. */
  readonly width: number;
}

type Size = Pick<Place, 'longest' | 'width'>;

function drawingOf(cells: readonly Cell[], { name, index, longest, width }: Place): Drawing {
  const marks = cells.map((cell, i) => {
    const x = MARGIN + (i % 2) * width;
    const y = HEADING + Math.floor(i / 2) * CELL_HEIGHT;
    return mark('g', { transform: `translate(${x},${y})` }, cellMarks(cell, { longest, width }));
  });
  const columns = cells.slice(0, 2).map(({ nature }, i) =>
    textMark(MARGIN + (i + 0.5) * width, HEADING - 8, TITLES[nature], {
      anchor: 'middle',
      ink: FAINT_INK,
    }),
  );
  const rows = SIDES.map((side, i) => {
    const at = `translate(${MARGIN - 8},${HEADING + (i + 0.5) * CELL_HEIGHT}) rotate(-90)`;
    return mark(
      'g',
      { transform: at },
      textMark(0, 0, SIDE_TITLES[side], { anchor: 'middle', ink: FAINT_INK }),
    );
  });
  return {
    width: MARGIN + 2 * width,
    height: HEADING + 2 * CELL_HEIGHT + 1,
    marks: [
      textMark(0, 18, name, { size: 15, isBold: true, ink: hueOf(index) }),
      ...columns,
      ...rows,
      ...marks,
    ].join(''),
  };
}

function cellMarks({ hours, share, activities }: Cell, { longest, width }: Size): string {
  const named = activities.slice(0, NAMED);
  const rest = activities.slice(NAMED).reduce((sum, entry) => sum + entry.hours, 0);
  const bars = named.map((entry, i) => barMarks(entry, i, { longest, width }));
  const others =
    rest === 0
      ? ''
      : textMark(BAR.left, 48 + NAMED * BAR.pitch, `and ${inHours(rest)} of other activities`, {
          size: 11,
          ink: FAINT_INK,
        });
  return [
    mark('rect', { x: 0, y: 0, width, height: CELL_HEIGHT, fill: 'none', stroke: GRID }),
    textMark(BAR.left, 24, inHours(hours), { size: 17, isBold: true }),
    textMark(width - BAR.left, 24, `${(100 * share).toFixed(0)}\u00a0%`, {
      size: 13,
      anchor: 'end',
      ink: FAINT_INK,
    }),
    ...bars,
    others,
  ].join('');
}

function barMarks({ role, activity, hours }: ActivityHours, place: number, { longest, width }: Size): string {
  const y = 44 + place * BAR.pitch;
  const length = Math.max(1, (hours / longest) * (width - 2 * BAR.left));
  return [
    textMark(BAR.left, y, `${words(activity)} ${inHours(hours)}`, { size: 11, ink: INK }),
    mark('rect', { x: BAR.left, y: y + 3, width: length, height: BAR.height, fill: groupHue(role) }),
  ].join('');
}

function titleOf(names: readonly string[], organisations: readonly (readonly Cell[])[]): string {
  const findings = organisations.map((cells, i) => {
    const { hours, share } = cells.find(({ side, nature }) => side === 'outside' && nature === 'selling')!;
    return `${inHours(hours)} a week in ${names[i]!}, ${(100 * share).toFixed(0)}\u00a0% of the work`;
  });
  return `Selling at the customer’s takes ${findings.join('; ')}`;
}

/** How well the hours are known. */
function widest(organisations: readonly (readonly Cell[])[]): string {
  const known = organisations
    .flat()
    .flatMap(({ activities }) => activities.flatMap(({ halfWidth }) => halfWidth ?? []));
  if (known.length === 0) return '';
  return ` 95\u00a0% intervals of single activities are ±${inHours(Math.max(...known))} or narrower.`;
}

function inWords(name: string, cells: readonly Cell[]): string {
  const parts = cells.map(({ side, nature, hours, activities }) => {
    const most = activities
      .slice(0, NAMED)
      .map((entry) => `${words(entry.activity)} by ${roleWords(entry.role).group}`);
    return `${SIDE_TITLES[side]}, ${TITLES[nature].toLowerCase()}: ${inHours(hours)} (${most.join(', ') || 'nothing'})`;
  });
  return `${name}: ${parts.join('; ')}.`;
}

function rowsOf(organisation: string, cells: readonly Cell[]): Row[] {
  return cells.flatMap(({ side, nature, activities }) =>
    activities.map(({ role, activity, hours, halfWidth }) => ({
      organisation,
      where: side,
      nature,
      role,
      activity,
      hours,
      halfWidth: halfWidth ?? null,
    })),
  );
}

function words(activity: string): string {
  return activity.replaceAll('-', ' ');
}

function inHours(hours: number): string {
  return `${hours.toFixed(hours < 10 ? 1 : 0)} h`;
}
