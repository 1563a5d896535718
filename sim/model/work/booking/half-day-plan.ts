import { MINUTES_PER_DAY } from '../../../time/working-time.ts';
import type { ChangeLog } from '../../people/change-log.ts';
import type { Shift } from '../../people/shift.ts';

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
  private readonly changes: ChangeLog;
  private readonly shift: Shift;
  private readonly taken = new Set<number>();
  /** Times looked up so far, since they are asked for again and again. */
  private readonly times = new Map<number, HalfDay | undefined>();
  private revision = 0;

  /** `changes` is told of half-days given away or back. */
  constructor(shift: Shift, changes: ChangeLog) {
    this.changes = changes;
    this.shift = shift;
  }

  /** When a half-day is; undefined on a day off. */
  timesOf(halfDay: number): HalfDay | undefined {
    if (this.revision !== this.shift.revision) {
      this.revision = this.shift.revision;
      this.times.clear();
    }
    if (!this.times.has(halfDay)) this.times.set(halfDay, this.lookUp(halfDay));
    return this.times.get(halfDay);
  }

  isFree(halfDay: number): boolean {
    return !this.taken.has(halfDay) && this.timesOf(halfDay) !== undefined;
  }

  take(halfDay: number): void {
    this.changes.add(halfDay >> 1);
    this.taken.add(halfDay);
  }

  giveBack(halfDay: number): void {
    this.changes.add(halfDay >> 1);
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
    const { days, workingTime } = this.shift;
    const day = halfDay >> 1;
    if (days.isOff(day)) return undefined;
    const [start, end] = [days.startOf(day), days.endOf(day)];
    const stretchEnd = workingTime.stretchEnd(start);
    const noon = stretchEnd < end ? stretchEnd : (start + end) / 2;
    if (halfDay % 2 === 0) return { from: start, to: noon };
    return { from: workingTime.nextWorking(noon), to: end };
  }
}
