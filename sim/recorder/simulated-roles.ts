import type { Role } from '../scenario/schema/ids.ts';
import type { Scenario } from '../scenario/schema/scenario.ts';

/** Roles whose people the model simulates: they can be busy, queue work, and be the constraint. */
export const SIMULATED_ROLES = [
  'salesperson',
  'sales-coordinator',
  'project-leader',
  'customer-service',
  'inside-sales',
  'promotions-coordinator',
  'sales-manager',
  'support-manager',
  'engineering',
  'production',
  'finishing',
] as const;

/** Roles that have nothing to do but what is assigned to them. */
const ASSIGNED_ONLY: readonly Role[] = ['inside-sales', 'promotions-coordinator'];

/**
 * Whether anything that people in a role do is simulated: of managers only where the organisation says so, of others
 * only if something is assigned to them, now or by a step of a plan.
 */
export function hasWork({ organisation, transition }: Scenario, role: Role): boolean {
  const simulated: readonly Role[] = SIMULATED_ROLES;
  if (role === 'sales-manager') return organisation.management.sales;
  if (role === 'support-manager') return organisation.management.support;
  if (!ASSIGNED_ONLY.includes(role)) return simulated.includes(role);
  const all = [organisation, ...transition.steps.map((step) => step.organisation)];
  return all.some(({ assignments = {} }) => Object.values<string | undefined>(assignments).includes(role));
}
