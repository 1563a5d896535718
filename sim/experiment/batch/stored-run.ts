/** A finished run, as a line of the store. */
export interface StoredRun {
  readonly key: string;
  /** Place of the point in the list of the header. */
  readonly point: number;
  readonly replication: number;
  /** In the order of the header's outputs; null where the run has no such figure. */
  readonly values: readonly (number | null)[];
  /** Hash of the market that the run met. */
  readonly tape: string;
}

/** The first line of a store: what its runs mean. */
export interface StoreHeader {
  readonly schema: 'salesworks/runs/1';
  readonly version: string;
  readonly experiment: string;
  readonly seed: number;
  readonly outputs: readonly string[];
  readonly points: readonly StoredPoint[];
}

/** A scenario of the design, and the values that were given to its factors. */
export interface StoredPoint {
  readonly scenario: string;
  readonly sha256: string;
  /** By path, as they are written. */
  readonly factors: Readonly<Record<string, string | number | boolean>>;
}

/** A line of the store as a run; undefined if it is none. */
export function runOfLine(line: string): StoredRun | undefined {
  try {
    const run = JSON.parse(line) as Partial<StoredRun>;
    const isRun =
      typeof run.key === 'string' &&
      Number.isInteger(run.point) &&
      Number.isInteger(run.replication) &&
      Array.isArray(run.values) &&
      typeof run.tape === 'string';
    return isRun ? (run as StoredRun) : undefined;
  } catch {
    return undefined;
  }
}
