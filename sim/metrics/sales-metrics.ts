import { OPPORTUNITY_SOURCES } from '../model/market/opportunity.ts';
import { MEETING_STAGES } from '../model/observer.ts';
import { MINUTES_PER_DAY, MINUTES_PER_WEEK } from '../time/working-time.ts';
import type { Metric } from './metric.ts';
import type { Window } from './window.ts';

const BD_MEETINGS = MEETING_STAGES.map((stage) => `meetings-held.${stage}`);
const ARRIVED = OPPORTUNITY_SOURCES.map((source) => `opportunities-arrived.${source}`);
const PURSUED_OUTCOMES = [
  'won',
  'competitor',
  'no-decision',
  'expired',
  'gone-cold',
  'not-rebooked',
  'declined',
] as const;
const DECIDED = PURSUED_OUTCOMES.map((outcome) => `opportunities-decided.${outcome}`);
const AGES = PURSUED_OUTCOMES.map((outcome) => `opportunity-age.${outcome}`);
const NOT_KEPT = ['meetings-not-kept.at-the-door', 'meetings-not-kept.cancelled'] as const;
const TWENTIETH = { share: 0.05 };

function bdMeetings(window: Window): number {
  return window.total(...BD_MEETINGS);
}

function perSalesperson(window: Window, perWeek: number): number | undefined {
  return window.ratio(perWeek, window.heads('salesperson'));
}

