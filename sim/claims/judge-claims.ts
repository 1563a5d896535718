import { readBuild } from '../experiment/provenance.ts';
import { inBrief } from './brevity.ts';
import type { Claim, Experiment } from './claim.ts';
import type { ClaimResult, ClaimsResult } from './claims-result.ts';
import { armsIn, ExperimentRuns, isExactMeasure, weeklyIn, type Thrift } from './experiment-runs.ts';
import { judgeClaim } from './judge-claim.ts';
import type { LoadedClaims } from './load-claims.ts';
import { RunPool, Stopped } from '../experiment/run-pool.ts';

export interface JudgeRequest extends Pick<LoadedClaims, 'claims' | 'shelf'> {
  readonly seed: number;
  readonly quick: boolean;
  /** Instead of the number that each claim asks for; from 2. */
  readonly replications?: number | undefined;
  readonly workers?: number | undefined;
  /** Ends the work early; claims that are judged by then are kept. */
  readonly signal?: AbortSignal | undefined;
  /** Told after each run: finished runs, and how many there may be, and claims that are judged. */
  readonly onProgress?: ((done: number, atMost: number) => void) | undefined;
  /** What the user typed, for the provenance. */
  readonly command: string;
}

/** Group of the experiments on statements that contradict each other. */
const CONTRADICTIONS = 'X';

/**
 * Judges claims. All of them share one pool of runs: what several of them ask for is simulated once. The same request
 * gives the same result for any number of workers.
 */
export async function judgeClaims(request: JudgeRequest): Promise<ClaimsResult> {
  const { shelf, seed, signal, quick } = request;
  const claims = quick ? request.claims.map((claim) => inBrief(claim, shelf)) : request.claims;
  const thrift = thriftOf(request);
  const progress = new Estimate({ ...request, claims }, thrift);
  const weekly = new Set(claims.flatMap(({ experiment }) => measuresOf(experiment).flatMap(weeklyIn)));
  const pool = await RunPool.start({ seed, workers: request.workers, signal, weekly, onRun: progress.onRun });
  try {
    const judged = claims.map((claim, place) =>
      judgeClaim(claim, {
        shelf,
        thrift,
        runsOf: (experiment) => new ExperimentRuns(experiment, { shelf, pool, seed, thrift, claim: place }),
      }),
    );
    const settled = await Promise.allSettled(judged);
    const results: ClaimResult[] = [];
    for (const outcome of settled) {
      if (outcome.status === 'fulfilled') results.push(outcome.value);
      else if (!(outcome.reason instanceof Stopped)) throw outcome.reason;
    }
    return {
      schema: 'salesworks/claims/1',
      provenance: {
        ...readBuild(),
        command: request.command,
        seed,
        quick,
        runs: pool.done,
        interrupted: results.length < claims.length,
        scenarios: scenariosOf(results),
      },
      claims: results.filter(({ group }) => group !== CONTRADICTIONS),
      contradictions: results.filter(({ group }) => group === CONTRADICTIONS),
    };
  } finally {
    await pool.close();
  }
}

function thriftOf({ quick, replications }: JudgeRequest): Thrift {
  const wanted = (asked: number): number => replications ?? (quick ? Math.min(asked, 2) : asked);
  return {
    replications: wanted,
    firms: (asked) => (quick ? Math.max(2, Math.round(asked / 5)) : asked),
    isSearched: !quick,
    probeReplications: (of) => Math.max(2, Math.round(0.25 * of)),
    probeSteps: 2,
  };
}

function measuresOf(experiment: Experiment | undefined) {
  if (experiment === undefined) return [];
  const { tests, ablation } = experiment;
  return [...tests.map(({ measure }) => measure), ...(ablation === undefined ? [] : [ablation])];
}

/** Scenarios that were simulated, each once. */
function scenariosOf(results: readonly ClaimResult[]): ClaimsResult['provenance']['scenarios'] {
  const hashes = new Map(
    results.flatMap(({ id, arms }) =>
      arms.map(({ name, sha256 }) => [sha256, `${id} ${name}`] as const).reverse(),
    ),
  );
  return [...hashes].map(([sha256, name]) => ({ name, sha256 }));
}

/** How many runs there may be: what is known of each claim, the search for its break-even at its longest. */
class Estimate {
  private readonly atMost: number;
  private readonly onProgress: JudgeRequest['onProgress'];

  constructor({ claims, onProgress }: JudgeRequest, thrift: Thrift) {
    this.onProgress = onProgress;
    this.atMost = claims.reduce((sum, claim) => sum + runsOf(claim, thrift), 0);
  }

  readonly onRun = (done: number): void => {
    this.onProgress?.(done, Math.max(done, this.atMost));
  };
}

function runsOf({ experiment }: Claim, thrift: Thrift): number {
  if (experiment === undefined) return 0;
  const replications = thrift.replications(experiment.run.replications);
  const arms = measuresOf(experiment)
    .filter((measure) => !isExactMeasure(measure, experiment))
    .map((measure) => {
      const own = armsIn(measure, experiment).length;
      return measure.kind === 'population' ? own * thrift.firms(measure.firms) : own * replications;
    });
  const main = arms.reduce((sum, count) => sum + count, 0);
  const isSearched = thrift.isSearched && experiment.fragile !== undefined;
  return (
    main *
    (isSearched ? 1 + (2 + thrift.probeSteps) * (thrift.probeReplications(replications) / replications) : 1)
  );
}
