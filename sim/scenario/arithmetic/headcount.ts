import { ROLES, type Role } from '../schema/ids.ts';
import type { Scenario } from '../schema/scenario.ts';
import { flowOf } from './flow.ts';
import { offeredLoads } from './offered-load.ts';

/** Appointments a week that the source documents take for one field salesperson's capacity: S2, line 140. */
const APPOINTMENTS_PER_SALESPERSON = 20;

/** What follows from a scenario by arithmetic, beside the load of each role. */
export interface PlanFigures {
  /** Little's law: open opportunities = pursued a week times weeks from arrival to decision, at the least. */
  readonly openOpportunities: number;
  readonly cycleWeeks: number;
  readonly meetingsPerWeek: number;
  /** Field salespeople by the formula of the source documents: meetings a week over 20. */
  readonly salespeopleByFormula: number;
  readonly heads: number;
  readonly payroll: number;
}

export function planFigures(scenario: Scenario): PlanFigures {
  const { roles } = scenario.organisation;
  const flow = flowOf(scenario);
  const meetingsPerWeek = Object.values(flow.meetings).reduce((sum, count) => sum + count, 0);
  return {
    openOpportunities: flow.pursued * flow.cycleWeeks,
    cycleWeeks: flow.cycleWeeks,
    meetingsPerWeek,
    salespeopleByFormula: meetingsPerWeek / APPOINTMENTS_PER_SALESPERSON,
    heads: ROLES.reduce((sum, role) => sum + roles[role].heads, 0),
    payroll: ROLES.reduce((sum, role) => sum + roles[role].heads * roles[role].salary, 0),
  };
}

/** Share of their paid time for which project leaders are planned: parameters, section 5; "contention" in S2, line 216. */
const PLANNED = 0.8;

/**
 * Heads of a role by the formulas of the source documents: field salespeople are the meetings of a week over 20 (S2, line
 * 140); one coordinator for each of them, "non-negotiable" (S2, lines 231-235); everybody else has work for 80 % of his
 * time, the rest being protective capacity (S2, lines 223-229), the offered load being that of the scenario. Rounded up.
 * Undefined for a role that has nobody in the scenario, or nothing to do.
 */
export function headsByFormula(scenario: Scenario, role: Role): number | undefined {
  const salespeople = Math.ceil(planFigures(scenario).salespeopleByFormula);
  if (role === 'salesperson' || role === 'sales-coordinator') return salespeople;
  const load = offeredLoads(scenario).find((one) => one.role === role);
  if (load === undefined || load.hoursOffered === 0) return undefined;
  return Math.ceil(load.hoursOffered / (PLANNED * (load.hoursPaid / load.heads)));
}
