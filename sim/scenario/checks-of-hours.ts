import { momentsOf } from '../random/moments.ts';
import { MINUTES_PER_DAY, type Interval, type WorkingPattern } from '../time/working-time.ts';
import type { Finding } from './finding.ts';
import type { Scenario } from './schema/scenario.ts';
import { formatQuantity } from './units.ts';

/** What salespeople do at the customer's, by appointment. */
const VISITS = [
  'conceptual-meeting',
  'requirement-discovery',
  'presentation',
  'closing',
  'maintenance-visit',
] as const;
/** Meetings to which a project leader comes along. */
const JOINT_MEETINGS = ['requirement-discovery', 'presentation'] as const;

const SALES_HOURS = 'organisation.roles.salesperson.hours';
const LEADER_HOURS = 'organisation.roles.project-leader.hours';

function meetingsFitHours(scenario: Scenario): readonly Finding[] {
  const { hours } = scenario.organisation.roles.salesperson;
  const longest = Math.min(...hours.map((pattern) => longestOf(stretchesOf(pattern))));
  return VISITS.filter((visit) => slotMinutes(scenario, visit) > longest).map((visit) => ({
    paths: [SALES_HOURS, `activities.${visit}.time`, 'booking.grid'],
    wrong:
      `a ${visit} of ${formatQuantity(slotMinutes(scenario, visit), 'work')} does not fit ` +
      `into hours without a break of more than ${formatQuantity(longest, 'work')}`,
    accepted: 'hours in which every meeting and visit of mean length fits without a break',
  }));
}

function leadersMeetCustomers(scenario: Scenario): readonly Finding[] {
  const { assignments, roles, briefs } = scenario.organisation;
  const isLed =
    briefs.takenBy === 'by-form' ||
    [assignments['take-brief'], assignments['solution-design']].includes('project-leader');
  const leaders = roles['project-leader'];
  if (!isLed || leaders.heads === 0) return [];
  const leaderHours = leaders.hours.slice(0, leaders.heads);
  const common = Math.min(
    ...roles.salesperson.hours.map((pattern) =>
      Math.max(...leaderHours.map((other) => longestOf(commonOf(pattern, other)))),
    ),
  );
  return JOINT_MEETINGS.filter((meeting) => slotMinutes(scenario, meeting) > common).map((meeting) => ({
    paths: [LEADER_HOURS, SALES_HOURS, `activities.${meeting}.time`, 'booking.grid'],
    wrong:
      `a ${meeting} of ${formatQuantity(slotMinutes(scenario, meeting), 'work')} needs salesperson and project ` +
      `leader together, who both work for at most ${formatQuantity(common, 'work')} without a break`,
    accepted: 'hours of both roles that overlap for long enough',
  }));
}

function tripsFitWeek({ territory, organisation, booking }: Scenario): readonly Finding[] {
  if (territory.layout !== 'cities') return [];
  const { tripDays } = organisation.booking;
  const days = Math.min(...organisation.roles.salesperson.hours.map(daysInRow));
  const findings: Finding[] = [];
  if (tripDays > days) {
    findings.push({
      paths: ['organisation.booking.tripDays', SALES_HOURS],
      wrong: `a trip of ${tripDays} days is longer than the days in a row that a salesperson works (${days})`,
      accepted: `at most ${days}`,
    });
  }
  if (tripDays * MINUTES_PER_DAY > booking.horizon - booking.frozen) {
    findings.push({
      paths: ['organisation.booking.tripDays', 'booking.horizon', 'booking.frozen'],
      wrong: `a trip of ${tripDays} days does not fit between booking.frozen and booking.horizon`,
      accepted: 'a trip that can be booked',
    });
  }
  return findings;
}

/** Checks of working hours against what has to be done in them. */
export const hoursChecks = [meetingsFitHours, leadersMeetCustomers, tripsFitWeek];

/** Mean length of an appointment, in minutes, on the grid on which appointments are booked. */
function slotMinutes({ activities, booking }: Scenario, visit: (typeof VISITS)[number]): number {
  // Less than the rounding of a mean is no further step of the grid.
  return Math.ceil(momentsOf(activities[visit].time).mean / booking.grid - 1e-9) * booking.grid;
}

/** Stretches of a week without a break: intervals that touch are one. */
function stretchesOf({ intervals }: WorkingPattern): Interval[] {
  const stretches: Interval[] = [];
  for (const interval of intervals) {
    const last = stretches.at(-1);
    if (last?.to === interval.from) stretches[stretches.length - 1] = { from: last.from, to: interval.to };
    else stretches.push(interval);
  }
  return stretches;
}

function commonOf(a: WorkingPattern, b: WorkingPattern): Interval[] {
  return stretchesOf(a).flatMap((one) =>
    stretchesOf(b).map((other) => ({
      from: Math.max(one.from, other.from),
      to: Math.min(one.to, other.to),
    })),
  );
}

/** Minutes of the longest interval, 0 if there is none. */
function longestOf(intervals: readonly Interval[]): number {
  return Math.max(0, ...intervals.map(({ from, to }) => to - from));
}

/** Most days in a row of one week with any working hours. */
function daysInRow({ intervals }: WorkingPattern): number {
  const worked = new Set(intervals.map(({ from }) => Math.floor(from / MINUTES_PER_DAY)));
  let most = 0;
  for (let day = 0, row = 0; day < 7; day++) {
    row = worked.has(day) ? row + 1 : 0;
    most = Math.max(most, row);
  }
  return most;
}
