import type { Scenario } from '../../scenario/schema/scenario.ts';
import type { Place, Travel } from './place.ts';

/**
 * Travel by road or, between cities, by air where that is faster. A road leg is straight distance times circuity; its
 * first miles are driven at metro speed, the rest at regional speed.
 */
export class TravelTimes implements Travel {
  private readonly circuity: number;
  private readonly metroMiles: number;
  private readonly metroMinutesPerMile: number;
  private readonly regionalMinutesPerMile: number;
  private readonly parkingMinutes: number;
  private readonly flightMinutes: number;

  constructor(territory: Scenario['territory']) {
    this.circuity = territory.circuity;
    this.metroMiles = territory.metroMiles;
    this.metroMinutesPerMile = 60 / territory.metroSpeed;
    this.regionalMinutesPerMile = 60 / territory.regionalSpeed;
    this.parkingMinutes = territory.parking;
    this.flightMinutes = territory.flight;
  }

  minutes(from: Place, to: Place): number {
    if (from === to) return 0;
    const x = to.x - from.x;
    const y = to.y - from.y;
    const miles = Math.sqrt(x * x + y * y) * this.circuity;
    const metro = Math.min(miles, this.metroMiles);
    const road = metro * this.metroMinutesPerMile + (miles - metro) * this.regionalMinutesPerMile;
    return (from.city === to.city ? road : Math.min(road, this.flightMinutes)) + this.parkingMinutes;
  }
}
