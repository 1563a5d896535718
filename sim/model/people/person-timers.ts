import type { Simulation } from '../../engine/simulation.ts';
import { Timer } from '../../engine/timer.ts';

/** What a person may be waiting for; each timer is set when and only when that is so. */
export class PersonTimers {
  /** The task at hand is done. */
  readonly taskEnd: Timer;
  /** It is time to leave for an appointment, or the working hours end. */
  readonly call: Timer;
  readonly arrival: Timer;
  readonly meetingEnd: Timer;
  /** The working hours begin. */
  readonly alarm: Timer;

  constructor(
    simulation: Simulation,
    on: Readonly<Record<'taskEnd' | 'call' | 'arrival' | 'meetingEnd' | 'alarm', () => void>>,
  ) {
    this.taskEnd = new Timer(simulation, on.taskEnd, undefined);
    this.call = new Timer(simulation, on.call, undefined);
    this.arrival = new Timer(simulation, on.arrival, undefined);
    this.meetingEnd = new Timer(simulation, on.meetingEnd, undefined);
    this.alarm = new Timer(simulation, on.alarm, undefined);
  }

  /** What was intended is off; who travels or is in a meeting goes on. */
  cancelPlans(): void {
    this.taskEnd.cancel();
    this.call.cancel();
    this.alarm.cancel();
  }
}
