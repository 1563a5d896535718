import { planFigures } from '../../scenario/arithmetic/headcount.ts';
import { resolveScenario } from '../../scenario/load.ts';
import { DEFAULT } from '../../scenario/origin.ts';
import type { Override } from '../../scenario/override.ts';
import { ScenarioError } from '../../scenario/problems.ts';
import type { ScenarioDocument } from '../../scenario/scenario-files.ts';
import type { Role } from '../../scenario/schema/ids.ts';
import { treeOf } from '../../scenario/tree.ts';
import type { Condition, MetricCondition } from '../conditions/condition.ts';
import { holds } from '../conditions/judge.ts';
import type { Simulated } from '../run-pool.ts';
import { Candidates, everyDesign, type Design, type Heads } from './designs.ts';
import type { RoleRange } from './head-range.ts';
import { largestLoad, rolesThatMustKeepUp } from './hopeless.ts';

/** A design that can be simulated; its cost is the payroll of a year. */
export interface FirmDesign extends Design {
  readonly simulated: Simulated;
}

/** The only metric that is known without simulation. */
export const PAYROLL = 'payroll-per-year';

/** A condition that arithmetic decides: the mean payroll, by the heads that the scenario asks for. */
export function isKnownByArithmetic(condition: Condition): condition is MetricCondition {
  return condition.kind === 'metric' && condition.metric === PAYROLL && condition.inShare === undefined;
}

/** The scenario with other heads. */
export class StaffingSpace {
  private readonly document: ScenarioDocument;
  private readonly overrides: readonly Override[];
  private readonly roles: readonly Role[];

  constructor(document: ScenarioDocument, overrides: readonly Override[], roles: readonly Role[]) {
    this.document = document;
    this.overrides = overrides;
    this.roles = roles;
  }

  /** Undefined if the scenario cannot be with these heads. */
  design(heads: Heads): FirmDesign | undefined {
    const settings = this.roles.map((role, i) => ({
      path: `organisation.roles.${role}.heads`,
      value: treeOf(heads[i]!, DEFAULT),
    }));
    try {
      const { scenario, sha256 } = resolveScenario(this.document, [...this.overrides, ...settings]);
      return { heads, cost: planFigures(scenario).payroll, simulated: { scenario, sha256 } };
    } catch (error) {
      if (error instanceof ScenarioError) return undefined;
      throw error;
    }
  }
}

/** The designs that are left to simulate, and why the others are not. */
export interface Screened {
  readonly candidates: Candidates<FirmDesign>;
  readonly designs: number;
  readonly byFacts: number;
  readonly byLoad: number;
}

/** Drops what arithmetic alone rules out. `hopelessLoad` is a share of paid time; nothing is dropped by load without it. */
export function screened(of: {
  readonly space: StaffingSpace;
  readonly ranges: readonly RoleRange[];
  readonly conditions: readonly Condition[];
  readonly payrollToday: number;
  readonly hopelessLoad: number | undefined;
}): Screened {
  const { space, ranges, conditions, payrollToday, hopelessLoad } = of;
  const known = conditions.filter(isKnownByArithmetic);
  const varied = ranges.map(({ role }) => role);
  const roles = conditions.flatMap(rolesThatMustKeepUp).filter((role) => varied.includes(role));
  const all = everyDesign(ranges);
  const valid = all.flatMap((heads) => space.design(heads) ?? []);
  const allowed = valid.filter(({ cost }) =>
    known.every(({ relation, bound }) => holds(relation, cost, bound === 'today' ? payrollToday : bound)),
  );
  const hopeful = allowed.filter(
    ({ simulated }) => hopelessLoad === undefined || largestLoad(simulated.scenario, roles) <= hopelessLoad,
  );
  return {
    candidates: new Candidates(hopeful),
    designs: all.length,
    byFacts: all.length - allowed.length,
    byLoad: allowed.length - hopeful.length,
  };
}
