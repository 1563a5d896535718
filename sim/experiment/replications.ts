import { CATALOGUE } from '../metrics/catalogue.ts';
import type { Scenario } from '../scenario/schema/scenario.ts';
import { PrecisionRule } from '../statistics/precision-rule.ts';
import type { RunFigures } from './replicate.ts';
import { startWorkers, type RunOrder } from './workers.ts';

/** How many replications: a number, or until some metrics are precise enough. */
export type Effort =
  | { readonly kind: 'fixed'; readonly replications: number }
  | {
      readonly kind: 'precision';
      /** Largest half-width over mean allowed, of every organisation. */
      readonly relative: number;
      /** Ids of the metrics that have to be that precise. */
      readonly metrics: readonly string[];
      readonly atMost: number;
    };

export interface ReplicationsRequest {
  readonly scenarios: readonly Scenario[];
  readonly seed: number;
  readonly effort: Effort;
  /** Worker threads; as many as there are processors if left out. */
  readonly workers?: number | undefined;
  /** Ends the work early; what is finished is kept. */
  readonly signal?: AbortSignal | undefined;
  /** Told after each run: finished runs, and how many there will be at most. */
  readonly onProgress?: ((done: number, atMost: number) => void) | undefined;
}

/** Finished replications, those of all organisations equally many. */
export interface Replications {
  /** Shape [organisation][replication]. */
  readonly runs: readonly (readonly RunFigures[])[];
  /** Whether the work ended before the effort asked for. */
  readonly isInterrupted: boolean;
}

/**
 * Simulates replications 0, 1, 2, ... of every organisation, several runs at a time. Which replications are reported
 * depends on the effort alone, never on the number of workers or on which run was finished first.
 */
export async function runReplications(request: ReplicationsRequest): Promise<Replications> {
  const { scenarios, seed, effort, signal, onProgress } = request;
  const atMost = effort.kind === 'fixed' ? effort.replications : effort.atMost;
  const rule = effort.kind === 'precision' ? new Precision(effort, scenarios.length) : undefined;
  const runs: RunFigures[][] = scenarios.map(() => []);
  if (atMost * scenarios.length === 0) return { runs, isInterrupted: false };
  const workers = await startWorkers({ scenarios, seed }, request.workers);
  let next = 0;
  let done = 0;
  let complete = 0;
  const isOver = (): boolean => signal?.aborted === true || rule?.sufficient !== undefined;
  const workOn = async (): Promise<void> => {
    while (next < atMost * scenarios.length && !isOver()) {
      const order = orderOf(next++, scenarios.length);
      const figures = await workers.run(order);
      if (signal?.aborted === true) return;
      runs[order.organisation]![order.replication] = figures;
      onProgress?.(++done, atMost * scenarios.length);
      while (runs.every((of) => complete in of)) {
        rule?.add(runs.map((of) => of[complete]!));
        complete++;
      }
    }
  };
  try {
    // One run more than there are workers is always asked for, so that nobody waits for an order.
    await Promise.all(Array.from({ length: workers.count + 1 }, workOn));
  } finally {
    await workers.close();
  }
  const count = Math.min(complete, rule?.sufficient ?? complete);
  return {
    runs: runs.map((of) => of.slice(0, count)),
    isInterrupted: signal?.aborted === true && count < atMost,
  };
}

/** Replication after replication, every organisation in turn. */
function orderOf(nth: number, organisations: number): RunOrder {
  return { organisation: nth % organisations, replication: Math.floor(nth / organisations) };
}

/** The stopping rule, on some metrics of every organisation at once. */
class Precision {
  private readonly rule: PrecisionRule;
  private readonly places: readonly number[];

  constructor(effort: Extract<Effort, { kind: 'precision' }>, organisations: number) {
    this.places = effort.metrics.map((id) => CATALOGUE.findIndex((entry) => entry.id === id));
    const precisions = new Array<number>(organisations * this.places.length).fill(effort.relative);
    this.rule = new PrecisionRule({ precisions, leastReplications: 5 });
  }

  /** Replications that are enough; undefined as long as that is not known. */
  get sufficient(): number | undefined {
    return this.rule.sufficientReplications;
  }

  add(figures: readonly RunFigures[]): void {
    this.rule.add(figures.flatMap(({ values }) => this.places.map((place) => values[place])));
  }
}
