import type { PersonId } from '../model/observer.ts';
import { ROLES, type Role } from '../scenario/schema/ids.ts';
import type { Scenario } from '../scenario/schema/scenario.ts';
import { MINUTES_PER_WEEK, WorkingTime, type Interval } from '../time/working-time.ts';
import type { Recording } from './recording.ts';
import { addOverWeeks, weekOf } from './weekly-level.ts';

/** A seat that is not as it was on the first day: filled when it was not, or not filled when it was. */
interface Change {
  readonly person: PersonId;
  readonly since: number;
  readonly heads: 1 | -1;
}

/**
 * How far the people employed differ from those of the first day: heads times minutes under `heads-change.<role>`,
 * paid working minutes under `paid-change.<role>`, for each week; nothing while all are as on the first day.
 */
export class Employment {
  private readonly recording: Recording;
  private readonly scenario: Scenario;
  private readonly changes = new Map<string, Change>();

  constructor(recording: Recording, scenario: Scenario) {
    this.recording = recording;
    this.scenario = scenario;
  }

  /** A seat has been filled (+1) or has become vacant (-1). */
  onChange(person: PersonId, heads: 1 | -1, at: number): void {
    const key = `${person.role}/${person.index}`;
    const change = this.changes.get(key);
    if (change === undefined) {
      this.changes.set(key, { person, since: at, heads });
    } else {
      this.add(change, at);
      this.changes.delete(key);
    }
  }

  /** Somebody has been hired; told under `hires.<role>` and, the money, under `hiring.cost`. */
  onHired({ role }: PersonId, cost: number, at: number): void {
    const week = weekOf(at);
    this.recording.of(`hires.${ROLES[role]!}`)[week]!++;
    this.recording.of('hiring.cost')[week]! += cost;
  }

  /** Somebody is absent; paid nevertheless. Working minutes lost are kept under `absent.<reason>.<role>`. */
  onAbsent(person: PersonId, reason: 'planned' | 'sick', { from, to }: Interval): void {
    const role = ROLES[person.role]!;
    const sums = this.recording.of(`absent.${reason}.${role}`);
    addWorkingMinutes(sums, this.hoursOf(role, person.index), { from, to, rate: 1 });
  }

  /** Accounts for everything up to the end of the run. */
  finish(at: number): void {
    for (const [key, change] of this.changes) {
      this.add(change, at);
      this.changes.set(key, { ...change, since: at });
    }
  }

  private add({ person, since, heads }: Change, at: number): void {
    const role = ROLES[person.role]!;
    addOverWeeks(this.recording.of(`heads-change.${role}`), since, at, heads);
    addWorkingMinutes(this.recording.of(`paid-change.${role}`), this.hoursOf(role, person.index), {
      from: since,
      to: at,
      rate: heads,
    });
  }

  private hoursOf(role: Role, index: number): WorkingTime {
    const { hours } = this.scenario.organisation.roles[role];
    return new WorkingTime(hours[index % hours.length]!);
  }
}

/** Adds `rate` for each working minute of `[from, to)` to a sum for each week. */
export function addWorkingMinutes(
  sums: Float64Array,
  hours: WorkingTime,
  { from, to, rate }: { readonly from: number; readonly to: number; readonly rate: number },
): void {
  let week = weekOf(from);
  for (let start = from; start < to && week < sums.length; week++) {
    const end = Math.min(to, (week + 1) * MINUTES_PER_WEEK);
    sums[week]! += hours.between(start, end) * rate;
    start = end;
  }
}
