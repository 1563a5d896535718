import { CATALOGUE, type MetricEntry } from '../../metrics/catalogue.ts';
import type { ConstraintOdds } from '../search/constraint-odds.ts';
import type { SampledRun } from '../search/run-sampler.ts';
import type { MetricDifference } from '../result.ts';
import { pairedDifference } from '../../statistics/paired-difference.ts';
import { scaleOf } from '../../statistics/thin-evidence.ts';
import { verdictOf } from '../../statistics/verdict.ts';
import { figuresAt, isThin, metricDifference, zoneOf } from '../summarise.ts';
import type { Placed, Span } from './refine.ts';

/** A point with its runs. */
export interface Examined extends Placed {
  readonly runs: readonly SampledRun[];
  readonly constraint: ConstraintOdds;
}

/** A metric of the catalogue, and its place there. */
export interface ChosenMetric {
  readonly entry: MetricEntry;
  readonly place: number;
}

export function chosenMetrics(ids: readonly string[]): ChosenMetric[] {
  return ids.map((id) => {
    const place = CATALOGUE.findIndex((entry) => entry.id === id);
    return { entry: CATALOGUE[place]!, place };
  });
}

/** A step between neighbours is a jump if it is this share of all that the metric changes by over the sweep ... */
const LEAST_JUMP = 0.25;
/** ... and so many times what it would be if the metric changed evenly over the range. */
const STEEP = 2;

/** Sees where something changes between two points. */
export class Cliffs {
  private readonly metrics: readonly ChosenMetric[];
  private readonly spans: readonly Span[];
  private readonly currency: string;
  private readonly confidence: number;
  /** Lowest and highest mean of each metric over all points so far. */
  private readonly extent: { low: number; high: number }[];

  /** `gaps` between neighbours that there will be at most: all comparisons hold together (Bonferroni). */
  constructor(of: {
    metrics: readonly ChosenMetric[];
    spans: readonly Span[];
    currency: string;
    gaps: number;
  }) {
    this.metrics = of.metrics;
    this.spans = of.spans;
    this.currency = of.currency;
    this.confidence = 1 - 0.05 / Math.max(1, of.gaps * of.metrics.length);
    this.extent = of.metrics.map(() => ({ low: Infinity, high: -Infinity }));
  }

  /** Takes note of a point. */
  add({ runs }: Examined): void {
    this.metrics.forEach(({ place }, i) => {
      const known = figuresAt(runs, place).filter((value) => !Number.isNaN(value));
      if (known.length === 0) return;
      const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
      const extent = this.extent[i]!;
      extent.low = Math.min(extent.low, mean);
      extent.high = Math.max(extent.high, mean);
    });
  }

  /** Whether the constraint changes or a metric jumps between two neighbours along an axis. */
  isBetween(a: Examined, b: Examined, axis: number): boolean {
    return isHandedOver(a.constraint, b.constraint) || this.jumps(a, b, axis).length > 0;
  }

  /** The metrics that jump, with their differences b - a. */
  jumps(a: Examined, b: Examined, axis: number): { metric: ChosenMetric; difference: MetricDifference }[] {
    const { from, to } = this.spans[axis]!;
    const width = Math.abs(b.place[axis]! - a.place[axis]!) / (to - from);
    return this.metrics.flatMap((metric, i) => {
      const { low, high } = this.extent[i]!;
      if (!(high > low)) return [];
      const [before, after] = [a, b].map(({ runs }) => figuresAt(runs, metric.place)) as [number[], number[]];
      const difference = metricDifference(metric.entry, before, after, this.currency);
      const share = Math.abs(difference.mean ?? 0) / (high - low);
      const { confidence } = this;
      const { interval } = pairedDifference({ a: before, b: after, confidence });
      const verdict = verdictOf(interval, zoneOf(metric.entry, before));
      const isShown =
        (verdict === 'higher' || verdict === 'lower') &&
        !isThin(metric.entry, interval, { confidence, scale: scaleOf(before, after) });
      return isShown && share >= LEAST_JUMP && share >= STEEP * width ? [{ metric, difference }] : [];
    });
  }
}

/** Another group leads, and of at least one of the two points it is shown. */
function isHandedOver(a: ConstraintOdds, b: ConstraintOdds): boolean {
  return a.odds[0]?.group !== b.odds[0]?.group && (a.is !== null || b.is !== null);
}
