import type { TopLevelSpec } from 'vega-lite';
import type { Chart } from '../charts/chart.ts';
import { FAINT_INK, INK } from '../charts/theme.ts';
import { shippedFonts } from './fonts.ts';
import { TextWidth } from './text-width.ts';

const WIDTH = 980;
const TITLE = { fontSize: 20, fontWeight: 'bold' } as const;
const SUBTITLE = { fontSize: 13, fontWeight: 'normal' } as const;
const SOURCE = { fontSize: 11, fontWeight: 'normal' } as const;

/** A chart that stands alone: the drawing with its title, subtitle and source around it. */
export function framedSpec({ spec, title, subtitle, source }: Chart): TopLevelSpec {
  const width = new TextWidth(shippedFonts());
  const { config, data, ...drawing } = spec as TopLevelSpec & { readonly data?: unknown };
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    config: { ...config, padding: 20 },
    data,
    vconcat: [
      {
        title: {
          text: width.lines(title, WIDTH, TITLE),
          subtitle: width.lines(subtitle, WIDTH, SUBTITLE),
          anchor: 'start',
          frame: 'bounds',
          color: INK,
          ...TITLE,
          lineHeight: 25,
          subtitleColor: FAINT_INK,
          subtitleFontSize: SUBTITLE.fontSize,
          subtitleLineHeight: 18,
          subtitlePadding: 6,
          offset: 18,
        },
        ...drawing,
      },
    ],
    // The legends stay with the drawing, below its title.
    resolve: {
      scale: { color: 'independent', strokeDash: 'independent', shape: 'independent', fill: 'independent' },
    },
    title: {
      text: width.lines(source, WIDTH, SOURCE),
      orient: 'bottom',
      anchor: 'start',
      frame: 'bounds',
      color: FAINT_INK,
      ...SOURCE,
      offset: 14,
    },
  } as TopLevelSpec;
}
