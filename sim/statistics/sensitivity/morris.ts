import { RunningMoments } from '../running-moments.ts';

/** What a factor does, in the unit of the response per unit of the factor. */
export interface ElementaryEffects {
  /** One of each trajectory. */
  readonly effects: readonly number[];
  readonly mean: number;
  /** Mean of absolute values: the importance, also where effects of both signs cancel (Campolongo et al. 2007). */
  readonly meanAbsolute: number;
  /** Standard deviation: large where the factor interacts or its effect bends. Not there for one trajectory. */
  readonly deviation?: number;
}

/**
 * Trajectories of Morris's design in the unit cube: each starts at a random point of a grid with `levels` levels and
 * changes one factor after the other by delta = levels / (2 (levels - 1)), in random order (Morris 1991, "Factorial
 * sampling plans for preliminary computational experiments", Technometrics 33, p. 161-174). Shape
 * [trajectory][point][factor], one point more than there are factors. Levels even and from 2; throws a RangeError
 * otherwise.
 */
export function morrisTrajectories(of: {
  readonly trajectories: number;
  readonly factors: number;
  readonly levels?: number;
  readonly uniform: () => number;
}): number[][][] {
  const { trajectories, factors, levels = 4, uniform } = of;
  if (!(Number.isInteger(levels / 2) && levels >= 2)) throw new RangeError(`levels are even, not ${levels}`);
  const delta = levels / (2 * (levels - 1));
  return Array.from({ length: trajectories }, () => {
    // A factor starts in the lower half and goes up, or where that ends and comes down.
    const goesUp = Array.from({ length: factors }, () => uniform() < 0.5);
    const low = goesUp.map(() => Math.floor((uniform() * levels) / 2) / (levels - 1));
    const start = low.map((level, factor) => (goesUp[factor] ? level : level + delta));
    const order = inRandomOrder(factors, uniform);
    const points = [start];
    for (const factor of order) {
      const point = [...points.at(-1)!];
      point[factor]! += goesUp[factor] ? delta : -delta;
      points.push(point);
    }
    return points;
  });
}

/**
 * Elementary effects from trajectories in which two neighbouring points differ in one factor alone, and the responses
 * at the points: shapes [trajectory][point][factor] and [trajectory][point]. Throws a RangeError where neighbours do
 * not differ in just one factor.
 */
export function elementaryEffects(
  trajectories: readonly (readonly (readonly number[])[])[],
  responses: readonly (readonly number[])[],
): ElementaryEffects[] {
  const factors = trajectories[0]?.[0]?.length ?? 0;
  const found: number[][] = Array.from({ length: factors }, () => []);
  trajectories.forEach((points, t) => {
    for (let i = 1; i < points.length; i++) {
      const moved = points[i]!.flatMap((x, factor) => (x === points[i - 1]![factor] ? [] : [factor]));
      const [factor] = moved;
      if (moved.length !== 1 || factor === undefined) {
        throw new RangeError(`points ${i - 1} and ${i} of trajectory ${t} differ in ${moved.length} factors`);
      }
      const step = points[i]![factor]! - points[i - 1]![factor]!;
      found[factor]!.push((responses[t]![i]! - responses[t]![i - 1]!) / step);
    }
  });
  return found.map((effects) => {
    const moments = new RunningMoments(effects);
    const absolute = new RunningMoments(effects.map(Math.abs));
    const { variance } = moments;
    return {
      effects,
      mean: moments.mean ?? NaN,
      meanAbsolute: absolute.mean ?? NaN,
      ...(variance === undefined ? {} : { deviation: Math.sqrt(variance) }),
    };
  });
}

function inRandomOrder(n: number, uniform: () => number): number[] {
  return Array.from({ length: n }, (_, factor) => ({ factor, at: uniform() }))
    .sort((a, b) => a.at - b.at)
    .map(({ factor }) => factor);
}
