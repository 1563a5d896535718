/** A weekly series as it is drawn; shape [week]. */
type Weekly = readonly (number | null)[];

/** Weeks over which weekly figures are averaged for charts. */
export const SMOOTHED_WEEKS = 4;

/** Weights by distance from the middle. */
const WEIGHTS = [0.25, 0.25, 0.125];
const REACH = WEIGHTS.length - 1;
/** Shorter runs are drawn as they are. */
const SHORTEST_RUN = 12;

/** Whether a run of so many weeks is smoothed for charts. */
export function isSmoothed(weeks: number): boolean {
  return weeks >= SHORTEST_RUN;
}

/**
 * Centred mean over four weeks: the two outermost of five count half (2x4-MA of Hyndman and Athanasopoulos
 * 2021, "Forecasting: Principles and Practice", section 3.3). The first two and the last two weeks have none.
 * Weeks without a figure are left out of the mean of others; such a week itself stays without one.
 */
export function smoothed(values: Weekly): Weekly {
  if (!isSmoothed(values.length)) return values;
  return values.map((value, week) => {
    if (value === null || week < REACH || week >= values.length - REACH) return null;
    let [sum, weight] = [0, 0];
    for (let distance = -REACH; distance <= REACH; distance++) {
      const other = values[week + distance] ?? null;
      if (other === null) continue;
      const share = WEIGHTS[Math.abs(distance)]!;
      sum += share * other;
      weight += share;
    }
    return sum / weight;
  });
}

/** A number with as many digits as a drawing needs, so that files are small and read well. */
export function rounded(value: number | null): number | null {
  return value === null ? null : Number(value.toPrecision(6));
}
