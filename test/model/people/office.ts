import { Simulation } from '../../../sim/engine/simulation.ts';
import type { Place, Travel } from '../../../sim/model/market/place.ts';
import { TIME_USES, timeUseOf, type Observer, type TimeUse } from '../../../sim/model/observer.ts';
import { Agenda } from '../../../sim/model/people/agenda.ts';
import { Appointment, type AppointmentOrder } from '../../../sim/model/people/appointment.ts';
import type { PersonOptions } from '../../../sim/model/people/person-options.ts';
import { Person } from '../../../sim/model/people/person.ts';
import { TaskQueue, type TaskQueueOptions } from '../../../sim/model/people/task-queue.ts';
import { Task, type TaskOrder } from '../../../sim/model/people/task.ts';
import {
  MINUTES_PER_DAY,
  MINUTES_PER_WEEK,
  WorkingTime,
  type Interval,
  type WorkingPattern,
} from '../../../sim/time/working-time.ts';
import { SILENT } from './silent-observer.ts';

const DAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];

/** Minutes since the start of `Mo 08:30`, in the first week, or of `Mo 08:30 +1` in the second. */
export function clock(text: string): number {
  const [day, time, week = '0'] = text.split(' ') as [string, string, string?];
  const [hour, minute] = time.split(':').map(Number) as [number, number];
  return Number(week) * MINUTES_PER_WEEK + DAYS.indexOf(day) * MINUTES_PER_DAY + hour * 60 + minute;
}

/** `Mo 08:30` of minutes since the start, whatever the week; fractions of a minute behind it. */
export function clockText(at: number): string {
  const day = Math.floor(at / MINUTES_PER_DAY);
  const minute = at - day * MINUTES_PER_DAY;
  const two = (value: number): string => String(value).padStart(2, '0');
  const fraction = Math.round((minute % 1) * 1e6) / 1e6;
  const ofMinute = fraction > 0 && fraction < 1 ? String(fraction).slice(1) : '';
  const whole = Math.floor(minute + 1e-9);
  return `${DAYS[day % 7]!} ${two(Math.floor(whole / 60))}:${two(whole % 60)}${ofMinute}`;
}

/** Monday to Friday, at the same hours. */
export function weekdays(...hours: readonly (readonly [from: string, to: string])[]): WorkingPattern {
  const intervals = DAYS.slice(0, 5).flatMap((day) =>
    hours.map(([from, to]): Interval => ({ from: clock(`${day} ${from}`), to: clock(`${day} ${to}`) })),
  );
  return { period: MINUTES_PER_WEEK, intervals };
}

/** A place so many minutes down the only road; all people live on it. */
export function place(minutesFromBase: number): Place {
  return { x: minutesFromBase, y: 0, city: 0 };
}

/** A mile takes a minute; from one city to another one flies. */
const ROAD: Travel = {
  minutes: (from, to) => Math.abs(from.x - to.x),
  leg: (from, to) => ({
    from,
    to,
    isFlown: from.city !== to.city,
    roadMiles: from.city === to.city ? Math.abs(from.x - to.x) : 0,
  }),
};

type PersonOrder = Partial<Omit<PersonOptions, 'simulation' | 'observer' | 'workingTime' | 'agenda'>> & {
  readonly hours: WorkingPattern;
  /** Where somebody lives who has appointments. */
  readonly base?: Place;
};

/** A person who is part of the timeline. */
export interface Colleague {
  readonly name: string;
  readonly person: Person;
  /** The first of the person's queues. */
  readonly queue: TaskQueue;
  readonly agenda: Agenda;
}

/**
 * A few people whose every move is written down: a line for each instant at which something happens, with all calls of
 * the Observer in their order, and then the states that have changed.
 */