/** Meetings, opportunities and what becomes of them. */
export const SALES_METRICS: readonly Metric[] = [
  {
    id: 'bd-meetings-per-week',
    title: 'Business-development meetings held',
    unit: 'per week',
    definition:
      'Meetings that were held, attached to an opportunity, with a next step asked for: conceptual meeting, ' +
      'requirement discovery, presentation, closing. Counted in the week in which they begin. Maintenance visits, ' +
      'no-shows and internal meetings are not counted.',
    indifference: TWENTIETH,
    weekly: true,
    of: (window) => bdMeetings(window) / window.weeks,
  },
  {
    id: 'bd-meetings-per-salesperson-week',
    title: 'Business-development meetings a salesperson holds',
    unit: 'per salesperson and week',
    definition: 'Business-development meetings held, per employed salesperson and calendar week.',
    indifference: 0.1,
    weekly: true,
    of: (window) => perSalesperson(window, bdMeetings(window) / window.weeks),
  },
  {
    id: 'days-with-four-meetings',
    title: 'Days with four meetings or more',
    unit: 'share',
    definition:
      'Days on which a salesperson holds four business-development meetings or more, over working days of all ' +
      'salespeople employed. Visits and no-shows are not counted.',
    indifference: 0.02,
    weekly: false,
    of: (window) =>
      window.ratio(
        window.perWeek('days-with-four-meetings'),
        window.heads('salesperson') * window.firm.daysWorked('salesperson'),
      ),
  },
  {
    id: 'visits-per-salesperson-week',
    title: 'Maintenance visits a salesperson holds',
    unit: 'per salesperson and week',
    definition: 'Visits to accounts without a business-development objective that were held.',
    indifference: 0.1,
    weekly: false,
    of: (window) => perSalesperson(window, window.perWeek('visits.held')),
  },
  {
    id: 'visits-missed-per-week',
    title: 'Maintenance visits nobody found time for',
    unit: 'per week',
    definition: 'Visits still without a day when the account was due for the next one.',
    indifference: 0.5,
    weekly: false,
    of: (window) => window.perWeek('visits.missed'),
  },
  {
    id: 'meetings-not-kept',
    title: 'Booked meetings that customers do not keep',
    unit: 'share',
    definition:
      'Business-development meetings cancelled the day before or not kept at the door, over all that were booked ' +
      'and came to their end.',
    indifference: 0.01,
    weekly: false,
    of: (window) => {
      const lost = window.total(...NOT_KEPT);
      return window.ratio(lost, lost + bdMeetings(window));
    },
  },
  {
    id: 'scheduling-errors-per-week',
    title: 'Scheduling errors',
    unit: 'per week',
    definition:
      'While two rules of scheduling live side by side: customers called by both sides, and days given away twice.',
    indifference: TWENTIETH,
    weekly: true,
    of: (window) => window.perWeek('scheduling-errors.second-call', 'scheduling-errors.day-given-twice'),
  },
  {
    id: 'travel-minutes-per-meeting',
    title: 'Travel per meeting or visit',
    unit: 'minutes',
    definition:
      'Minutes that salespeople travel, no-shows and ways home included, over business-development meetings and ' +
      'maintenance visits held. Travel of project leaders is not counted.',
    indifference: TWENTIETH,
    weekly: true,
    of: (window) =>
      window.ratio(
        window.total('minutes.salesperson.travel'),
        bdMeetings(window) + window.total('visits.held'),
      ),
  },
  {
    id: 'opportunities-pursued-per-week',
    title: 'Opportunities pursued',
    unit: 'per week',
    definition:
      'Opportunities that arrived from any source, own prospecting and campaigns included, less those disqualified.',
    indifference: TWENTIETH,
    weekly: true,
    of: (window) => window.perWeek(...ARRIVED) - window.perWeek('opportunities-decided.disqualified'),
  },
  {
    id: 'opportunities-disqualified-per-week',
    title: 'Opportunities not pursued',
    unit: 'per week',
    definition: 'Opportunities dropped on arrival because their estimated chance was under the threshold.',
    indifference: 0.2,
    weekly: false,
    of: (window) => window.perWeek('opportunities-decided.disqualified'),
  },
  {
    id: 'opportunities-found-per-week',
    title: 'Opportunities found by own prospecting',
    unit: 'per week',
    definition: 'Opportunities that salespeople find by cold calls in idle time.',
    indifference: 0.2,
    weekly: false,
    of: (window) => window.perWeek('opportunities-arrived.prospecting'),
  },
  {
    id: 'opportunities-expired-per-week',
    title: 'Opportunities lost to waiting',
    unit: 'per week',
    definition: 'Opportunities whose customer lost patience while the firm made him wait.',
    indifference: 0.2,
    weekly: true,
    of: (window) => window.perWeek('opportunities-decided.expired'),
  },
  {
    id: 'orders-won-per-week',
    title: 'Projects won',
    unit: 'per week',
    definition: 'Opportunities decided in favour of the firm, in the week of the decision.',
    indifference: TWENTIETH,
    weekly: true,
    of: (window) => window.perWeek('opportunities-decided.won'),
  },
  {
    id: 'win-rate',
    title: 'Share of pursued opportunities that are won',
    unit: 'share',
    definition: 'Won over all decided: won, lost to a competitor, no decision, expired, not booked again.',
    indifference: 0.005,
    weekly: false,
    of: (window) => window.ratio(window.total('opportunities-decided.won'), window.total(...DECIDED)),
  },
  {
    id: 'open-opportunities-per-salesperson',
    title: 'Open opportunities per salesperson',
    unit: 'number',
    definition: 'Opportunities arrived and not yet decided, time average, over employed salespeople.',
    indifference: TWENTIETH,
    weekly: true,
    of: (window) => perSalesperson(window, window.average('opportunities-open')),
  },
  {
    id: 'cycle-time',
    title: 'Cycle time of an opportunity',
    unit: 'weeks',
    definition: 'From arrival to decision, mean of those decided; disqualified ones are left out.',
    indifference: TWENTIETH,
    weekly: false,
    of: (window) => divided(window.ratio(window.total(...AGES), window.total(...DECIDED)), MINUTES_PER_WEEK),
  },
  {
    id: 'wait-for-single-meeting',
    title: 'Wait for a meeting with the salesperson alone',
    unit: 'days',
    definition:
      'From the customer being ready for the meeting until it begins, bookings that were not kept included. ' +
      'Mean of business-development meetings held without a project leader, in calendar days.',
    indifference: 0.5,
    weekly: true,
    of: (window) => waitIn(window, 'single'),
  },
  {
    id: 'wait-for-joint-meeting',
    title: 'Wait for a meeting with salesperson and project leader',
    unit: 'days',
    definition: 'The same for meetings that need a project leader too.',
    indifference: 0.5,
    weekly: true,
    of: (window) => waitIn(window, 'joint'),
  },
  {
    id: 'project-leader-half-days-per-week',
    title: 'Half-days that project leaders have planned',
    unit: 'half-days per week',
    definition: 'Half-days given to engagements, all leaders together, in the week in which they begin.',
    indifference: TWENTIETH,
    weekly: true,
    of: (window) => (window.heads('project-leader') === 0 ? undefined : window.perWeek('half-days')),
  },
];

function waitIn(window: Window, kind: 'single' | 'joint'): number | undefined {
  return divided(
    window.ratio(window.total(`meeting-wait.${kind}`), window.total(`meetings.${kind}`)),
    MINUTES_PER_DAY,
  );
}

function divided(value: number | undefined, by: number): number | undefined {
  return value === undefined ? undefined : value / by;
}
