import { meanInterval } from '../../statistics/mean-interval.ts';
import { RunningMoments } from '../../statistics/running-moments.ts';
import type { ResultStore } from './result-store.ts';
import type { StoredPoint } from './stored-run.ts';

/** One output at one point. `null` where a figure does not exist. */
export interface PointFigure {
  readonly mean: number | null;
  readonly ci95: readonly [lower: number, upper: number] | null;
  /** Replications that have the figure. */
  readonly n: number;
}

/** What came out at one point of a design. */
export interface PointSummary extends StoredPoint {
  readonly outputs: Readonly<Record<string, PointFigure>>;
}

/**
 * Means and 95 % intervals of every output at every point, over the replications that are in the store; they are added
 * in their order, so that the figures do not depend on which run was finished first. Reads one run at a time.
 */
export function summariseRuns(store: ResultStore, replications: number): PointSummary[] {
  const { points, outputs } = store.header;
  return points.map((point, place) => {
    const moments = outputs.map(() => new RunningMoments());
    for (let replication = 0; replication < replications; replication++) {
      store.get(place, replication)?.values.forEach((value, output) => {
        if (value !== null) moments[output]!.add(value);
      });
    }
    const figures = outputs.map((id, output) => [id, figureOf(moments[output]!)] as const);
    return { ...point, outputs: Object.fromEntries(figures) };
  });
}

function figureOf(moments: RunningMoments): PointFigure {
  const { mean, lower, upper, n } = meanInterval(moments);
  return {
    mean: mean ?? null,
    ci95: lower === undefined || upper === undefined ? null : [lower, upper],
    n,
  };
}
