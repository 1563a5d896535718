import type { Illustration, Result, Spot, TravelLeg } from '../../sim/experiment/result.ts';
import { MINUTES_PER_DAY } from '../../sim/time/working-time.ts';
import type { Layout, Row } from '../charts/chart.ts';
import { sourceOf } from '../charts/provenance-words.ts';
import { FAINT_INK, GRID, INK, SHADE, hueOf } from '../charts/theme.ts';
import { counted } from '../words/counted.ts';
import { organisationNames } from '../words/organisation-names.ts';
import { capitalised, roleWords } from '../words/role-words.ts';
import { weeksInWords } from '../words/weeks.ts';
import { beside } from './beside.ts';
import { bordersOf } from './state-borders.ts';
import { mark, textMark } from './marks.ts';
import type { Drawing, Picture } from './picture.ts';

const WIDTHS: Readonly<Record<Layout, number>> = { wide: 460, narrow: 330 };
const HEADING = 28;
const FOOT = 26;

/** Where one salesperson of every organisation has travelled in the two weeks that a result keeps. */
export async function tripsMap(result: Result, layout: Layout): Promise<Picture | undefined> {
  const names = organisationNames(result);
  const shown = result.organisations.flatMap(({ illustration }, index) =>
    illustration === undefined || illustration.trips.base === null
      ? []
      : [{ name: names[index]!, index, illustration }],
  );
  if (shown.every(({ illustration }) => illustration.trips.legs.length === 0)) return undefined;
  const findings = shown.map(({ name, illustration }) => `${name} ${milesAndHours(illustration)}`);
  const title = `A fortnight on the way: ${findings.join('; ')}`;
  const [first] = shown;
  const { from, to } = first!.illustration.weeks;
  const people = shown.map(
    ({ name, illustration: { person } }) => `${roleWords(person.role).one} ${person.number} of ${name}`,
  );
  const isReal = shown.some(({ illustration }) => bordersNeeded(illustration));
  return {
    id: 'trips',
    title,
    subtitle:
      `${capitalised(weeksInWords({ from, to }))} of the first replication: ${people.join(' and ')}. A square is home, a dot a stop, ` +
      `a line the way from one to the next, dashed by air. An example, no estimate. ` +
      (isReal
        ? 'State borders: US Census Bureau, by us-atlas.'
        : 'The shaded plane is the territory of the firm.'),
    source: sourceOf(result),
    textAlternative: `${title}. ${shown.map(({ name, illustration }) => inWords(name, illustration)).join(' ')}`,
    metrics: ['travel-minutes-per-meeting'],
    data: shown.flatMap(({ name, illustration }) => rowsOf(name, illustration)),
    drawing: beside(
      await Promise.all(
        shown.map(({ name, index, illustration }) => mapOf(illustration, { name, index, layout })),
      ),
      layout === 'wide' ? 2 : 1,
    ),
  };
}

interface Frame {
  readonly name: string;
  readonly index: number;
  readonly layout: Layout;
}

async function mapOf(illustration: Illustration, { name, index, layout }: Frame): Promise<Drawing> {
  const { geometry, base, legs } = illustration.trips;
  const width = WIDTHS[layout];
  const scale = width / geometry.width;
  const height = geometry.height * scale;
  const at = ({ x, y }: { readonly x: number; readonly y: number }) => ({
    x: x * scale,
    y: height - y * scale,
  });
  const borders = bordersNeeded(illustration) ? await bordersOf(geometry) : [];
  const hue = hueOf(index);
  const stops = [...new Map(legs.map(({ to }) => [`${to.x} ${to.y}`, to])).values()];
  const home = at(base!);
  const inside = [
    mark('rect', { x: 0, y: 0, width, height, fill: SHADE, 'fill-opacity': 0.6 }),
    ...borders.map((line) =>
      mark('path', { d: pathOf(line.map(at)), fill: 'none', stroke: '#8c959f', 'stroke-width': 0.8 }),
    ),
    ...geometry.cities.map((city) => {
      const { x, y } = at(city);
      return mark('circle', {
        cx: x,
        cy: y,
        r: Math.max(3, city.radius * scale),
        fill: '#ffffff',
        stroke: GRID,
      });
    }),
    ...legs.map((leg) => legMark(leg, at, hue)),
    ...stops.map((spot) =>
      mark('circle', {
        cx: at(spot).x,
        cy: at(spot).y,
        r: 2.6,
        fill: hue,
        stroke: '#ffffff',
        'stroke-width': 0.7,
      }),
    ),
    mark('rect', { x: home.x - 5, y: home.y - 5, width: 10, height: 10, fill: INK, stroke: '#ffffff' }),
  ].join('');
  const labels = geometry.cities.map((city) =>
    cityLabel(city.name, at(city), Math.max(3, city.radius * scale), width),
  );
  return {
    width,
    height: HEADING + height + FOOT,
    marks: [
      textMark(0, 18, name, { size: 15, isBold: true, ink: hue }),
      mark(
        'svg',
        { x: 0, y: HEADING, width, height, viewBox: `0 0 ${width} ${Math.round(height * 100) / 100}` },
        inside,
      ),
      mark('g', { transform: `translate(0,${HEADING})` }, labels.join('')),
      scaleBar(geometry.width, scale, HEADING + height + 14),
    ].join(''),
  };
}

