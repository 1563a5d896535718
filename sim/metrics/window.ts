import type { Recording } from '../recorder/recording.ts';
import { hoursPaidOf } from '../scenario/arithmetic/offered-load.ts';
import { transitionCost } from '../scenario/arithmetic/transition-cost.ts';
import { ROLES, type Role } from '../scenario/schema/ids.ts';
import type { Scenario } from '../scenario/schema/scenario.ts';
import { MINUTES_PER_DAY, MINUTES_PER_WEEK } from '../time/working-time.ts';

/** Weeks in a Gregorian year. */
export const WEEKS_PER_YEAR = 365.2425 / 7;

/** What of the firm a metric refers to: heads and paid time of the first day, prices. The same in every replication. */
export class Firm {
  readonly scenario: Scenario;
  private readonly paid: ReadonlyMap<Role, number>;

  constructor(scenario: Scenario) {
    this.scenario = scenario;
    this.paid = new Map(ROLES.map((role) => [role, 60 * hoursPaidOf(scenario, role)]));
  }

  heads(role: Role): number {
    return this.scenario.organisation.roles[role].heads;
  }

  /** Days of a week on which one head of a role works, mean over the patterns over which heads rotate. */
  daysWorked(role: Role): number {
    const { hours } = this.scenario.organisation.roles[role];
    const days = hours.map(
      ({ intervals }) => new Set(intervals.map(({ from }) => Math.floor(from / MINUTES_PER_DAY))).size,
    );
    return days.reduce((sum, count) => sum + count, 0) / days.length;
  }

  /** Paid working minutes of all heads of a role in a week. */
  paidMinutes(role: Role): number {
    return this.paid.get(role)!;
  }
}

/** Weeks `from` to before `to` of one recording. */
export class Window {
  readonly weeks: number;
  readonly firm: Firm;
  private readonly recording: Recording;
  private readonly from: number;
  private readonly to: number;

  constructor(recording: Recording, firm: Firm, from: number, to: number) {
    this.recording = recording;
    this.firm = firm;
    this.from = from;
    this.to = to;
    this.weeks = to - from;
  }

  /** Total of one or more names. */
  total(...names: readonly string[]): number {
    let total = 0;
    for (const name of names) total += this.recording.total(name, this.from, this.to);
    return total;
  }

  /** Total of one or more names for a week. */
  perWeek(...names: readonly string[]): number {
    return this.total(...names) / this.weeks;
  }

  /** What the plan of change costs, beside salaries, at the rate of a year. */
  transitionCost(): number {
    const cost = transitionCost(this.firm.scenario, this.from, this.to);
    return (cost / this.weeks) * WEEKS_PER_YEAR;
  }

  /** Time average of a level. */
  average(name: string): number {
    return this.total(name) / (this.weeks * MINUTES_PER_WEEK);
  }

  /** People employed in a role, time average; absent ones included, vacant seats not. */
  heads(role: Role): number {
    return this.firm.heads(role) + this.average(`heads-change.${role}`);
  }

  /** Paid working minutes of everybody employed in a role, for a week. */
  paidMinutes(role: Role): number {
    return this.firm.paidMinutes(role) + this.perWeek(`paid-change.${role}`);
  }

  /** Those of them that are lost to absence, for a week. */
  absentMinutes(role: Role): number {
    return this.perWeek(`absent.planned.${role}`, `absent.sick.${role}`);
  }

  /** Paid working minutes in which people are there, for a week. */
  presentMinutes(role: Role): number {
    return this.paidMinutes(role) - this.absentMinutes(role);
  }

  /** Salaries of a year of everybody employed, without burden. */
  payroll(): number {
    const { roles } = this.firm.scenario.organisation;
    return ROLES.reduce((sum, role) => sum + this.heads(role) * roles[role].salary, 0);
  }

  /** A total over another; undefined if there is nothing to divide by. */
  ratio(numerator: number, denominator: number): number | undefined {
    return denominator === 0 ? undefined : numerator / denominator;
  }

  /** The weeks from the end of the warm-up to the end of this window; undefined if it ends before that. */
  sinceWarmUp(): Window | undefined {
    const { warmUp } = this.firm.scenario.run;
    return this.to <= warmUp ? undefined : new Window(this.recording, this.firm, warmUp, this.to);
  }

  /** Each week of it as a window of its own. */
  byWeek(): Window[] {
    return Array.from(
      { length: this.weeks },
      (_, i) => new Window(this.recording, this.firm, this.from + i, this.from + i + 1),
    );
  }
}
