import { Stream } from '../../random/stream.ts';
import { latinHypercube } from '../../statistics/design/latin-hypercube.ts';
import { jackknife } from '../../statistics/jackknife.ts';
import { noiseShare, sobolDesign } from '../../statistics/sensitivity/sobol.ts';
import type { Estimate } from '../transition/transition-result.ts';
import { settingsAt, type Factor } from './factor.ts';
import { finished, meanAnswer, type Answer, type Inquiry } from './inquiry.ts';
import type { SobolOfMetric, SobolResult } from './sensitivity-result.ts';

export interface VarianceRequest {
  readonly inquiry: Inquiry;
  readonly factors: readonly Factor[];
  /** Ids, in the order of the answers. */
  readonly metrics: readonly string[];
  /** Of each of the two samples. */
  readonly points: number;
  /** Of each point; the same ones for all points of a row, others for each row; from 2, to tell their noise. */
  readonly replications: number;
  readonly seed: number;
}

/** Answers at one point of the first sample, the second one, and of those that are mixed of both, [factor]. */
interface Row {
  readonly a: readonly Answer[];
  readonly b: readonly Answer[];
  readonly ab: readonly (readonly Answer[])[];
}

/**
 * Sobol indices: which share of the variance of an answer each factor accounts for if all of them are drawn from their
 * ranges (see sobolIndices), and which share is noise of the replications. Points that were not finished when the work
 * was stopped are left out; undefined if fewer than three were.
 */
export async function varianceShares(request: VarianceRequest): Promise<SobolResult | undefined> {
  const { inquiry, factors, metrics, points, replications, seed } = request;
  const stream = new Stream({ seed, replication: 0, purpose: 'sensitivity.sobol' });
  const sample = latinHypercube({ points, factors: 2 * factors.length, uniform: () => stream.uniform() });
  const design = sobolDesign(
    sample.map((point) => point.slice(0, factors.length)),
    sample.map((point) => point.slice(factors.length)),
  );
  const asked = sample.map(async (_, place): Promise<Row> => {
    // Points of a row share their replications; each row has its own, so that noise does not cancel between rows.
    const own = { from: place * replications, to: (place + 1) * replications, place };
    const ask = (point: readonly number[]) => inquiry.ask(settingsAt(factors, point), own);
    const [a, b, ...ab] = await Promise.all(
      [design.a[place]!, design.b[place]!, ...design.ab.map((of) => of[place]!)].map(ask),
    );
    return { a: a!, b: b!, ab };
  });
  const rows = (await finished(asked)).filter((row) => row !== undefined);
  if (rows.length < 3) return undefined;
  const indices = metrics.map((id, metric) => [id, sharesOf(metric, factors, rows)] as const);
  return { points: rows.length, indices: Object.fromEntries(indices) };
}

function sharesOf(metric: number, factors: readonly Factor[], rows: readonly Row[]): SobolOfMetric {
  const both = rows.flatMap(({ a, b }) => [a[metric]!, b[metric]!]);
  const means = both.map(meanAnswer);
  const centre = means.reduce((sum, value) => sum + value, 0) / means.length;
  const variance = means.reduce((sum, value) => sum + (value - centre) ** 2, 0) / means.length;
  return {
    deviation: Math.sqrt(variance),
    noiseShare: noiseShare(both.map(({ values }) => values)),
    factors: factors
      .map(({ path }, factor) => {
        const responses = rows.map(({ a, b, ab }): [number, number, number] => [
          meanAnswer(a[metric]!) - centre,
          meanAnswer(b[metric]!) - centre,
          meanAnswer(ab[factor]![metric]!) - centre,
        ]);
        return { path, ...indicesOf(responses) };
      })
      .sort((x, y) => (y.total.mean ?? 0) - (x.total.mean ?? 0)),
  };
}

/**
 * The indices of one factor from responses at [point][a, b, mixed], each as a ratio of means over points, so that the
 * jackknife tells their intervals: b (mixed - a) and (a - mixed)^2 / 2 over the variance (see sobolIndices).
 */
function indicesOf(responses: readonly (readonly [number, number, number])[]): {
  first: Estimate;
  total: Estimate;
} {
  const rows = responses.map(([a, b, mixed]) => [
    b * (mixed - a),
    (a - mixed) ** 2 / 2,
    (a ** 2 + b ** 2) / 2,
    (a + b) / 2,
  ]);
  const shareOf = (place: number): Estimate => {
    const { mean, lower, upper } = jackknife(rows, (means) => {
      const variance = means[2]! - means[3]! ** 2;
      return variance > 0 ? means[place]! / variance : 0;
    });
    return { mean: mean ?? null, ci95: lower === undefined || upper === undefined ? null : [lower, upper] };
  };
  return { first: shareOf(0), total: shareOf(1) };
}
