import type { Window } from './window.ts';

/** What a figure is measured in. Money is in the scenario's currency. */
export type MetricUnit =
  | 'per week'
  | 'per year'
  | 'per salesperson and week'
  | 'per head and day'
  | 'share'
  | 'number'
  | 'minutes'
  | 'hours'
  | 'hours per week'
  | 'hours per head and week'
  | 'days'
  | 'weeks'
  | 'week'
  | 'half-days per week'
  | 'money'
  | 'money per year';

/** One figure that the firm is judged by. */
export interface Metric {
  /** Kebab-case, the member of a family after a dot. Stable. */
  readonly id: string;
  readonly title: string;
  readonly unit: MetricUnit;
  /** What is counted, when the clock starts and stops, what is left out. */
  readonly definition: string;
  /** Differences up to this size do not matter; in the unit, or as a share of the first organisation's mean. */
  readonly indifference: number | { readonly share: number };
  /**
   * Follows from the scenario by arithmetic as long as nobody comes or goes: that it is the same in every replication
   * is no chance.
   */
  readonly isArithmetic?: true;
  /** Of a share: it is a ratio and no part of a whole, so that it may lie outside 0 to 100 %. */
  readonly isRatio?: true;
  /** Whether it is also shown week by week. */
  readonly weekly: boolean;
  /** The figure over a window of weeks; undefined where it does not exist. */
  readonly of: (window: Window) => number | undefined;
}
