import { resolveDocument } from '../../scenario/load.ts';
import { StoreError } from '../batch/store-error.ts';
import { compare, type DocumentedScenario } from '../compare.ts';
import { conditionsOf } from '../conditions/condition.ts';
import { readMaker, type Maker } from '../provenance.ts';
import type { Result } from '../result.ts';
import { transition } from '../transition/transition.ts';
import { firstDifference, type Difference } from './first-difference.ts';
import { replayStore, replaySummary } from './replay-batch.ts';
import type { Stored } from './read-stored.ts';
import type { ReplayOptions, Rerun } from './rerun.ts';

/** What running a stored result again has shown. */
export interface Replay {
  readonly schema: 'salesworks/replay/1';
  readonly file: string;
  /** Whether everything but the provenance is the same, byte for byte. */
  readonly identical: boolean;
  /** The first difference; null if there is none. */
  readonly difference: Difference | null;
  /** What made the result, and what has run it again. */
  readonly stored: StoredMaker;
  readonly now: Maker;
  /** What is not as it was when the result was made. */
  readonly notes: readonly string[];
}

/** What is known of the program that made a result; null where the result does not say. */
export interface StoredMaker {
  readonly version: string;
  readonly commit: string | null;
  readonly node: string | null;
}

/**
 * Runs a stored result again from nothing but itself, and compares. A result of another version is tried too; what is
 * known to be different is among the notes. Undefined if it was ended early. Throws a StoreError if the result does not
 * hold what it takes, a ScenarioError if this version does not read its scenarios.
 */
export async function replay(stored: Stored, options: ReplayOptions): Promise<Replay | undefined> {
  const rerun = await again(stored, options);
  if (options.signal?.aborted === true) return undefined;
  const made = makerOf(stored);
  const now = readMaker();
  // What cannot be written in JSON is not there in either of them.
  const [then, today] = [JSON.stringify(rerun.stored), JSON.stringify(rerun.now)];
  const difference = firstDifference(rerun.stored, JSON.parse(today)) ?? null;
  const identical = then === today;
  return {
    schema: 'salesworks/replay/1',
    file: stored.file,
    identical,
    difference: identical ? null : (difference ?? { path: '', stored: 'other order', now: 'of keys' }),
    stored: made,
    now,
    notes: [...changesOf(made, now), ...rerun.notes],
  };
}

function again(stored: Stored, options: ReplayOptions): Promise<Rerun> {
  switch (stored.kind) {
    case 'result':
      return replayResult(stored.result, stored.file, options);
    case 'summary':
      return replaySummary(stored.summary, stored.file, options);
    case 'store':
      return replayStore(stored.manifest, stored.file, options);
  }
}

async function replayResult(stored: Result, file: string, options: ReplayOptions): Promise<Rerun> {
  const { provenance } = stored;
  const notes: string[] = [];
  const all = stored.transition === undefined ? provenance.scenarios : provenance.scenarios.slice(0, -1);
  const organisations = all.map(({ name, document, sha256 }): DocumentedScenario => {
    if (document === undefined) {
      throw new StoreError(
        `${file}  does not hold the scenario ${name}: run again what was typed, ${provenance.command}`,
      );
    }
    const loaded = resolveDocument(document, file);
    if (loaded.sha256 !== sha256)
      notes.push(`${name} is another scenario than it was: other defaults or rules`);
    return loaded;
  });
  const oneMore = Math.max(
    0,
    ...stored.organisations.flatMap((of) => of.oneMore.map((more) => more.replications)),
  );
  const request = {
    ...options,
    seed: provenance.seed,
    effort: provenance.effort ?? ({ kind: 'fixed', replications: provenance.replications } as const),
    replications: provenance.replications,
    failOn: conditionsOf([...new Set(stored.thresholds?.map(({ condition }) => condition))], '--fail-on'),
  };
  const now =
    stored.transition === undefined
      ? await compare({
          ...request,
          organisations,
          ...(oneMore > 0 ? { oneMoreReplications: oneMore } : {}),
        })
      : await transition({ ...request, plans: organisations });
  return { stored: withoutProvenance(stored), now: withoutProvenance(now), notes };
}

function withoutProvenance(result: Result): unknown {
  return { ...result, provenance: undefined };
}

/** What made a stored result. */
export function makerOf(stored: Stored): StoredMaker {
  const { version, commit, node } = provenanceOf(stored);
  return { version, commit: commit ?? null, node: node ?? null };
}

/** Where a stored result comes from. */
export function provenanceOf(stored: Stored) {
  switch (stored.kind) {
    case 'result':
      return stored.result.provenance;
    case 'summary':
      return stored.summary.provenance;
    case 'store':
      return stored.manifest;
  }
}

function changesOf(made: StoredMaker, now: Maker): string[] {
  const notes: string[] = [];
  if (made.version !== now.version)
    notes.push(`made by version ${made.version}, run again by ${now.version}`);
  else if (made.commit !== now.commit && made.commit !== null && now.commit !== null) {
    notes.push(`made from commit ${made.commit.slice(0, 12)}, run again by ${now.commit.slice(0, 12)}`);
  }
  if (made.node !== null && made.node !== now.node) {
    notes.push(`made on Node ${made.node}, run again on ${now.node}`);
  }
  return notes;
}
