import seedrandom from 'seedrandom';

/** What names a sequence of random numbers: the same three give the same sequence, others independent ones. */
export interface StreamName {
  readonly seed: number;
  readonly replication: number;
  /** One input and purpose, for instance `market.inbound.gap`. */
  readonly purpose: string;
}

/**
 * A stream of uniform random numbers for one input and purpose (alea, Baagoe 2010, as kept by seedrandom).
 *
 * Streams are for sequences whose order is the same in every organisation, such as arrivals from the market. What is
 * drawn in an order that depends on service is drawn by key: KeyedDraws.
 */
export class Stream {
  private readonly alea: seedrandom.PRNG;

  constructor(name: StreamName) {
    this.alea = seedrandom.alea(nameOf(name));
  }

  /** The next number, uniform on a grid of 2^-32 in the open interval (0, 1). */
  uniform(): number {
    return this.alea() + HALF_STEP;
  }
}

/** alea may return 0, of which there is no logarithm; half a step of its grid is added to every number. */
const HALF_STEP = 2 ** -33;

/** The text that seeds a stream. */
export function nameOf({ seed, replication, purpose }: StreamName): string {
  return `${seed}/${replication}/${purpose}`;
}
