import { FAINT_INK } from '../charts/theme.ts';
import { mark, textMark } from '../pictures/marks.ts';
import type { Drawing, Picture } from '../pictures/picture.ts';
import { shippedFonts } from './fonts.ts';
import { TextWidth, type TypeStyle } from './text-width.ts';

const PADDING = 20;
/** Width of the sheet below which titles are not squeezed. */
const LEAST_WIDTH = 980;
const TITLE = { fontSize: 20, fontWeight: 'bold', lineHeight: 25 } as const;
const SUBTITLE = { fontSize: 13, fontWeight: 'normal', lineHeight: 18 } as const;
const SOURCE = { fontSize: 11, fontWeight: 'normal', lineHeight: 14 } as const;

/** A drawing as an SVG document on a white sheet. */
export function svgOf({ width, height, marks }: Drawing): string {
  const size = { width: Math.ceil(width), height: Math.ceil(height) };
  const sheet = mark('rect', { ...size, fill: '#ffffff' });
  return mark(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${size.width} ${size.height}`, ...size },
    sheet + marks,
  );
}

/** A picture that stands alone: the drawing with its title, subtitle and source around it. */
export function framedSvgOf({ title, subtitle, source, drawing }: Picture): string {
  const width = Math.max(LEAST_WIDTH, drawing.width);
  const text = new TextWidth(shippedFonts());
  let y = PADDING;
  const paragraph = (words: string, style: TypeStyle & { readonly lineHeight: number }, ink?: string) =>
    text
      .lines(words, width, style)
      .map((line) => {
        y += style.lineHeight;
        return textMark(PADDING, y - 5, line, {
          size: style.fontSize,
          isBold: style.fontWeight === 'bold',
          ...(ink === undefined ? {} : { ink }),
        });
      })
      .join('');
  let head = paragraph(title, TITLE);
  y += 6;
  head += paragraph(subtitle, SUBTITLE, FAINT_INK);
  y += 18;
  const body = mark('g', { transform: `translate(${PADDING},${y})` }, drawing.marks);
  y += drawing.height + 14;
  const foot = paragraph(source, SOURCE, FAINT_INK);
  return svgOf({ width: width + 2 * PADDING, height: y + PADDING, marks: head + body + foot });
}
