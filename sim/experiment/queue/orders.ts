import type { Connection } from './connection.ts';
import type { RunsJob, RunsQueue } from './runs-queue.ts';
import {
  countOf,
  cut,
  idPrefix,
  isShard,
  placeOf,
  runsOf,
  shardId,
  type Shard,
  type ShardResult,
} from './shard.ts';
import {
  GONE,
  share,
  sharedText,
  unshare,
  type SharedExperiment,
  type SharedText,
} from './shared-experiment.ts';

/** Orders that are sent at once. */
const BULK = 500;
const UNFINISHED = ['waiting', 'active', 'delayed', 'prioritized'] as const;
const FINISHED = ['completed', 'failed'] as const;

/** The orders of a batch that are in the queue. */
export class Orders {
  private readonly connection: Connection;
  private readonly queue: RunsQueue;
  private readonly shared: SharedExperiment;
  private readonly text: SharedText;
  /** By id: those without a result so far. */
  private readonly open = new Map<string, Shard>();

  constructor(of: {
    readonly connection: Connection;
    readonly queue: RunsQueue;
    readonly shared: SharedExperiment;
  }) {
    this.connection = of.connection;
    this.queue = of.queue;
    this.shared = of.shared;
    this.text = sharedText(of.shared);
  }

  /** Orders without a result so far. */
  get count(): number {
    return this.open.size;
  }

  /** Runs that nobody has been asked for. */
  without(missing: ReadonlySet<number>): Set<number> {
    const rest = new Set(missing);
    for (const shard of this.open.values()) for (const nth of runsOf(shard)) rest.delete(nth);
    return rest;
  }

  /** Finds what an earlier call of the same batch has left in the queue. What failed then is tried again. */
  async takeUp(): Promise<void> {
    await share(this.connection.redis, this.text);
    for (const id of await this.ownIds([...UNFINISHED, ...FINISHED])) {
      const job = await this.job(id);
      if (job === undefined) continue;
      if ((await job.isFailed()) || !isShard(job.data)) await job.remove();
      else this.open.set(id, job.data);
    }
  }

  /** Asks for runs, at most so many in an order. */
  async send(runs: Iterable<number>, most: number): Promise<void> {
    await this.sendShards(cut(runs, this.text.hash, most));
  }

  /** Results that have come, each given to `take` before it is removed from the queue. */
  async takeResults(take: (result: ShardResult) => void): Promise<void> {
    for (const id of await this.ownIds(FINISHED)) {
      const shard = this.open.get(id);
      const job = shard && (await this.job(id));
      if (shard === undefined || job === undefined) continue;
      const hasFailed = await job.isFailed();
      if (!hasFailed) take(job.returnvalue);
      await job.remove();
      this.open.delete(id);
      if (hasFailed) await this.onFailed(shard, job.failedReason, take);
    }
  }

  /** A server that was killed may have lost its last second: what is not there any more is sent again. */
  async sendAgainWhatIsLost(): Promise<void> {
    await share(this.connection.redis, this.text);
    const there = new Set(await this.ownIds([...UNFINISHED, ...FINISHED]));
    await this.sendShards([...this.open].flatMap(([id, shard]) => (there.has(id) ? [] : [shard])));
  }

  async hasWorkers(): Promise<boolean> {
    return (await this.queue.getWorkersCount()) > 0;
  }

  /** Leaves the queue: takes back what nobody has begun. What somebody is at is there for the next call. */
  async withdraw(): Promise<void> {
    for (const id of await this.ownIds(['waiting'])) {
      const job = await this.job(id);
      // Somebody may have begun it just now.
      await job?.remove().then(
        () => this.open.delete(id),
        () => undefined,
      );
    }
    if (this.open.size === 0) await unshare(this.connection.redis, this.text);
  }

  /** Of an order that killed its workers, the runs that are not to blame are done; one that was refused is told. */
  private async onFailed(shard: Shard, reason: string, take: (result: ShardResult) => void): Promise<void> {
    if (reason === GONE) {
      await share(this.connection.redis, this.text);
      return this.sendShards([shard]);
    }
    const isCrash = /stalled/.test(reason);
    const count = countOf(shard);
    if (isCrash && count > 1) return this.send(runsOf(shard), Math.ceil(count / 2));
    const message = isCrash ? 'every worker that tried it has fallen silent' : reason;
    const failures = [...runsOf(shard)].map((nth) => ({ ...placeOf(nth, this.shared.header), message }));
    take({ runs: [], failures });
  }

  private async sendShards(shards: readonly Shard[]): Promise<void> {
    const jobs = shards.map((shard) => {
      const jobId = shardId(shard, this.shared.header);
      this.open.set(jobId, shard);
      return { name: 'runs', data: shard, opts: { jobId } };
    });
    for (let from = 0; from < jobs.length; from += BULK) {
      await this.queue.addBulk(jobs.slice(from, from + BULK));
    }
  }

  private async ownIds(states: readonly ((typeof UNFINISHED)[number] | (typeof FINISHED)[number])[]) {
    const ids = await this.queue.getRanges([...states], 0, -1);
    return ids.filter((id) => id.startsWith(idPrefix(this.text.hash)));
  }

  private job(id: string): Promise<RunsJob | undefined> {
    return this.queue.getJob(id);
  }
}
