import { MINUTES_PER_DAY, type WorkingTime } from './working-time.ts';

/** When the working day of one person begins and ends, by day since the start; looked up once each. */
export class WorkingDays {
  private workingTime: WorkingTime;
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];
  private readonly unbroken: boolean[] = [];

  constructor(workingTime: WorkingTime) {
    this.workingTime = workingTime;
  }

  /** The hours are others from a day on. */
  change(workingTime: WorkingTime, fromDay: number): void {
    this.workingTime = workingTime;
    this.starts.length = Math.min(this.starts.length, fromDay);
    this.ends.length = this.starts.length;
    this.unbroken.length = this.starts.length;
  }

  isOff(day: number): boolean {
    return Number.isNaN(this.startOf(day));
  }

  /** The first working instant of a day; NaN on a day off. */
  startOf(day: number): number {
    this.lookUpTo(day);
    return this.starts[day]!;
  }

  /** The end of the last working stretch that begins on a day; NaN on a day off. */
  endOf(day: number): number {
    this.lookUpTo(day);
    return this.ends[day]!;
  }

  /** Whether a day has no break: one stretch, or none on a day off. */
  isUnbroken(day: number): boolean {
    this.lookUpTo(day);
    return this.unbroken[day]!;
  }

  private lookUpTo(day: number): void {
    for (let next = this.starts.length; next <= day; next++) {
      const start = this.workingTime.nextWorking(next * MINUTES_PER_DAY);
      const isOff = start >= (next + 1) * MINUTES_PER_DAY;
      const end = isOff ? NaN : this.lastEnd(start, (next + 1) * MINUTES_PER_DAY);
      this.starts.push(isOff ? NaN : start);
      this.ends.push(end);
      this.unbroken.push(isOff || this.workingTime.stretchEnd(start) === end);
    }
  }

  private lastEnd(start: number, midnight: number): number {
    for (let end = this.workingTime.stretchEnd(start); ;) {
      const next = this.workingTime.nextWorking(end);
      if (next >= midnight) return end;
      end = this.workingTime.stretchEnd(next);
    }
  }
}
