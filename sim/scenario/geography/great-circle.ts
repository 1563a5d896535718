/** Mean radius of the Earth, miles: 6,371.0088 km (IUGG; Moritz 2000, "Geodetic Reference System 1980", J. Geodesy 74). */
export const EARTH_RADIUS_MILES = 6371.0088 / 1.609344;

/** A point on the Earth, in degrees; north and east are positive. */
export interface Coordinates {
  readonly latitude: number;
  readonly longitude: number;
}

/** Shortest way on the sphere between two points, miles: the haversine formula (Sinnott 1984, Sky and Telescope 68). */
export function greatCircleMiles(one: Coordinates, other: Coordinates): number {
  const north = radians(other.latitude - one.latitude);
  const east = radians(other.longitude - one.longitude);
  const h =
    Math.sin(north / 2) ** 2 +
    Math.cos(radians(one.latitude)) * Math.cos(radians(other.latitude)) * Math.sin(east / 2) ** 2;
  return 2 * EARTH_RADIUS_MILES * Math.asin(Math.min(1, Math.sqrt(h)));
}

export function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
