import type { Simulation } from '../../../engine/simulation.ts';
import { MINUTES_PER_DAY } from '../../../time/working-time.ts';
import type { Observer, PersonId } from '../../observer.ts';
import type { Trip } from '../../people/agenda.ts';

/** Tells of a trip that is over now: a night before each of its days that has come, on its eve the one that follows. */
export function tellTrip(
  { firstDay, days, booked, held }: Trip,
  { role, index }: PersonId,
  { observer, simulation }: { readonly observer: Observer; readonly simulation: Simulation },
): void {
  const { now } = simulation;
  const daysCome = Math.floor(now / MINUTES_PER_DAY) - firstDay + 1;
  const nights = Math.max(1, Math.min(daysCome, days));
  observer.onTripEnded({ role, index, days, nights, booked, held }, now);
}
