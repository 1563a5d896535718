/** Counts what changes in a plan, day by day: equal counts mean that nothing has changed. */
export class ChangeCounts {
  /** Changes of all days. */
  total = 0;
  private readonly counts: number[] = [];

  /** Changes of a day since the start. */
  on(day: number): number {
    return day < this.counts.length ? this.counts[day]! : 0;
  }

  add(day: number): void {
    while (this.counts.length <= day) this.counts.push(0);
    this.counts[day]!++;
    this.total++;
  }
}
