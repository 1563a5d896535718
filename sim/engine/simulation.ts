import { EventQueue } from './event-queue.ts';
import { NONE } from './event-slots.ts';

/** What happens at an event; it is told the subject that it was scheduled with. */
export type Handler<Subject> = (subject: Subject) => void;

/**
 * The clock and the events to come. Knows nothing of what is simulated.
 *
 * An event is one handler executed from the pending set. At equal times handlers run in the order in which they were
 * scheduled. The clock is minutes since the start and stands at an event's time while its handler runs.
 */
export class Simulation {
  /** Minutes since the start. */
  now = 0;
  /** Handlers executed so far. */
  executed = 0;
  private readonly queue = new EventQueue();
  private readonly handlers: (Handler<unknown> | undefined)[] = [];
  private readonly subjects: unknown[] = [];

  /** Events to come. */
  get pending(): number {
    return this.queue.size;
  }

  /** Runs `handler(subject)` at `time`. Throws a RangeError if that is past or no finite number. */
  schedule<Subject>(time: number, handler: Handler<Subject>, subject: Subject): void {
    this.insert(time, handler, subject);
  }

  /**
   * Executes every event before `end` (minutes; the end itself is not included) and leaves the clock there. May be
   * called again with a later end.
   */
  run(end: number): void {
    if (!(end >= this.now)) throw new RangeError(`cannot run until ${end}: the clock is at ${this.now}`);
    const { queue, handlers, subjects } = this;
    for (let slot = queue.popBefore(end); slot !== NONE; slot = queue.popBefore(end)) {
      const handler = handlers[slot]!;
      const subject = subjects[slot];
      handlers[slot] = undefined;
      subjects[slot] = undefined;
      this.now = queue.lastTime;
      this.executed++;
      handler(subject);
    }
    this.now = end;
  }

  /** Puts an event into the pending set and returns its slot. For Timer. */
  insert<Subject>(time: number, handler: Handler<Subject>, subject: Subject): number {
    if (!(time >= this.now && time < Infinity)) {
      const fault = Number.isFinite(time) ? 'is past' : 'is no time';
      throw new RangeError(`cannot schedule at ${time}, which ${fault}: the clock is at ${this.now}`);
    }
    const slot = this.queue.push(time);
    this.handlers[slot] = handler as Handler<unknown>;
    this.subjects[slot] = subject;
    return slot;
  }

  /** Takes an event out of the pending set. For Timer. */
  remove(slot: number): void {
    this.handlers[slot] = undefined;
    this.subjects[slot] = undefined;
    this.queue.cancel(slot);
  }
}
