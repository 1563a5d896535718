/**
 * Count, mean and variance of values seen one at a time, without keeping them (Welford 1962, "Note on a
 * method for calculating corrected sums of squares and products", Technometrics 4). Exact for constants, and
 * safe where the mean is large beside the spread.
 */
export class RunningMoments {
  private n = 0;
  private average = 0;
  /** Sum of squared deviations from the mean. */
  private squares = 0;

  constructor(values: Iterable<number> = []) {
    for (const value of values) this.add(value);
  }

  /** Values seen so far. */
  get count(): number {
    return this.n;
  }

  /** In the unit of the values; undefined without values. */
  get mean(): number | undefined {
    return this.n === 0 ? undefined : this.average;
  }

  /**
   * Sample variance, divisor n - 1, in the unit of the values squared; undefined for fewer than two values.
   */
  get variance(): number | undefined {
    return this.n < 2 ? undefined : this.squares / (this.n - 1);
  }

  /** Throws a RangeError for a value that is not finite. */
  add(value: number): void {
    if (!Number.isFinite(value)) throw new RangeError(`value ${this.n + 1} of a sample is ${value}`);
    this.n++;
    const deviation = value - this.average;
    this.average += deviation / this.n;
    this.squares += deviation * (value - this.average);
  }
}
