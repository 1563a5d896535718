import { MINUTES_PER_DAY } from '../../../time/working-time.ts';
import type { Appointment } from '../../people/appointment.ts';
import type { FieldSeat } from '../../people/staff.ts';

/**
 * Whether somebody could go to an appointment that has been agreed for another: on a later day than today, within the
 * working hours, there in time from what comes before and on to what comes after.
 */
export function canGoTo(
  { start, end, place }: Appointment,
  { agenda, person }: FieldSeat,
  now: number,
): boolean {
  const day = Math.floor(start / MINUTES_PER_DAY);
  const { days, workingTime } = person.shift;
  const trip = agenda.tripOn(day);
  if (day <= Math.floor(now / MINUTES_PER_DAY) || days.isOff(day)) return false;
  // Not across a lunch, nor on a day that has none of the meeting's hours.
  if (workingTime.between(start, end) < end - start) return false;
  if (trip !== undefined && trip.place.city !== place.city) return false;
  const index = agenda.indexFrom(start);
  const [before, after] = [agenda.entries[index - 1], agenda.entries[index]];
  const isFirst = before === undefined || before.start < days.startOf(day);
  const isLast = after === undefined || after.start >= days.endOf(day);
  if (!isFirst && before.kind === 'journey') return false;
  const [from, fromPlace] = isFirst
    ? [days.startOf(day), agenda.placeOn(day)]
    : [(before as Appointment).end, before.place];
  const [to, toPlace] =
    isLast || after.kind === 'journey'
      ? [isLast ? days.endOf(day) : after.start, agenda.placeOn(day)]
      : [after.start, after.place];
  const { travel } = agenda;
  return from + travel.minutes(fromPlace, place) <= start && end + travel.minutes(place, toPlace) <= to;
}
