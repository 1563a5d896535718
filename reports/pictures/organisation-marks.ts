import { groupHue } from '../charts/group-hues.ts';
import { FAINT_INK, INK } from '../charts/theme.ts';
import { shippedFonts } from '../render/fonts.ts';
import { TextWidth } from '../render/text-width.ts';
import { roleTitle } from '../words/role-words.ts';
import type { Point, RoutedLink } from './graph-layout.ts';
import { mark, textMark } from './marks.ts';
import type { FunctionBox, Route } from './organisation-graph.ts';

/** Size of the box of a function, its queue included. */
export const BOX = { width: 164, height: 86 } as const;
export const CUSTOMERS_BOX = { width: 120, height: 30 } as const;
export const LABEL = { size: 11, lineHeight: 14 } as const;

const CIRCLE = 6.2;
const IN_ROW = 10;
/** Squares of tasks that wait: 68 in two rows. */
const SQUARES = { size: 3, pitch: 4, inRow: 34, rows: 2 } as const;
/** More people than this are given as a number. */
const MOST_CIRCLES = 20;

/** What goes along a route, in lines that are not wider than so many pixels, unless a single word is. */
export function labelLines({ what }: Route, width: number): string[] {
  return new TextWidth(shippedFonts()).lines(what.join(', '), width, { fontSize: LABEL.size });
}

/** Room that a label needs, in pixels. */
export function labelSize(lines: readonly string[]): { width: number; height: number } {
  const text = new TextWidth(shippedFonts());
  return {
    width: Math.max(...lines.map((line) => text.of(line, { fontSize: LABEL.size }))) + 8,
    height: lines.length * LABEL.lineHeight + 4,
  };
}

/** A function: its name, a circle for each person, how busy they are, and what waits. */
export function functionMarks(
  box: FunctionBox,
  { x, y }: Point,
  { isConstraint }: { isConstraint: boolean },
): string {
  const left = x - BOX.width / 2;
  const top = y - BOX.height / 2;
  const { role, heads, utilisation, queue } = box;
  const words = [
    ...(utilisation === undefined ? [] : [`busy ${(100 * utilisation).toFixed(0)} %`]),
    ...(queue === undefined ? [] : [`${queue.toFixed(1)} waiting`]),
  ].join(', ');
  return [
    mark('rect', {
      x: left,
      y: top,
      width: BOX.width,
      height: BOX.height,
      rx: 7,
      fill: '#ffffff',
      stroke: isConstraint ? INK : '#8c959f',
      'stroke-width': isConstraint ? 3 : 1,
    }),
    textMark(left + 10, top + 19, roleTitle(role), { size: titleSize(roleTitle(role)), isBold: true }),
    ...circles(role, heads, utilisation, { x: left + 10, y: top + 34 }),
    ...waiting(queue ?? 0, { x: left + 10, y: top + 50 }),
    textMark(left + 10, top + BOX.height - 9, words, { size: 11, ink: FAINT_INK }),
  ].join('');
}

/** The usual size, or the largest that fits into a box. */
function titleSize(title: string): number {
  const text = new TextWidth(shippedFonts());
  const room = BOX.width - 16;
  return Math.min(13, (13 * room) / text.of(title, { fontSize: 13, fontWeight: 'bold' }));
}

/** A square for every task that waits, as far as there is room. */
function waiting(queue: number, { x, y }: Point): string[] {
  return Array.from({ length: Math.min(Math.round(queue), SQUARES.inRow * SQUARES.rows) }, (_, i) =>
    mark('rect', {
      x: x + (i % SQUARES.inRow) * SQUARES.pitch,
      y: y + Math.floor(i / SQUARES.inRow) * SQUARES.pitch,
      width: SQUARES.size,
      height: SQUARES.size,
      fill: '#8c959f',
    }),
  );
}

function circles(role: string, heads: number, utilisation: number | undefined, { x, y }: Point): string[] {
  if (heads > MOST_CIRCLES) {
    return [person(role, utilisation, { x: x + CIRCLE, y }), textMark(x + 18, y + 4, `× ${heads}`)];
  }
  const rows = Math.ceil(heads / IN_ROW);
  const radius = rows > 1 ? CIRCLE * 0.85 : CIRCLE;
  return Array.from({ length: heads }, (_, i) =>
    person(
      role,
      utilisation,
      {
        x: x + CIRCLE + (i % IN_ROW) * (2 * CIRCLE + 2),
        y: y + Math.floor(i / IN_ROW) * 13 - (rows > 1 ? 4 : 0),
      },
      radius,
    ),
  );
}

/** A person: a circle, filled from twelve o'clock on as far as he is busy. */
function person(
  role: string,
  utilisation: number | undefined,
  { x, y }: Point,
  radius: number = CIRCLE,
): string {
  const outline = { cx: x, cy: y, r: radius, stroke: INK, 'stroke-width': 1 };
  const share = Math.min(1, utilisation ?? 0);
  if (share > 0.999) return mark('circle', { ...outline, fill: groupHue(role) });
  const angle = 2 * Math.PI * share;
  const tip = `${(x + radius * Math.sin(angle)).toFixed(2)},${(y - radius * Math.cos(angle)).toFixed(2)}`;
  const sector = `M${x.toFixed(2)},${y.toFixed(2)}V${(y - radius).toFixed(2)}A${radius},${radius} 0 ${share > 0.5 ? 1 : 0} 1 ${tip}Z`;
  return (
    (share === 0 ? '' : mark('path', { d: sector, fill: groupHue(role) })) +
    mark('circle', { ...outline, fill: 'none' })
  );
}

/** The world outside. */
export function customersMarks({ x, y }: Point): string {
  return (
    mark('rect', {
      x: x - CUSTOMERS_BOX.width / 2,
      y: y - CUSTOMERS_BOX.height / 2,
      ...CUSTOMERS_BOX,
      rx: CUSTOMERS_BOX.height / 2,
      fill: '#eceef1',
    }) + textMark(x, y + 4.5, 'Customers', { size: 13, isBold: true, anchor: 'middle' })
  );
}

/** An arrow with its label. */
export function routeMarks(
  { isSale }: Route,
  { points, tip, label }: RoutedLink,
  lines: readonly string[],
): string {
  const [start, ...curve] = points;
  const path = `M${at(start!)}C${curve.map(at).join(' ')}`;
  const ink = isSale ? INK : FAINT_INK;
  const top = label.y - (lines.length * LABEL.lineHeight) / 2;
  return [
    mark('path', {
      d: path,
      fill: 'none',
      stroke: ink,
      'stroke-width': isSale ? 1.6 : 1.1,
      'stroke-dasharray': isSale ? undefined : '4 3',
    }),
    mark('path', { d: arrowHead(points.at(-1)!, tip), fill: ink }),
    ...lines.map((line, i) =>
      textMark(label.x, top + 11 + i * LABEL.lineHeight, line, { size: LABEL.size, ink, anchor: 'middle' }),
    ),
  ].join('');
}

/** A triangle from where the line ends to the tip. */
function arrowHead(from: Point, tip: Point): string {
  const [dx, dy] = [tip.x - from.x, tip.y - from.y];
  const length = Math.hypot(dx, dy) || 1;
  const [nx, ny] = [(-dy / length) * 4, (dx / length) * 4];
  return `M${at(tip)}L${at({ x: from.x + nx, y: from.y + ny })}L${at({ x: from.x - nx, y: from.y - ny })}Z`;
}

function at({ x, y }: Point): string {
  return `${x.toFixed(1)},${y.toFixed(1)}`;
}
