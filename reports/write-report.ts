import type { Result } from '../sim/experiment/result.ts';
import { chartsOf } from './charts/all-charts.ts';
import type { Chart } from './charts/chart.ts';
import type { DrawnFigure } from './page/figure.ts';
import { pageOf } from './page/page.ts';
import { picturesOf } from './pictures/all-pictures.ts';
import type { Picture } from './pictures/picture.ts';
import { csvOf } from './render/csv.ts';
import { shippedFonts } from './render/fonts.ts';
import { framedSpec } from './render/framed.ts';
import { framedSvgOf, svgOf } from './render/picture-svg.ts';
import { pngOf } from './render/png.ts';
import { SvgRenderer } from './render/svg.ts';

/**
 * Everything that a result is shown in, by file name relative to the report: the page, the result itself, every
 * chart as SVG, PNG, Vega-Lite JSON and CSV, and every picture as SVG, PNG and CSV. Reads the shipped fonts and
 * writes nothing. The same result gives the same bytes.
 */
export async function renderReport(result: Result): Promise<ReadonlyMap<string, string | Uint8Array>> {
  const renderer = await SvgRenderer.load();
  const charts = chartsOf(result, 'wide');
  const pictures = await picturesOf(result, 'wide');
  const drawn = [
    ...drawnPictures(pictures, await picturesOf(result, 'narrow')),
    ...(await drawnCharts(renderer, charts, chartsOf(result, 'narrow'))),
  ];
  const files = new Map<string, string | Uint8Array>();
  files.set('report.html', pageOf(result, drawn, shippedFonts()));
  files.set('result.json', `${JSON.stringify(result, null, 2)}\n`);
  for (const picture of pictures) {
    for (const [name, content] of await pictureFiles(picture)) files.set(name, content);
  }
  for (const chart of charts) {
    for (const [name, content] of await chartFiles(renderer, chart)) files.set(name, content);
  }
  return files;
}

async function drawnCharts(
  renderer: SvgRenderer,
  wide: readonly Chart[],
  narrow: readonly Chart[],
): Promise<DrawnFigure[]> {
  const drawn: DrawnFigure[] = [];
  for (const chart of wide) {
    const { spec } = narrow.find(({ id }) => id === chart.id)!;
    drawn.push({
      figure: chart,
      wide: await renderer.render(chart.spec, { idPrefix: `${chart.id}-wide` }),
      narrow: await renderer.render(spec, { idPrefix: `${chart.id}-narrow` }),
      hasSpec: true,
    });
  }
  return drawn;
}

function drawnPictures(wide: readonly Picture[], narrow: readonly Picture[]): DrawnFigure[] {
  return wide.map((picture) => ({
    figure: picture,
    wide: svgOf(picture.drawing),
    narrow: svgOf(narrow.find(({ id }) => id === picture.id)!.drawing),
    hasSpec: false,
  }));
}

/** One picture as it stands alone, in every format. */
export async function pictureFiles(picture: Picture): Promise<readonly [string, string | Uint8Array][]> {
  const svg = framedSvgOf(picture);
  return [
    [`charts/${picture.id}.svg`, svg],
    [`charts/${picture.id}.png`, await pngOf(svg)],
    [`charts/${picture.id}.csv`, csvOf(picture.data)],
  ];
}

/** One chart as it stands alone, in every format. */
export async function chartFiles(
  renderer: SvgRenderer,
  chart: Chart,
): Promise<readonly [string, string | Uint8Array][]> {
  const spec = framedSpec(chart);
  const svg = await renderer.render(spec, { idPrefix: chart.id });
  return [
    [`charts/${chart.id}.svg`, svg],
    [`charts/${chart.id}.png`, await pngOf(svg)],
    [`charts/${chart.id}.vl.json`, `${JSON.stringify(spec, null, 2)}\n`],
    [`charts/${chart.id}.csv`, csvOf(chart.data)],
  ];
}
