import type { Simulation } from '../../engine/simulation.ts';
import type { Place } from '../market/place.ts';
import { TRAVEL, WAITING, NO_SHOW } from '../observer.ts';
import type { Appointment } from './appointment.ts';
import { AVERAGE, Occupant } from './occupant.ts';
import type { PersonOptions, PersonState } from './person-options.ts';
import { PersonTimers } from './person-timers.ts';
import { Shift } from './shift.ts';
import type { Task } from './task.ts';
import type { Worker } from './task-queue.ts';
import { Timesheet } from './timesheet.ts';
import { Whereabouts } from './whereabouts.ts';
import { Workload } from './workload.ts';

/** Minutes that rounding may cost: nobody begins anything for less. */
const ROUNDING = 1e-6;

/**
 * Somebody who does one thing at a time. Appointments come first: the person leaves in time for the next one.
 * Otherwise the most urgent task that can be done here is worked on until it is done, the working hours end, it is
 * time to leave, or something more urgent interrupts.
 */
export class Person implements Worker {
  readonly role: number;
  readonly index: number;
  readonly shift: Shift;
  readonly whereabouts: Whereabouts;
  readonly workload: Workload;
  state: PersonState = 'resting';
  /** Who it is. */
  occupant: Occupant;
  /** Minutes of work that anybody does here in a minute, from the next task on: the share of capacity in hand. */
  pace = 1;
  /** What else the pace at a task is multiplied by; nothing if left out. */
  paceAt: ((task: Task) => number) | undefined = undefined;
  /** Since when the present state lasts; minutes since the start. */
  since = 0;
  private readonly simulation: Simulation;
  readonly timesheet: Timesheet;
  private readonly switchingMinutes: number;
  private readonly fragmentMinutes: number;
  /** What the person works on; undefined if on nothing. */
  task: Task | undefined = undefined;
  private taskPace = 1;
  private appointment: Appointment | undefined = undefined;
  private destination: Place;
  private readonly timers: PersonTimers;

  constructor(options: PersonOptions) {
    const { simulation, agenda } = options;
    this.simulation = simulation;
    this.role = options.role;
    this.index = options.index;
    this.occupant = options.occupant ?? new Occupant(AVERAGE, false);
    this.timesheet = new Timesheet(this, options.observer, options.isVacant === true);
    this.shift = new Shift(simulation, options);
    this.whereabouts = new Whereabouts(this, options);
    this.workload = new Workload(options.queues);
    this.switchingMinutes = options.switchingMinutes ?? 0;
    this.fragmentMinutes = options.fragmentMinutes ?? 0;
    this.destination = this.whereabouts.place;
    this.timers = new PersonTimers(simulation, {
      taskEnd: this.onTaskCompleted,
      call: this.onCalledAway,
      arrival: this.onArrived,
      meetingEnd: this.onMeetingEnded,
      alarm: this.onCalledAway,
    });
    agenda?.tell(this.onPlansChanged);
    for (const queue of options.queues) queue.join(this);
  }

  /** Looks for something to do, at the start of the simulation or after idle work was given. */
  start(): void {
    this.timers.cancelPlans();
    this.decide();
  }

  /** The hours have been closed, and nobody is here; or they have been opened, and somebody is. */
  setAway(isAway: boolean): void {
    this.timesheet.noteAway(isAway, this.simulation.now);
    if (isAway && this.task !== undefined) this.onCalledAway();
    else this.onPlansChanged();
  }

  isFreeFor(task: Task): boolean {
    const isFree = this.state === 'idle' || this.state === 'waiting' || this.task?.yields === true;
    return isFree && this.couldBegin(task);
  }

  takes(task: Task): boolean {
    if (!this.isFreeFor(task)) return false;
    if (!task.isStillWanted()) return true;
    if (this.task !== undefined) this.suspend();
    this.timers.cancelPlans();
    this.endState();
    this.begin(task);
    return true;
  }

  couldBeInterruptedBy(task: Task): boolean {
    return this.task !== undefined && this.task.kind.urgency > task.kind.urgency && this.couldBegin(task);
  }

  isInterruptedBy(task: Task): boolean {
    if (!this.couldBeInterruptedBy(task)) return false;
    if (!task.isStillWanted()) return true;
    const interrupted = this.task!;
    this.suspend();
    this.begin(task);
    interrupted.queue?.putBack(interrupted);
    return true;
  }

  expectWork(): void {
    if ((this.state !== 'idle' && this.state !== 'waiting') || this.timers.alarm.isSet) return;
    this.timers.call.cancel();
    this.riseFor(this.whereabouts.departure(), this.shift.nextStart());
  }

  private readonly onTaskCompleted = (): void => {
    const task = this.task!;
    this.timesheet.spent(task.kind.timeUse, this.since, this.simulation.now, task.about);
    this.task = undefined;
    task.remaining = 0;
    task.onDone(task);
    this.decide();
  };

  /** Time to leave for an appointment, or the end of the working hours or their beginning. */
  private readonly onCalledAway = (): void => {
    const task = this.task;
    if (task !== undefined) {
      this.suspend();
      // Back in its queue, it may be taken up by a colleague at once.
      if (!task.yields) task.queue!.putBack(task);
    }
    this.endState();
    this.decide();
  };

  private readonly onArrived = (): void => {
    this.endState();
    this.whereabouts.place = this.destination;
    this.decide();
  };

  private readonly onMeetingEnded = (): void => {
    const appointment = this.appointment!;
    this.endState();
    this.appointment = undefined;
    appointment.onLeft(this);
    this.decide();
  };

