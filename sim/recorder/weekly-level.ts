import { MINUTES_PER_WEEK } from '../time/working-time.ts';

/** The week in which an instant lies, counted from 0. */
export function weekOf(at: number): number {
  return Math.floor(at / MINUTES_PER_WEEK);
}

/** A number that changes at instants, integrated over time, week by week. */
export class WeeklyLevel {
  value = 0;
  /** Integral of the number over each week; number times minutes, shape [week]. */
  readonly area: Float64Array;
  private since = 0;

  constructor(area: Float64Array) {
    this.area = area;
  }

  change(by: number, at: number): void {
    this.integrateTo(at);
    this.value += by;
  }

  /** The number is another one from now on. */
  set(value: number, at: number): void {
    this.integrateTo(at);
    this.value = value;
  }

  /** Accounts for the time up to an instant. */
  integrateTo(at: number): void {
    if (this.value !== 0) addOverWeeks(this.area, this.since, at, this.value);
    this.since = at;
  }
}

/** Adds a constant rate over `[from, to)` to a sum for each week. What lies beyond the last week is left out. */
export function addOverWeeks(sums: Float64Array, from: number, to: number, rate: number): void {
  let week = weekOf(from);
  for (let start = from; start < to && week < sums.length; week++) {
    const end = Math.min(to, (week + 1) * MINUTES_PER_WEEK);
    sums[week]! += (end - start) * rate;
    start = end;
  }
}
