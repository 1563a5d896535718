import type { SensitivityResult } from '../sim/experiment/sensitivity/sensitivity-result.ts';
import type { Row } from './charts/chart.ts';
import { csvOf } from './render/csv.ts';

/** Everything that is written of a sensitivity study, by file name. The same result gives the same bytes. */
export async function renderSensitivity(
  result: SensitivityResult,
): Promise<ReadonlyMap<string, string | Uint8Array>> {
  return Promise.resolve(
    new Map<string, string | Uint8Array>([
      ['sensitivity.json', `${JSON.stringify(result, null, 2)}\n`],
      ['sensitivity.csv', csvOf(tornadoRows(result))],
    ]),
  );
}

/** One line for each factor and metric. */
function tornadoRows({ tornado = [], factors, metrics, base }: SensitivityResult): Row[] {
  return tornado.flatMap(({ path, swings }) => {
    const { title, from, to, own, source } = factors.find((factor) => factor.path === path)!;
    return Object.entries(swings).map(([metric, { low, high, swing, effect, breakEven }]): Row => ({
      metric,
      unit: metrics[metric]!.unit,
      path,
      title,
      from,
      to,
      own,
      source,
      base: base?.[metric]?.mean ?? null,
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
