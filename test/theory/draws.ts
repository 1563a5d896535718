import type { Distribution } from '../../sim/random/distribution.ts';
import { quantileOf } from '../../sim/random/quantile.ts';
import { Stream } from '../../sim/random/stream.ts';

/** What names a run, so that it can be run again. */
export interface RunName {
  readonly seed: number;
  readonly replication: number;
  /** The test: no two draw the same numbers. */
  readonly test: string;
  /** Whether each number u is replaced by 1 - u, so that what was long in the other run is short in this one. */
  readonly isMirrored?: boolean;
}

/** Makes the next variate. */
export type Draw = () => number;

/**
 * The random numbers of one replication: a stream for each purpose. Systems that share them go on where the one before
 * stopped, so that many short runs are independent without a stream each.
 */
export class Draws {
  private readonly run: RunName;
  private readonly streams = new Map<string, Stream>();

  constructor(run: RunName) {
    this.run = run;
  }

  of(distribution: Distribution, purpose: string): Draw {
    const stream = this.streamFor(purpose);
    const quantile = quantileOf(distribution);
    // Numbers are odd multiples of 2^-33 in (0, 1), and so are their mirror images, without rounding.
    if (this.run.isMirrored === true) return () => quantile(1 - stream.uniform());
    return () => quantile(stream.uniform());
  }

  /** The same for what may be left out. */
  ofOptional(distribution: Distribution | undefined, purpose: string): Draw | undefined {
    return distribution === undefined ? undefined : this.of(distribution, purpose);
  }

  private streamFor(purpose: string): Stream {
    let stream = this.streams.get(purpose);
    if (stream === undefined) {
      const { seed, replication, test } = this.run;
      stream = new Stream({ seed, replication, purpose: `${test}.${purpose}` });
      this.streams.set(purpose, stream);
    }
    return stream;
  }
}
