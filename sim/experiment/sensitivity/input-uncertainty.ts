import { Stream } from '../../random/stream.ts';
import { latinHypercube } from '../../statistics/design/latin-hypercube.ts';
import { uncertaintySplit } from '../../statistics/sensitivity/input-uncertainty.ts';
import { settingsAt, type Factor } from './factor.ts';
import { finished, type Inquiry } from './inquiry.ts';
import type { UncertaintyResult } from './sensitivity-result.ts';

/** Replications of each set of values: the fewest that tell the two uncertainties apart. */
const REPLICATIONS = 2;

export interface UncertaintyRequest {
  readonly inquiry: Inquiry;
  readonly factors: readonly Factor[];
  /** Ids with their units, in the order of the answers. */
  readonly metrics: readonly { readonly id: string; readonly unit: string }[];
  /** Sets of values to draw; 2 or more. */
  readonly draws: number;
  /** On which the answers rest beside which the assumptions are set. */
  readonly replications: number;
  readonly seed: number;
  readonly place: number;
}

/** Runs of each organisation that it takes. */
export function drawnRuns(draws: number): number {
  return REPLICATIONS * draws;
}

/**
 * Draws all factors at once, each evenly from its range, and tells what of the spread of an answer comes from that and
 * what from chance (see uncertaintySplit). Each set has replications of its own, beyond those of the answers: common
 * ones would hide the chance that it is compared with. Undefined if it was stopped before two sets were finished.
 */
export async function inputUncertainty({
  inquiry,
  factors,
  metrics,
  draws,
  replications,
  seed,
  place,
}: UncertaintyRequest): Promise<Readonly<Record<string, UncertaintyResult>> | undefined> {
  const stream = new Stream({ seed, replication: 0, purpose: 'sensitivity.draws' });
  const points = latinHypercube({ points: draws, factors: factors.length, uniform: () => stream.uniform() });
  const answers = await finished(
    points.map((point, draw) => {
      const from = replications + REPLICATIONS * draw;
      return inquiry.ask(settingsAt(factors, point), { from, to: from + REPLICATIONS, place });
    }),
  );
  const complete = answers.filter((found) => found !== undefined);
  if (complete.length < 2) return undefined;
  const entries = metrics.flatMap(({ id, unit }, metric): [string, UncertaintyResult][] => {
    const responses = complete.map((found) => found[metric]!.values);
    if (responses.flat().some(Number.isNaN)) return [];
    const { within, inputVariance } = uncertaintySplit(responses);
    const simulationVariance = within / replications;
    return [
      [
        id,
        {
          unit,
          fromAssumptions: Math.sqrt(inputVariance),
          fromSimulation: Math.sqrt(simulationVariance),
          draws: complete.length,
          replicationsOfDraw: REPLICATIONS,
          advice: inputVariance > simulationVariance ? 'collect-more-data' : 'run-more',
        },
      ],
    ];
  });
  return Object.fromEntries(entries);
}
