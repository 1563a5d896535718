import type { LoadedScenario } from '../scenario/load.ts';
import { commonTapeHash, readBuild } from './provenance.ts';
import { runReplications, type Effort, type ReplicationsRequest } from './replications.ts';
import type { Result } from './result.ts';
import { difference, metricFacts, summarise, type Organisation } from './summarise.ts';

/** What to compare: one organisation or several, in the same market. */
export interface CompareRequest extends Pick<ReplicationsRequest, 'workers' | 'signal' | 'onProgress'> {
  /** The first one is what the others are compared with. */
  readonly organisations: readonly Pick<LoadedScenario, 'scenario' | 'sha256'>[];
  readonly seed: number;
  readonly effort: Effort;
  /** What the user typed, for the provenance. */
  readonly command: string;
}

/**
 * Simulates organisations in the same market and compares each with the first, replication by replication: common
 * random numbers by the tape of opportunities, paired-t intervals at 95 %.
 */
export async function compare(request: CompareRequest): Promise<Result> {
  const { organisations, seed, effort, command, workers, signal, onProgress } = request;
  const scenarios = organisations.map(({ scenario }) => scenario);
  const { runs, isInterrupted } = await runReplications({
    scenarios,
    seed,
    effort,
    workers,
    signal,
    onProgress,
  });
  const simulated = scenarios.map((scenario, i): Organisation => ({ scenario, runs: runs[i]! }));
  const [first, ...others] = simulated as [Organisation, ...Organisation[]];
  return {
    schema: 'salesworks/result/1',
    provenance: {
      ...readBuild(),
      command,
      seed,
      replications: first.runs.length,
      warmUp: {
        weeks: first.scenario.run.warmUp,
        by: 'deletion',
        initialState: 'no open opportunities, no orders in production, accounts at reference service quality',
      },
      tapeHash: commonTapeHash(runs),
      scenarios: organisations.map(({ scenario, sha256 }) => ({ name: scenario.name, sha256 })),
      interrupted: isInterrupted,
    },
    metrics: metricFacts(first.scenario.money.currency),
    organisations: simulated.map(summarise),
    differences: others.map((other) => difference(first, other)),
  };
}
