import type { Result } from '../sim/experiment/result.ts';
import { chartsOf, eachChart } from './charts/all-charts.ts';
import type { Chart } from './charts/chart.ts';
import type { DrawnFigure } from './page/figure.ts';
import { pageOf } from './page/page.ts';
import { picturesOf } from './pictures/all-pictures.ts';
import type { Picture } from './pictures/picture.ts';
import { chartFiles, drawingOf, pictureFiles, type FigureLook, type NamedFiles } from './render-figures.ts';
import { shippedFonts } from './render/fonts.ts';
import { originOf } from './render/origin.ts';
import { svgOf } from './render/picture-svg.ts';
import { SvgRenderer } from './render/svg.ts';
import { themedSvg } from './theme/apply-theme.ts';
import { STANDARD_THEME, type Theme } from './theme/theme.ts';

/**
 * Everything that a result is shown in, by file name relative to the report: the page, the result itself, every
 * chart as SVG, PNG, Vega-Lite JSON and CSV, and every picture as SVG, PNG and CSV. Reads the shipped fonts and
 * writes nothing. The same result gives the same bytes.
 */
export async function renderReport(
  result: Result,
  theme?: Theme,
): Promise<ReadonlyMap<string, string | Uint8Array>> {
  return new Map([
    ['report.html', await renderPage(result, theme)],
    ['result.json', `${JSON.stringify(result, null, 2)}\n`],
    ...(await renderFigures(result, { theme })),
  ]);
}

/** The page alone, in the looks of a theme if one is given. */
export async function renderPage(result: Result, theme?: Theme): Promise<string> {
  const renderer = await SvgRenderer.load();
  const drawn = [
    ...drawnPictures(await picturesOf(result, 'wide'), await picturesOf(result, 'narrow'), theme),
    ...(await drawnCharts(renderer, {
      wide: chartsOf(result, 'wide'),
      narrow: chartsOf(result, 'narrow'),
      theme,
    })),
  ];
  return pageOf(result, drawn, { fonts: shippedFonts(), theme });
}

/** Which figures are written, and how. */
export interface FigureRequest extends FigureLook {
  /** All that there are if left out. */
  readonly ids?: readonly string[] | undefined;
}

/** Figures as they stand alone, pictures first. Draws nothing else, and loads Vega only for charts. */
export async function renderFigures(result: Result, { ids, ...request }: FigureRequest): Promise<NamedFiles> {
  const look = { ...request, origin: originOf(result.provenance) };
  const isWanted = ({ id }: { readonly id: string }) => ids === undefined || ids.includes(id);
  const charts: Chart[] = [];
  const isComplete = () => ids !== undefined && charts.length === new Set(ids).size;
  for (const chart of eachChart(result, 'wide')) {
    if (isWanted(chart)) charts.push(chart);
    if (isComplete()) break;
  }
  // Pictures are laid out with a library of their own, which takes a while to load.
  const pictures = isComplete() ? [] : (await picturesOf(result, 'wide')).filter(isWanted);
  const files: NamedFiles[] = [];
  for (const picture of pictures) files.push(await pictureFiles(picture, look));
  const renderer = charts.length === 0 ? undefined : await SvgRenderer.load();
  for (const chart of charts) files.push(await chartFiles(renderer!, chart, look));
  return files.flat();
}

/** Ids of all figures of a result. */
export async function figureIds(result: Result): Promise<string[]> {
  return [...(await picturesOf(result, 'wide')), ...chartsOf(result, 'wide')].map(({ id }) => id);
}

async function drawnCharts(
  renderer: SvgRenderer,
  of: { wide: readonly Chart[]; narrow: readonly Chart[]; theme: Theme | undefined },
): Promise<DrawnFigure[]> {
  const drawn: DrawnFigure[] = [];
  for (const chart of of.wide) {
    const narrow = of.narrow.find(({ id }) => id === chart.id)!;
    drawn.push({
      figure: chart,
      wide: await drawingOf(renderer, chart, { layout: 'wide', theme: of.theme }),
      narrow: await drawingOf(renderer, narrow, { layout: 'narrow', theme: of.theme }),
      hasSpec: true,
    });
  }
  return drawn;
}

function drawnPictures(
  wide: readonly Picture[],
  narrow: readonly Picture[],
  theme: Theme = STANDARD_THEME,
): DrawnFigure[] {
  return wide.map((picture) => ({
    figure: picture,
    wide: themedSvg(svgOf(picture.drawing), theme),
    narrow: themedSvg(svgOf(narrow.find(({ id }) => id === picture.id)!.drawing), theme),
    hasSpec: false,
  }));
}
