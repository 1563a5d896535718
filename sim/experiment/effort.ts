/** How many replications: a number, until some metrics are precise enough, or until some differences are decided. */
export type Effort =
  | { readonly kind: 'fixed'; readonly replications: number }
  | {
      readonly kind: 'precision';
      /** Largest half-width over mean allowed, of every organisation. */
      readonly relative: number;
      /** Ids of the metrics that have to be that precise. */
      readonly metrics: readonly string[];
      readonly atMost: number;
    }
  | DecisionEffort;

/** To replicate until differences are decided. */
export interface DecisionEffort {
  readonly kind: 'decision';
  /** Ids of the metrics whose differences to the first organisation have to be decided. */
  readonly metrics: readonly string[];
  /** That all verdicts are right together, in (0, 1). */
  readonly confidence: number;
  /** Replications at most, from 2. */
  readonly atMost: number;
}
