/**
 * What was recorded of one run: named sums, one number for each week. Names are kebab-case, the parts of a family
 * after a dot: `meetings-held.closing`. Its size depends on the number of weeks, never on the number of events.
 */
export class Recording {
  readonly weeks: number;
  private readonly sums = new Map<string, Float64Array>();

  constructor(weeks: number) {
    this.weeks = weeks;
  }

  /** The sums of a name, shape [week]; all 0 if nothing has been recorded under it. */
  of(name: string): Float64Array {
    let sums = this.sums.get(name);
    if (sums === undefined) this.sums.set(name, (sums = new Float64Array(this.weeks)));
    return sums;
  }

  /** The sums of every member of a family, by member. */
  family<const Member extends string>(
    name: string,
    members: readonly Member[],
  ): Record<Member, Float64Array> {
    return Object.fromEntries(members.map((member) => [member, this.of(`${name}.${member}`)])) as Record<
      Member,
      Float64Array
    >;
  }

  /** Total of a name over weeks `from` to before `to`. */
  total(name: string, from: number, to: number): number {
    const sums = this.sums.get(name);
    let total = 0;
    if (sums !== undefined) for (let week = from; week < to; week++) total += sums[week]!;
    return total;
  }

  /** Names under which something has been recorded. */
  names(): readonly string[] {
    return [...this.sums.keys()];
  }
}
