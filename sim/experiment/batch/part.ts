/** One part of a batch that several machines share. */
export interface Part {
  /** From 1 to `of`. */
  readonly number: number;
  readonly of: number;
}

/**
 * Whether a run is done by a part. Each part has its share of every point and of every replication, so that parts take
 * equally long where points do not; which runs those are does not change when replications are added.
 */
export function isOfPart({ number, of }: Part, point: number, replication: number): boolean {
  return (point + replication) % of === number - 1;
}

/** As it is written behind `--shard`. */
export function partInWords({ number, of }: Part): string {
  return `${number}/${of}`;
}
