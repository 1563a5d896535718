import { createHash } from 'node:crypto';
import { keysOf } from '../batch/run-key.ts';
import type { StoreHeader, StoredRun } from '../batch/stored-run.ts';

/** Runs `from` to before `to`, counted replication after replication, point after point. */
export type Range = readonly [from: number, to: number];

/** An order: some runs of an experiment. At most 3 kB as JSON. */
export interface Shard {
  /** Hash of what they share. */
  readonly experiment: string;
  readonly runs: readonly Range[];
}

/** What comes back. */
export interface ShardResult {
  readonly runs: readonly StoredRun[];
  readonly failures: readonly RunFailure[];
}

/** A run that cannot be simulated. */
export interface RunFailure {
  readonly point: number;
  readonly replication: number;
  readonly message: string;
}

/** Gaps between runs of one order, where a batch goes on that was stopped: more of them make another order. */
const MOST_RANGES = 100;

/** Orders of at most so many runs each. */
export function cut(missing: Iterable<number>, experiment: string, most: number): Shard[] {
  const shards: Shard[] = [];
  let ranges: [number, number][] = [];
  let count = 0;
  const finish = (): void => {
    if (count > 0) shards.push({ experiment, runs: ranges });
    [ranges, count] = [[], 0];
  };
  for (const nth of missing) {
    const last = ranges.at(-1);
    if (last?.[1] === nth) last[1]++;
    else if (ranges.length < MOST_RANGES) ranges.push([nth, nth + 1]);
    else {
      finish();
      ranges.push([nth, nth + 1]);
    }
    if (++count >= most) finish();
  }
  finish();
  return shards;
}

/** The runs of an order, one by one. */
export function* runsOf({ runs }: Shard): Generator<number> {
  for (const [from, to] of runs) for (let nth = from; nth < to; nth++) yield nth;
}

export function countOf({ runs }: Shard): number {
  return runs.reduce((sum, [from, to]) => sum + to - from, 0);
}

/**
 * The id of an order, made of the keys of its runs: the same runs cannot be in the queue twice. It begins with the hash
 * of the experiment, by which a batch finds its own.
 */
export function shardId(shard: Shard, header: StoreHeader): string {
  const keyOf = keysOf(header);
  const hash = createHash('sha256');
  for (const nth of runsOf(shard)) {
    const { point, replication } = placeOf(nth, header);
    hash.update(keyOf(point, replication));
  }
  return `${idPrefix(shard.experiment)}${hash.digest('hex').slice(0, 32)}`;
}

/** Point and replication of a run. */
export function placeOf(nth: number, { points }: { readonly points: readonly unknown[] }) {
  return { point: nth % points.length, replication: Math.floor(nth / points.length) };
}

export function idPrefix(experiment: string): string {
  return `${experiment.slice(0, 16)}-`;
}

/** Whether data is an order that can be carried out. */
export function isShard(found: unknown): found is Shard {
  if (typeof found !== 'object' || found === null) return false;
  const { experiment, runs } = found as Partial<Shard>;
  const isNamed = typeof experiment === 'string' && /^[0-9a-f]{64}$/.test(experiment);
  return isNamed && Array.isArray(runs) && (runs as readonly unknown[]).every(isRange);
}

function isRange(found: unknown): found is Range {
  if (!Array.isArray(found) || found.length !== 2) return false;
  const [from, to] = found as [number, number];
  return Number.isSafeInteger(from) && Number.isSafeInteger(to) && from >= 0 && from < to;
}
