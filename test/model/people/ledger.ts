import fc from 'fast-check';
import { expect } from 'vitest';
import { Simulation } from '../../../sim/engine/simulation.ts';
import { timeUseOf, type Observer } from '../../../sim/model/observer.ts';
import type { Place } from '../../../sim/model/market/place.ts';
import { Agenda } from '../../../sim/model/people/agenda.ts';
import { Appointment } from '../../../sim/model/people/appointment.ts';
import { Person } from '../../../sim/model/people/person.ts';
import { TaskQueue } from '../../../sim/model/people/task-queue.ts';
import { Task } from '../../../sim/model/people/task.ts';
import { MINUTES_PER_DAY, WorkingTime } from '../../../sim/time/working-time.ts';
import { place } from './office.ts';
import { SILENT } from './silent-observer.ts';

/** Tasks and appointments come for three days. */
const BUSY_DAYS = 3;
/** Days that it may take until all is done. */
export const LONGEST = 60;
/** Nobody is told of an appointment later than this before it, so that it can be reached from wherever they are. */
const NOTICE = 240;
const ROAD = {
  minutes: (from: { x: number }, to: { x: number }) => Math.abs(from.x - to.x),
  leg: (from: Place, to: Place) => ({ from, to, isFlown: false, roadMiles: 0 }),
};
const HOTEL = place(150);
/** Time uses of tasks, of work that fills idle time, and of appointments. */
export const [TASK, FILLER, MEETING] = [
  timeUseOf('issue'),
  timeUseOf('prospecting'),
  timeUseOf('presentation'),
];

const minuteOfBusyDays = fc.integer({ min: 0, max: BUSY_DAYS * MINUTES_PER_DAY });

/** Hours of a day: one stretch or, with lunch, two. */
const hours = fc
  .tuple(
    fc.integer({ min: 300, max: 660 }),
    // More than it takes to find back into a task.
    fc.integer({ min: 40, max: 300 }),
    fc.integer({ min: 0, max: 90 }),
    fc.integer({ min: 40, max: 300 }),
  )
  .map(([from, morning, lunch, afternoon]) => {
    const noon = from + morning;
    const end = noon + lunch + afternoon;
    return {
      period: MINUTES_PER_DAY,
      intervals:
        lunch === 0
          ? [{ from, to: end }]
          : [
              { from, to: noon },
              { from: noon + lunch, to: end },
            ],
    };
  });

const person = fc.record({
  hours,
  switchingMinutes: fc.constantFrom(0, 6, 25),
  finishesAfterHours: fc.boolean(),
  baseGapMinutes: fc.constantFrom(0, 90),
  fragmentMinutes: fc.constantFrom(0, 90),
  hasFiller: fc.boolean(),
  /** Day of a trip, the last one too; no trip if 0. */
  tripOn: fc.constantFrom(0, 0, 1, 2),
});

const taskOrder = fc.record({
  at: minuteOfBusyDays,
  queue: fc.integer({ min: 0, max: 2 }),
  minutes: fc.integer({ min: 0, max: 200 }),
  urgency: fc.integer({ min: 0, max: 3 }),
  isOffice: fc.boolean(),
  withdrawnAfter: fc.option(fc.integer({ min: 0, max: 600 }), { nil: undefined }),
  neededFor: fc.option(fc.integer({ min: 0, max: 600 }), { nil: undefined }),
});

const appointmentOrder = fc.record({
  at: minuteOfBusyDays,
  who: fc.constantFrom([0], [1], [0, 1]),
  after: fc.integer({ min: NOTICE, max: NOTICE + MINUTES_PER_DAY }),
  minutes: fc.integer({ min: 1, max: 180 }),
  miles: fc.integer({ min: -50, max: 50 }),
  isKept: fc.boolean(),
  cancelledAfter: fc.option(fc.integer({ min: 0, max: 900 }), { nil: undefined }),
});

/** Two people with a queue and an agenda each, and two who share a queue. */
export const scenario = fc.record({
  people: fc.tuple(person, person, person, person),
  interruptingUrgency: fc.integer({ min: -1, max: 2 }),
  tasks: fc.array(taskOrder, { maxLength: 40, size: 'max' }),
  appointments: fc.array(appointmentOrder, { maxLength: 20, size: 'max' }),
});