function legMark(leg: TravelLeg, at: (spot: Spot) => { x: number; y: number }, hue: string): string {
  const [from, to] = [at(leg.from), at(leg.to)];
  return mark('path', {
    d: pathOf([from, to]),
    fill: 'none',
    stroke: hue,
    'stroke-width': 1.4,
    'stroke-opacity': 0.65,
    'stroke-dasharray': leg.by === 'air' ? '5 4' : undefined,
  });
}

function cityLabel(name: string, { x, y }: { x: number; y: number }, radius: number, width: number): string {
  const isRight = x > 0.75 * width;
  return textMark(isRight ? x - radius - 4 : x + radius + 4, y + 4, name, {
    size: 11,
    anchor: isRight ? 'end' : 'start',
    hasHalo: true,
  });
}

/** A bar of a round number of miles, about a fifth of the width. */
function scaleBar(miles: number, scale: number, y: number): string {
  const length = [5, 10, 20, 25, 50, 100, 200, 500].find((step) => step >= miles / 6) ?? 1000;
  return (
    mark('rect', { x: 0, y: y - 4, width: length * scale, height: 3, fill: FAINT_INK }) +
    textMark(length * scale + 6, y, `${length} miles`, { size: 11, ink: FAINT_INK })
  );
}

function pathOf(points: readonly { readonly x: number; readonly y: number }[]): string {
  return points.map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${x.toFixed(1)},${y.toFixed(1)}`).join('');
}

function bordersNeeded({ trips }: Illustration): boolean {
  return trips.geometry.cities.some(({ latitude }) => latitude !== null);
}

/** Straight-line miles of all legs, hours on the way, and days with any. */
function travelled({ trips }: Illustration): { miles: number; hours: number; days: number } {
  const { legs } = trips;
  return {
    miles: legs.reduce((sum, { from, to }) => sum + Math.hypot(to.x - from.x, to.y - from.y), 0),
    hours: legs.reduce((sum, { minutes }) => sum + minutes, 0) / 60,
    days: new Set(legs.map(({ setOutAt }) => Math.floor(setOutAt / MINUTES_PER_DAY))).size,
  };
}

function milesAndHours(illustration: Illustration): string {
  const { hours } = travelled(illustration);
  const { meetings, agenda } = illustration;
  const visits = agenda.filter(({ activity }) => activity === 'maintenance-visit').length;
  const also = visits === 0 ? '' : ` and ${counted(visits, 'visit')}`;
  return `${hours.toFixed(0)} hours for ${counted(meetings, 'meeting')} on opportunities${also}`;
}

function inWords(name: string, illustration: Illustration): string {
  const { miles, hours, days } = travelled(illustration);
  const { legs } = illustration.trips;
  return `${name}: ${legs.length} legs on ${days} days, ${miles.toFixed(0)} miles as the crow flies, ${hours.toFixed(1)} hours.`;
}

function rowsOf(organisation: string, { trips }: Illustration): Row[] {
  return trips.legs.map(({ from, to, by, setOutAt, minutes }) => ({
    organisation,
    setOutMinute: setOutAt,
    minutes,
    by,
    fromX: from.x,
    fromY: from.y,
    fromCity: from.city,
    toX: to.x,
    toY: to.y,
    toCity: to.city,
  }));
}
