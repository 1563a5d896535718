import { EARTH_RADIUS_MILES, radians, type Coordinates } from './great-circle.ts';

/** A point of a map: miles east and north of the point at which it is centred. */
export interface MapPoint {
  readonly x: number;
  readonly y: number;
}

/**
 * Lambert's conformal conic projection of the sphere with two standard parallels (Snyder 1987, "Map projections: a
 * working manual", USGS Professional Paper 1395, equations 15-1 to 15-5 with the Earth as a sphere). Along the
 * standard parallels distances are true; between them they are a little too short, beyond a little too long.
 */
export class ConicProjection {
  private readonly cone: number;
  private readonly factor: number;
  private readonly centre: Coordinates;
  private readonly centreRadius: number;

  /** Standard parallels in degrees, both north of the equator. */
  constructor(centre: Coordinates, parallels: readonly [south: number, north: number]) {
    const [south, north] = parallels.map(radians) as [number, number];
    // One parallel that the cone touches is the limit of two that come together.
    this.cone =
      north - south < 1e-6
        ? Math.sin(south)
        : Math.log(Math.cos(south) / Math.cos(north)) / Math.log(stretched(north) / stretched(south));
    this.factor = (Math.cos(south) * stretched(south) ** this.cone) / this.cone;
    this.centre = centre;
    this.centreRadius = this.radiusAt(centre.latitude);
  }

  /**
   * The projection for cities between two latitudes: standard parallels a sixth of the range from either end (Deetz
   * and Adams 1934, after Snyder 1987, page 105).
   */
  static around(cities: readonly Coordinates[]): ConicProjection {
    const latitudes = cities.map(({ latitude }) => latitude);
    const longitudes = cities.map(({ longitude }) => longitude);
    const [south, north] = [Math.min(...latitudes), Math.max(...latitudes)];
    const [west, east] = [Math.min(...longitudes), Math.max(...longitudes)];
    const sixth = (north - south) / 6;
    const centre = { latitude: (south + north) / 2, longitude: (west + east) / 2 };
    return new ConicProjection(centre, [south + sixth, north - sixth]);
  }

  project({ latitude, longitude }: Coordinates): MapPoint {
    const radius = this.radiusAt(latitude);
    const angle = this.cone * radians(longitude - this.centre.longitude);
    return { x: radius * Math.sin(angle), y: this.centreRadius - radius * Math.cos(angle) };
  }

  /** Map distance over true distance at a latitude: Snyder's equation 15-4. */
  scaleAt(latitude: number): number {
    return (this.cone * this.radiusAt(latitude)) / (EARTH_RADIUS_MILES * Math.cos(radians(latitude)));
  }

  private radiusAt(latitude: number): number {
    return (EARTH_RADIUS_MILES * this.factor) / stretched(radians(latitude)) ** this.cone;
  }
}

/** Tangent of half a right angle plus half the latitude. */
function stretched(latitude: number): number {
  return Math.tan(Math.PI / 4 + latitude / 2);
}
