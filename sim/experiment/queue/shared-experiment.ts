import { createHash } from 'node:crypto';
import type { Redis } from 'ioredis';
import { canonicalJson } from '../../scenario/canonical-json.ts';
import { pointAgain } from '../batch/experiment-again.ts';
import type { ExperimentPoint } from '../batch/load-experiment.ts';
import type { Manifest } from '../batch/manifest.ts';
import type { StoreHeader } from '../batch/stored-run.ts';
import { PREFIX } from './connection.ts';

/** What all runs of a batch share: it is in the queue once, under its hash, and orders name it. */
export interface SharedExperiment {
  readonly header: StoreHeader;
  readonly bases: Manifest['bases'];
}

/** The same as text, and the hash of that. */
export interface SharedText {
  readonly version: string;
  readonly text: string;
  readonly hash: string;
}

/** Left there for so long if nobody comes back for it. */
export const KEPT_SECONDS = 30 * 24 * 3600;
/** Scenarios that a worker keeps ready, some 50 kB each; reading one again takes as long as a small run. */
const MOST_KEPT = 500;

/** By hash of the experiment, the version that it is for: what workers of another version are told. */
const OPEN = `${PREFIX}:open`;

export function sharedText(experiment: SharedExperiment): SharedText {
  const text = canonicalJson(experiment);
  return { version: experiment.header.version, text, hash: createHash('sha256').update(text).digest('hex') };
}

/** Puts an experiment where workers find it, if it is not there. */
export async function share(redis: Redis, { version, text, hash }: SharedText): Promise<void> {
  if ((await redis.exists(keyOf(hash))) === 0) await redis.set(keyOf(hash), text, 'EX', KEPT_SECONDS);
  await redis.hset(OPEN, hash, version);
}

export async function unshare(redis: Redis, { hash }: SharedText): Promise<void> {
  await redis.hdel(OPEN, hash);
  await redis.del(keyOf(hash));
}

/** Versions for which there is work. */
export async function openVersions(redis: Redis): Promise<Set<string>> {
  return new Set(Object.values(await redis.hgetall(OPEN)));
}

/** An order that is not carried out, whoever might try: its message says why. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}

/** Why an order is refused whose batch has ended. */
export const GONE = 'its experiment is no longer in the queue';

/** Experiments as a worker takes them from the queue: nothing in them is believed before it has been checked. */
export class SharedExperiments {
  private readonly redis: Redis;
  private readonly version: string;
  private readonly experiments = new Map<string, Promise<SharedExperiment>>();
  private readonly points = new Map<string, ExperimentPoint>();

  constructor(redis: Redis, version: string) {
    this.redis = redis;
    this.version = version;
  }

  /** Throws a Refusal if there is none under the hash, or something else, or one for another version. */
  get(hash: string): Promise<SharedExperiment> {
    let experiment = this.experiments.get(hash);
    if (experiment === undefined) {
      experiment = this.fetch(hash);
      this.experiments.set(hash, experiment);
      experiment.catch(() => this.experiments.delete(hash));
    }
    return experiment;
  }

  /** A scenario, read by the scenario reader. Throws a Refusal if it is not the one that the batch means. */
  point(hash: string, { header, bases }: SharedExperiment, place: number): ExperimentPoint {
    const key = `${hash}/${place}`;
    const known = this.points.get(key);
    if (known !== undefined) return known;
    const wanted = header.points[place]!;
    const point = readAs(wanted, bases);
    if (point.sha256 !== wanted.sha256) {
      throw new Refusal(
        `the scenario of point ${place} is another one here: this ${this.version} was built from other sources`,
      );
    }
    const [oldest] = this.points.keys();
    if (this.points.size >= MOST_KEPT && oldest !== undefined) this.points.delete(oldest);
    this.points.set(key, point);
    return point;
  }

  private async fetch(hash: string): Promise<SharedExperiment> {
    const text = await this.redis.get(keyOf(hash));
    if (text === null) throw new Refusal(GONE);
    if (createHash('sha256').update(text).digest('hex') !== hash) {
      throw new Refusal('its experiment does not have the hash that it should have');
    }
    const { header, bases } = JSON.parse(text) as Partial<SharedExperiment>;
    if (header?.schema !== 'salesworks/runs/1' || bases === undefined) {
      throw new Refusal('its experiment is none');
    }
    if (header.version !== this.version) {
      throw new Refusal(`it is for version ${header.version}, this is ${this.version}`);
    }
    return { header, bases };
  }
}

function readAs(wanted: StoreHeader['points'][number], bases: Manifest['bases']): ExperimentPoint {
  try {
    return pointAgain(wanted, bases, wanted.scenario);
  } catch (error) {
    throw new Refusal((error as Error).message);
  }
}

function keyOf(hash: string): string {
  return `${PREFIX}:experiment:${hash}`;
}
