import type { Metric } from './metric.ts';
import type { Window } from './window.ts';

function perDecision(window: Window, what: string): number | undefined {
  return window.ratio(window.total(`asked.${what}`), window.total('asked.decisions'));
}

/** How customers were gone along with, seen when they are asked to decide. */
export const BUYING_METRICS: readonly Metric[] = [
  {
    id: 'readiness-at-decision',
    title: 'Readiness of customers who are asked to decide',
    unit: 'share',
    definition:
      'Share of the chance to win that readiness to buy leaves, when the closing meeting has been thought about; ' +
      'mean over those asked. 100 % where customers neither ripen nor cool.',
    indifference: 0.01,
    weekly: false,
    of: (window) => perDecision(window, 'readiness'),
  },
  {
    id: 'broken-promises-per-decision',
    title: 'Meetings not followed up in time',
    unit: 'number',
    definition:
      'Meetings after which the customer did not hear from the firm in time, for each customer asked to decide. ' +
      'Counted only where customers mind.',
    indifference: 0.1,
    weekly: false,
    of: (window) => perDecision(window, 'broken-promises'),
  },
  {
    id: 'steps-too-soon-per-decision',
    title: 'Steps taken too soon',
    unit: 'number',
    definition:
      'Steps that the firm took before the customer was where they need him, for each customer asked to decide; ' +
      'those that cost the opportunity before are not counted.',
    indifference: 0.1,
    weekly: false,
    of: (window) => perDecision(window, 'steps-too-soon'),
  },
];