export class Office {
  readonly simulation = new Simulation();
  private readonly people: Colleague[] = [];
  private readonly lines: { readonly at: number; readonly words: string[] }[] = [];
  private readonly states = new Map<Person, string>();
  readonly observer: Observer = {
    ...SILENT,
    onTimeSpent: ({ role, index }, timeUse, from, to) =>
      this.note(`${this.nameOf(role, index)} ${TIME_USES[timeUse]!} from ${clockText(from).slice(3)}`, to),
    onAvailable: ({ role, index }, at) => this.note(`${this.nameOf(role, index)} available`, at),
    onEngaged: ({ role, index }, at) => this.note(`${this.nameOf(role, index)} engaged`, at),
    onTaskQueued: (_role, at) => this.note('queued', at),
    onTaskDequeued: (_role, at) => this.note('dequeued', at),
    onTaskBegun: (_role, waited, at) => this.note(`begun after ${waited}`, at),
  };

  queue(options: Partial<TaskQueueOptions> = {}): TaskQueue {
    return new TaskQueue({ simulation: this.simulation, observer: this.observer, role: 0, ...options });
  }

  /** Somebody with a queue of their own, unless queues are given. */
  person(name: string, { hours, base, ...options }: PersonOrder): Colleague {
    const queues = options.queues ?? [this.queue()];
    const agenda = new Agenda(base ?? place(0), ROAD);
    const person = new Person({
      simulation: this.simulation,
      observer: this.observer,
      role: 0,
      index: this.people.length,
      workingTime: new WorkingTime(hours),
      ...options,
      queues,
      ...(base === undefined ? {} : { agenda }),
    });
    const colleague = { name, person, queue: queues[0]!, agenda };
    this.people.push(colleague);
    return colleague;
  }

  /** A task whose end is written down. Urgency 1 unless told otherwise; can be done anywhere unless `isOffice`. */
  task(
    activity: TimeUse,
    minutes: number,
    {
      urgency = 1,
      isOffice = false,
      ...order
    }: Partial<TaskOrder> & { urgency?: number; isOffice?: boolean } = {},
  ): Task {
    return new Task({
      kind: { timeUse: timeUseOf(activity), urgency, isOffice },
      minutes,
      onDone: () => this.note(`${activity} done`, this.simulation.now),
      ...order,
    });
  }

  /** An appointment in the agendas of people, whose outcome is written down. */
  appointment(
    activity: TimeUse,
    people: readonly Colleague[],
    {
      start,
      ...order
    }: { start: string; minutes: number; place: Place } & Partial<
      Pick<AppointmentOrder, 'isKept' | 'lostMinutes'>
    >,
  ): Appointment {
    const appointment = new Appointment({
      ...order,
      start: clock(start),
      timeUse: timeUseOf(activity),
      people: people.map(({ person }) => person),
      onEnded: (_, outcome) => this.note(`${activity} ${outcome}`, this.simulation.now),
    });
    for (const { agenda } of people) agenda.add(appointment);
    return appointment;
  }

  /** Does something at a time of the clock. */
  at(time: string, act: () => void): void {
    this.simulation.schedule(clock(time), act, undefined);
  }

  /** The timeline, from the start of the day to a time, which is included. */
  timeline(until: string): string[] {
    for (const { person } of this.people) person.start();
    for (let minute = 0; minute <= clock(until); minute++) {
      // Half a minute more includes the events of the minute itself.
      this.simulation.run(minute + 0.5);
      for (const { name, person } of this.people) this.noteState(name, person);
    }
    return this.lines.map(({ at, words }) => `${clockText(at)} ${words.join(' | ')}`);
  }

  private noteState(name: string, person: Person): void {
    if (this.states.get(person) === person.state) return;
    this.states.set(person, person.state);
    this.note(`${name} ${person.state}`, person.since);
  }

  private nameOf(role: number, index: number): string {
    return role === 0 ? this.people[index]!.name : '?';
  }

  private note(words: string, at: number): void {
    const last = this.lines.at(-1);
    if (last?.at === at) last.words.push(words);
    else this.lines.push({ at, words: [words] });
  }
}
