import { MINUTES_PER_DAY, type WorkingTime } from '../../../time/working-time.ts';
import { endOfDay, startOfDay } from './working-day.ts';

/** Part of a leader's day: `[from, to)`, minutes since the start. */
export interface HalfDay {
  readonly from: number;
  readonly to: number;
}

/**
 * Half-days of one project leader that are given away. Half-day 2 d is the first half of day d, 2 d + 1 the second:
 * before and after lunch, or the halves of a day without one.
 */
export class HalfDayPlan {
  /** Counts changes: equal versions mean that nothing has changed. */
  version = 0;
  private readonly workingTime: WorkingTime;
  private readonly taken = new Set<number>();
  /** Times looked up so far, since they are asked for again and again. */
  private readonly times = new Map<number, HalfDay | undefined>();

  constructor(workingTime: WorkingTime) {
    this.workingTime = workingTime;
  }

  /** When a half-day is; undefined on a day off. */
  timesOf(halfDay: number): HalfDay | undefined {
    if (!this.times.has(halfDay)) this.times.set(halfDay, this.lookUp(halfDay));
    return this.times.get(halfDay);
  }

  isFree(halfDay: number): boolean {
    return !this.taken.has(halfDay) && this.timesOf(halfDay) !== undefined;
  }

  take(halfDay: number): void {
    this.version++;
    this.taken.add(halfDay);
  }

  giveBack(halfDay: number): void {
    this.version++;
    this.taken.delete(halfDay);
  }

  /** The first free half-day that begins at or after an instant. */
  firstFreeFrom(at: number): number {
    for (let halfDay = 2 * Math.floor(at / MINUTES_PER_DAY); ; halfDay++) {
      if (this.isFree(halfDay) && this.timesOf(halfDay)!.from >= at) return halfDay;
    }
  }

  /** Half-days that are over are of no interest any more. */
  forgetBefore(at: number): void {
    const today = 2 * Math.floor(at / MINUTES_PER_DAY);
    for (const halfDay of this.taken) if (halfDay < today) this.taken.delete(halfDay);
    for (const halfDay of this.times.keys()) if (halfDay < today) this.times.delete(halfDay);
  }

  private lookUp(halfDay: number): HalfDay | undefined {
    const start = startOfDay(this.workingTime, Math.floor(halfDay / 2));
    if (start === undefined) return undefined;
    const end = endOfDay(this.workingTime, start);
    const stretchEnd = this.workingTime.stretchEnd(start);
    const noon = stretchEnd < end ? stretchEnd : (start + end) / 2;
    if (halfDay % 2 === 0) return { from: start, to: noon };
    return { from: this.workingTime.nextWorking(noon), to: end };
  }
}
