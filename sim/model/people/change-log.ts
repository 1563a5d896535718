/** Changes remembered one by one; a power of two. */
const REMEMBERED = 64;

/** What changes in a plan, day by day: how often each day has, and which days did last. */
export class ChangeLog {
  /** Changes of all days. */
  total = 0;
  private readonly counts: number[] = [];
  private readonly recent = new Int32Array(REMEMBERED);

  /** Changes of a day since the start: as long as they are the same, nothing has changed. */
  on(day: number): number {
    return day < this.counts.length ? this.counts[day]! : 0;
  }

  add(day: number): void {
    while (this.counts.length <= day) this.counts.push(0);
    this.counts[day]!++;
    this.recent[this.total & (REMEMBERED - 1)] = day;
    this.total++;
  }

  /** Whether the changes from the nth on, counted from 0, can still be told. */
  remembers(nth: number): boolean {
    return this.total - nth <= REMEMBERED;
  }

  /** The day of the nth change, counted from 0, if it is remembered. */
  dayOf(nth: number): number {
    return this.recent[nth & (REMEMBERED - 1)]!;
  }
}
