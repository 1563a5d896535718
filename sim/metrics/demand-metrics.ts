import type { Metric } from './metric.ts';
import { WEEKS_PER_YEAR } from './window.ts';

const WORKING_DAYS = 5;

/** What the firm does to find opportunities, and what comes of it. */
export const DEMAND_METRICS: readonly Metric[] = [
  {
    id: 'campaign-answers-per-week',
    title: 'Opportunities from campaigns',
    unit: 'per week',
    definition:
      'Opportunities that arrived because somebody answered a campaign, those included that lose interest before ' +
      'anybody reaches them.',
    indifference: 0.2,
    weekly: true,
    of: (window) => window.perWeek('opportunities-arrived.promotion'),
  },
  {
    id: 'campaign-response',
    title: 'Share of addresses that answer a campaign',
    unit: 'share',
    definition: 'Answers that campaigns will have over the addresses they were sent to, by date of sending.',
    indifference: 0.0005,
    weekly: false,
    of: (window) => window.ratio(window.total('campaigns.answers'), window.total('campaigns.addresses')),
  },
  {
    id: 'opportunities-per-promotions-hour',
    title: 'Opportunities for an hour of work on campaigns',
    unit: 'number',
    definition: 'Opportunities from campaigns over hours that promotions coordinators work on campaigns.',
    indifference: { share: 0.05 },
    weekly: false,
    of: (window) =>
      window.ratio(
        window.total('opportunities-arrived.promotion'),
        window.total('minutes.promotions-coordinator.campaign') / 60,
      ),
  },
  {
    id: 'opportunities-gone-cold-per-week',
    title: 'Opportunities lost for not being reached in time',
    unit: 'per week',
    definition: 'Respondents to campaigns who lost interest before anybody had reached them on the phone.',
    indifference: 0.2,
    weekly: true,
    of: (window) => window.perWeek('opportunities-decided.gone-cold'),
  },
  {
    id: 'campaign-cost-per-year',
    title: 'Spent on campaigns',
    unit: 'money per year',
    definition: 'What campaigns cost beside the work on them, in the week in which they are sent.',
    indifference: { share: 0.01 },
    weekly: false,
    of: (window) => window.perWeek('campaigns.cost') * WEEKS_PER_YEAR,
  },
  {
    id: 'inside-conversations-per-day',
    title: 'Conversations of an inside salesperson',
    unit: 'per head and day',
    definition:
      'Conversations with accounts that inside salespeople phone, over those employed and five days a week. Dials ' +
      'that reach nobody are not counted.',
    indifference: 0.5,
    weekly: true,
    of: (window) =>
      window.ratio(window.perWeek('inside.conversations') / WORKING_DAYS, window.firm.heads('inside-sales')),
  },
  {
    id: 'inside-orders-per-week',
    title: 'Orders taken by inside sales',
    unit: 'per week',
    definition:
      'Conversations of inside sales in which a simple order was taken that would not have come by itself.',
    indifference: { share: 0.05 },
    weekly: true,
    of: (window) => window.perWeek('inside.orders'),
  },
  {
    id: 'opportunities-from-inside-sales-per-week',
    title: 'Opportunities found by inside sales',
    unit: 'per week',
    definition:
      'Conversations of inside sales in which a need for a project came up: passed on to whoever sells it.',
    indifference: 0.1,
    weekly: false,
    of: (window) => window.perWeek('opportunities-arrived.inside'),
  },
  {
    id: 'opportunities-reactivated-per-week',
    title: 'Opportunities taken up again',
    unit: 'per week',
    definition: 'Opportunities once not pursued that were still open when somebody called.',
    indifference: 0.2,
    weekly: false,
    of: (window) => window.perWeek('opportunities-arrived.neglected'),
  },
  {
    id: 'sales-calls-per-week',
    title: 'Sales conversations on the phone',
    unit: 'per week',
    definition:
      'Conversations on an opportunity in place of a meeting, with a next step asked for. They are not among the ' +
      'business-development meetings, which are held in the field.',
    indifference: { share: 0.05 },
    weekly: true,
    of: (window) => window.perWeek('sales-calls'),
  },
  {
    id: 'partner-orders-per-week',
    title: 'Projects won by partners',
    unit: 'per week',
    definition:
      'Opportunities that a partner sold, in the week of the decision; they are among the projects won.',
    indifference: { share: 0.05 },
    weekly: true,
    of: (window) => window.perWeek('partner-wins'),
  },
];
