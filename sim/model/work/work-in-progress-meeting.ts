import type { Simulation } from '../../engine/simulation.ts';
import { MINUTES_PER_DAY } from '../../time/working-time.ts';
import type { Charter } from '../charter.ts';
import { Appointment } from '../people/appointment.ts';
import type { ServiceSite } from '../people/service-sites.ts';
import type { Staff } from '../people/staff.ts';
import type { ActivityBook } from './activity-book.ts';
import type { Works } from './works.ts';

export interface WorkInProgressMeetingOptions {
  readonly simulation: Simulation;
  readonly charter: Charter;
  readonly staff: { readonly service: Pick<Staff['service'], 'sites'> };
  readonly activities: ActivityBook;
  readonly works: Pick<Works, 'expedite'>;
}

/**
 * The daily or twice-daily meeting of customer service, site by site: all representatives leave what they are at and
 * attend. What has waited longest goes to the front then, and so do the jobs that are promised for the earliest date.
 */
export class WorkInProgressMeeting {
  private readonly options: WorkInProgressMeetingOptions;
  private isHeldDaily = false;

  constructor(options: WorkInProgressMeetingOptions) {
    this.options = options;
  }

  /** Meetings from the first day on, or from the day after the organisation introduces them. */
  start(): void {
    const { charter } = this.options;
    charter.tell(this.onAmended);
    this.isHeldDaily = charter.firm.customerService.meeting.perDay > 0;
    if (this.isHeldDaily) this.onDayBegun(0);
  }

  private readonly onAmended = (): void => {
    const { simulation, charter } = this.options;
    if (this.isHeldDaily || charter.firm.customerService.meeting.perDay === 0) return;
    this.isHeldDaily = true;
    const tomorrow = Math.floor(simulation.now / MINUTES_PER_DAY) + 1;
    simulation.schedule(tomorrow * MINUTES_PER_DAY, this.onDayBegun, tomorrow);
  };

  private readonly onDayBegun = (day: number): void => {
    const { simulation, charter, staff } = this.options;
    const { perDay, first, second } = charter.firm.customerService.meeting;
    this.isHeldDaily = perDay > 0;
    if (!this.isHeldDaily) return;
    [first, second].slice(0, perDay).forEach((at, nth) => {
      for (const site of staff.service.sites) this.enter(site, day, { at, nth });
    });
    simulation.schedule((day + 1) * MINUTES_PER_DAY, this.onDayBegun, day + 1);
  };

  private enter({ open, queue }: ServiceSite, day: number, { at, nth }: { at: number; nth: number }): void {
    const { simulation, charter, activities, works } = this.options;
    const present = open.filter(({ person }) => !person.shift.days.isOff(day));
    const { kind, minutes } = activities.of('work-in-progress-meeting');
    const lasts = minutes(day, nth);
    if (present.length === 0 || lasts === 0) return;
    const start = day * MINUTES_PER_DAY + at;
    for (const { person, agenda } of present) {
      const { base: place } = agenda!;
      const { timeUse } = kind;
      agenda!.add(new Appointment({ start, minutes: lasts, place, timeUse, people: [person] }));
    }
    const onHeld = (): void => {
      const { cases, jobs } = charter.firm.customerService.meeting;
      queue.expedite(cases, 'age');
      works.expedite(jobs);
    };
    // Before they leave it, so that they go on with what was expedited.
    simulation.schedule(start + lasts, onHeld, undefined);
  }
}
