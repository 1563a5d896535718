import type { Metric } from './metric.ts';
import { WEEKS_PER_YEAR } from './window.ts';

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
];
