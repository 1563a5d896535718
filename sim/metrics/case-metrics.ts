import { LATE_CAUSES, type LateCause } from '../model/observer.ts';
import { ageQuantile } from '../recorder/age-histogram.ts';
import { CASE_TYPES } from '../scenario/schema/ids.ts';
import type { Metric } from './metric.ts';

const CLOSED = CASE_TYPES.map((type) => `cases-closed.${type}`);
const OLD = 0.95;

const CAUSES: Readonly<Record<LateCause, { readonly title: string; readonly definition: string }>> = {
  salesperson: {
    title: 'Late because of the salesperson',
    definition: 'waiting until the salesperson took the call, or began the case',
  },
  queue: { title: 'Late because of the queue', definition: 'waiting until customer service began it' },
  interrupted: {
    title: 'Late because it was left for later',
    definition: 'lying there begun: after hours, during a meeting, or for something more urgent',
  },
  'production-answer': {
    title: "Late because of production's answer",
    definition: 'waiting for an answer from production',
  },
  work: { title: 'Late because of the work', definition: 'the work itself' },
};

function lateBecause(cause: LateCause): Metric {
  const { title, definition } = CAUSES[cause];
  return {
    id: `late-cases.${cause}`,
    title,
    unit: 'share',
    definition: `Cases closed late of which most office hours went into ${definition}; over all closed.`,
    indifference: 0.005,
    weekly: false,
    of: (window) => window.ratio(window.total(`cases-late.${cause}`), window.total(...CLOSED)),
  };
}

/** How customer service copes: what is open, how old it gets, why it is late, and what it costs after hours. */
export const CASE_METRICS: readonly Metric[] = [
  {
    id: 'open-cases',
    title: 'Open cases',
    unit: 'number',
    definition: 'Cases that clients have brought and that are not closed, whoever has them; time average.',
    indifference: { share: 0.05 },
    weekly: true,
    of: (window) => window.average('cases-open'),
  },
  {
    id: 'case-age-p95',
    title: 'Age below which 95 % of cases are closed',
    unit: 'hours',
    definition:
      'Office hours from the call of the client to the end of the case; from a histogram whose classes are 9 % apart.',
    indifference: { share: 0.05 },
    weekly: false,
    of: (window) => {
      const minutes = ageQuantile('case-office-age', OLD, (name) => window.total(name));
      return minutes === undefined ? undefined : minutes / 60;
    },
  },
  ...LATE_CAUSES.map(lateBecause),
  {
    id: 'overtime-hours-per-week',
    title: 'Overtime of customer service',
    unit: 'hours per head and week',
    definition: 'Hours worked outside the hours of the rota, for cases due then; mean over heads.',
    indifference: 0.05,
    weekly: false,
    of: (window) =>
      window.ratio(window.perWeek('overtime.customer-service') / 60, window.firm.heads('customer-service')),
  },
  {
    id: 'cases-through-salespeople-per-week',
    title: 'Cases that clients bring to salespeople',
    unit: 'per week',
    definition: 'Cases closed in the week that the client brought to the salesperson, kept or passed on.',
    indifference: { share: 0.05 },
    weekly: true,
    of: (window) => window.perWeek('cases-through.salesperson'),
  },
];
