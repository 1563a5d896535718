import type { ScenarioData } from '../../scenario/load.ts';
import type { Maker } from '../provenance.ts';
import type { Experiment } from './load-experiment.ts';
import type { Part } from './part.ts';
import type { ResultStore } from './result-store.ts';
import { summariseRuns, type PointSummary } from './summarise-runs.ts';

/** What a batch rests on: with the points, whose factors and hashes stand in the store, all that makes it again. */
export interface Manifest extends Maker {
  readonly command: string;
  /** Name of the experiment. */
  readonly experiment: string;
  /** Hash of its design. */
  readonly sha256: string;
  readonly seed: number;
  /** Replications of each point that were asked for. */
  readonly replications: number;
  readonly outputs: readonly string[];
  /** Set if only one part of the runs was asked for. */
  readonly part: Part | null;
  /** By reference, as in the points: the scenarios below the factors. */
  readonly bases: Readonly<Record<string, ScenarioData>>;
}

export function manifestOf(
  { name, sha256, seed, replications, outputs, bases }: Experiment,
  {
    maker,
    command,
    part,
  }: { readonly maker: Maker; readonly command: string; readonly part: Part | undefined },
): Manifest {
  const asked = { experiment: name, sha256, seed, replications, outputs, part: part ?? null };
  return { ...maker, command, ...asked, bases };
}

/** What `batch` writes and prints: the points and their figures, with what they rest on. */
export interface BatchSummary {
  readonly schema: 'salesworks/batch/1';
  readonly provenance: Manifest & {
    /** Runs in the store; fewer than points times replications if the work was stopped. */
    readonly runs: number;
  };
  readonly points: readonly PointSummary[];
}

export function summaryOf(manifest: Manifest, store: ResultStore): BatchSummary {
  return {
    schema: 'salesworks/batch/1',
    provenance: { ...manifest, runs: store.count },
    points: summariseRuns(store, manifest.replications),
  };
}
