import { DEFAULT_CONFIDENCE } from './critical-value.ts';
import { meanInterval, relativePrecision } from './mean-interval.ts';
import { RunningMoments } from './running-moments.ts';

/** How precise is precise enough. */
export interface PrecisionTarget {
  /** Largest h/|mean| allowed, one per metric, `[metric]`, each in (0, Infinity). */
  readonly precisions: readonly number[];
  /** Of each metric's interval, in (0, 1). */
  readonly confidence?: number;
  /** The first number of replications considered, from 1: 3 in Hoad, Robinson and Davies (2010). */
  readonly leastReplications?: number;
  /**
   * Replications for which the precision must go on to hold, from 0: 5 in Hoad, Robinson and Davies (2010).
   */
  readonly lookAhead?: number;
}

/**
 * The confidence-interval method with look-ahead (Hoad, Robinson and Davies 2010, "Automated selection of the
 * number of replications for a discrete-event simulation", Journal of the Operational Research Society 61, p.
 * 1632-1644): feed it replications in order until `sufficientReplications` is there.
 */
export class PrecisionRule {
  /**
   * The least n, from `leastReplications`, such that h/|mean| of every metric is within its precision after n
   * replications and stays so after each of n + 1, ..., n + f(n); undefined as long as that is not known.
   * f(n) is the look-ahead k, and floor(k n / 100) for n above 100 (the paper's f(kLimit, n)). So n itself is
   * reported as soon as n + f(n) replications were fed, and what is fed later does not change it.
   */
  sufficientReplications: number | undefined;
  /** Replications fed so far. */
  replications = 0;
  /** The replication since which every metric has been precise without interruption. */
  private preciseSince: number | undefined;
  private readonly moments: readonly RunningMoments[];
  private readonly precisions: readonly number[];
  private readonly confidence: number;
  private readonly leastReplications: number;
  private readonly lookAhead: number;

  /** Throws a RangeError for a target outside its ranges, and for one without metrics. */
  constructor(target: PrecisionTarget) {
    const { precisions, confidence = DEFAULT_CONFIDENCE, leastReplications = 3, lookAhead = 5 } = target;
    if (precisions.length === 0 || !precisions.every((precision) => precision > 0 && precision < Infinity)) {
      throw new RangeError(`precisions to reach are above 0, not [${precisions.join(', ')}]`);
    }
    if (!(Number.isInteger(leastReplications) && leastReplications >= 1)) {
      throw new RangeError(`cannot begin at ${leastReplications} replications`);
    }
    if (!(Number.isInteger(lookAhead) && lookAhead >= 0)) {
      throw new RangeError(`cannot look ahead ${lookAhead} replications`);
    }
    this.precisions = precisions;
    this.confidence = confidence;
    this.leastReplications = leastReplications;
    this.lookAhead = lookAhead;
    this.moments = precisions.map(() => new RunningMoments());
  }

  /**
   * The figures of the next replication, `[metric]`. One that is undefined or NaN is left out: its metric
   * then rests on the other replications, and is not precise before it has two. Throws a RangeError for a
   * wrong number of figures.
   */
  add(figures: readonly (number | undefined)[]): void {
    if (figures.length !== this.precisions.length) {
      throw new RangeError(`${figures.length} figures of a replication, ${this.precisions.length} expected`);
    }
    figures.forEach((figure, metric) => {
      if (figure !== undefined && !Number.isNaN(figure)) this.moments[metric]!.add(figure);
    });
    this.replications++;
    if (this.sufficientReplications === undefined) this.judge();
  }

  private judge(): void {
    if (this.replications < this.leastReplications || !this.isPrecise()) {
      this.preciseSince = undefined;
      return;
    }
    this.preciseSince ??= this.replications;
    const lookAhead = Math.floor((this.lookAhead * Math.max(this.preciseSince, 100)) / 100);
    if (this.replications - this.preciseSince >= lookAhead) this.sufficientReplications = this.preciseSince;
  }

  private isPrecise(): boolean {
    return this.moments.every((moments, metric) => {
      const precision = relativePrecision(meanInterval(moments, this.confidence));
      return precision !== undefined && precision <= this.precisions[metric]!;
    });
  }
}
