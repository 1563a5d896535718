import type { Simulation } from '../../engine/simulation.ts';
import type { Scenario } from '../../scenario/schema/scenario.ts';
import type { WorkingTime } from '../../time/working-time.ts';
import type { Pool } from '../people/staff.ts';
import { Task, type TaskKind } from '../people/task.ts';
import type { Order } from './order.ts';

type Capacity = Scenario['production']['making'];

/** Work for a centre: minutes of it, for when the client was promised it, for what, and whom to tell when it is done. */
export interface CentreJob {
  readonly minutes: number;
  readonly promisedAt: number;
  readonly about: Order;
  /** What it is, where it is not the centre's usual work. */
  readonly kind?: TaskKind;
  readonly onDone: () => void;
}

export interface WorkCentreOptions {
  readonly simulation: Simulation;
  readonly pool: Pool;
  readonly kind: TaskKind;
  readonly capacity: Capacity;
  /** Jobs larger than this are made in lots that several people can work on at once; minutes of work. */
  readonly lotMinutes: number;
  /** How often the backlog is reported to those who are not beside the scheduler; minutes. */
  readonly newsAge: number;
}

/**
 * A crew that works through jobs in order of arrival. Of its capacity on paper only a share is in hand; the share
 * grows, at a limited rate, while work waits.
 */
export class WorkCentre {
  private readonly options: WorkCentreOptions;
  /** Hours of the crew, whoever of it is away; undefined as long as there never was one. */
  private hours: WorkingTime | undefined = undefined;
  private readonly growthPerMinute: number;
  private inHand: number;
  /** Minutes of work that wait or are being done, as taken in: a lot leaves when it is done. */
  private backlogMinutes = 0;
  /** The same as it was last reported, and which report that was, counted from 0. */
  private reportedMinutes = 0;
  private report = 0;
  /** Since when work has been waiting; undefined if none does. */
  private demandedSince: number | undefined = undefined;

  constructor(options: WorkCentreOptions) {
    this.options = options;
    this.inHand = options.capacity.inHand;
    this.growthPerMinute = Math.log1p(options.capacity.growth) / MINUTES_PER_MONTH;
    this.setPace();
    options.pool.seats.watch({ onOpened: () => this.setPace() });
  }

  /** Minutes of work ahead of a new job, shared by the crew as it is on paper. */
  get backlogPerHead(): number {
    return this.backlogMinutes / this.heads;
  }

  /** The same as somebody knows it who only hears the reports. */
  get reportedBacklogPerHead(): number {
    this.hearReport();
    return this.reportedMinutes / this.heads;
  }

  /** Weeks in which the crew, as far as it is in hand, would work off what is there; 0 without a crew. */
  get backlogWeeks(): number {
    if (this.heads === 0) return 0;
    return this.backlogMinutes / (this.heads * this.crewHours().minutesPerPeriod * this.inHand);
  }

  /** Working hours of the crew, for promises. */
  after(from: number, minutes: number): number {
    return this.crewHours().after(from, minutes);
  }

  /** Takes a job in. A job without work is done at once. */
  add({ minutes, promisedAt, about, kind = this.options.kind, onDone }: CentreJob): void {
    if (minutes <= 0) {
      onDone();
      return;
    }
    const { pool, lotMinutes: largest } = this.options;
    let lotsLeft = Math.ceil(minutes / largest);
    const lotMinutes = minutes / lotsLeft;
    this.hearReport();
    this.backlogMinutes += minutes;
    const onLotDone = (): void => {
      this.hearReport();
      this.backlogMinutes -= lotMinutes;
      this.noteDemand();
      if (--lotsLeft === 0) onDone();
    };
    for (let lot = lotsLeft; lot > 0; lot--) {
      const dueAt = promisedAt;
      pool.queue.add(new Task({ kind, minutes: lotMinutes, dueAt, about, onDone: onLotDone }));
    }
    this.noteDemand();
  }

  /** Sends lots to the front that are promised for the earliest date, at most so many. */
  expedite(most: number): void {
    this.options.pool.queue.expedite(most, 'due');
  }

  private get heads(): number {
    return this.options.pool.seats.open.length;
  }

  private crewHours(): WorkingTime {
    return (this.hours ??= this.options.pool.seats.at(0)!.person.shift.workingTime.closedDuring([]));
  }

  /** Lets the capacity in hand grow for the time that work has been waiting. */
  private noteDemand(): void {
    const { now } = this.options.simulation;
    if (this.demandedSince !== undefined && this.inHand < 1) {
      this.inHand = Math.min(1, this.inHand * Math.exp(this.growthPerMinute * (now - this.demandedSince)));
      this.setPace();
    }
    this.demandedSince = this.options.pool.queue.length > 0 ? now : undefined;
  }

  /** Catches up with the reports since the backlog changed last: it was the same in all of them. */
  private hearReport(): void {
    const report = Math.floor(this.options.simulation.now / this.options.newsAge);
    if (report > this.report) this.reportedMinutes = this.backlogMinutes;
    this.report = report;
  }

  private setPace(): void {
    for (const { person } of this.options.pool.seats.open) person.pace = this.inHand;
  }
}

/** A twelfth of the Gregorian year. */
const MINUTES_PER_MONTH = (365.2425 * 24 * 60) / 12;
