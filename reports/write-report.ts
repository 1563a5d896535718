import type { Result } from '../sim/experiment/result.ts';
import { chartsOf } from './charts/all-charts.ts';
import type { Chart } from './charts/chart.ts';
import type { DrawnChart } from './page/figure.ts';
import { pageOf } from './page/page.ts';
import { csvOf } from './render/csv.ts';
import { shippedFonts } from './render/fonts.ts';
import { framedSpec } from './render/framed.ts';
import { pngOf } from './render/png.ts';
import { SvgRenderer } from './render/svg.ts';

/**
 * Everything that a result is shown in, by file name relative to the report: the page, the result itself, and
 * every chart as SVG, PNG, Vega-Lite JSON and CSV. Reads the shipped fonts and writes nothing. The same
 * result gives the same bytes.
 */
export async function renderReport(result: Result): Promise<ReadonlyMap<string, string | Uint8Array>> {
  const renderer = await SvgRenderer.load();
  const files = new Map<string, string | Uint8Array>();
  const narrow = new Map(chartsOf(result, 'narrow').map((chart) => [chart.id, chart]));
  const drawn: DrawnChart[] = [];
  for (const chart of chartsOf(result, 'wide')) {
    drawn.push({
      chart,
      wide: await renderer.render(chart.spec, { idPrefix: `${chart.id}-wide` }),
      narrow: await renderer.render(narrow.get(chart.id)!.spec, { idPrefix: `${chart.id}-narrow` }),
    });
  }
  files.set('report.html', pageOf(result, drawn, shippedFonts()));
  files.set('result.json', `${JSON.stringify(result, null, 2)}\n`);
  for (const { chart } of drawn) {
    for (const [name, content] of await chartFiles(renderer, chart)) files.set(name, content);
  }
  return files;
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
