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

/** Whether anything that people in a role do is simulated; of managers only where the organisation says so. */
export function hasWork({ organisation }: Scenario, role: Role): boolean {
  const simulated: readonly Role[] = SIMULATED_ROLES;
  if (role === 'sales-manager') return organisation.management.sales;
  if (role === 'support-manager') return organisation.management.support;
  return simulated.includes(role);
}
