import type { Finding } from './finding.ts';
import type { Scenario } from './schema/scenario.ts';

const STAND_INS = { executive: 'sales-manager', 'project-leader': 'project-leader' } as const;

function somebodyStandsIn({ organisation: { staffing, roles } }: Scenario): readonly Finding[] {
  const { cover } = staffing;
  if (cover === 'nobody' || cover === 'colleague' || roles[STAND_INS[cover]].heads > 0) return [];
  const role = STAND_INS[cover];
  return [
    {
      paths: ['organisation.staffing.cover', `organisation.roles.${role}.heads`],
      wrong: `somebody of the role ${role} is to stand in, a role with nobody in it`,
      accepted: 'a role with at least one head, colleague, or nobody',
    },
  ];
}

function executivesWork({ organisation: { staffing, management } }: Scenario): readonly Finding[] {
  if (staffing.cover !== 'executive' || management.sales) return [];
  return [
    {
      paths: ['organisation.staffing.cover', 'organisation.management.sales'],
      wrong: 'executives are to stand in, and nothing says what else they have to do',
      accepted: 'management.sales: true, so that it is their own time',
    },
  ];
}

/** Checks of who stands in for whom. */
export const peopleChecks = [somebodyStandsIn, executivesWork];
