import type { Metric } from './metric.ts';

/** Managers, and who looks after accounts. */
export const MANAGEMENT_METRICS: readonly Metric[] = [
  {
    id: 'coaching-done',
    title: 'Coaching for which managers found time',
    unit: 'share',
    definition:
      'People coached within the week in which they were to be, over all who were to be. Where managers work.',
    indifference: 0.01,
    weekly: false,
    of: (window) => window.ratio(window.total('coaching.done'), window.total('coaching.due')),
  },
  {
    id: 'keeper-changes-per-week',
    title: 'Accounts that somebody else took over',
    unit: 'per week',
    definition:
      'Accounts that are looked after by somebody else from then on: by rotation, or since salespeople came or went. ' +
      'Counted only where clients mind.',
    indifference: 0.1,
    weekly: false,
    of: (window) => window.perWeek('keepers-changed'),
  },
];