/** One such scenario. */
export type Scenario = typeof scenario extends fc.Arbitrary<infer S> ? S : never;

/** What became of one task, told by itself and by those who worked on it. */
export interface Story {
  readonly task: Task;
  /** Place in the list of queues, which are those of persons 0 and 1, and that of 2 and 3. */
  readonly queue: number;
  readonly came: number;
  left: number | undefined;
  end: 'open' | 'done' | 'withdrawn' | 'dropped';
  worked: number;
  stints: number;
}

/** The queue of a person. */
export function queueOf(index: number): number {
  return Math.min(index, 2);
}

/** Minutes that a person spent in one way without a break. */
export interface Stretch {
  readonly timeUse: number;
  readonly from: number;
  readonly to: number;
}

/** A run of a scenario with a ledger of its own, against which the people of the model are checked. */
export class Ledger {
  readonly simulation = new Simulation();
  readonly people: readonly Person[];
  readonly queues: readonly TaskQueue[];
  readonly stories = new Map<Task, Story>();
  readonly stretches: readonly Stretch[][] = [[], [], [], []];
  readonly agreed: Appointment[] = [];
  /** Minutes that tasks have waited, as told by the queues. */
  readonly queueMinutes = [0, 0, 0];
  private readonly lengths = [0, 0, 0];
  private readonly changedAt = [0, 0, 0];
  private readonly scenario: Scenario;

  constructor(of: Scenario) {
    this.scenario = of;
    const { simulation } = this;
    const observer = this.observer();
    const { interruptingUrgency } = of;
    this.queues = [0, 1, 2].map((role) => new TaskQueue({ simulation, observer, role, interruptingUrgency }));
    this.people = of.people.map((order, index) => {
      const queues = [this.queues[queueOf(index)]!];
      // Who shares a queue needs the same time to find back, so that the work on a task can be added up.
      const { switchingMinutes } = of.people[queueOf(index)]!;
      const basics = { simulation, observer, role: 0, index, queues, switchingMinutes };
      const { finishesAfterHours, baseGapMinutes, fragmentMinutes } = order;
      const workingTime = new WorkingTime(order.hours);
      const field = index < 2 ? { agenda: new Agenda(place(0), ROAD), baseGapMinutes, fragmentMinutes } : {};
      const one = new Person({ ...basics, ...field, workingTime, finishesAfterHours });
      if (order.hasFiller) this.giveFiller(one);
      if (index < 2 && order.tripOn > 0) this.sendOff(one, order.tripOn);
      return one;
    });
    for (const one of this.people) one.start();
    for (const order of of.tasks) simulation.schedule(order.at, () => this.add(order), undefined);
    for (const order of of.appointments) simulation.schedule(order.at, () => this.agree(order), undefined);
  }

  private observer(): Observer {
    const change = (role: number, by: 1 | -1, at: number): void => {
      this.queueMinutes[role]! += this.lengths[role]! * (at - this.changedAt[role]!);
      this.changedAt[role] = at;
      this.lengths[role]! += by;
    };
    return {
      ...SILENT,
      onTaskQueued: (role, at) => change(role, 1, at),
      onTaskDequeued: (role, at) => change(role, -1, at),
      onTimeSpent: ({ index }, timeUse, from, to) => {
        this.stretches[index]!.push({ timeUse, from, to });
        if (timeUse !== TASK && timeUse !== FILLER) return;
        // Whoever tells of work still has it at hand.
        const story = this.stories.get(this.people[index]!.task!)!;
        story.worked += to - from;
        story.stints++;
      },
    };
  }

  /** Whether all that came is over and done with. */
  get isQuiet(): boolean {
    const isBusy = this.simulation.now < (BUSY_DAYS + 2) * MINUTES_PER_DAY;
    const isAtWork = this.people.some(({ task }) => task?.yields === false);
    return !isBusy && !isAtWork && this.queues.every(({ length }) => length === 0);
  }

  private tell(task: Task, queue: number): Story {
    const came = this.simulation.now;
    const story: Story = { task, queue, came, left: undefined, end: 'open', worked: 0, stints: 0 };
    this.stories.set(task, story);
    return story;
  }

  private leave(story: Story, end: Story['end']): void {
    expect(story.end).toBe('open');
    story.end = end;
    story.left = this.simulation.now;
  }

