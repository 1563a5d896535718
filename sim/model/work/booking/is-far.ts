import { MINUTES_PER_DAY } from '../../../time/working-time.ts';
import type { MeetingRequest } from './meeting-request.ts';

/** Whether a meeting at its place and the way there and back are more than a day's work, at an instant. */
export function isFar(
  { salesperson, order }: Pick<MeetingRequest, 'salesperson' | 'order'>,
  now: number,
): boolean {
  const { place, minutes } = order;
  const { agenda, person } = salesperson;
  if (place.city === agenda.base.city) return false;
  const { workingTime, days } = person.shift;
  const day = Math.floor(workingTime.nextWorking(now) / MINUTES_PER_DAY);
  return 2 * agenda.travel.minutes(agenda.base, place) + minutes > days.endOf(day) - days.startOf(day);
}
