import type { Chart, Figure } from './charts/chart.ts';
import { FIGURE_FORMATS, type FigureFormat } from './figure-formats.ts';
import type { Picture } from './pictures/picture.ts';
import { csvOf } from './render/csv.ts';
import { withMetadata, type Origin } from './render/origin.ts';
import { framedSpec } from './render/framed.ts';
import { framedSvgOf } from './render/picture-svg.ts';
import { pngOf } from './render/png.ts';
import type { SvgRenderer } from './render/svg.ts';
import { themedSpec, themedSvg } from './theme/apply-theme.ts';
import { STANDARD_THEME, type Theme } from './theme/theme.ts';

/** Files by name, each with its content. */
export type NamedFiles = readonly (readonly [string, string | Uint8Array])[];

/** In which formats and looks figures are written. */
export interface FigureLook {
  readonly formats?: readonly FigureFormat[];
  readonly theme?: Theme | undefined;
  /** Written into the files as metadata. */
  readonly origin?: Origin | undefined;
}

/** One chart as it stands alone. */
export async function chartFiles(
  renderer: SvgRenderer,
  chart: Chart,
  { formats = FIGURE_FORMATS, theme = STANDARD_THEME, origin }: FigureLook = {},
): Promise<NamedFiles> {
  const usermeta = origin === undefined ? {} : { usermeta: { salesworks: { ...origin } } };
  const spec = { ...themedSpec(framedSpec(withFooter(chart, theme)), theme), ...usermeta };
  const isDrawn = formats.includes('svg') || formats.includes('png');
  const svg = isDrawn ? await renderer.render(spec, { idPrefix: chart.id }) : '';
  return filesOf(chart, formats, { svg, origin, spec: `${JSON.stringify(spec, null, 2)}\n` });
}

/** One picture as it stands alone. */
export function pictureFiles(
  picture: Picture,
  { formats = FIGURE_FORMATS, theme = STANDARD_THEME, origin }: FigureLook = {},
): Promise<NamedFiles> {
  return filesOf(picture, formats, {
    origin,
    svg: themedSvg(framedSvgOf(withFooter(picture, theme)), theme),
  });
}

/** The drawing in a look, without title and source, for a page. */
export async function drawingOf(
  renderer: SvgRenderer,
  { id, spec }: Chart,
  { layout, theme = STANDARD_THEME }: { layout: string; theme?: Theme | undefined },
): Promise<string> {
  return renderer.render(themedSpec(spec, theme), { idPrefix: `${id}-${layout}` });
}

async function filesOf(
  { id, data }: Figure,
  formats: readonly FigureFormat[],
  {
    svg,
    spec,
    origin,
  }: { readonly svg: string; readonly spec?: string; readonly origin: Origin | undefined },
): Promise<NamedFiles> {
  const files: (readonly [string, string | Uint8Array])[] = [];
  if (formats.includes('svg'))
    files.push([`charts/${id}.svg`, origin === undefined ? svg : withMetadata(svg, origin)]);
  if (formats.includes('png')) files.push([`charts/${id}.png`, await pngOf(svg)]);
  if (formats.includes('vega') && spec !== undefined) files.push([`charts/${id}.vl.json`, spec]);
  if (formats.includes('csv')) files.push([`charts/${id}.csv`, csvOf(data)]);
  return files;
}

function withFooter<Drawn extends Figure>(figure: Drawn, { footer }: Theme): Drawn {
  return footer === undefined ? figure : { ...figure, source: `${figure.source} ${footer}` };
}
