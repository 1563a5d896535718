import { MINUTES_PER_DAY, type WorkingTime } from '../../../time/working-time.ts';

/** The first working instant of a day; undefined on a day off. Days are counted from the start. */
export function startOfDay(workingTime: WorkingTime, day: number): number | undefined {
  const start = workingTime.nextWorking(day * MINUTES_PER_DAY);
  return start < (day + 1) * MINUTES_PER_DAY ? start : undefined;
}

/** The end of the last working stretch that begins on the day of a working instant. */
export function endOfDay(workingTime: WorkingTime, start: number): number {
  const midnight = (Math.floor(start / MINUTES_PER_DAY) + 1) * MINUTES_PER_DAY;
  for (let end = workingTime.stretchEnd(start); ;) {
    const next = workingTime.nextWorking(end);
    if (next >= midnight) return end;
    end = workingTime.stretchEnd(next);
  }
}
