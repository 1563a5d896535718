import { RunPool, type KeptRun, type RunPoolOptions, type Simulated } from '../run-pool.ts';

/** What is kept of a run: its figures over the measured weeks, shape [metric of CATALOGUE]. */
export type SampledRun = Pick<KeptRun, 'values'>;

export type RunSamplerOptions = Pick<RunPoolOptions, 'seed' | 'workers' | 'signal' | 'onRun'>;

/**
 * Replications of scenarios that are not all known beforehand, each simulated only once however often it is asked for.
 * Replication r of all of them meets the same market, if they have the same one.
 */
export class RunSampler {
  private readonly pool: RunPool;
  /** Shape [sha256][replication]. */
  private readonly runs = new Map<string, (SampledRun | undefined)[]>();

  private constructor(pool: RunPool) {
    this.pool = pool;
  }

  static async start(options: RunSamplerOptions): Promise<RunSampler> {
    return new RunSampler(await RunPool.start({ ...options, weekly: new Set() }));
  }

  /** Runs that have been simulated. */
  get done(): number {
    return this.pool.done;
  }

  /**
   * The first replications of each scenario, shape [scenario][replication]. Those that are missing are simulated,
   * replication after replication, so that all are known equally well whenever the work stops. Throws Stopped then.
   */
  async sample(scenarios: readonly Simulated[], replications: number): Promise<SampledRun[][]> {
    const first = Array.from({ length: replications }, (_, replication) => replication);
    await Promise.all(
      first.flatMap((replication) => scenarios.map((simulated) => this.replicate(simulated, replication))),
    );
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
    await this.pool.close();
  }

  private async replicate(simulated: Simulated, replication: number): Promise<void> {
    let runs = this.runs.get(simulated.sha256);
    if (runs === undefined) this.runs.set(simulated.sha256, (runs = []));
    if (runs[replication] !== undefined) return;
    // The lower replications of all scenarios are served first.
    const [run] = await this.pool.replications(simulated, replication, replication + 1, replication);
    runs[replication] = run;
  }
}
