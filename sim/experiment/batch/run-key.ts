import { createHash } from 'node:crypto';

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
