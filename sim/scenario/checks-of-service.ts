import { momentsOf } from '../random/moments.ts';
import { MINUTES_PER_DAY, type WorkingPattern } from '../time/working-time.ts';
import type { Finding } from './finding.ts';
import { CENTRES, PRODUCTS } from './schema/ids.ts';
import type { Scenario } from './schema/scenario.ts';
import { formatQuantity } from './units.ts';

const MEETING = 'organisation.customerService.meeting';
const HOURS = 'organisation.roles.customer-service.hours';

/** Meetings of customer service lie inside the hours of everybody who comes, and apart. */
function meetingsFit({ organisation, activities }: Scenario): readonly Finding[] {
  const { perDay, first, second } = organisation.customerService.meeting;
  const lasts = momentsOf(activities['work-in-progress-meeting'].time).mean;
  const { hours, heads } = organisation.roles['customer-service'];
  const starts = (
    [
      ['first', first],
      ['second', second],
    ] as const
  ).slice(0, perDay);
  const findings: Finding[] = starts
    .filter(([, at]) => hours.slice(0, heads).some((pattern) => !coversOnItsDays(pattern, at, at + lasts)))
    .map(([name, at]) => ({
      paths: [`${MEETING}.${name}`, HOURS, 'activities.work-in-progress-meeting.time'],
      wrong:
        `at ${formatQuantity(at, 'work')} after midnight not every representative is at work ` +
        `for the ${formatQuantity(lasts, 'work')} of the meeting`,
      accepted: 'a time inside the hours of everybody, on every working day',
    }));
  if (perDay === 2 && second < first + lasts) {
    findings.push({
      paths: [`${MEETING}.second`, `${MEETING}.first`],
      wrong: 'the second meeting begins before the first one is over',
      accepted: 'a later time',
    });
  }
  return findings;
}

/** Whether a stretch of the day is worked on every day on which anything is. */
function coversOnItsDays({ intervals }: WorkingPattern, from: number, to: number): boolean {
  const days = new Set(intervals.map((interval) => Math.floor(interval.from / MINUTES_PER_DAY)));
  return [...days].every((day) => {
    const midnight = day * MINUTES_PER_DAY;
    return intervals.some((interval) => interval.from <= midnight + from && midnight + to <= interval.to);
  });
}

function sitesAreStaffed({ organisation }: Scenario): readonly Finding[] {
  const { sites } = organisation.customerService;
  const { heads } = organisation.roles['customer-service'];
  if (sites === 1 || sites <= heads) return [];
  return [
    {
      paths: ['organisation.customerService.sites', 'organisation.roles.customer-service.heads'],
      wrong: `${heads} representatives cannot be shared out among ${sites} sites`,
      accepted: 'at most as many sites as representatives',
    },
  ];
}

function finishingIsStaffed({ production, organisation }: Scenario): readonly Finding[] {
  const { heads } = organisation.roles.finishing;
  const finished = PRODUCTS.filter((product) => momentsOf(production.products[product].finishing).mean > 0);
  if (heads > 0 || finished.length === 0) return [];
  return [
    {
      paths: [
        'organisation.roles.finishing.heads',
        ...finished.map((product) => `production.products.${product}.${CENTRES[2]}`),
      ],
      wrong: `there is nobody in the role finishing, to whom come: ${finished.join(', ')}`,
      accepted: '1 or more',
    },
  ];
}

/** Checks of how customer service and the works are run. */
export const serviceChecks = [meetingsFit, sitesAreStaffed, finishingIsStaffed];
