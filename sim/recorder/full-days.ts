import { MINUTES_PER_DAY } from '../time/working-time.ts';
import type { Recording } from './recording.ts';
import { weekOf } from './weekly-level.ts';

/** Meetings that make a full day: S2, line 179. */
const FULL_DAY = 4;

/** Counts the days on which a salesperson holds four meetings or more, for each week. */
export class FullDays {
  private readonly sums: Float64Array;
  /** Of each salesperson: the last day with a meeting, and the meetings of that day. */
  private readonly days = new Map<number, { readonly day: number; meetings: number }>();

  constructor(recording: Recording) {
    this.sums = recording.of('days-with-four-meetings');
  }

  /** A salesperson has held a meeting that began at `start`; told in order of time for each of them. */
  onMeetingHeld(salesperson: number, start: number): void {
    const day = Math.floor(start / MINUTES_PER_DAY);
    const last = this.days.get(salesperson);
    if (last?.day !== day) {
      this.days.set(salesperson, { day, meetings: 1 });
    } else if (++last.meetings === FULL_DAY) {
      this.sums[weekOf(start)]!++;
    }
  }
}
