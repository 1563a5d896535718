import type { Simulation } from '../../engine/simulation.ts';
import { MINUTES_PER_DAY, type Interval } from '../../time/working-time.ts';
import type { Observer } from '../observer.ts';
import type { Charter } from '../charter.ts';
import type { Appointment } from '../people/appointment.ts';
import { ChangeLog } from '../people/change-log.ts';
import type { FieldSeat, Staff } from '../people/staff.ts';
import { Task, type TaskKind } from '../people/task.ts';
import type { Subject } from '../subject.ts';
import { HalfDayPlan } from './booking/half-day-plan.ts';

/** A half-day of a leader's calendar that is given to an engagement. */
export interface PlannedHalfDay {
  readonly leader: FieldSeat;
  readonly halfDay: number;
  readonly kind: TaskKind;
  /** The engagement; undefined for what is done for none. */
  readonly about: Subject | undefined;
  /** Minutes of work in it, beside a meeting and the way there and back. */
  readonly minutes: number;
  readonly onDone: () => void;
  /** When it begins; minutes since the start. */
  readonly from: number;
  isGivenBack: boolean;
  /** The half-day that it was put off to; undefined if it was not. */
  movedTo: PlannedHalfDay | undefined;
}

export interface LeaderPlansOptions {
  readonly simulation: Simulation;
  readonly observer: Observer;
  readonly charter: Charter;
  readonly staff: Staff;
}

/**
 * The calendars of project leaders, planned in half-days. Planned work begins when its half-day does, not earlier:
 * that is what makes leaders hard to get.
 */
export class LeaderPlans {
  /** Half-days of any leader given away or back, by day. */
  readonly changes = new ChangeLog();
  private readonly options: LeaderPlansOptions;
  private readonly plans: HalfDayPlan[] = [];
  /** Half-days planned and not begun, by leader. */
  private readonly planned: Set<PlannedHalfDay>[] = [];
  private readonly forMeetings = new Map<Appointment, PlannedHalfDay[]>();

  constructor(options: LeaderPlansOptions) {
    this.options = options;
    options.staff.seatsOf('project-leader').watch({
      onClosed: (leader) => this.handOver(leader),
      onClosedDuring: (leader, interval, isLeaving) => this.putOff(leader, interval, isLeaving),
    });
  }

  of(leader: FieldSeat): HalfDayPlan {
    return (this.plans[leader.index] ??= new HalfDayPlan(leader.person.shift, this.changes));
  }

  /** Gives the first free half-day from an instant on to a piece of work; `onDone` is told when it is done. */
  planWork(of: {
    leader: FieldSeat;
    from: number;
    kind: TaskKind;
    about: Subject | undefined;
    onDone: () => void;
  }): PlannedHalfDay {
    const plan = this.of(of.leader);
    plan.forgetBefore(this.options.simulation.now);
    const halfDay = plan.firstFreeFrom(of.from);
    const { from, to } = plan.timesOf(halfDay)!;
    const { leader, kind, about, onDone } = of;
    return this.take({ leader, halfDay, kind, about, minutes: to - from, onDone, from });
  }

  /** Gives half-days to a meeting: what the meeting and the way leave of them is work on the engagement. */
  planMeeting(
    appointment: Appointment,
    of: { leader: FieldSeat; firstHalfDay: number; halfDays: number; kind: TaskKind; about: Subject },
  ) {
    const plan = this.of(of.leader);
    const { agenda } = of.leader;
    const lastHalfDay = of.firstHalfDay + of.halfDays - 1;
    const away =
      appointment.end - appointment.start + 2 * agenda.travel.minutes(agenda.base, appointment.place);
    // Interrupting the work for a meeting costs the time to find back into it.
    const { switching } = this.options.charter.firm;
    let left = Math.max(0, this.lengthOf(plan, of.firstHalfDay, lastHalfDay) - away - switching);
    const planned: PlannedHalfDay[] = [];
    for (let halfDay = of.firstHalfDay; halfDay <= lastHalfDay; halfDay++) {
      const { from, to } = plan.timesOf(halfDay)!;
      const minutes = Math.min(left, to - from);
      left -= minutes;
      const onDone = (): void => undefined;
      const { leader, kind, about } = of;
      planned.push(this.take({ leader, halfDay, kind, about, minutes, onDone, from }));
    }
    this.forMeetings.set(appointment, planned);
  }

