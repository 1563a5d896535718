import { Stream } from '../../random/stream.ts';
import { elementaryEffects, morrisTrajectories } from '../../statistics/sensitivity/morris.ts';
import { estimateOf } from '../transition/weekly-figures.ts';
import { settingsAt, type Factor } from './factor.ts';
import { finished, meanAnswer, type Answer, type Inquiry } from './inquiry.ts';
import type { MorrisEffect, MorrisResult } from './sensitivity-result.ts';

/** Levels of the grid: the number that Morris (1991) works with. */
const LEVELS = 4;

export interface ScreeningRequest {
  readonly inquiry: Inquiry;
  readonly factors: readonly Factor[];
  /** Ids, in the order of the answers. */
  readonly metrics: readonly string[];
  readonly trajectories: number;
  /** Of each point; the same ones for all points of a path, others for each path. */
  readonly replications: number;
  readonly seed: number;
}

/**
 * Morris screening: changes one factor after the other along paths through the ranges of all of them, so that a factor
 * is tried at many places of the others (see morrisTrajectories). Paths that were not finished when the work was stopped
 * are left out; undefined if none was.
 */
export async function screened(request: ScreeningRequest): Promise<MorrisResult | undefined> {
  const { inquiry, factors, metrics, trajectories, replications, seed } = request;
  const stream = new Stream({ seed, replication: 0, purpose: 'sensitivity.morris' });
  const paths = morrisTrajectories({
    trajectories,
    factors: factors.length,
    levels: LEVELS,
    uniform: () => stream.uniform(),
  });
  // Steps of a path share their replications, so that they are compared in the same market. Each path has its own:
  // what differs from path to path is then chance too, and the interval over paths has all of it.
  const own = (place: number) => ({ from: place * replications, to: (place + 1) * replications, place });
  const walked = await finished(
    paths.map((points, place) =>
      Promise.all(points.map((point) => inquiry.ask(settingsAt(factors, point), own(place)))),
    ),
  );
  const complete = paths.flatMap((points, i) => {
    const answers = walked[i];
    return answers === undefined ? [] : [{ points, answers }];
  });
  if (complete.length === 0) return undefined;
  const effects = metrics.map((id, metric) => [id, effectsOn(metric, factors, complete)] as const);
  return { trajectories: complete.length, levels: LEVELS, effects: Object.fromEntries(effects) };
}

function effectsOn(
  metric: number,
  factors: readonly Factor[],
  paths: readonly { readonly points: number[][]; readonly answers: readonly Answer[][] }[],
): MorrisEffect[] {
  const responses = paths.map(({ answers }) => answers.map((of) => meanAnswer(of[metric]!)));
  return elementaryEffects(
    paths.map(({ points }) => points),
    responses,
  )
    .map(({ effects, meanAbsolute, deviation }, factor): MorrisEffect => ({
      path: factors[factor]!.path,
      mean: estimateOf(effects),
      meanAbsolute,
      deviation: deviation ?? null,
    }))
    .sort((a, b) => b.meanAbsolute - a.meanAbsolute);
}
