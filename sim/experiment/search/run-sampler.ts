import type { LoadedScenario } from '../../scenario/load.ts';
import type { RunFigures } from '../replicate.ts';
import { startWorkers, type Workers } from '../workers.ts';

/** A scenario to simulate, and the hash of all that determines its runs. */
export type Simulated = Pick<LoadedScenario, 'scenario' | 'sha256'>;

/** What is kept of a run: its figures over the measured weeks, shape [metric of CATALOGUE], and its market. */
export type SampledRun = Pick<RunFigures, 'values' | 'tapeHash'>;

/** Thrown when the work ends early. */
export class Stopped extends Error {}

export interface RunSamplerOptions {
  readonly seed: number;
  /** As many as there are processors if left out. */
  readonly workers?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Told after each run. */
  readonly onRun?: ((done: number) => void) | undefined;
}

/**
 * Simulates replications of scenarios that are not all known beforehand, each only once however often it is asked for:
 * equal scenarios are those with equal hashes. Replication r of all of them meets the same market, if they have the
 * same one. What comes out depends on neither the number of workers nor which run was finished first.
 */
export class RunSampler {
  /** Runs that have been simulated. */
  done = 0;
  private readonly options: RunSamplerOptions;
  private readonly workers: Workers;
  /** Shape [sha256][replication]. */
  private readonly runs = new Map<string, (SampledRun | undefined)[]>();

  private constructor(options: RunSamplerOptions, workers: Workers) {
    this.options = options;
    this.workers = workers;
  }

  static async start(options: RunSamplerOptions): Promise<RunSampler> {
    return new RunSampler(
      options,
      await startWorkers({ scenarios: [], seed: options.seed }, options.workers),
    );
  }

  /**
   * The first replications of each scenario, shape [scenario][replication]. Those that are missing are simulated,
   * replication after replication, so that all are known equally well whenever the work stops. Throws Stopped then.
   */
  async sample(scenarios: readonly Simulated[], replications: number): Promise<SampledRun[][]> {
    const missing: { readonly simulated: Simulated; readonly replication: number }[] = [];
    const asked = new Map(scenarios.map((simulated) => [simulated.sha256, simulated]));
    for (let replication = 0; replication < replications; replication++) {
      for (const simulated of asked.values()) {
        if (this.runs.get(simulated.sha256)?.[replication] === undefined) {
          missing.push({ simulated, replication });
        }
      }
    }
    const { signal, seed, onRun } = this.options;
    const isOver = (): boolean => signal?.aborted === true;
    let next = 0;
    const work = async (): Promise<void> => {
      while (next < missing.length && !isOver()) {
        const { simulated, replication } = missing[next++]!;
        const run = await this.workers.run({ scenario: simulated.scenario, seed, replication });
        if (isOver()) return;
        this.keep(simulated, replication, run);
        onRun?.(++this.done);
      }
    };
    // One run more than there are workers is always asked for, so that nobody waits for an order.
    await Promise.all(Array.from({ length: this.workers.count + 1 }, work));
    if (isOver()) throw new Stopped();
    return scenarios.map((simulated) => this.finished(simulated).slice(0, replications));
  }

  /** The replications of a scenario that are there, from the first to the last without a gap. */
  finished({ sha256 }: Simulated): SampledRun[] {
    const runs = this.runs.get(sha256) ?? [];
    const finished: SampledRun[] = [];
    for (let run = runs[0]; run !== undefined; run = runs[finished.length]) finished.push(run);
    return finished;
  }

  async close(): Promise<void> {
    await this.workers.close();
  }

  private keep({ sha256 }: Simulated, replication: number, { values, tapeHash }: RunFigures): void {
    let runs = this.runs.get(sha256);
    if (runs === undefined) this.runs.set(sha256, (runs = []));
    runs[replication] = { values, tapeHash };
  }
}