  /** The meeting will not take place. */
  giveBackMeeting(appointment: Appointment): void {
    for (const planned of this.forMeetings.get(appointment) ?? []) this.giveBack(planned);
    this.forMeetings.delete(appointment);
  }

  /** The meeting is over. */
  forgetMeeting(appointment: Appointment): void {
    this.forMeetings.delete(appointment);
  }

  /** The work will not be done, unless it has begun. */
  giveBack(planned: PlannedHalfDay): void {
    if (planned.movedTo !== undefined) {
      this.giveBack(planned.movedTo);
      return;
    }
    planned.isGivenBack = true;
    this.planned[planned.leader.index]!.delete(planned);
    this.of(planned.leader).giveBack(planned.halfDay);
  }

  /** A leader has left: what was planned and has not begun is planned anew by whoever does his work now. */
  private handOver(from: FieldSeat): void {
    const to = this.options.staff.leaderFor(from);
    const { now } = this.options.simulation;
    from.agenda.clear(now, Infinity);
    if (to === undefined) return;
    for (const planned of this.planned[from.index] ?? []) this.move(planned, to);
  }

  /** A leader will be away: what was planned for then is put off or, if he does not come back, goes to another. */
  private putOff(leader: FieldSeat, { from, to }: Interval, isLeaving: boolean): void {
    // The day after too: nobody can be sent there on the evening before.
    for (let day = Math.floor(from / MINUTES_PER_DAY); day * MINUTES_PER_DAY <= to; day++)
      this.changes.add(day);
    // Meetings first: half-days given to them are given back.
    leader.agenda.clear(from, to);
    const other = isLeaving ? (this.options.staff.colleagueOf(leader) as FieldSeat | undefined) : undefined;
    for (const planned of this.planned[leader.index] ?? []) {
      if (planned.from >= from && planned.from < to) this.move(planned, other ?? leader);
    }
  }

  private move(planned: PlannedHalfDay, leader: FieldSeat): void {
    this.giveBack(planned);
    const { kind, about, onDone } = planned;
    const from = Math.max(planned.from, this.options.simulation.now);
    planned.movedTo = this.planWork({ leader, from, kind, about, onDone });
  }

  private take(of: Omit<PlannedHalfDay, 'isGivenBack' | 'movedTo'>): PlannedHalfDay {
    const planned: PlannedHalfDay = { ...of, isGivenBack: false, movedTo: undefined };
    const plan = this.of(planned.leader);
    plan.take(planned.halfDay);
    (this.planned[planned.leader.index] ??= new Set()).add(planned);
    const { simulation } = this.options;
    simulation.schedule(Math.max(simulation.now, planned.from), this.onHalfDayBegun, planned);
    return planned;
  }

  private readonly onHalfDayBegun = (planned: PlannedHalfDay): void => {
    if (planned.isGivenBack) return;
    this.planned[planned.leader.index]!.delete(planned);
    this.options.observer.onHalfDayPlanned(this.options.simulation.now);
    const { kind, about, onDone, leader } = planned;
    // It fills the time that was planned for it, at whatever pace.
    const minutes = planned.minutes * leader.person.occupant.paceAt(this.options.simulation.now);
    if (minutes > 0) leader.queue.add(new Task({ kind, minutes, about, onDone }));
    else onDone();
  };

  private lengthOf(plan: HalfDayPlan, first: number, last: number): number {
    let minutes = 0;
    for (let halfDay = first; halfDay <= last; halfDay++) {
      const { from, to } = plan.timesOf(halfDay)!;
      minutes += to - from;
    }
    return minutes;
  }
}
