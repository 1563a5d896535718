import { ROLES } from '../schema/ids.ts';
import type { Scenario } from '../schema/scenario.ts';
import { flowOf } from './flow.ts';

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
