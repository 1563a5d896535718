import { TIME_USES, TRAVEL, type PersonId } from '../../sim/model/observer.ts';
import { ROLES } from '../../sim/scenario/schema/ids.ts';
import type { Scenario } from '../../sim/scenario/schema/scenario.ts';
import type { Interval } from '../../sim/time/working-time.ts';

/** Nobody works before being hired, after having left, or while absent; nobody is hired for a seat that is not vacant. */
export class EmploymentAudit {
  private readonly scenario: Scenario;
  private readonly fault: (text: string) => void;
  /** Seats that are vacant, and since when; seats that were filled during the run. */
  private readonly leftAt = new Map<string, number>();
  private readonly joined = new Set<string>();
  private readonly absences = new Map<string, Interval>();

  constructor(scenario: Scenario, fault: (text: string) => void) {
    this.scenario = scenario;
    this.fault = fault;
  }

  onTimeSpent(person: PersonId, use: number, from: number): void {
    // Who travels when it begins gets home first.
    if (use === TRAVEL) return;
    const name = nameOf(person);
    const doing = `is at ${TIME_USES[use]!}`;
    if (!this.isEmployed(person) && !(from < this.leftAt.get(name)!)) {
      this.fault(`${name} ${doing} without being employed, at ${from}`);
    }
    const absence = this.absences.get(name);
    if (absence !== undefined && from >= absence.from && from < absence.to) {
      this.fault(`${name} ${doing} while absent, at ${from}`);
    }
  }

  onEmployed(person: PersonId, at: number): void {
    const name = nameOf(person);
    if (this.isEmployed(person)) this.fault(`${name} is employed twice, at ${at}`);
    this.leftAt.delete(name);
    this.joined.add(name);
  }

  onLeft(person: PersonId, at: number): void {
    const name = nameOf(person);
    if (!this.isEmployed(person)) this.fault(`${name} leaves without being there, at ${at}`);
    this.leftAt.set(name, at);
  }

  onHired(person: PersonId, at: number): void {
    if (this.isEmployed(person)) this.fault(`somebody is hired for a seat that is not vacant, at ${at}`);
  }

  onAbsent(person: PersonId, absence: Interval): void {
    const name = nameOf(person);
    const { from, to } = absence;
    if (!(from < to)) this.fault(`${name} is absent from ${from} to ${to}`);
    if (from < (this.absences.get(name)?.to ?? 0)) this.fault(`${name} is absent twice, at ${from}`);
    this.absences.set(name, absence);
  }

  private isEmployed(person: PersonId): boolean {
    const name = nameOf(person);
    if (this.leftAt.has(name)) return false;
    return (
      this.joined.has(name) || person.index < this.scenario.organisation.roles[ROLES[person.role]!].heads
    );
  }
}

function nameOf({ role, index }: PersonId): string {
  return `${ROLES[role]!} ${index}`;
}