  /** The agenda or the hours have changed. */
  private readonly onPlansChanged = (): void => {
    if (this.state === 'travelling' || this.state === 'meeting') return;
    if (this.task !== undefined) {
      this.timers.cancelPlans();
      this.workUntilCalled(this.task);
    } else if (this.state !== 'working') {
      this.timers.cancelPlans();
      this.endState();
      this.decide();
    }
  };

  /** What comes next. */
  private decide(): void {
    const { whereabouts } = this;
    const departure = whereabouts.departure();
    // Nobody leaves a place to rest at before the morning, unless for an appointment.
    const isOff = !this.shift.isOn() && whereabouts.isAtLodging();
    const retreat = isOff && !whereabouts.isTripOver(this.shift) ? undefined : whereabouts.retreat();
    if (departure <= this.simulation.now + ROUNDING) {
      this.leave();
    } else if (retreat !== undefined) {
      this.travelTo(retreat);
    } else {
      const takes = !isOff || this.shift.isOvertime();
      const task = takes ? this.workload.take(whereabouts.isAtBase(), this.hasTimeFor) : undefined;
      if (task !== undefined) this.begin(task);
      else if (!isOff) this.idle(departure);
      else {
        this.enter('resting');
        this.riseFor(departure, this.shift.nextOn());
      }
    }
  }

  /** Leaves for the next appointment or on a journey; attends it if already there. */
  private leave(): void {
    const agenda = this.whereabouts.agenda!;
    const entry = agenda.next!;
    if (entry.kind === 'journey') {
      agenda.takeNext();
      this.travelTo(entry.place);
    } else if (this.whereabouts.place !== entry.place) {
      this.travelTo(entry.place);
    } else if (this.simulation.now < entry.start) {
      this.enter('waiting');
      this.timers.call.set(entry.start);
    } else {
      agenda.takeNext();
      this.appointment = entry;
      this.enter('meeting');
      this.timers.meetingEnd.set(this.simulation.now + entry.begin());
    }
  }

  private travelTo(place: Place): void {
    this.enter('travelling');
    this.destination = place;
    this.timers.arrival.set(this.simulation.now + this.whereabouts.setOutFor(place));
  }

  private begin(task: Task): void {
    const { now } = this.simulation;
    if (task.isBegun) {
      task.remaining += this.switchingMinutes;
    } else {
      task.isBegun = true;
      if (!task.yields) this.timesheet.begun(now - task.queuedAt, now);
    }
    this.task = task;
    this.taskPace = this.pace * (this.paceAt?.(task) ?? 1) * this.occupant.paceAt(now);
    this.enter('working');
    this.workUntilCalled(task);
  }

  /** Sets the timer for the end of the task or, unless it just fits in, for when the person is called away. */
  private workUntilCalled(task: Task): void {
    const { now } = this.simulation;
    const end = this.since + task.remaining / this.taskPace;
    const called = Math.max(now, this.calledAwayFrom(task));
    if (end <= called + ROUNDING) this.timers.taskEnd.set(Math.min(end, called));
    else this.timers.call.set(called);
  }

  /** When to leave a task as it is: for an appointment, or at the end of the hours. */
  private calledAwayFrom(task: Task): number {
    return Math.min(this.whereabouts.departure(), this.shift.endFor(task));
  }

  /** Leaves the task at hand: what was done of it stays done. */
  private suspend(): void {
    const task = this.task!;
    const { now } = this.simulation;
    this.timers.cancelPlans();
    task.remaining -= (now - this.since) * this.taskPace;
    this.timesheet.spent(task.kind.timeUse, this.since, now, task.about);
    this.task = undefined;
    this.since = now;
  }

  private idle(departure: number): void {
    const isFragment = departure - this.simulation.now < this.fragmentMinutes || !this.whereabouts.isAtBase();
    this.enter(isFragment ? 'waiting' : 'idle');
    // Whoever waits where there is a bed goes to it after hours.
    if (isFragment && this.whereabouts.isAtLodging()) this.riseFor(departure, this.shift.end);
    else this.riseFor(departure, this.workload.isEmpty() ? Infinity : this.shift.nextStart());
  }

  /** Gets up when the working hours begin, or to leave if that is sooner. */
  private riseFor(departure: number, morning: number): void {
    if (departure > morning) this.timers.alarm.set(morning);
    else if (departure < Infinity) this.timers.call.set(departure);
  }

  private enter(state: PersonState): void {
    this.state = state;
    this.since = this.simulation.now;
    if (state === 'resting') return;
    this.timesheet.note(state === 'idle' || (state === 'working' && this.task!.yields), this.since);
  }

  /** Reports how the state that ends was spent; work reports itself. */
  private endState(): void {
    const { since, timesheet, whereabouts, destination } = this;
    const { now } = this.simulation;
    if (this.state === 'travelling') timesheet.spent(TRAVEL, since, now, whereabouts.errandTo(destination));
    else if (this.state === 'waiting') timesheet.spent(WAITING, since, now);
    else if (this.state === 'meeting') {
      const { isHeld, timeUse, about } = this.appointment!;
      timesheet.spent(isHeld === true ? timeUse : NO_SHOW, since, now, about);
    }
    this.since = now;
  }

  private couldBegin(task: Task): boolean {
    return (!task.kind.isOffice || this.whereabouts.isAtBase()) && this.shift.isOn() && this.hasTimeFor(task);
  }

  /** Nobody takes up a task after hours and overtime, or only to be called away before having found back into it. */
  private readonly hasTimeFor = (task: Task): boolean => {
    const needed = task.isBegun ? this.switchingMinutes : 0;
    return this.shift.isOpen() && this.calledAwayFrom(task) - this.simulation.now > needed + ROUNDING;
  };
}
