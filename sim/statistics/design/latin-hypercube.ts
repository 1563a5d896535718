/** Points of a design, shape [point][factor], each coordinate in (0, 1). */
export type UnitDesign = readonly (readonly number[])[];

/**
 * A Latin hypercube sample: of `points` strata of equal width each factor visits every one once, in random order and at
 * a random place within it, or in its middle (McKay, Beckman and Conover 1979, "A comparison of three methods for
 * selecting values of input variables", Technometrics 21). `uniform` gives numbers in (0, 1). Throws a RangeError for
 * fewer than one point or factor.
 */
export function latinHypercube(of: {
  readonly points: number;
  readonly factors: number;
  readonly uniform: () => number;
  readonly isCentred?: boolean;
}): number[][] {
  const { points, factors, uniform, isCentred = false } = of;
  if (!(Number.isInteger(points) && points >= 1 && Number.isInteger(factors) && factors >= 1)) {
    throw new RangeError(`no Latin hypercube of ${points} points and ${factors} factors`);
  }
  const columns = Array.from({ length: factors }, () =>
    shuffled(points, uniform).map((stratum) => (stratum + (isCentred ? 0.5 : uniform())) / points),
  );
  return Array.from({ length: points }, (_, point) => columns.map((column) => column[point]!));
}

/** Whether each factor of a design visits each of as many strata as there are points exactly once. */
export function isLatin(design: UnitDesign): boolean {
  const factors = design[0]?.length ?? 0;
  for (let factor = 0; factor < factors; factor++) {
    const strata = new Set(design.map((point) => Math.floor(point[factor]! * design.length)));
    if (strata.size !== design.length) return false;
  }
  return true;
}

/** 0 to n - 1 in random order (Durstenfeld 1964, Algorithm 235). */
function shuffled(n: number, uniform: () => number): number[] {
  const order = Array.from({ length: n }, (_, i) => i);
  for (let last = n - 1; last > 0; last--) {
    const other = Math.floor(uniform() * (last + 1));
    [order[last], order[other]] = [order[other]!, order[last]!];
  }
  return order;
}
