/** A point of the territory: miles east and north of its south-west corner, and the number of its city. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly city: number;
}

/** Minutes from one place to another, parking at the other included. */
export interface Travel {
  minutes(from: Place, to: Place): number;
}
