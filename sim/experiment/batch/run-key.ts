import { createHash } from 'node:crypto';
import type { StoreHeader } from './stored-run.ts';

/** Everything that determines the figures of a run. */
export interface RunIdentity {
  /** Version of the program. */
  readonly version: string;
  /** Hash of the resolved scenario. */
  readonly scenario: string;
  readonly seed: number;
  readonly replication: number;
}

/** The key of a run: 32 hexadecimal digits of a SHA-256. Runs with equal keys have equal figures. */
export function runKey({ version, scenario, seed, replication }: RunIdentity): string {
  const identity = `salesworks/${version}/${scenario}/${seed}/${replication}`;
  return createHash('sha256').update(identity).digest('hex').slice(0, 32);
}

/** The key that the run of a point of a store has. */
export function keysOf({
  version,
  seed,
  points,
}: StoreHeader): (point: number, replication: number) => string {
  return (point, replication) => runKey({ version, scenario: points[point]!.sha256, seed, replication });
}
