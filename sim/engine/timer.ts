import type { Handler, Simulation } from './simulation.ts';

const NOT_SET = -1;

/**
 * An event that may be cancelled: set for one instant at a time, and used again for the life of its owner. Since the
 * owner holds the timer and not the event, nothing that has already happened can be cancelled by mistake.
 */
export class Timer<Subject = undefined> {
  /** Minutes since the start for which it is or was set last. */
  time = NaN;
  private slot = NOT_SET;
  private readonly simulation: Simulation;
  private readonly handler: Handler<Subject>;
  private readonly subject: Subject;

  constructor(simulation: Simulation, handler: Handler<Subject>, subject: Subject) {
    this.simulation = simulation;
    this.handler = handler;
    this.subject = subject;
  }

  get isSet(): boolean {
    return this.slot !== NOT_SET;
  }

  /** Sets the timer for a time, minutes since the start. Throws if it is set already, or if the time is past. */
  set(time: number): void {
    if (this.slot !== NOT_SET) {
      throw new Error(
        `timer is set for ${this.time} and was set again for ${time}, at ${this.simulation.now}`,
      );
    }
    this.slot = this.simulation.insert(time, onTimerDue, this as Timer<unknown>);
    this.time = time;
  }

  /** Withdraws the event; without effect if the timer is not set. */
  cancel(): void {
    if (this.slot === NOT_SET) return;
    this.simulation.remove(this.slot);
    this.slot = NOT_SET;
  }

  /** For the event itself: the timer is free again before its handler runs. */
  expire(): void {
    this.slot = NOT_SET;
    this.handler(this.subject);
  }
}

function onTimerDue(timer: Timer<unknown>): void {
  timer.expire();
}
