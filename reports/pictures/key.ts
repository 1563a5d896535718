import type { Layout } from '../charts/chart.ts';
import { shippedFonts } from '../render/fonts.ts';
import { TextWidth } from '../render/text-width.ts';
import { mark, textMark } from './marks.ts';
import type { Drawing } from './picture.ts';

/** What a colour means. */
export interface KeyEntry {
  readonly title: string;
  readonly hue: string;
}

const SIZE = 11;
const LINE = 19;
const GAP = 18;

/** A drawing with what its colours mean above it, in as many lines as that takes. */
export function keyAbove(drawing: Drawing, entries: readonly KeyEntry[], layout: Layout): Drawing {
  const width = Math.max(drawing.width, layout === 'wide' ? 700 : 320);
  const text = new TextWidth(shippedFonts());
  let [x, y] = [0, 0];
  const marks = entries.map(({ title, hue }) => {
    const needed = SIZE + 6 + text.of(title, { fontSize: 12 });
    if (x > 0 && x + needed > width) [x, y] = [0, y + LINE];
    const entry =
      mark('rect', { x, y: y + 1, width: SIZE, height: SIZE, fill: hue }) +
      textMark(x + SIZE + 6, y + 11, title);
    x += needed + GAP;
    return entry;
  });
  const top = y + LINE + 12;
  return {
    width,
    height: drawing.height + top,
    marks: marks.join('') + mark('g', { transform: `translate(0,${top})` }, drawing.marks),
  };
}
