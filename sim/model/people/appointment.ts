import type { Place } from '../market/place.ts';
import type { PersonId } from '../observer.ts';
import type { Subject } from '../subject.ts';

/** What became of an appointment. */
export type AppointmentOutcome = 'held' | 'not-kept';

export interface AppointmentOrder {
  /** Minutes since the start. */
  readonly start: number;
  readonly minutes: number;
  readonly place: Place;
  /** Place of the activity in the list of time uses. */
  readonly timeUse: number;
  /** Everybody who has to be there; the first leads. */
  readonly people: readonly PersonId[];
  /** What it is held for; nothing in particular if left out. */
  readonly about?: Subject;
  /** Asked when it begins: whether the customer appears. Customers always do if left out. */
  readonly isKept?: () => boolean;
  /** Minutes that they lose at the door if not. */
  readonly lostMinutes?: number;
  /** Told when it ends, held or not. */
  readonly onEnded?: (appointment: Appointment, outcome: AppointmentOutcome) => void;
  /** Told when somebody who has to be there cannot come. Nobody is if left out. */
  readonly onCalledOff?: () => void;
}

/** Something agreed for a fixed time and place. Those who have to be there leave in time and are not kept from it. */
export class Appointment {
  readonly kind = 'appointment';
  readonly start: number;
  readonly end: number;
  readonly place: Place;
  readonly timeUse: number;
  readonly about: Subject | undefined;
  people: readonly PersonId[];
  /** Whether the customer appeared; undefined until it has begun. */
  isHeld: boolean | undefined = undefined;
  private readonly isKept: (() => boolean) | undefined;
  private readonly lostMinutes: number;
  private readonly onEnded: ((appointment: Appointment, outcome: AppointmentOutcome) => void) | undefined;
  private readonly onCalledOff: (() => void) | undefined;

  constructor(order: AppointmentOrder) {
    this.start = order.start;
    this.end = order.start + order.minutes;
    this.place = order.place;
    this.timeUse = order.timeUse;
    this.about = order.about;
    this.people = order.people;
    this.isKept = order.isKept;
    this.lostMinutes = order.lostMinutes ?? 0;
    this.onEnded = order.onEnded;
    this.onCalledOff = order.onCalledOff;
  }

  /** Somebody who has to be there cannot come. */
  callOff(): void {
    this.onCalledOff?.();
  }

  /** Somebody attends: the minutes until it is over for them. */
  begin(): number {
    this.isHeld ??= this.isKept?.() ?? true;
    // Nobody waits at the door for longer than the meeting would have lasted: the next one is booked after that.
    const minutes = this.end - this.start;
    return this.isHeld ? minutes : Math.min(minutes, this.lostMinutes);
  }

  /** Somebody leaves it at its end; when that is who leads, it has ended. */
  onLeft(person: PersonId): void {
    if (person === this.people[0]) this.onEnded?.(this, this.isHeld === true ? 'held' : 'not-kept');
  }
}

/** A journey at a fixed time, outside working hours if need be: to a far city and back. */
export interface Journey {
  readonly kind: 'journey';
  /** When it begins; minutes since the start. */
  readonly start: number;
  readonly place: Place;
}
