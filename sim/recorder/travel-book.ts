import type { Leg } from '../model/market/place.ts';
import type { EndedTrip } from '../model/observer.ts';
import { ROLES } from '../scenario/schema/ids.ts';
import type { Recording } from './recording.ts';
import { weekOf } from './weekly-level.ts';

/** Appointments that fill a day of a trip: S2, line 179. */
const FULL_DAY = 4;
/** A trip counts as filled with seven of eight. */
const FILLED = 7 / 8;

const SALESPERSON = ROLES.indexOf('salesperson');

/** Sums of travel for each week: miles, flights, and trips with their nights and appointments. */
export class TravelBook {
  private readonly sums;

  constructor(recording: Recording) {
    this.sums = {
      roadMiles: recording.of('road-miles'),
      flights: recording.of('flights'),
      nights: recording.of('nights-away'),
      trips: recording.family('trips', ['ended', 'filled', 'booked', 'held']),
    };
  }

  onSetOut({ isFlown, roadMiles }: Leg, at: number): void {
    const week = weekOf(at);
    this.sums.roadMiles[week]! += roadMiles;
    if (isFlown) this.sums.flights[week]!++;
  }

  onTripEnded({ role, nights, days, booked, held }: EndedTrip, at: number): void {
    const week = weekOf(at);
    this.sums.nights[week]! += nights;
    // A leader comes along on the trip of a salesperson.
    if (role !== SALESPERSON) return;
    const { trips } = this.sums;
    trips.ended[week]!++;
    trips.booked[week]! += booked;
    trips.held[week]! += held;
    if (booked >= FILLED * FULL_DAY * days) trips.filled[week]!++;
  }
}
