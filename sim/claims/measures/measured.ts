/** One number beside the main one: the share of a switch, the mean of an arm. */
export interface Detail {
  readonly label: string;
  readonly value: number;
  /** Bounds at 95 %; not there where there is none. */
  readonly ci95?: readonly [lower: number, upper: number] | undefined;
}

/** What was measured. Numbers may be infinite: a week that never comes. */
export interface Measured {
  /** undefined where the figure does not exist. */
  readonly estimate: number | undefined;
  /** Both bounds are the estimate if it is exact; undefined where there is no interval. */
  readonly ci95: readonly [lower: number, upper: number] | undefined;
  readonly isExact: boolean;
  readonly unit: string;
  /** Replications, or firms, that have the figure. */
  readonly n: number;
  /** Replications in which a figure did not exist. */
  readonly leftOut: number;
  /** Why the claim cannot hold whatever the number is: a step against the trend. */
  readonly objection?: string | undefined;
  readonly details: readonly Detail[];
}

/** What was measured from a number and its interval, as statistics give them. */
export function measuredOf(
  of: {
    readonly n: number;
    readonly mean?: number | undefined;
    readonly lower?: number | undefined;
    readonly upper?: number | undefined;
  },
  more: Pick<Measured, 'unit'> & Partial<Measured>,
): Measured {
  const { n, mean, lower, upper } = of;
  const ci95 = lower === undefined || upper === undefined ? undefined : ([lower, upper] as const);
  return { estimate: mean, ci95, isExact: false, n, leftOut: 0, details: [], ...more };
}
