import type { ClaimVerdict } from './verdict.ts';

/** The JSON of `claims`: stable, other programs read it. `null` where a figure does not exist. */
export interface ClaimsResult {
  readonly schema: 'salesworks/claims/1';
  readonly provenance: ClaimsProvenance;
  /** In the order of the files. Those that were not finished when the work was stopped are left out. */
  readonly claims: readonly ClaimResult[];
  /** Experiments on statements of the documents that contradict each other. */
  readonly contradictions: readonly ClaimResult[];
}

export interface ClaimsProvenance {
  readonly version: string;
  readonly commit: string | null;
  readonly command: string;
  readonly seed: number;
  /** Whether fewer replications were made than the files ask for. */
  readonly quick: boolean;
  /** Runs simulated, equal ones once. */
  readonly runs: number;
  /** Set if Ctrl-C ended the work before all claims were judged. */
  readonly interrupted: boolean;
  readonly scenarios: readonly { readonly name: string; readonly sha256: string }[];
}

export interface ClaimResult {
  readonly id: string;
  readonly verdict: ClaimVerdict;
  readonly estimate: number | null;
  readonly ci95: readonly [number | null, number | null] | null;
  readonly unit: string | null;
  /** Of the first test; null if the claim is not testable, not there in results of earlier versions. */
  readonly margins?: Margins | null;
  /** `market.opportunities.inflow = 0.62`, or `none at 0.5 or 3`; null where nothing is varied. */
  readonly breakEven: string | null;
  /** One line. */
  readonly reason: string;
  readonly group: string;
  readonly groupTitle: string;
  readonly source: string;
  readonly claim: string;
  readonly kind: string;
  /** What is simulated; null if the claim is not testable. */
  readonly simulated: string | null;
  /** Each number with its rule: the first one is the estimate. */
  readonly tests: readonly TestResult[];
  readonly arms: readonly ArmResult[];
  readonly run: { readonly weeks: number; readonly warmUp: number; readonly replications: number } | null;
  readonly fragile: FragileResult | null;
  readonly ablation: TestResult['details'] | null;
  /** What was found out after the run; changes nothing. */
  readonly finding: string | null;
}

/**
 * How far a number lies inside the region in which its claim holds: above 0 inside, below 0 outside, d / (d + |bound|) at
 * the distance d from the nearest bound, to whose size a hundredth of the figures is added; 1 and -1 where the number is
 * infinite.
 */
export interface Margins {
  /** null where there is no estimate. */
  readonly estimate: number | null;
  /** The least and the greatest margin over the 95 % interval; null where there is none, or the number is exact. */
  readonly lower: number | null;
  readonly upper: number | null;
}

export interface TestResult {
  /** `ratio of bd-meetings-per-week: after to before`. */
  readonly measure: string;
  /** `at least 8 and at most 12`. */
  readonly holds: string;
  readonly estimate: number | null;
  readonly ci95: readonly [number | null, number | null] | null;
  /** Whether the number follows from the scenarios without simulating. */
  readonly exact: boolean;
  readonly unit: string;
  readonly n: number;
  readonly leftOut: number;
  readonly details: readonly {
    readonly label: string;
    readonly value: number | null;
    readonly ci95: readonly [number | null, number | null] | null;
  }[];
}

export interface ArmResult {
  readonly name: string;
  readonly scenario: string;
  /** `path = value`, without the length of the run. */
  readonly changes: readonly string[];
  readonly sha256: string;
}

export interface FragileResult {
  readonly path: string;
  readonly from: string;
  readonly to: string;
  /** The value that the scenario has, written like the others; null if it has no one number there. */
  readonly default: string | null;
  readonly why: string;
  /** Values that were tried, and how far inside the region the estimate was there: below 0 outside, in (-1, 1). */
  readonly probes: readonly { readonly at: number; readonly margin: number }[];
}
