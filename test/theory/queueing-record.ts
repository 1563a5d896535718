import { quantileSorted } from 'simple-statistics';

/** A whole number that jumps by one: how many are somewhere, and for how long it has been how many. */
export class Level {
  /** How many there are now. */
  value = 0;
  private since = 0;
  private minutesAt = new Float64Array(32);

  change(by: 1 | -1, at: number): void {
    this.minutesAt[this.value]! += at - this.since;
    this.since = at;
    this.value += by;
    if (this.value < 0) throw new Error(`fewer than none are here at ${at}`);
    if (this.value === this.minutesAt.length) this.minutesAt = longer(this.minutesAt);
  }

  /** Forgets what was before `at`. */
  clear(at: number): void {
    this.minutesAt.fill(0);
    this.since = at;
  }

  /** Counts the time up to `at`. */
  close(at: number): void {
    this.minutesAt[this.value]! += at - this.since;
    this.since = at;
  }

  /** Time average. */
  get mean(): number {
    return this.average((value) => value);
  }

  /** For the variance over time. */
  get spread(): Spread {
    return new Spread(
      this.mean,
      this.average((value) => value * value),
    );
  }

  /** Share of the time at a value. */
  shareAt(value: number): number {
    return this.average((each) => (each === value ? 1 : 0));
  }

  /** Share of the time at each of the values 0 to `most`. */
  sharesUpTo(most: number): number[] {
    return Array.from({ length: most + 1 }, (_, value) => this.shareAt(value));
  }

  private average(of: (value: number) => number): number {
    let area = 0;
    let total = 0;
    this.minutesAt.forEach((minutes, value) => {
      area += of(value) * minutes;
      total += minutes;
    });
    return area / total;
  }
}

/** Mean and mean square of one replication: what stands for a variance among figures. */
export class Spread {
  readonly mean: number;
  readonly square: number;

  constructor(mean: number, square: number) {
    this.mean = mean;
    this.square = square;
  }
}

/** Every value seen, one after the other: minutes that customers waited or stayed. */
export class Sample {
  count = 0;
  private values = new Float64Array(64);
  private sorted: Float64Array | undefined = undefined;

  add(value: number): void {
    if (this.count === this.values.length) this.values = longer(this.values);
    this.values[this.count++] = value;
  }

  clear(): void {
    this.count = 0;
  }

  get mean(): number {
    return this.average((value) => value);
  }

  /** Mean of those above 0. */
  get meanOfPositive(): number {
    return this.mean / this.shareAbove(0);
  }

  /** For the variance. */
  get spread(): Spread {
    return new Spread(
      this.mean,
      this.average((value) => value * value),
    );
  }

  /** Share of the values above a limit; rounding aside, so that nobody has waited 1e-12 minutes. */
  shareAbove(limit: number): number {
    return this.average((value) => (value > limit + 1e-9 ? 1 : 0));
  }

  quantile(p: number): number {
    if (this.sorted?.length !== this.count) this.sorted = this.values.slice(0, this.count).sort();
    return quantileSorted(this.sorted as unknown as number[], p);
  }

  private average(of: (value: number) => number): number {
    let sum = 0;
    for (let i = 0; i < this.count; i++) sum += of(this.values[i]!);
    return sum / this.count;
  }
}

/** What one class of customers met at one station. */
export class Flow {
  /** Customers here, waiting or served. */
  readonly present: Level;
  /** Minutes from arrival until service began for the first time, or until the customer gave up. */
  readonly waits = new Sample();
  /** Minutes from arrival until the end of service. */
  readonly stays = new Sample();
  /** Minutes of the stay in which the customer's own work was not done. */
  readonly delays = new Sample();
  offered = 0;
  refused = 0;
  abandoned = 0;

  constructor(present: Level) {
    this.present = present;
  }

  clear(at: number): void {
    this.present.clear(at);
    for (const sample of [this.waits, this.stays, this.delays]) sample.clear();
    this.offered = 0;
    this.refused = 0;
    this.abandoned = 0;
  }
}

/** What was seen of one station: of its queue and its servers through the model's Observer. */
export class StationRecord {
  /** Customers here, waiting or served. */
  readonly present = new Level();
  /** Tasks that wait, as told by the queue; those that were interrupted too. */
  readonly waiting = new Level();
  /** Servers without room for more work, as told by the servers. */
  readonly engaged = new Level();
  /** Minutes worked, as told by the servers, by class. */
  readonly minutesOn: number[];
  /** By class of customers. */
  readonly flows: readonly Flow[];

  constructor(classes: number) {
    // A class on its own is all there is at the station.
    this.flows = Array.from({ length: classes }, () => new Flow(classes === 1 ? this.present : new Level()));
    this.minutesOn = this.flows.map(() => 0);
  }

  clear(at: number): void {
    for (const level of [this.present, this.waiting, this.engaged]) level.clear(at);
    for (const flow of this.flows) flow.clear(at);
    this.minutesOn.fill(0);
  }

  close(at: number): void {
    for (const level of [this.present, this.waiting, this.engaged]) level.close(at);
    for (const { present } of this.flows) present.close(at);
  }

  /** One customer of a class more or less. */
  change(source: number, by: 1 | -1, at: number): void {
    const { present } = this.flows[source]!;
    present.change(by, at);
    if (present !== this.present) this.present.change(by, at);
  }
}

function longer(values: Float64Array): Float64Array<ArrayBuffer> {
  const result = new Float64Array(2 * values.length);
  result.set(values);
  return result;
}
