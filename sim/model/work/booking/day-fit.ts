import type { FieldSeat } from '../../people/staff.ts';

/** How a meeting fits into one day best: found once, good until the day changes. */
export class DayFit {
  /** Days since the start; -1 before it was first looked at. */
  day = -1;
  /** Changes of the day when it was looked at. */
  changes = -1;
  /** Minutes of travel that the meeting adds to the day; Infinity if it does not fit. */
  addedTravel = Infinity;
  /** Minutes since the start. */
  start = Infinity;
  /** Whether the day has an appointment with a customer already. */
  isDayInUse = false;
  leader: FieldSeat | undefined = undefined;
  /** Whether the leader comes the evening before and stays for the whole day, because the way is too long. */
  isLeaderAway = false;
  /** The first of the half-days that the leader plans, and how many; 0 without a leader. */
  firstHalfDay = 0;
  halfDays = 0;

  clear(day: number, changes: number): void {
    this.day = day;
    this.changes = changes;
    this.addedTravel = Infinity;
    this.isDayInUse = false;
    this.leader = undefined;
    this.isLeaderAway = false;
    this.firstHalfDay = 0;
    this.halfDays = 0;
  }
}
