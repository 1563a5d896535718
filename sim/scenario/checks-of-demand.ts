import type { Finding } from './finding.ts';
import type { Scenario } from './schema/scenario.ts';
import { formatQuantity } from './units.ts';

/** The model numbers the answers to one campaign; so many in the mean leave room for chance. */
const MOST_ANSWERS = 2000;

function campaignsAreAnswered({ market, organisation }: Scenario): readonly Finding[] {
  const { list, response, strongOffer } = market.promotions;
  const { batch, offer } = organisation.campaigns;
  const answers = Math.min(list, batch) * response * strongOffer.answers ** offer;
  if (answers <= MOST_ANSWERS) return [];
  return [
    {
      paths: ['market.promotions.response', 'market.promotions.list', 'organisation.campaigns.batch'],
      wrong: `a campaign would have ${answers.toFixed(0)} answers`,
      accepted: `at most ${MOST_ANSWERS}`,
    },
  ];
}

/** What is sold on the phone needs somebody to phone and somebody to make concepts. */
function phoneSalesAreStaffed({ organisation }: Scenario): readonly Finding[] {
  const { salesByPhone, assignments } = organisation;
  if (salesByPhone.upTo === 0) return [];
  const upTo = formatQuantity(salesByPhone.upTo, 'money');
  return (['sales-call', 'simple-concept'] as const)
    .filter((activity) => assignments[activity] === 'dropped')
    .map((activity) => ({
      paths: ['organisation.salesByPhone.upTo', `organisation.assignments.${activity}`],
      wrong: `opportunities up to ${upTo} are sold on the phone, and nobody does ${activity}`,
      accepted: `${activity} assigned to a role`,
    }));
}

function partnersAreSupported({ organisation }: Scenario): readonly Finding[] {
  if (organisation.partners.share === 0 || organisation.assignments['partner-support'] !== 'dropped')
    return [];
  return [
    {
      paths: ['organisation.partners.share', 'organisation.assignments.partner-support'],
      wrong: 'opportunities are left to partners, and nobody supports them',
      accepted: 'partner-support assigned to a role',
    },
  ];
}

/** With sales as the drum the buffer is customers who wait: holding meetings back would only make it longer. */
function ropeLeavesTheDrum({ organisation }: Scenario): readonly Finding[] {
  const { drum, rope } = organisation.throttle;
  if (drum !== 'sales' || rope === 'campaigns') return [];
  return [
    {
      paths: ['organisation.throttle.rope', 'organisation.throttle.drum'],
      wrong: `the drum is sales, and the rope holds back ${rope}, which the drum itself works on`,
      accepted: 'campaigns',
    },
  ];
}

function drumIsStaffed({ organisation }: Scenario): readonly Finding[] {
  const { drum } = organisation.throttle;
  if (drum === 'none' || drum === 'sales' || organisation.roles[drum].heads > 0) return [];
  return [
    {
      paths: ['organisation.throttle.drum', `organisation.roles.${drum}.heads`],
      wrong: `the drum is ${drum}, and nobody works there`,
      accepted: 'a function with at least one head',
    },
  ];
}

/** Checks of how opportunities are found, of the ways to sell, and of the throttle. */
export const demandChecks = [
  campaignsAreAnswered,
  phoneSalesAreStaffed,
  partnersAreSupported,
  ropeLeavesTheDrum,
  drumIsStaffed,
];
