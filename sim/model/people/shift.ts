import type { Simulation } from '../../engine/simulation.ts';
import { WorkingDays } from '../../time/working-days.ts';
import type { WorkingTime } from '../../time/working-time.ts';

/** One person's working hours, seen from the present: the stretch looked up last is remembered. */
export class Shift {
  /** End of the working stretch in which `isOn` was true last; minutes since the start. */
  end = 0;
  readonly workingTime: WorkingTime;
  readonly days: WorkingDays;
  private start = 0;
  private readonly simulation: Simulation;

  constructor(simulation: Simulation, workingTime: WorkingTime) {
    this.simulation = simulation;
    this.workingTime = workingTime;
    this.days = new WorkingDays(workingTime);
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

  /** The next working instant, the present included; Infinity if there is none. */
  nextOn(): number {
    return this.workingTime.nextWorking(this.simulation.now);
  }

  /** When working time begins after the present stretch; Infinity if never. */
  nextStart(): number {
    return this.workingTime.nextWorking(Math.max(this.end, this.simulation.now));
  }
}
