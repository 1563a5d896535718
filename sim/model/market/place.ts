/** A point of the territory: miles east and north of its south-west corner, and the number of its city. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly city: number;
}

/** How somebody gets from one place to another. */
export interface Leg {
  readonly from: Place;
  readonly to: Place;
  readonly isFlown: boolean;
  /** Miles driven; 0 for a flight, of which the ways to and from the airport are part of the time door to door. */
  readonly roadMiles: number;
}

/** Minutes from one place to another, parking at the other included, and how one gets there. */
export interface Travel {
  minutes(from: Place, to: Place): number;
  leg(from: Place, to: Place): Leg;
}
