import type { Recording } from '../recorder/recording.ts';
import type { Metric } from './metric.ts';

const MINUTES_PER_WEEK = 10_080;

/** How long work was held back, over a window. */
export const THROTTLE_METRICS: readonly Metric[] = [
  {
    id: 'throttled-share',
    title: 'Share of time in which work is held back',
    unit: 'share',
    definition:
      'Time in which the rope holds campaigns or meetings back, because the buffer before the drum was in its last ' +
      'third and has not been back in its first one, over all time.',
    indifference: 0.01,
    weekly: true,
    of: (window) => window.average('throttled'),
  },
];

/** Figures of the throttle over the whole run, warm-up included. */
export const THROTTLE_WEEKS = [
  {
    id: 'throttle-first-week',
    title: 'First week in which work is held back',
    unit: 'week' as const,
    definition:
      'First week, counted from 1 at the start of the run, in which work was held back at any time.',
    indifference: 1,
    of: (recording: Recording) => heldBackWeeks(recording)?.first,
  },
  {
    id: 'throttle-duration',
    title: 'Weeks until nothing is held back any more',
    unit: 'weeks' as const,
    definition:
      'From the first week in which work was held back to the last one, both included; over the replications in ' +
      'which there is one. As long as the run lasts if the constraint never returns to sales.',
    indifference: 1,
    of: (recording: Recording) => {
      const weeks = heldBackWeeks(recording);
      return weeks === undefined ? undefined : weeks.last - weeks.first + 1;
    },
  },
];

function heldBackWeeks(recording: Recording): { readonly first: number; readonly last: number } | undefined {
  let first: number | undefined;
  let last = 0;
  for (let week = 0; week < recording.weeks; week++) {
    if (recording.total('throttled', week, week + 1) <= 1e-9 * MINUTES_PER_WEEK) continue;
    first ??= week + 1;
    last = week + 1;
  }
  return first === undefined ? undefined : { first, last };
}
