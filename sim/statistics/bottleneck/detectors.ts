import { RunningMoments } from '../running-moments.ts';

/** Figures by group of resources; the group with the largest one is the suspect. */
export interface Suspicion {
  /** Shape [group]; NaN where a group has no figure. */
  readonly figures: readonly number[];
  /** Place of the suspect; undefined if no group has a figure. */
  readonly suspect: number | undefined;
}

/** A stretch of time in which a resource was busy without a break. */
export type Period = readonly [from: number, to: number];

/** Utilisation: busy time over the horizon. `periods` has the shape [group][period]. */
export function byUtilisation(periods: readonly (readonly Period[])[], horizon: number): Suspicion {
  return suspicion(periods.map((of) => of.reduce((sum, [from, to]) => sum + to - from, 0) / horizon));
}

/**
 * Mean length of the periods in which a resource is active without a break: the constraint is the one that waits for
 * others least often (Roser, Nakano and Tanaka 2001, "A practical bottleneck detection method", Winter Simulation
 * Conference, p. 949-953). `periods` has the shape [group][period].
 */
export function byActivePeriod(periods: readonly (readonly Period[])[]): Suspicion {
  return suspicion(periods.map((of) => new RunningMoments(of.map(([from, to]) => to - from)).mean ?? NaN));
}

/**
 * Variance of the times between departures: behind the constraint they vary least (Betterton and Silver 2012,
 * "Detecting bottlenecks in serial production lines - a focus on interdeparture time variance", International Journal
 * of Production Research 50, p. 4158-4174). `times` has the shape [group][departure]; figures are negative variances.
 */
export function byInterdepartureVariance(times: readonly (readonly number[])[]): Suspicion {
  return suspicion(times.map((of) => -(new RunningMoments(of).variance ?? NaN)));
}

/** Mean wait for the group: the constraint is the one that is waited for longest. Shape [group]. */
export function byWait(waits: readonly number[]): Suspicion {
  return suspicion(waits);
}

/**
 * Elasticity of throughput to the capacity of each group, by paired runs: (TH(c_i (1 + h)) - TH) / (h TH). This is what
 * being the constraint means, and what the other detectors are scored against. `increased` has the shape [group].
 */
export function byElasticity(of: {
  readonly throughput: number;
  readonly increased: readonly number[];
  /** Relative increase of capacity, above 0; one for each group, or the same for all. */
  readonly increase: number | readonly number[];
}): Suspicion {
  const { throughput, increased, increase } = of;
  return suspicion(
    increased.map((more, group) => {
      const by = typeof increase === 'number' ? increase : increase[group]!;
      return (more - throughput) / (by * throughput);
    }),
  );
}

/**
 * Turning point of a serial line: the station before which stations are more often blocked than starved and after which
 * they are more often starved, and which is blocked and starved less than its neighbours (Li, Chang and Ni 2009,
 * "Data driven bottleneck detection of manufacturing systems", International Journal of Production Research 47).
 * Shares of time, shape [station]; undefined if no station is one.
 */
export function turningPoint(of: {
  readonly blocked: readonly number[];
  readonly starved: readonly number[];
}): number | undefined {
  const { blocked, starved } = of;
  const stopped = blocked.map((share, i) => share + starved[i]!);
  const found = blocked.findIndex((_, station) => {
    const isBefore = blocked.slice(0, station).every((share, i) => share > starved[i]!);
    const isAfter = blocked.slice(station + 1).every((share, i) => share < starved[station + 1 + i]!);
    const isLow = [station - 1, station + 1].every((i) => !(stopped[i]! <= stopped[station]!));
    return isBefore && isAfter && isLow;
  });
  return found < 0 ? undefined : found;
}

function suspicion(figures: readonly number[]): Suspicion {
  let suspect: number | undefined;
  figures.forEach((figure, group) => {
    if (Number.isNaN(figure)) return;
    if (suspect === undefined || figure > figures[suspect]!) suspect = group;
  });
  return { figures, suspect };
}
