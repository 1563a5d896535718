import { storedRuns } from '../batch/run-batch.ts';
import type { StoredRun } from '../batch/stored-run.ts';
import type { Workers } from '../workers.ts';
import { isShard, placeOf, runsOf, type RunFailure, type ShardResult } from './shard.ts';
import { Refusal, type SharedExperiments } from './shared-experiment.ts';

/**
 * Simulates the runs of an order. One that fails is told, and the others are done. Throws a Refusal if what it finds is
 * no order, or not for this worker.
 */
export async function carryOut(
  order: unknown,
  {
    experiments,
    workers,
    onRun,
  }: {
    readonly experiments: SharedExperiments;
    readonly workers: Pick<Workers, 'run'>;
    readonly onRun: () => void;
  },
): Promise<ShardResult> {
  if (!isShard(order)) throw new Refusal('it is no order of runs');
  const experiment = await experiments.get(order.experiment);
  const { header } = experiment;
  const kept = storedRuns(header);
  const runs: StoredRun[] = [];
  const failures: RunFailure[] = [];
  for (const nth of runsOf(order)) {
    const { point, replication } = placeOf(nth, header);
    const { scenario } = experiments.point(order.experiment, experiment, point).loaded;
    try {
      const figures = await workers.run({ scenario, seed: header.seed, replication });
      runs.push(kept(point, replication, figures));
      onRun();
    } catch (error) {
      failures.push({ point, replication, message: (error as Error).message });
    }
  }
  return { runs, failures };
}
