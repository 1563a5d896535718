import type { SweepPoint, SweepResult } from '../sim/experiment/sweep/sweep-result.ts';
import type { Row } from './charts/chart.ts';
import { constraintMapChart } from './charts/constraint-map.ts';
import { sweepLines } from './charts/sweep-lines.ts';
import { csvOf } from './render/csv.ts';
import { SvgRenderer } from './render/svg.ts';
import { originOf } from './render/origin.ts';
import { chartFiles } from './render-figures.ts';

/** What a sweep is written to, by file name: the result, a line for each point, and its chart in every format. */
export async function renderSweep(result: SweepResult): Promise<ReadonlyMap<string, string | Uint8Array>> {
  const files = new Map<string, string | Uint8Array>([
    ['sweep.json', `${JSON.stringify(result, null, 2)}\n`],
    ['sweep.csv', csvOf(rowsOf(result))],
  ]);
  const renderer = await SvgRenderer.load();
  for (const chart of [constraintMapChart(result), sweepLines(result)]) {
    if (chart === undefined) continue;
    for (const [name, content] of await chartFiles(renderer, chart, { origin: originOf(result.provenance) }))
      files.set(name, content);
  }
  return files;
}

/** One line for each point, the same columns in all. */
export function rowsOf({ points, axes }: SweepResult): Row[] {
  const groups = [...new Set(points.flatMap(({ constraint }) => constraint.odds.map(({ group }) => group)))];
  return points.map((point) => ({
    ...Object.fromEntries(axes.map(({ path }) => [path, point.at[path]!])),
    added: point.isAdded,
    constraint: point.constraint.is,
    ...Object.fromEntries(groups.map((group) => [`probability.${group}`, probabilityOf(point, group)])),
    ...Object.fromEntries(Object.keys(point.metrics).flatMap((id) => columnsOf(point, id))),
  }));
}

function probabilityOf({ constraint }: SweepPoint, group: string): number {
  return constraint.odds.find((odds) => odds.group === group)?.probability ?? 0;
}

function columnsOf({ metrics, differences }: SweepPoint, id: string): [string, number | null | string][] {
  const [metric, difference] = [metrics[id]!, differences[id]!];
  return [
    [id, metric.mean],
    [`${id}.lower`, metric.ci95?.[0] ?? null],
    [`${id}.upper`, metric.ci95?.[1] ?? null],
    [`${id}.from-first`, difference.mean],
    [`${id}.from-first.lower`, difference.ci95?.[0] ?? null],
    [`${id}.from-first.upper`, difference.ci95?.[1] ?? null],
  ];
}
