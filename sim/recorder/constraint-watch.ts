import { MINUTES_PER_WEEK, type WorkingTime } from '../time/working-time.ts';

/** A group of people that could be the constraint. */
interface Group {
  readonly role: number;
  heads: number;
  /** People with room for more work. */
  available: number;
  /** Since when nobody has had any; undefined while somebody has. */
  activeSince: number | undefined;
  /** Minutes as momentary constraint, shape [week]. */
  readonly minutes: Float64Array;
}

/**
 * Watches for the momentary constraint by the active period method (Roser, Nakano and Tanaka 2002, "Shifting
 * bottleneck detection", WSC): a group is active while none of its members has room for more work; of the groups
 * that are active at an instant the one that has been so longest is the constraint. If none is, the market is.
 * Time counts within office hours.
 */
export class ConstraintWatch {
  private readonly groups: Group[];
  private readonly byRole: (Group | undefined)[];
  private readonly minutesOf: (group: number | 'market') => Float64Array;
  private readonly marketMinutes: Float64Array;
  private readonly officeHours: WorkingTime;
  private momentary: Group | undefined = undefined;
  private since = 0;

  constructor(of: {
    /** People in each role that has any: [role, heads]. */
    readonly heads: ReadonlyMap<number, number>;
    readonly officeHours: WorkingTime;
    readonly minutesOf: (group: number | 'market') => Float64Array;
  }) {
    this.minutesOf = of.minutesOf;
    this.groups = [...of.heads].map(([role, heads]) => this.group(role, heads));
    const most = Math.max(-1, ...of.heads.keys());
    this.byRole = Array.from({ length: most + 1 }, (_, role) =>
      this.groups.find((group) => group.role === role),
    );
    this.marketMinutes = of.minutesOf('market');
    this.officeHours = of.officeHours;
  }

  onAvailable(role: number, at: number): void {
    const group = this.byRole[role];
    if (group === undefined || group.available++ > 0) return;
    group.activeSince = undefined;
    if (this.momentary === group) this.shift(at);
  }

  onEngaged(role: number, at: number): void {
    const group = this.byRole[role];
    if (group === undefined || --group.available > 0 || group.heads === 0) return;
    group.activeSince = at;
    if (this.momentary === undefined) this.shift(at);
  }

  /** One head more, who has no room yet. */
  onEmployed(role: number, at: number): void {
    let group = this.byRole[role];
    if (group === undefined) {
      group = this.group(role, 0);
      this.groups.push(group);
      this.byRole[role] = group;
    }
    if (group.heads++ > 0) return;
    group.activeSince = at;
    if (this.momentary === undefined) this.shift(at);
  }

  /** One head less, who had no room any more. Where there is nobody, nobody is the constraint. */
  onLeft(role: number, at: number): void {
    const group = this.byRole[role]!;
    if (--group.heads > 0) return;
    group.activeSince = undefined;
    if (this.momentary === group) this.shift(at);
  }

  /** Accounts for the time up to an instant. */
  finish(at: number): void {
    this.account(at);
  }

  /** The constraint has changed hands: to the group that has been active longest. */
  private shift(at: number): void {
    this.account(at);
    let longest: Group | undefined;
    for (const group of this.groups) {
      if (group.activeSince === undefined) continue;
      if (longest === undefined || group.activeSince < longest.activeSince!) longest = group;
    }
    this.momentary = longest;
  }

  private group(role: number, heads: number): Group {
    return { role, heads, available: heads, activeSince: undefined, minutes: this.minutesOf(role) };
  }

  private account(at: number): void {
    const minutes = this.momentary?.minutes ?? this.marketMinutes;
    let week = Math.floor(this.since / MINUTES_PER_WEEK);
    for (let from = this.since; from < at && week < minutes.length; week++) {
      const to = Math.min(at, (week + 1) * MINUTES_PER_WEEK);
      minutes[week]! += this.officeHours.between(from, to);
      from = to;
    }
    this.since = at;
  }
}
