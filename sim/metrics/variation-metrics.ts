import { SIMULATED_ROLES } from '../recorder/simulated-roles.ts';
import { OUTCOMES } from '../model/market/opportunity.ts';
import type { Metric } from './metric.ts';
import { ROLE_TITLES } from './role-metrics.ts';
import type { Window } from './window.ts';

const DECIDED = OUTCOMES.filter((outcome) => outcome !== 'disqualified');
const COUNTS = DECIDED.map((outcome) => `opportunities-decided.${outcome}`);
const AGES = DECIDED.map((outcome) => `opportunity-age.${outcome}`);
const MEETINGS = ['meetings.single', 'meetings.joint'];
const WAITS = ['meeting-wait.single', 'meeting-wait.joint'];

/** Standard deviation over mean, from a count, a sum and a sum of squares; undefined where there is no mean. */
export function variation(count: number, sum: number, squares: number): number | undefined {
  if (count === 0 || sum === 0) return undefined;
  const mean = sum / count;
  return Math.sqrt(Math.max(0, squares / count - mean ** 2)) / mean;
}

function variationOf(window: Window, counts: readonly string[], sums: readonly string[], squares: string) {
  return variation(window.total(...counts), window.total(...sums), window.total(`squares.${squares}`));
}

/** How unlike one customer's experience is to another's. */
export const VARIATION_METRICS: readonly Metric[] = [
  {
    id: 'cycle-time-variation',
    title: 'Variation of the cycle time',
    unit: 'share',
    isRatio: true,
    definition:
      'Standard deviation of the time from arrival to decision over its mean; disqualified opportunities are left out.',
    indifference: 0.02,
    weekly: false,
    of: (window) => variationOf(window, COUNTS, AGES, 'age'),
  },
  {
    id: 'meeting-wait-variation',
    title: 'Variation of the wait for a meeting',
    unit: 'share',
    isRatio: true,
    definition:
      'Standard deviation of the time from ready for a meeting until it begins over its mean; all meetings held on ' +
      'opportunities.',
    indifference: 0.02,
    weekly: false,
    of: (window) => variationOf(window, MEETINGS, WAITS, 'meeting-wait'),
  },
  ...SIMULATED_ROLES.map((role): Metric => ({
    id: `departure-variation.${role}`,
    title: `Variation of the times between departures: ${ROLE_TITLES[role]}`,
    unit: 'share',
    isRatio: true,
    definition:
      'Standard deviation of the working time between two ends of work in the role over its mean; work is a task or a ' +
      'meeting, and ends too where it is interrupted. Steadiest where nobody ever waits for work.',
    indifference: 0.05,
    weekly: false,
    of: (window) => variationOf(window, [`work-gaps.${role}`], [`work-gap.${role}`], `work-gap.${role}`),
  })),
];
