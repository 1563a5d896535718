/** Minutes in a week: the clock starts on Monday 00:00 of week 0. */
export const MINUTES_PER_WEEK = 10_080;
export const MINUTES_PER_DAY = 1_440;

/** A stretch of time `[from, to)`, in minutes. */
export interface Interval {
  readonly from: number;
  readonly to: number;
}

/** Working intervals that repeat every `period` minutes, sorted, apart, within `[0, period]`. */
export interface WorkingPattern {
  readonly period: number;
  readonly intervals: readonly Interval[];
}

/** Minutes below which two sums of working time are the same: far above rounding, far below any duration. */
const ROUNDING = 1e-6;

/** No rest: for machines, and for theory. */
export const ALWAYS: WorkingPattern = {
  period: MINUTES_PER_WEEK,
  intervals: [{ from: 0, to: MINUTES_PER_WEEK }],
};

/**
 * Working-time arithmetic of one repeating pattern less its closures (holidays, absences). There are no ticks: each
 * answer costs time in the logarithm of the number of intervals and closures. Instants are minutes since the start,
 * never negative. Nothing is worked at the end of an interval, everything at its beginning: `[from, to)`.
 */
export class WorkingTime {
  /** Working minutes in one period of the pattern, closures aside. */
  readonly minutesPerPeriod: number;
  readonly pattern: WorkingPattern;
  readonly closures: readonly Interval[];
  private readonly period: number;
  private readonly froms: Float64Array;
  private readonly tos: Float64Array;
  /** Working minutes of a period before each interval. */
  private readonly before: Float64Array;
  /** Merged closures, and the pattern's working minutes lost to all closures up to the end of each. */
  private readonly closedFrom: number[] = [];
  private readonly closedTo: number[] = [];
  private readonly lostUpTo: number[] = [];

  /**
   * Throws a RangeError for a pattern without working time, or whose intervals are unsorted, overlap or lie outside
   * the period. Closures may come in any order and overlap.
   */
  constructor(pattern: WorkingPattern, closures: readonly Interval[] = []) {
    const intervals = joined(pattern);
    this.pattern = pattern;
    this.closures = closures;
    this.period = pattern.period;
    this.froms = Float64Array.from(intervals, (interval) => interval.from);
    this.tos = Float64Array.from(intervals, (interval) => interval.to);
    this.before = new Float64Array(intervals.length);
    let total = 0;
    intervals.forEach((interval, i) => {
      this.before[i] = total;
      total += interval.to - interval.from;
    });
    this.minutesPerPeriod = total;
    for (const closure of [...closures].sort((a, b) => a.from - b.from)) this.close(closure);
  }

  /** The same pattern with other closures. */
  closedDuring(closures: readonly Interval[]): WorkingTime {
    return new WorkingTime(this.pattern, closures);
  }

  /** Whether somebody on this pattern is at work at an instant. */
  isWorking(at: number): boolean {
    return !this.isClosed(at) && this.nextInPattern(at) === at;
  }

  /** The first working instant at or after `at`; Infinity if closed for good. */
  nextWorking(at: number): number {
    for (let instant = at; ;) {
      const closure = this.lastClosureFrom(instant);
      if (closure >= 0 && instant < this.closedTo[closure]!) instant = this.closedTo[closure]!;
      if (instant === Infinity) return Infinity;
      const next = this.nextInPattern(instant);
      if (!this.isClosed(next)) return next;
      instant = next;
    }
  }

  /** The end of the working stretch that `at` is in; `at` itself if nobody works then. */
  stretchEnd(at: number): number {
    if (!this.isWorking(at)) return at;
    const closesAt = this.closedFrom[this.lastClosureFrom(at) + 1] ?? Infinity;
    return Math.min(closesAt, this.endInPattern(at));
  }

