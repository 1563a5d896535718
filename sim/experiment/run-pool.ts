import { WEEKLY_METRICS } from '../metrics/catalogue.ts';
import type { LoadedScenario } from '../scenario/load.ts';
import type { RunFigures } from './replicate.ts';
import { startWorkers, type Workers } from './workers.ts';

/** A scenario that can be simulated, under the hash that makes equal ones one. */
export type Simulated = Pick<LoadedScenario, 'scenario' | 'sha256'>;

/** What is kept of one replication of one scenario. */
export interface KeptRun {
  /** Shape [metric of CATALOGUE], NaN where there is none. */
  readonly values: Float64Array;
  /** By id of a weekly metric, those that somebody reads: shape [week]. */
  readonly weekly: ReadonlyMap<string, Float64Array>;
}

/** Thrown to whoever waits for a run when the work ends early. */
export class Stopped extends Error {}

interface Order {
  readonly simulated: Simulated;
  readonly replication: number;
  readonly kept: (run: KeptRun) => void;
  readonly failed: (error: unknown) => void;
}

export interface RunPoolOptions {
  readonly seed: number;
  /** As many as there are processors if left out. */
  readonly workers?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Ids of weekly metrics of which the weeks are kept. */
  readonly weekly: ReadonlySet<string>;
  /** Told after each run. */
  readonly onRun: (done: number) => void;
}

/**
 * Simulates each replication of each scenario once, whoever asks for it and however often: equal scenarios are those
 * with equal hashes. Orders of whoever has the first place go first. What comes out depends on neither the number of
 * workers nor the order.
 */
export class RunPool {
  /** Runs that have been simulated. */
  done = 0;
  private readonly options: RunPoolOptions;
  private readonly workers: Workers;
  private readonly runs = new Map<string, Promise<KeptRun>>();
  /** Shape [place of who asks], oldest first. */
  private readonly waiting: (Order[] | undefined)[] = [];
  private idle: number;

  private constructor(options: RunPoolOptions, workers: Workers) {
    this.options = options;
    this.workers = workers;
    // One run more than there are workers is always under way, so that nobody waits for an order.
    this.idle = workers.count + 1;
    options.signal?.addEventListener('abort', this.onAbort);
  }

  static async start(options: RunPoolOptions): Promise<RunPool> {
    return new RunPool(options, await startWorkers({ scenarios: [], seed: options.seed }, options.workers));
  }

  /** Replications `from` to before `to` of a scenario. `place` is that of who asks, from 0: the first are served first. */
  replications(simulated: Simulated, from: number, to: number, place: number): Promise<KeptRun[]> {
    return Promise.all(Array.from({ length: to - from }, (_, i) => this.run(simulated, from + i, place)));
  }

  async close(): Promise<void> {
    this.options.signal?.removeEventListener('abort', this.onAbort);
    await this.workers.close();
  }

  private run(simulated: Simulated, replication: number, place: number): Promise<KeptRun> {
    const key = `${simulated.sha256}/${replication}`;
    let run = this.runs.get(key);
    if (run === undefined) {
      run = new Promise((kept, failed) => {
        (this.waiting[place] ??= []).push({ simulated, replication, kept, failed });
      });
      this.runs.set(key, run);
      this.onOrder();
    }
    return run;
  }

  private onOrder(): void {
    while (this.idle > 0) {
      const order = this.waiting.find((orders) => (orders?.length ?? 0) > 0)?.shift();
      if (order === undefined) return;
      this.idle--;
      void this.carryOut(order);
    }
  }

  private async carryOut({ simulated, replication, kept, failed }: Order): Promise<void> {
    const { seed, signal } = this.options;
    try {
      if (signal?.aborted === true) throw new Stopped();
      const figures = await this.workers.run({ scenario: simulated.scenario, seed, replication });
      kept(this.keep(figures, simulated.scenario.run.weeks));
      this.options.onRun(++this.done);
    } catch (error) {
      failed(signal?.aborted === true ? new Stopped() : error);
    } finally {
      this.idle++;
      this.onOrder();
    }
  }

  private keep({ values, weekly }: RunFigures, weeks: number): KeptRun {
    const kept = new Map<string, Float64Array>();
    WEEKLY_METRICS.forEach(({ id }, row) => {
      if (this.options.weekly.has(id)) kept.set(id, weekly.slice(row * weeks, (row + 1) * weeks));
    });
    return { values, weekly: kept };
  }

  private readonly onAbort = (): void => {
    for (const orders of this.waiting)
      for (const { failed } of orders?.splice(0) ?? []) failed(new Stopped());
  };
}
