import type { Simulation } from '../../engine/simulation.ts';
import type { Scenario } from '../../scenario/schema/scenario.ts';
import { MINUTES_PER_DAY, MINUTES_PER_WEEK } from '../../time/working-time.ts';
import type { Charter } from '../charter.ts';
import { timeUseOf } from '../observer.ts';
import { Appointment } from '../people/appointment.ts';
import type { FieldSeat, Staff } from '../people/staff.ts';
import { Task } from '../people/task.ts';
import type { ActivityBook, TimedActivity } from './activity-book.ts';

const WORKING_DAYS = 5;

export interface AdministrationOptions {
  readonly simulation: Simulation;
  readonly scenario: Scenario;
  readonly charter: Charter;
  readonly staff: Staff;
  readonly activities: ActivityBook;
}

/** What recurs for each salesperson, whatever is sold: reporting, own paperwork, the weekly meeting. */
export class Administration {
  private readonly options: AdministrationOptions;
  /** Weeks, from the first on, whose meetings are in the calendars. */
  private weeksEntered = 0;

  constructor(options: AdministrationOptions) {
    this.options = options;
    options.staff.seatsOf('salesperson').watch({ onOpened: (seat) => this.enterComingMeetings(seat) });
  }

  /** Everything recurs from the first week on. */
  start(): void {
    const { simulation } = this.options;
    const weeksAhead = Math.ceil(this.options.scenario.booking.horizon / MINUTES_PER_WEEK) + 1;
    for (let week = 0; week <= weeksAhead; week++) this.enterMeetings(week);
    simulation.schedule(MINUTES_PER_WEEK, this.onWeekBegun, weeksAhead + 1);
    this.onDayBegun(0);
  }

  /** The weekly meeting has to be in the calendars before anything else is booked for that week. */
  private readonly onWeekBegun = (weekToEnter: number): void => {
    const { simulation } = this.options;
    this.enterMeetings(weekToEnter);
    simulation.schedule(simulation.now + MINUTES_PER_WEEK, this.onWeekBegun, weekToEnter + 1);
  };

  private enterMeetings(week: number): void {
    for (const salesperson of this.options.staff.salespeople) this.enterMeeting(week, salesperson);
    this.weeksEntered = week + 1;
  }

  private enterMeeting(week: number, { agenda, person }: FieldSeat): void {
    const wanted = this.options.activities.of('internal-meeting').minutes(week);
    const monday = week * (MINUTES_PER_WEEK / MINUTES_PER_DAY);
    const { days, workingTime } = person.shift;
    if (wanted === 0 || days.isOff(monday)) return;
    const timeUse = timeUseOf('internal-meeting');
    const start = days.startOf(monday);
    // At lunch it is over, whatever is left to be said.
    const minutes = Math.min(wanted, workingTime.stretchEnd(start) - start);
    agenda.add(new Appointment({ start, minutes, place: agenda.base, timeUse, people: [person] }));
  }

  /** Somebody new comes to the meetings that have been agreed already. */
  private enterComingMeetings(salesperson: FieldSeat): void {
    const thisWeek = Math.floor(this.options.simulation.now / MINUTES_PER_WEEK);
    const first = this.options.simulation.now === thisWeek * MINUTES_PER_WEEK ? thisWeek : thisWeek + 1;
    for (let week = first; week < this.weeksEntered; week++) this.enterMeeting(week, salesperson);
  }

  private readonly onDayBegun = (day: number): void => {
    const { simulation, staff } = this.options;
    for (const salesperson of staff.salespeople) {
      if (salesperson.person.shift.days.isOff(day)) continue;
      this.addShare('reporting', salesperson, day);
      this.addShare('own-administration', salesperson, day);
    }
    simulation.schedule((day + 1) * MINUTES_PER_DAY, this.onDayBegun, day + 1);
  };

  /** A day's share of what a week brings. */
  private addShare(
    activity: TimedActivity & ('reporting' | 'own-administration'),
    salesperson: FieldSeat,
    day: number,
  ): void {
    const { activities, staff, charter } = this.options;
    const { kind, minutes } = activities.of(activity);
    const { assignments } = charter.of(salesperson.index);
    const role = activity === 'reporting' ? assignments.reporting : 'salesperson';
    const share = minutes(salesperson.index, day) / WORKING_DAYS;
    if (share === 0) return;
    staff.queueFor(role, salesperson.index).add(new Task({ kind, minutes: share, onDone: () => undefined }));
  }
}