  private add(order: Scenario['tasks'][0]): void {
    const { queue: index, minutes, urgency, isOffice, withdrawnAfter, neededFor } = order;
    const { simulation } = this;
    const queue = this.queues[index]!;
    const came = simulation.now;
    const task: Task = new Task({
      kind: { timeUse: TASK, urgency, isOffice },
      minutes,
      mayBegin: () => {
        expect(task.isBegun).toBe(false);
        const isNeeded = neededFor === undefined || simulation.now <= came + neededFor;
        if (!isNeeded) this.leave(story, 'dropped');
        return isNeeded;
      },
      onDone: () => this.leave(story, 'done'),
    });
    const story = this.tell(task, index);
    queue.add(task);
    if (withdrawnAfter === undefined) return;
    const withdraw = (): void => {
      if (queue.withdraw(task)) this.leave(story, 'withdrawn');
    };
    simulation.schedule(came + withdrawnAfter, withdraw, undefined);
  }

  private giveFiller(one: Person): void {
    const kind = { timeUse: FILLER, urgency: Infinity, isOffice: false };
    let filler: Task;
    const renew = (): void => {
      filler = new Task({
        kind,
        minutes: 70,
        yields: true,
        onDone: () => {
          this.leave(story, 'done');
          renew();
        },
      });
      const story = this.tell(filler, queueOf(one.index));
    };
    renew();
    one.workload.idleWork = () => filler;
  }

  private sendOff(one: Person, day: number): void {
    const agenda = one.whereabouts.agenda!;
    agenda.plan({ place: HOTEL, firstDay: day, lastDay: day });
    agenda.add({ kind: 'journey', start: day * MINUTES_PER_DAY - 300, place: HOTEL });
  }

  /** Enters an appointment if everybody can be there, and get from it to what comes after. */
  private agree({ who, after, minutes, miles, isKept, cancelledAfter }: Scenario['appointments'][0]): void {
    const { simulation } = this;
    const start = simulation.now + after;
    const day = Math.floor(start / MINUTES_PER_DAY);
    const isOnTrip = who.length === 1 && day > 0 && this.scenario.people[who[0]].tripOn === day;
    const appointment = new Appointment({
      start,
      minutes,
      place: place(isOnTrip ? HOTEL.x + miles : miles),
      timeUse: MEETING,
      people: who.map((index) => this.people[index]!),
      isKept: () => isKept,
      lostMinutes: 5,
    });
    if (!isDayTime(appointment) || !who.every((index) => this.isFeasible(appointment, index))) return;
    this.agreed.push(appointment);
    for (const index of who) this.people[index]!.whereabouts.agenda!.add(appointment);
    if (cancelledAfter === undefined) return;
    const cancel = (): void => {
      const removed = who.filter((index) => this.people[index]!.whereabouts.agenda!.remove(appointment));
      // Before it begins it is in all agendas, afterwards in none.
      expect([0, who.length]).toContain(removed.length);
      if (removed.length > 0) this.agreed.splice(this.agreed.indexOf(appointment), 1);
    };
    simulation.schedule(simulation.now + cancelledAfter, cancel, undefined);
  }

  private isFeasible(wanted: Appointment, index: number): boolean {
    const { tripOn } = this.scenario.people[index]!;
    const day = Math.floor(wanted.start / MINUTES_PER_DAY);
    // The days before a trip and after it are kept free: the way takes hours. Whoever has nothing to do on its last day
    // goes home in the morning.
    const isOnTrip =
      wanted.people.length === 1 && day === tripOn && this.simulation.now < day * MINUTES_PER_DAY;
    if (tripOn > 0 && Math.abs(day - tripOn) <= 1 && !isOnTrip) return false;
    return this.agreed
      .filter(({ people }) => people.includes(this.people[index]!))
      .every((other) => {
        const way = ROAD.minutes(other.place, wanted.place);
        return other.end + way <= wanted.start || wanted.end + way <= other.start;
      });
  }
}

/** So that nights are spent at home. */
function isDayTime({ start, end }: Appointment): boolean {
  const midnight = Math.floor(start / MINUTES_PER_DAY) * MINUTES_PER_DAY;
  return start - midnight >= 240 && end - midnight <= 1260;
}
