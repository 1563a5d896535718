import { resolveDocument } from '../../scenario/load.ts';
import { treeOf } from '../../scenario/tree.ts';
import type { ExperimentPoint, Experiment } from './load-experiment.ts';
import type { Manifest } from './manifest.ts';
import { StoreError } from './store-error.ts';
import type { StoredPoint } from './stored-run.ts';

/**
 * The point of a design, read again from what a batch rests on. `file` is where that stands. Its hash is that of what
 * this version makes of it. Throws a ScenarioError if it cannot be read, a StoreError if its scenario is not there.
 */
export function pointAgain(
  { scenario: reference, factors }: StoredPoint,
  bases: Manifest['bases'],
  file: string,
): ExperimentPoint {
  if (!Object.hasOwn(bases, reference))
    throw new StoreError(`${file}  does not hold the scenario ${reference}`);
  const origin = { kind: 'file', file, line: 1, column: 1 } as const;
  const settings = Object.entries(factors).map(([path, value]) => ({ path, value: treeOf(value, origin) }));
  const { scenario, sha256 } = resolveDocument(bases[reference], file, settings);
  return { scenario: reference, sha256, factors, loaded: { scenario, sha256 } };
}

/** The experiment of a batch, read again from what it rests on. Throws like `pointAgain`. */
export function experimentAgain(
  { experiment: name, sha256, seed, replications, outputs, bases }: Manifest,
  points: readonly StoredPoint[],
  file: string,
): Experiment {
  const again = points.map((point) => pointAgain(point, bases, file));
  return { name, sha256, seed, replications, outputs, bases, points: again };
}