  /**
   * The instant at which `minutes` of work (not negative) that begin at or after `from` are done: the earliest one,
   * so that work which fills a day is done when the day ends. For no work at all it is `from`. Infinity if never.
   */
  after(from: number, minutes: number): number {
    if (minutes === 0) return from;
    const start = this.nextWorking(from);
    if (start === Infinity) return Infinity;
    const roomNow = this.stretchEnd(start) - start;
    if (minutes <= roomNow) return start + minutes;
    const target = this.worked(start) + minutes;
    // Closures before the answer have lost a known amount: find the gap between two of them that holds the answer.
    let low = this.lastClosureFrom(start);
    let high = this.closedFrom.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.worked(this.closedFrom[middle]!) < target) low = middle;
      else high = middle - 1;
    }
    const lost = low < 0 ? 0 : this.lostUpTo[low]!;
    return this.closedTo[low] === Infinity ? Infinity : this.whenPatternHasWorked(target + lost);
  }

  /** Working minutes in `[from, to)`, where `from <= to`. */
  between(from: number, to: number): number {
    if (to <= from) return 0;
    if (to <= this.stretchEnd(from)) return to - from;
    return Math.max(0, this.worked(to) - this.worked(from));
  }

  /** Working minutes in `[0, at)`. */
  worked(at: number): number {
    const closure = this.lastClosureFrom(at);
    if (closure < 0) return this.workedInPattern(at);
    const closedTo = this.closedTo[closure]!;
    if (at >= closedTo) return this.workedInPattern(at) - this.lostUpTo[closure]!;
    const lostBefore = closure === 0 ? 0 : this.lostUpTo[closure - 1]!;
    return this.workedInPattern(this.closedFrom[closure]!) - lostBefore;
  }

  private close({ from, to }: Interval): void {
    if (!(from <= to)) throw new RangeError(`a closure cannot end at ${to} before it begins at ${from}`);
    const last = this.closedFrom.length - 1;
    const joins = last >= 0 && from <= this.closedTo[last]!;
    const at = joins ? last : last + 1;
    if (!joins) this.closedFrom[at] = from;
    this.closedTo[at] = joins ? Math.max(this.closedTo[last]!, to) : to;
    const lostBefore = at === 0 ? 0 : this.lostUpTo[at - 1]!;
    const lost = this.workedInPattern(this.closedTo[at]) - this.workedInPattern(this.closedFrom[at]!);
    this.lostUpTo[at] = lostBefore + lost;
  }

  /** Whether a closure covers an instant. */
  isClosed(at: number): boolean {
    const closure = this.lastClosureFrom(at);
    return closure >= 0 && at < this.closedTo[closure]!;
  }

  /** Index of the last closure that has begun at `at`, -1 if none has. */
  private lastClosureFrom(at: number): number {
    if (this.closedFrom.length === 0) return -1;
    let low = 0;
    let high = this.closedFrom.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.closedFrom[middle]! <= at) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  /** Index of the first interval of the pattern that ends after a minute of the period; their number if none does. */
  private intervalAt(minute: number): number {
    let low = 0;
    let high = this.tos.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.tos[middle]! <= minute) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private workedInPattern(at: number): number {
    if (at === Infinity) return Infinity;
    const periods = Math.floor(at / this.period);
    const minute = at - periods * this.period;
    const i = this.intervalAt(minute);
    if (i === this.tos.length) return (periods + 1) * this.minutesPerPeriod;
    return periods * this.minutesPerPeriod + this.before[i]! + Math.max(0, minute - this.froms[i]!);
  }

  private nextInPattern(at: number): number {
    const start = Math.floor(at / this.period) * this.period;
    const i = this.intervalAt(at - start);
    if (i === this.tos.length) return start + this.period + this.froms[0]!;
    return Math.max(at, start + this.froms[i]!);
  }

  /** The end of the pattern's stretch at a working instant: intervals that touch across periods are one. */
  private endInPattern(at: number): number {
    if (this.minutesPerPeriod === this.period) return Infinity;
    const start = Math.floor(at / this.period) * this.period;
    const end = this.tos[this.intervalAt(at - start)]!;
    const runsOn = end === this.period && this.froms[0] === 0;
    return start + (runsOn ? this.period + this.tos[0]! : end);
  }

  /** The earliest instant by which the pattern, closures aside, has worked a total of `minutes` (above 0). */
  private whenPatternHasWorked(minutes: number): number {
    const periods = Math.max(0, Math.ceil((minutes - ROUNDING) / this.minutesPerPeriod) - 1);
    const rest = minutes - periods * this.minutesPerPeriod;
    let i = this.before.length - 1;
    // What rounding alone would carry into the next interval is done at the end of this one.
    while (i > 0 && this.before[i]! >= rest - ROUNDING) i--;
    return periods * this.period + Math.min(this.tos[i]!, this.froms[i]! + (rest - this.before[i]!));
  }
}

/** The intervals of a pattern, those that touch made one. Throws a RangeError if they are not in order. */
function joined({ period, intervals }: WorkingPattern): Interval[] {
  const result: { from: number; to: number }[] = [];
  for (const { from, to } of intervals) {
    const last = result.at(-1);
    if (!(from >= (last?.to ?? 0) && to > from && to <= period)) {
      throw new RangeError(
        `working interval ${from} to ${to} is empty, out of order or outside 0 to ${period}`,
      );
    }
    if (last?.to === from) last.to = to;
    else result.push({ from, to });
  }
  if (result.length === 0) throw new RangeError('a working pattern needs at least one interval');
  return result;
}
