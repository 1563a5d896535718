import { MEETING_STAGES } from '../model/observer.ts';
import { SIMULATED_ROLES } from '../recorder/simulated-roles.ts';
import { ROLES } from '../scenario/schema/ids.ts';
import type { Metric } from './metric.ts';
import { ROLE_TITLES, type SimulatedRole } from './role-metrics.ts';
import { WEEKS_PER_YEAR, type Window } from './window.ts';

const BD_MEETINGS = MEETING_STAGES.map((stage) => `meetings-held.${stage}`);
const HIRES = ROLES.map((role) => `hires.${role}`);

function metricsOf(role: SimulatedRole): Metric[] {
  const title = ROLE_TITLES[role];
  return [
    {
      id: `heads.${role}`,
      title: `People employed: ${title}`,
      unit: 'number',
      definition: 'People employed, absent ones included and vacant seats not, time average.',
      isArithmetic: true,
      indifference: 0.1,
      weekly: true,
      of: (window) => window.heads(role),
    },
    {
      id: `absence-share.${role}`,
      title: `Absence of ${title}`,
      unit: 'share',
      definition: 'Paid working minutes lost to planned time off and sickness, over all that are paid.',
      indifference: 0.01,
      weekly: false,
      of: (window) => window.ratio(window.absentMinutes(role), window.paidMinutes(role)),
    },
  ];
}

/** Weeks in which fewer than half of the mean number of meetings of the window are held, in runs. */
function weakRuns(window: Window): number[] {
  const held = window.byWeek().map((week) => week.total(...BD_MEETINGS));
  const mean = held.reduce((sum, meetings) => sum + meetings, 0) / held.length;
  const runs: number[] = [];
  let length = 0;
  for (const meetings of held) {
    if (meetings < mean / 2) length++;
    else if (length > 0) {
      runs.push(length);
      length = 0;
    }
  }
  return length > 0 ? [...runs, length] : runs;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** Who is there, who is not, and what becomes of the meetings then. */
export const PEOPLE_METRICS: readonly Metric[] = [
  ...SIMULATED_ROLES.flatMap(metricsOf),
  {
    id: 'hires-per-year',
    title: 'People hired',
    unit: 'per year',
    definition:
      'People who have begun in any role: successors, and those who came with a plan of change or an expansion; not those who have changed jobs within the firm.',
    indifference: 0.2,
    weekly: false,
    of: (window) => window.perWeek(...HIRES) * WEEKS_PER_YEAR,
  },
  {
    id: 'meetings-covered',
    title: 'Meetings held by somebody who stands in',
    unit: 'share',
    definition: 'Business-development meetings that somebody else held than the salesperson, over all held.',
    indifference: 0.01,
    weekly: false,
    of: (window) => window.ratio(window.total('meetings.covered'), window.total(...BD_MEETINGS)),
  },
  {
    id: 'meetings-called-off-per-week',
    title: 'Meetings and visits that the firm calls off',
    unit: 'per week',
    definition: 'Agreed meetings and visits to which somebody who had to be there could not come.',
    indifference: 0.1,
    weekly: false,
    of: (window) => window.perWeek('meetings-called-off'),
  },
  {
    id: 'weak-weeks',
    title: 'Weeks with less than half of the meetings',
    unit: 'share',
    definition:
      'Share of the weeks measured in which fewer business-development meetings are held than half of their mean ' +
      'over all these weeks.',
    indifference: 0.01,
    weekly: false,
    of: (window) => sum(weakRuns(window)) / window.weeks,
  },
  {
    id: 'recovery-weeks',
    title: 'Weeks until meetings recover',
    unit: 'weeks',
    definition:
      'Weeks in a row with less than half of the meetings, mean over such runs; none if there is no run.',
    indifference: 0.5,
    weekly: false,
    of: (window) => {
      const runs = weakRuns(window);
      return window.ratio(sum(runs), runs.length);
    },
  },
];
