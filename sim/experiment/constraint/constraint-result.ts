import type { Estimate } from '../transition/transition-result.ts';
import type { Provenance } from '../result.ts';
import type { ConstraintGroup, ConstraintOdds } from '../search/constraint-odds.ts';

/** Ways to find the constraint: four that watch, and one that tries. */
export const DETECTORS = ['utilisation', 'wait', 'active-period', 'departures', 'elasticity'] as const;
export type Detector = (typeof DETECTORS)[number];

/** The JSON result of `constraint`. `null` where a figure does not exist. */
export interface ConstraintResult {
  readonly schema: 'salesworks/constraint/1';
  readonly provenance: Provenance;
  readonly organisation: string;
  /** Who could be it: roles that have people and work, and the market. */
  readonly groups: readonly ConstraintGroup[];
  readonly detectors: Readonly<Record<Detector, DetectorResult>>;
  readonly verdict: ConstraintVerdict;
  /** Metric whose elasticity is taken. */
  readonly throughput: string;
  /** By how much the market was enlarged, as a share. */
  readonly marketIncrease: number;
}

export interface DetectorResult extends ConstraintOdds {
  /** What the detector looks at, by group, means over replications; groups without such a figure are not there. */
  readonly figures: Readonly<Partial<Record<ConstraintGroup, Estimate>>>;
}

/** What trying says: whose capacity throughput follows. */
export interface ConstraintVerdict {
  /** Null if the replications cannot separate the groups in `among`, or if no capacity is shown to matter. */
  readonly is: ConstraintGroup | null;
  /** Those that cannot be told apart from the first one, most elastic first; the constraint alone if there is one. */
  readonly among: readonly ConstraintGroup[];
  /** Whether any capacity, or the market, is shown to raise throughput. */
  readonly isAnythingShown: boolean;
  /** Detectors that name somebody else, or nobody. */
  readonly disagree: readonly Detector[];
}
