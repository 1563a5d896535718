import { roadMinutes } from '../../scenario/arithmetic/travel.ts';
import type { Scenario } from '../../scenario/schema/scenario.ts';
import type { Place, Travel } from './place.ts';

/** Travel by road or, between cities, by air where that is faster. */
export class TravelTimes implements Travel {
  private readonly territory: Scenario['territory'];

  constructor(territory: Scenario['territory']) {
    this.territory = territory;
  }

  minutes(from: Place, to: Place): number {
    if (from === to) return 0;
    const { flight, parking } = this.territory;
    const x = to.x - from.x;
    const y = to.y - from.y;
    const road = roadMinutes(this.territory, Math.sqrt(x * x + y * y));
    return (from.city === to.city ? road : Math.min(road, flight)) + parking;
  }
}
