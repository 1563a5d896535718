import { airMinutes, fasterMinutes, roadMinutes } from '../../scenario/arithmetic/travel.ts';
import type { Scenario } from '../../scenario/schema/scenario.ts';
import type { Leg, Place, Travel } from './place.ts';

/** Travel by road or, between cities, by air where that is faster. */
export class TravelTimes implements Travel {
  private readonly territory: Scenario['territory'];

  constructor(territory: Scenario['territory']) {
    this.territory = territory;
  }

  minutes(from: Place, to: Place): number {
    if (from === to) return 0;
    const { territory } = this;
    const straight = straightMiles(from, to);
    const isWithinCity = from.city === to.city;
    return (
      (isWithinCity ? roadMinutes(territory, straight) : fasterMinutes(territory, straight)) +
      territory.parking
    );
  }

  leg(from: Place, to: Place): Leg {
    const { territory } = this;
    const straight = straightMiles(from, to);
    const isFlown =
      from.city !== to.city && airMinutes(territory, straight) < roadMinutes(territory, straight);
    return { from, to, isFlown, roadMiles: isFlown ? 0 : straight * territory.circuity };
  }
}

function straightMiles(from: Place, to: Place): number {
  const x = to.x - from.x;
  const y = to.y - from.y;
  return Math.sqrt(x * x + y * y);
}
