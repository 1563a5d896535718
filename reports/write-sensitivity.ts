import type { SensitivityResult } from '../sim/experiment/sensitivity/sensitivity-result.ts';
import type { Row } from './charts/chart.ts';
import { tornadoCharts } from './charts/tornado.ts';
import { csvOf } from './render/csv.ts';
import { SvgRenderer } from './render/svg.ts';
import { originOf } from './render/origin.ts';
import { chartFiles } from './render-figures.ts';

/** Everything that is written of a sensitivity study, by file name. The same result gives the same bytes. */
export async function renderSensitivity(
  result: SensitivityResult,
): Promise<ReadonlyMap<string, string | Uint8Array>> {
  const files = new Map<string, string | Uint8Array>([
    ['sensitivity.json', `${JSON.stringify(result, null, 2)}\n`],
    ['sensitivity.csv', csvOf([...tornadoRows(result), ...morrisRows(result), ...sobolRows(result)])],
  ]);
  const charts = tornadoCharts(result);
  if (charts.length === 0) return files;
  const renderer = await SvgRenderer.load();
  for (const chart of charts) {
    for (const [name, content] of await chartFiles(renderer, chart, { origin: originOf(result.provenance) }))
      files.set(name, content);
  }
  return files;
}

/** What every line says of its factor and metric. */
function factsOf({ factors, metrics, base }: SensitivityResult, path: string, metric: string) {
  const { title, from, to, own, source } = factors.find((factor) => factor.path === path)!;
  const { unit } = metrics[metric]!;
  return { metric, unit, path, title, from, to, own, source, base: base?.[metric]?.mean ?? null };
}

function morrisRows(result: SensitivityResult): Row[] {
  return Object.entries(result.morris?.effects ?? {}).flatMap(([metric, effects]) =>
    effects.map(({ path, mean, meanAbsolute, deviation }): Row => ({
      ...factsOf(result, path, metric),
      meanAbsolute,
      deviation,
      mean: mean.mean,
      meanLower: mean.ci95?.[0] ?? null,
      meanUpper: mean.ci95?.[1] ?? null,
    })),
  );
}

function sobolRows(result: SensitivityResult): Row[] {
  return Object.entries(result.sobol?.indices ?? {}).flatMap(([metric, { deviation, noiseShare, factors }]) =>
    factors.map(({ path, first, total }): Row => ({
      ...factsOf(result, path, metric),
      deviation,
      noiseShare,
      first: first.mean,
      firstLower: first.ci95?.[0] ?? null,
      firstUpper: first.ci95?.[1] ?? null,
      total: total.mean,
      totalLower: total.ci95?.[0] ?? null,
      totalUpper: total.ci95?.[1] ?? null,
    })),
  );
}

/** One line for each factor and metric. */
function tornadoRows(result: SensitivityResult): Row[] {
  return (result.tornado ?? []).flatMap(({ path, swings }) => {
    return Object.entries(swings).map(([metric, { low, high, swing, effect, breakEven }]): Row => ({
      ...factsOf(result, path, metric),
      low: low.mean,
      lowVerdict: low.verdict,
      high: high.mean,
      highVerdict: high.verdict,
      swing: swing.mean,
      swingLower: swing.ci95?.[0] ?? null,
      swingUpper: swing.ci95?.[1] ?? null,
      effect,
      breakEven: breakEven.words,
      breakEvenShown: breakEven.at.length === 0 ? null : breakEven.isShown,
    }));
  });
}
