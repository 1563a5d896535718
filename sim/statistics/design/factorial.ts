/**
 * Every combination of levels, the last factor changing fastest: shape [point][factor]. `levels` has the shape
 * [factor][level]. One point without factors; none if a factor has no level.
 */
export function fullFactorial<Level>(levels: readonly (readonly Level[])[]): Level[][] {
  return levels.reduce<Level[][]>(
    (points, ofFactor) => points.flatMap((point) => ofFactor.map((level) => [...point, level])),
    [[]],
  );
}

/** Effects in coded units, a factor at its lower level being -1 and at its upper one +1. */
export interface FactorialEffects {
  /** Mean of all points. */
  readonly mean: number;
  /** Half the change from lower to upper level, one for each factor. */
  readonly main: readonly number[];
  /** Coefficients of the products of two factors, [a][b] for b below a. */
  readonly interactions: readonly (readonly number[])[];
}

/**
 * Effects of a full factorial with two levels of each factor, in the order of `fullFactorial`: the responses, one of
 * each point, on coded levels (Law 2015, section 12.2). Throws a RangeError for a number of responses that is no power
 * of two.
 */
export function factorialEffects(responses: readonly number[]): FactorialEffects {
  const factors = Math.log2(responses.length);
  if (!Number.isInteger(factors))
    throw new RangeError(`${responses.length} responses are no two-level factorial`);
  const coded = (point: number, factor: number) => ((point >> (factors - 1 - factor)) & 1 ? 1 : -1);
  const contrast = (sign: (point: number) => number) =>
    responses.reduce((sum, response, point) => sum + sign(point) * response, 0) / responses.length;
  const each = Array.from({ length: factors }, (_, factor) => factor);
  return {
    mean: contrast(() => 1),
    main: each.map((a) => contrast((point) => coded(point, a))),
    interactions: each.map((a) =>
      each.slice(0, a).map((b) => contrast((point) => coded(point, a) * coded(point, b))),
    ),
  };
}
