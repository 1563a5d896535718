import { PHASES, type Phase } from '../opportunity-course.ts';

/** How long an opportunity has been in each phase: it is in one of them at any time. */
export class PhaseClock {
  private current: Phase;
  private since: number;
  private readonly minutes = new Float64Array(PHASES.length);

  /** In the first phase from an instant on; minutes since the start. */
  constructor(phase: Phase, at: number) {
    this.current = phase;
    this.since = at;
  }

  get phase(): Phase {
    return this.current;
  }

  /** In another phase from an instant on, which is not before the last change. */
  enter(phase: Phase, at: number): void {
    this.minutes[PHASES.indexOf(this.current)]! += at - this.since;
    this.current = phase;
    this.since = at;
  }

  /** Minutes in each phase up to an instant, shape [phase of PHASES]. */
  minutesUntil(at: number): Float64Array {
    const minutes = this.minutes.slice();
    minutes[PHASES.indexOf(this.current)]! += at - this.since;
    return minutes;
  }
}
