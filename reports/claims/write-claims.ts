import type { ClaimsResult } from '../../sim/claims/claims-result.ts';
import { claimMargins } from '../charts/claim-margins.ts';
import type { DrawnFigure } from '../page/figure.ts';
import { chartFiles, drawingOf, type NamedFiles } from '../render-figures.ts';
import { shippedFonts } from '../render/fonts.ts';
import { originOf } from '../render/origin.ts';
import { SvgRenderer } from '../render/svg.ts';
import { claimsMarkdownOf } from './claims-markdown.ts';
import { claimsPageOf } from './claims-page.ts';

/** The verdicts as page, table, data and chart, by file name. The same result gives the same bytes. */
export async function renderClaims(result: ClaimsResult): Promise<ReadonlyMap<string, string | Uint8Array>> {
  const { figures, files } = await chartsOf(result);
  return new Map<string, string | Uint8Array>([
    ['claims.html', claimsPageOf(result, figures, shippedFonts())],
    ['claims.md', claimsMarkdownOf(result)],
    ['claims.json', `${JSON.stringify(result, null, 2)}\n`],
    ...files,
  ]);
}

/** The chart for the page and as files of its own; nothing if the result has no figures for it. */
async function chartsOf(result: ClaimsResult): Promise<{ figures: DrawnFigure[]; files: NamedFiles }> {
  const [wide, narrow] = [claimMargins(result, 'wide'), claimMargins(result, 'narrow')];
  if (wide === undefined || narrow === undefined) return { figures: [], files: [] };
  const renderer = await SvgRenderer.load();
  const figure = {
    figure: wide,
    wide: await drawingOf(renderer, wide, { layout: 'wide' }),
    narrow: await drawingOf(renderer, narrow, { layout: 'narrow' }),
    hasSpec: true,
  };
  return {
    figures: [figure],
    files: await chartFiles(renderer, wide, { origin: originOf(result.provenance) }),
  };
}
