import type { Activity } from '../scenario/schema/ids.ts';
import type { PersonId } from './person-id.ts';
import type { Subject } from './subject.ts';

/** A meeting or visit that has been agreed, by who it is with and its number among those agreed with them. */
export interface AppointmentId {
  readonly about: Subject;
  readonly nth: number;
}

/** What becomes of the wish for a meeting or a visit until a day is agreed. */
export type BookingEvent =
  /** A customer wants a meeting, or the firm a visit: it waits to be booked from now on. */
  | { readonly kind: 'asked'; readonly about: Subject }
  /** Somebody has the customer on the phone, whether a day suits or not. */
  | { readonly kind: 'reached'; readonly about: Subject }
  | BookedAppointment
  /** Nobody wants it any more. */
  | { readonly kind: 'withdrawn'; readonly about: Subject };

/** A day has been agreed. */
export interface BookedAppointment extends AppointmentId {
  readonly kind: 'booked';
  readonly activity: Activity;
  readonly by: PersonId;
  /** The leader who comes along; undefined if none does. */
  readonly leader: PersonId | undefined;
  /** Minutes since the start. */
  readonly start: number;
  readonly end: number;
}
