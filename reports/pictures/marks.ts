import { FONT, INK } from '../charts/theme.ts';
import { escaped } from '../words/escaped.ts';

/** Attributes of an SVG element; undefined ones are left out, numbers are rounded to hundredths. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An SVG element with what stands inside it, which is markup already. */
export function mark(name: string, attributes: Attributes, inside = ''): string {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${escaped(typeof value === 'number' ? short(value) : value)}"`],
  );
  return inside === '' ? `<${name}${written.join('')}/>` : `<${name}${written.join('')}>${inside}</${name}>`;
}

/** How a text is set. */
export interface TextLook {
  /** Pixels; 12 if left out. */
  readonly size?: number;
  readonly isBold?: boolean;
  readonly ink?: string;
  readonly anchor?: 'start' | 'middle' | 'end';
  /** Whether it is set off against lines behind it. */
  readonly hasHalo?: boolean;
}

/** One line of text upon its baseline. Any text may stand in it: it is escaped. */
export function textMark(x: number, y: number, text: string, look: TextLook = {}): string {
  const { size = 12, isBold = false, ink = INK, anchor = 'start', hasHalo = false } = look;
  return mark(
    'text',
    {
      x,
      y,
      'font-family': FONT,
      'font-size': size,
      'font-weight': isBold ? 'bold' : undefined,
      'text-anchor': anchor === 'start' ? undefined : anchor,
      fill: ink,
      ...(hasHalo ? { stroke: '#ffffff', 'stroke-width': 3, 'paint-order': 'stroke' } : {}),
    },
    escaped(text),
  );
}

function short(value: number): string {
  return String(Math.round(value * 100) / 100);
}
