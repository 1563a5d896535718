import type { TopLevelSpec } from 'vega-lite';
import { expect } from 'vitest';
import type { Chart, Layout } from '../../../reports/charts/chart.ts';
import { SvgRenderer } from '../../../reports/render/svg.ts';

/**
 * Draws a chart in both layouts: without warnings, without words for nothing, and narrow enough for its page. Gives the
 * words of the wide drawing.
 */
export async function expectDrawn(chartIn: (layout: Layout) => Chart | undefined): Promise<string> {
  const wide = await expectDrawnIn('wide', chartIn('wide')!, 1160);
  await expectDrawnIn('narrow', chartIn('narrow')!, 390);
  return wide;
}

async function expectDrawnIn(layout: Layout, chart: Chart, widest: number): Promise<string> {
  const warnings: string[] = [];
  const svg = await drawn(chart.spec, (text) => void warnings.push(text));
  expect(warnings, `${chart.id}, ${layout}`).toEqual([]);
  expect(Number(/width="([\d.]+)"/.exec(svg)![1]), `${chart.id}, ${layout}`).toBeLessThanOrEqual(widest);
  const words = [...svg.matchAll(/<(?:text|tspan)[^>]*>([^<]*)</g)].map(([, word]) => word!).join('\n');
  for (const text of [words, chart.title, chart.subtitle, chart.textAlternative]) {
    expect(text).not.toMatch(/NaN|undefined|Infinity|\bnull\b/);
  }
  expect(svg.length, `${chart.id}, ${layout}`).toBeLessThan(200_000);
  return words;
}

async function drawn(spec: TopLevelSpec, onWarning: (text: string) => void): Promise<string> {
  const renderer = await SvgRenderer.load();
  return await renderer.render(spec, { idPrefix: 'test', onWarning });
}

/**
 * A change detector and nothing more: the specification is what it was when somebody last looked at the drawing. After a
 * change, look again and run the test with `--update`.
 */
export async function expectSameSpec(chartIn: (layout: Layout) => Chart | undefined): Promise<void> {
  for (const layout of ['wide', 'narrow'] as const) {
    const { id, spec } = chartIn(layout)!;
    await expect(`${JSON.stringify(spec, null, 1)}\n`).toMatchFileSnapshot(`specs/${id}.${layout}.json`);
  }
}
