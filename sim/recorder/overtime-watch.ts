import type { PersonId } from '../model/observer.ts';
import { ROLES } from '../scenario/schema/ids.ts';
import type { Scenario } from '../scenario/schema/scenario.ts';
import { WorkingTime } from '../time/working-time.ts';
import type { Recording } from './recording.ts';
import { weekOf } from './weekly-level.ts';

/** Adds up what customer service works outside its hours. */
export class OvertimeWatch {
  private readonly minutes: Float64Array;
  private readonly hours: readonly WorkingTime[];
  private readonly role = ROLES.indexOf('customer-service');

  private constructor(scenario: Scenario, recording: Recording) {
    this.minutes = recording.of('overtime.customer-service');
    this.hours = scenario.organisation.roles['customer-service'].hours.map(
      (pattern) => new WorkingTime(pattern),
    );
  }

  /** Nothing to watch where no overtime is worked. */
  static of(scenario: Scenario, recording: Recording): OvertimeWatch | undefined {
    if (scenario.organisation.customerService.overtime === 0) return undefined;
    return new OvertimeWatch(scenario, recording);
  }

  onTimeSpent({ role, index }: PersonId, from: number, to: number): void {
    if (role !== this.role) return;
    const inHours = this.hours[index % this.hours.length]!.between(from, to);
    const week = weekOf(from);
    if (week < this.minutes.length) this.minutes[week]! += Math.max(0, to - from - inHours);
  }
}
