import type { Simulation } from '../../engine/simulation.ts';
import { WorkingDays } from '../../time/working-days.ts';
import { MINUTES_PER_DAY, type Interval, type WorkingTime } from '../../time/working-time.ts';
import type { PersonOptions } from './person-options.ts';
import type { Task } from './task.ts';

/** One person's working hours, seen from the present: the stretch looked up last is remembered. */
export class Shift {
  /** End of the working stretch in which `isOn` was true last; minutes since the start. */
  end = 0;
  workingTime: WorkingTime;
  readonly days: WorkingDays;
  /** How often the hours have changed: what was looked up before holds no longer. */
  revision = 0;
  private start = 0;
  private readonly simulation: Simulation;
  private readonly finishesAfterHours: boolean;
  private readonly overtimeMinutes: number;

  constructor(
    simulation: Simulation,
    of: Pick<PersonOptions, 'workingTime' | 'finishesAfterHours' | 'overtimeMinutes'>,
  ) {
    this.simulation = simulation;
    this.workingTime = of.workingTime;
    this.days = new WorkingDays(of.workingTime);
    this.finishesAfterHours = of.finishesAfterHours ?? false;
    this.overtimeMinutes = of.overtimeMinutes ?? 0;
  }

  /** Whether it is working time now. */
  isOn(): boolean {
    const { now } = this.simulation;
    if (now >= this.start && now < this.end) return true;
    if (!this.workingTime.isWorking(now)) return false;
    this.start = now;
    this.end = this.workingTime.stretchEnd(now);
    return true;
  }

  /** Until when a task may be worked on in this stretch: past the end of the day only if it is due by then. */
  endFor({ yields, dueAt }: Task): number {
    if (yields) return this.end;
    if (this.finishesAfterHours) return Infinity;
    if (this.overtimeMinutes === 0) return this.end;
    const latest = this.latestEnd();
    return dueAt <= latest ? latest : this.end;
  }

  /** Whether the hours of the day are over, but not yet the overtime that may follow them. */
  isOvertime(): boolean {
    const { now } = this.simulation;
    if (this.overtimeMinutes === 0 || now < this.end || this.workingTime.isClosed(now)) return false;
    return now < this.latestEnd();
  }

  /** Whether the hours of today are over; false on a day off. */
  isDayOver(): boolean {
    const { now } = this.simulation;
    return now >= this.days.endOf(Math.floor(now / MINUTES_PER_DAY));
  }

  /** Whether work may be begun now, in hours or in overtime. */
  isOpen(): boolean {
    return this.isOn() || this.isOvertime();
  }

  private latestEnd(): number {
    const isEndOfDay = this.end === this.days.endOf(Math.floor(this.start / MINUTES_PER_DAY));
    return isEndOfDay ? this.end + this.overtimeMinutes : this.end;
  }

  /** The next working instant, the present included; Infinity if there is none. */
  nextOn(): number {
    return this.workingTime.nextWorking(this.simulation.now);
  }

  /** When working time begins after the present stretch; Infinity if never. */
  nextStart(): number {
    return this.workingTime.nextWorking(Math.max(this.end, this.simulation.now));
  }

  /** Nobody works `[from, to)`, which is not past; `to` may be Infinity. */
  close({ from, to }: Interval): void {
    this.closeAll([{ from, to }]);
  }

  closeAll(intervals: readonly Interval[]): void {
    if (intervals.length > 0) this.change([...this.closures(), ...intervals]);
  }

  /** What was closed for good is open again from now on. */
  reopen(): void {
    this.change(this.closures().filter(({ to }) => to < Infinity));
  }

  /** An interval closed before is not closed any more. */
  open(interval: Interval): void {
    this.change(this.closures().filter(({ from, to }) => from !== interval.from || to !== interval.to));
  }

  /** Those that are not past. */
  private closures(): Interval[] {
    return this.workingTime.closures.filter(({ to }) => to > this.simulation.now);
  }

  private change(closures: readonly Interval[]): void {
    const { now } = this.simulation;
    this.workingTime = this.workingTime.closedDuring(closures);
    this.days.change(this.workingTime, Math.floor(now / MINUTES_PER_DAY));
    this.revision++;
    this.start = now;
    this.end = now;
    this.isOn();
  }
}
