import type { Activity } from '../../../scenario/schema/ids.ts';
import type { BookedAppointment } from '../../booking-event.ts';
import { TIME_USES } from '../../observer.ts';
import type { Booking } from './meeting-request.ts';

/** What the firm tells of a meeting or visit that has been agreed. */
export function bookedEvent({ request, appointment, seat, leader, nth }: Booking): BookedAppointment {
  return {
    kind: 'booked',
    about: request.order.about,
    nth,
    activity: TIME_USES[appointment.timeUse] as Activity,
    by: seat.person,
    leader: leader === seat ? undefined : leader?.person,
    start: appointment.start,
    end: appointment.end,
  };
}
