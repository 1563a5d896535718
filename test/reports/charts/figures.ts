import type { MetricResult, Result } from '../../../sim/experiment/result.ts';
import { smallResult } from '../small-result.ts';

/** The mean of a metric with its interval; null for none. */
export type Figure = number | readonly [mean: number, lower: number, upper: number] | null;

/** The small result with other figures of some families of metrics, and no other ones of them; an organisation each. */
export function withFigures(
  families: readonly string[],
  figures: readonly Readonly<Record<string, Figure>>[],
): Result {
  const result = smallResult();
  const organisations = figures.map((own, i) => {
    const base = result.organisations[Math.min(i, 1)]!;
    const metrics = Object.entries(base.metrics).map(([id, old]): [string, MetricResult] => {
      const isOurs = families.some((family) => id.startsWith(family));
      return [id, isOurs ? figureOf(own[id] ?? null, old.unit) : old];
    });
    return {
      ...base,
      name: ['traditional', 'standard'][i] ?? `other ${i}`,
      metrics: Object.fromEntries(metrics),
    };
  });
  return { ...result, organisations, differences: result.differences.slice(0, organisations.length - 1) };
}

function figureOf(figure: Figure, unit: string): MetricResult {
  if (figure === null) return { mean: null, ci95: null, unit, n: 0 };
  if (typeof figure === 'number') return { mean: figure, ci95: null, unit, n: 1 };
  return { mean: figure[0], ci95: [figure[1], figure[2]], unit, n: 12 };
}
