import type { OrganisationResult, RoleFacts } from '../../sim/experiment/result.ts';

/** What one role contributes to the difference in payroll between two organisations; money per year. */
export interface PayrollStep {
  readonly role: string;
  readonly headsBefore: number;
  readonly headsAfter: number;
  /** Salary of one head; that of the second organisation where they differ. */
  readonly salary: number;
  readonly before: number;
  readonly after: number;
  /** Whether the role has work to do in this model. */
  readonly hasWork: boolean;
}

/** Roles of both organisations in the order of the first, then those that only the second has. */
export function payrollSteps(
  before: OrganisationResult | undefined,
  after: OrganisationResult,
): PayrollStep[] {
  const [old, young] = [before?.facts.roles ?? [], after.facts.roles];
  const roles = [...new Set([...old, ...young].map(({ role }) => role))];
  return roles.map((role) => {
    const [from, to] = [old.find((facts) => facts.role === role), young.find((facts) => facts.role === role)];
    return {
      role,
      headsBefore: from?.heads ?? 0,
      headsAfter: to?.heads ?? 0,
      salary: (to ?? from)!.salary,
      before: costOf(from),
      after: costOf(to),
      hasWork: (to ?? from)!.hasWork,
    };
  });
}

/** Salaries of a year. */
export function payrollOf({ facts }: OrganisationResult): number {
  return facts.roles.reduce((sum, role) => sum + costOf(role), 0);
}

/** People employed. */
export function headsOf({ facts }: OrganisationResult): number {
  return facts.roles.reduce((sum, { heads }) => sum + heads, 0);
}

function costOf(facts: RoleFacts | undefined): number {
  return facts === undefined ? 0 : facts.heads * facts.salary;
}
