import { performance } from 'node:perf_hooks';
import type { Experiment } from '../batch/load-experiment.ts';
import type { ResultStore } from '../batch/result-store.ts';
import { storedRuns } from '../batch/run-batch.ts';
import { startWorkers } from '../workers.ts';
import { connect, unlessStoppedAway, type Connection } from './connection.ts';
import { Orders } from './orders.ts';
import { pause } from './pause.ts';
import { openQueue } from './runs-queue.ts';
import { placeOf, type RunFailure, type ShardResult } from './shard.ts';

export interface QueueBatchRequest {
  readonly url: string;
  readonly experiment: Experiment;
  readonly store: ResultStore;
  readonly signal?: AbortSignal | undefined;
  /** Told of runs in the store, and how many there will be. */
  readonly onProgress?: ((done: number, all: number) => void) | undefined;
  /** Told of what somebody should know: nobody works, the server is away. */
  readonly onNote: (note: string) => void;
}

/** What has become of a batch that others worked on. */
export interface QueueBatchOutcome {
  readonly isComplete: boolean;
  /** Runs that cannot be simulated. */
  readonly failures: readonly RunFailure[];
}

/** What an order should take: long enough for a round trip not to count, short enough to be lost with a worker. */
const ORDER_MILLISECONDS = { least: 1_000, most: 5_000 } as const;
/** So many orders there should be, so that many workers have something to do; none is shorter for that than the least. */
const ENOUGH_ORDERS = 32;
/** More of them would make a result of more than a megabyte. */
const MOST_RUNS = 250;
const LOOK_MILLISECONDS = 200;
/** How often it is made sure that what is waited for is still in the queue, and that somebody works. */
const AUDIT_MILLISECONDS = 10_000;

/**
 * Puts every run that a store does not have into a queue, and collects what workers return. Orders are known by their
 * runs: whatever dies and comes back, nothing is lost, and the store takes a run once. Throws a QueueError if there is
 * no queue.
 */
export async function batchByQueue(request: QueueBatchRequest): Promise<QueueBatchOutcome> {
  const { signal, onNote } = request;
  const connection = await connect(request.url, (isThere) =>
    onNote(
      isThere ? 'the queue is there again' : 'the queue is away; the batch goes on when it is there again',
    ),
  );
  const collection = new Collection(request);
  try {
    await unlessStoppedAway(connection, signal, collection.run(connection));
    return collection.outcome;
  } finally {
    collection.end();
    connection.close();
  }
}

/** The results of a batch on their way from the queue to the store. */
class Collection {
  private readonly request: QueueBatchRequest;
  private readonly failures: RunFailure[] = [];
  private readonly all: number;
  private done: number;
  private hasEnded = false;

  constructor(request: QueueBatchRequest) {
    this.request = request;
    this.all = request.experiment.points.length * request.experiment.replications;
    this.done = this.all - this.missing().size;
  }

  async run(connection: Connection): Promise<void> {
    const { store, experiment, signal, onNote } = this.request;
    const queue = await openQueue(connection, store.header.version);
    const shared = { header: store.header, bases: experiment.bases };
    const orders = new Orders({ connection, queue, shared });
    this.request.onProgress?.(this.done, this.all);
    if (this.done < this.all) {
      await orders.takeUp();
      await this.takeResults(orders);
      const missing = orders.without(this.missing());
      if (missing.size > 0) await this.order(orders, missing);
    }
    let isTold = false;
    for (let round = 1; orders.count > 0 && signal?.aborted !== true; round++) {
      await pause(LOOK_MILLISECONDS, signal);
      if (!connection.isThere()) continue;
      await this.takeResults(orders);
      if (round % (AUDIT_MILLISECONDS / LOOK_MILLISECONDS) > 0) continue;
      await orders.sendAgainWhatIsLost();
      const isIdle = orders.count > 0 && !(await orders.hasWorkers());
      if (isIdle && !isTold)
        onNote('nobody works on the queue; start salesworks worker with the same --queue');
      isTold = isIdle;
    }
    // A batch that has everything does not wait for a server that is away.
    if (connection.isThere()) await orders.withdraw();
  }

  /** What comes later stays in the queue: the store may be closed. */
  end(): void {
    this.hasEnded = true;
  }

  get outcome(): QueueBatchOutcome {
    // Whoever did them, and in whichever order.
    const failures = [...this.failures].sort((a, b) => a.point - b.point || a.replication - b.replication);
    return { isComplete: this.missing().size === 0, failures };
  }

  private missing(): Set<number> {
    const { store, experiment } = this.request;
    const missing = new Set<number>();
    for (let nth = 0; nth < this.all; nth++) {
      const { point, replication } = placeOf(nth, experiment);
      if (!store.has(point, replication)) missing.add(nth);
    }
    return missing;
  }

  /** The first run is simulated here: how long it takes says how many make an order. */
  private async order(orders: Orders, missing: Set<number>): Promise<void> {
    const { experiment, store } = this.request;
    const [first] = missing as Iterable<number> as [number];
    const { point, replication } = placeOf(first, experiment);
    const { scenario } = experiment.points[point]!.loaded;
    const workers = await startWorkers({ scenarios: [], seed: experiment.seed }, 1);
    const start = performance.now();
    try {
      const figures = await workers.run({ scenario, seed: experiment.seed, replication });
      const kept = storedRuns(store.header);
      this.keep({ runs: [kept(point, replication, figures)], failures: [] });
      missing.delete(first);
    } catch {
      // A worker will say what is wrong with it.
    } finally {
      await workers.close();
    }
    await orders.send(missing, runsOfAnOrder(missing.size, performance.now() - start));
  }

  private async takeResults(orders: Orders): Promise<void> {
    await orders.takeResults((result) => this.keep(result));
  }

  private keep({ runs, failures }: ShardResult): void {
    if (this.hasEnded) throw new Error('the batch has ended');
    const { store, onProgress } = this.request;
    for (const run of runs) {
      if (store.has(run.point, run.replication)) continue;
      store.add(run);
      this.done++;
    }
    this.failures.push(...failures);
    onProgress?.(this.done, this.all);
  }
}

/** Runs of an order, if one takes so many milliseconds. */
export function runsOfAnOrder(missing: number, runMilliseconds: number): number {
  const runsIn = (milliseconds: number) => Math.max(1, Math.floor(milliseconds / runMilliseconds));
  const { least, most } = ORDER_MILLISECONDS;
  const share = Math.max(runsIn(least), Math.ceil(missing / ENOUGH_ORDERS));
  return Math.min(share, runsIn(most), MOST_RUNS);
}
