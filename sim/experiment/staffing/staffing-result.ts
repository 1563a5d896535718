import type { ConditionVerdict, Judgement } from '../conditions/judge.ts';
import type { MetricDifference, MetricResult, ScenarioFacts, WarmUp } from '../result.ts';

/** The JSON result of `staff`. `null` where a figure does not exist. */
export interface StaffingResult {
  readonly schema: 'salesworks/staffing/1';
  readonly provenance: StaffingProvenance;
  /** Roles that are staffed, in the order in which they were named. */
  readonly roles: readonly StaffedRole[];
  readonly goal: { readonly most: boolean; readonly metric: string; readonly unit: string };
  readonly conditions: readonly string[];
  readonly search: SearchFacts;
  /** The answer; null if nothing is shown to meet all conditions. */
  readonly best: StaffedDesign | null;
  /** Designs that the replications left undecided and that would be better: cheaper, or not told from the best. */
  readonly open: readonly StaffedDesign[];
  /** The firm as it is today. */
  readonly today: StaffedDesign;
  /** The staffing by the formulas of the source documents; null if they cannot be simulated. */
  readonly formula: StaffedDesign | null;
  /** Every design that was examined, cheapest first. */
  readonly examined: readonly ExaminedDesign[];
}

export interface StaffingProvenance {
  readonly version: string;
  readonly commit: string | null;
  readonly command: string;
  readonly seed: number;
  readonly warmUp: WarmUp;
  /** The scenario, and that of today. */
  readonly scenarios: readonly ScenarioFacts[];
  /** Simulated in all. */
  readonly runs: number;
  readonly interrupted: boolean;
}

export interface StaffedRole {
  readonly role: string;
  readonly from: number;
  readonly to: number;
  readonly today: number;
  /** By the formulas of the source documents; null if they say nothing. */
  readonly formula: number | null;
  readonly best: number | null;
}

/** How the answer was looked for, and what that guarantees. */
export interface SearchFacts {
  /** Ways to staff the roles within their ranges. */
  readonly designs: number;
  /** Of these dropped without simulation: no valid scenario, or more payroll than a condition allows; ... */
  readonly byFacts: number;
  /** ... or offered more than `hopelessLoad` of the paid hours of a role of which a condition speaks. */
  readonly byLoad: number;
  readonly hopelessLoad: number | null;
  readonly examined: number;
  /** Designs that may be better and that nobody looked at, because the budget was used up. */
  readonly unexamined: number;
  /** Replications after which a design is looked at. */
  readonly looks: readonly number[];
  /** Of the answer as a whole. */
  readonly confidence: number;
  /** Smallest difference of the goal worth detecting; null where the goal is known without simulation. */
  readonly indifference: number | null;
  /**
   * Whether the search came to its end, so that the guarantee holds: of what is shown to meet the conditions, nothing is
   * better. What is in `open` may be, and these replications do not show whether it meets them.
   */
  readonly isComplete: boolean;
}

export interface ExaminedDesign {
  readonly heads: Readonly<Record<string, number>>;
  readonly payroll: number;
  readonly verdict: ConditionVerdict;
  readonly replications: number;
}

/** A design with its figures over all of its replications. */
export interface StaffedDesign extends ExaminedDesign {
  readonly people: number;
  /** In the order of the conditions, at the levels of the search. */
  readonly conditions: readonly (Omit<Judgement, 'margin'> & { readonly condition: string })[];
  /** The figure of the goal, and its difference to today's. */
  readonly goal: MetricResult;
  readonly fromToday: MetricDifference;
}
