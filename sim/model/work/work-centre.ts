import type { Simulation } from '../../engine/simulation.ts';
import type { Scenario } from '../../scenario/schema/scenario.ts';
import type { WorkingTime } from '../../time/working-time.ts';
import type { Pool } from '../people/staff.ts';
import { Task, type TaskKind } from '../people/task.ts';

type Capacity = Scenario['production']['making'];

/** Work for a centre: minutes of it, and whom to tell when it is done. */
export interface CentreJob {
  readonly minutes: number;
  /** What it is, where it is not the centre's usual work. */
  readonly kind?: TaskKind;
  readonly onDone: () => void;
}

/**
 * A crew that works through jobs in order of arrival. Of its capacity on paper only a share is in hand; the share
 * grows, at a limited rate, while work waits.
 */
export class WorkCentre {
  private readonly simulation: Simulation;
  private readonly pool: Pool;
  private readonly hours: WorkingTime;
  private readonly kind: TaskKind;
  private readonly growthPerMinute: number;
  /** Jobs larger than this are made in lots that several people can work on at once; minutes of work. */
  private readonly lotMinutes: number;
  private inHand: number;
  /** Minutes of work that wait or are being done, as taken in: a lot leaves when it is done. */
  private backlogMinutes = 0;
  /** Since when work has been waiting; undefined if none does. */
  private demandedSince: number | undefined = undefined;

  constructor(of: {
    simulation: Simulation;
    pool: Pool;
    kind: TaskKind;
    capacity: Capacity;
    lotMinutes: number;
  }) {
    this.simulation = of.simulation;
    this.pool = of.pool;
    const { workingTime } = of.pool.seats.at(0)!.person.shift;
    this.hours = workingTime.closedDuring([]);
    this.kind = of.kind;
    this.lotMinutes = of.lotMinutes;
    this.inHand = of.capacity.inHand;
    this.growthPerMinute = Math.log1p(of.capacity.growth) / MINUTES_PER_MONTH;
    this.setPace();
    of.pool.seats.watch({ onOpened: () => this.setPace() });
  }

  /** Minutes of work ahead of a new job, shared by the crew as it is on paper. */
  get backlogPerHead(): number {
    return this.backlogMinutes / this.pool.seats.open.length;
  }

  /** Working hours of the crew, for promises; absences are not foreseen. */
  after(from: number, minutes: number): number {
    return this.hours.after(from, minutes);
  }

  /** Takes a job in. A job without work is done at once. */
  add({ minutes, kind = this.kind, onDone }: CentreJob): void {
    if (minutes <= 0) {
      onDone();
      return;
    }
    let lotsLeft = Math.ceil(minutes / this.lotMinutes);
    const lotMinutes = minutes / lotsLeft;
    this.backlogMinutes += minutes;
    const onLotDone = (): void => {
      this.backlogMinutes -= lotMinutes;
      this.noteDemand();
      if (--lotsLeft === 0) onDone();
    };
    for (let lot = lotsLeft; lot > 0; lot--) {
      this.pool.queue.add(new Task({ kind, minutes: lotMinutes, onDone: onLotDone }));
    }
    this.noteDemand();
  }

  /** Lets the capacity in hand grow for the time that work has been waiting. */
  private noteDemand(): void {
    const { now } = this.simulation;
    if (this.demandedSince !== undefined && this.inHand < 1) {
      this.inHand = Math.min(1, this.inHand * Math.exp(this.growthPerMinute * (now - this.demandedSince)));
      this.setPace();
    }
    this.demandedSince = this.pool.queue.length > 0 ? now : undefined;
  }

  private setPace(): void {
    for (const { person } of this.pool.seats.open) person.pace = this.inHand;
  }
}

/** A twelfth of the Gregorian year. */
const MINUTES_PER_MONTH = (365.2425 * 24 * 60) / 12;
