import { CATALOGUE } from '../metrics/catalogue.ts';
import type { Scenario } from '../scenario/schema/scenario.ts';
import { PrecisionRule } from '../statistics/precision-rule.ts';
import { decisionOf, looksOf } from './decision.ts';
import type { DecisionEffort, Effort } from './effort.ts';
import type { RunFigures } from './replicate.ts';
import { startWorkers, type RunOrder } from './workers.ts';

export type { Effort } from './effort.ts';

export interface ReplicationsRequest {
  readonly scenarios: readonly Scenario[];
  readonly seed: number;
  readonly effort: Effort;
  /** Whether to keep of the first replication of each organisation what pictures are drawn of. */
  readonly isIllustrated?: boolean;
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
  const rule = ruleOf(effort, scenarios.length);
  const runs: RunFigures[][] = scenarios.map(() => []);
  if (atMost * scenarios.length === 0) return { runs, isInterrupted: false };
  const workers = await startWorkers({ scenarios, seed }, request.workers);
  let next = 0;
  let done = 0;
  let complete = 0;
  const isOver = (): boolean => signal?.aborted === true || rule?.sufficient !== undefined;
  const workOn = async (): Promise<void> => {
    while (next < atMost * scenarios.length && !isOver()) {
      const order = orderOf(next++, request);
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
function orderOf(nth: number, { scenarios, isIllustrated = false }: ReplicationsRequest): RunOrder {
  const replication = Math.floor(nth / scenarios.length);
  return {
    organisation: nth % scenarios.length,
    replication,
    isIllustrated: isIllustrated && replication === 0,
  };
}

/** Tells from replications, fed in their order, how many are enough. */
interface StoppingRule {
  /** Undefined as long as that is not known. */
  readonly sufficient: number | undefined;
  /** The figures of every organisation in the next replication. */
  add(figures: readonly RunFigures[]): void;
}

function ruleOf(effort: Effort, organisations: number): StoppingRule | undefined {
  switch (effort.kind) {
    case 'fixed':
      return undefined;
    case 'precision':
      return new Precision(effort, organisations);
    case 'decision':
      return new Decisions(effort, organisations);
  }
}

/** Enough is the first look at which every difference has been decided. */
class Decisions implements StoppingRule {
  sufficient: number | undefined;
  private readonly effort: DecisionEffort;
  private readonly looks: readonly number[];
  private readonly organisations: readonly { readonly name: string; readonly runs: RunFigures[] }[];

  constructor(effort: DecisionEffort, organisations: number) {
    this.effort = effort;
    this.looks = looksOf(effort);
    this.organisations = Array.from({ length: organisations }, () => ({ name: '', runs: [] }));
  }

  add(figures: readonly RunFigures[]): void {
    figures.forEach((own, i) => this.organisations[i]!.runs.push(own));
    const replications = this.organisations[0]!.runs.length;
    if (this.sufficient !== undefined || !this.looks.includes(replications)) return;
    const { differences } = decisionOf(this.effort, this.organisations, '');
    if (differences.every(({ verdict }) => verdict !== 'undecided')) this.sufficient = replications;
  }
}

/** Precise enough are some metrics of every organisation at once. */
class Precision implements StoppingRule {
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
