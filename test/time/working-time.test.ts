import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ALWAYS, WorkingTime, type Interval, type WorkingPattern } from '../../sim/time/working-time.ts';

const HOUR = 60;
const DAY = 24 * HOUR;
/** Monday to Friday 8 to 12 and 13 to 17. */
const OFFICE: WorkingPattern = {
  period: 7 * DAY,
  intervals: [0, 1, 2, 3, 4].flatMap((day) => [
    { from: day * DAY + 8 * HOUR, to: day * DAY + 12 * HOUR },
    { from: day * DAY + 13 * HOUR, to: day * DAY + 17 * HOUR },
  ]),
};

/** The slow reference: asks of every minute whether it is worked. Whole minutes only. */
class MinuteByMinute {
  private readonly pattern: WorkingPattern;
  private readonly closures: readonly Interval[];
  constructor(pattern: WorkingPattern, closures: readonly Interval[]) {
    this.pattern = pattern;
    this.closures = closures;
  }
  isWorking(minute: number): boolean {
    const inPeriod = minute % this.pattern.period;
    const within = ({ from, to }: Interval, at: number) => from <= at && at < to;
    return (
      this.pattern.intervals.some((interval) => within(interval, inPeriod)) &&
      !this.closures.some((closure) => within(closure, minute))
    );
  }
  nextWorking(at: number): number {
    let minute = at;
    while (!this.isWorking(minute)) minute++;
    return minute;
  }
  after(from: number, minutes: number): number {
    let minute = from;
    for (let left = minutes; left > 0; minute++) if (this.isWorking(minute)) left--;
    return minute;
  }
  between(from: number, to: number): number {
    let sum = 0;
    for (let minute = from; minute < to; minute++) if (this.isWorking(minute)) sum++;
    return sum;
  }
  stretchEnd(at: number): number {
    let minute = at;
    while (this.isWorking(minute) && minute < at + 5 * this.pattern.period) minute++;
    return minute;
  }
}

const patterns: fc.Arbitrary<WorkingPattern> = fc
  .tuple(
    fc.integer({ min: 20, max: 300 }),
    fc.uniqueArray(fc.integer({ min: 0, max: 300 }), { maxLength: 8 }),
  )
  .map(([period, cuts]) => {
    const edges = cuts.filter((cut) => cut <= period).sort((a, b) => a - b);
    const intervals: Interval[] = [];
    for (let i = 0; i + 1 < edges.length; i += 2) intervals.push({ from: edges[i]!, to: edges[i + 1]! });
    if (intervals.length === 0) intervals.push({ from: 3, to: 11 });
    return { period, intervals };
  });
const closures = fc.array(
  fc
    .tuple(fc.integer({ min: 0, max: 2000 }), fc.integer({ min: 0, max: 200 }))
    .map(([from, length]) => ({ from, to: from + length })),
  { maxLength: 5 },
);

describe('working time', () => {
  it('agrees with a minute-by-minute reference for any pattern and closures', () => {
    const cases = fc.tuple(
      patterns,
      closures,
      fc.integer({ min: 0, max: 2500 }),
      fc.integer({ min: 0, max: 900 }),
    );
    fc.assert(
      fc.property(cases, ([pattern, closed, at, length]) => {
        const time = new WorkingTime(pattern, closed);
        const slow = new MinuteByMinute(pattern, closed);
        expect(time.isWorking(at)).toBe(slow.isWorking(at));
        expect(time.nextWorking(at)).toBe(slow.nextWorking(at));
        expect(time.after(at, length)).toBe(slow.after(at, length));
        expect(time.between(at, at + length)).toBe(slow.between(at, at + length));
        expect(time.worked(at)).toBe(slow.between(0, at));
        if (time.stretchEnd(at) < Infinity) expect(time.stretchEnd(at)).toBe(slow.stretchEnd(at));
      }),
      { seed: 3, numRuns: 3000 },
    );
  });

  it('is consistent for fractions of minutes: what after adds, between finds', () => {
    const times = fc.double({ min: 0, max: 1e6, noNaN: true });
    const time = new WorkingTime(OFFICE, [{ from: 3 * DAY, to: 12 * DAY }]);
    fc.assert(
      fc.property(times, fc.double({ min: 0.001, max: 1e5, noNaN: true }), (at, minutes) => {
        const end = time.after(at, minutes);
        expect(time.between(at, end)).toBeCloseTo(minutes, 5);
        expect(time.between(at, end - 0.0009)).toBeLessThan(minutes);
      }),
      { seed: 4, numRuns: 2000 },
    );
  });

  it('ends work that fills the day when the day ends, not the next morning', () => {
    const time = new WorkingTime(OFFICE);
    expect(time.after(8 * HOUR, 480)).toBe(17 * HOUR);
    expect(time.after(8 * HOUR, 480.5)).toBe(DAY + 8 * HOUR + 0.5);
    expect(time.after(4 * DAY + 8 * HOUR, 2400)).toBe(10 * DAY + 17 * HOUR);
  });

  it('skips lunch, weekend, holiday and absence', () => {
    const holiday = { from: 7 * DAY, to: 8 * DAY };
    const sick = { from: 8 * DAY, to: 8 * DAY + 12 * HOUR };
    const time = new WorkingTime(OFFICE, [sick, holiday]);
    const fridayAtFour = 4 * DAY + 16 * HOUR;
    expect(time.after(fridayAtFour, 90)).toBe(8 * DAY + 13 * HOUR + 30);
    expect(time.nextWorking(4 * DAY + 17 * HOUR)).toBe(8 * DAY + 13 * HOUR);
    expect(time.stretchEnd(fridayAtFour)).toBe(4 * DAY + 17 * HOUR);
    expect(time.nextWorking(12.5 * HOUR)).toBe(13 * HOUR);
  });

  it('knows a pattern without rest and a closure without end', () => {
    expect(new WorkingTime(ALWAYS).stretchEnd(5)).toBe(Infinity);
    expect(new WorkingTime(ALWAYS).after(5, 1e6)).toBe(5 + 1e6);
    const gone = new WorkingTime(OFFICE, [{ from: 10 * HOUR, to: Infinity }]);
    expect(gone.after(8 * HOUR, 120)).toBe(10 * HOUR);
    expect(gone.after(8 * HOUR, 121)).toBe(Infinity);
    expect(gone.nextWorking(11 * HOUR)).toBe(Infinity);
  });

  it('refuses patterns that are empty or out of order', () => {
    const build = (intervals: Interval[]) => () => new WorkingTime({ period: 100, intervals });
    expect(build([])).toThrow(RangeError);
    expect(build([{ from: 10, to: 10 }])).toThrow(RangeError);
    expect(
      build([
        { from: 20, to: 30 },
        { from: 25, to: 40 },
      ]),
    ).toThrow(RangeError);
    expect(build([{ from: 90, to: 101 }])).toThrow(RangeError);
  });
});
