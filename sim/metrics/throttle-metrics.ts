import type { Recording } from '../recorder/recording.ts';
import { MINUTES_PER_WEEK } from '../time/working-time.ts';
import type { Metric } from './metric.ts';

/** Weeks of a quarter, and the share of its time in which a firm may hold work back that is said to have recovered. */
const QUARTER = 13;
const HARDLY = 0.1;

/** What waited before the drum and how long work was held back, over a window. */
export const THROTTLE_METRICS: readonly Metric[] = [
  {
    id: 'buffer-level',
    title: 'Work that waits before the drum, of its buffer',
    unit: 'share',
    definition:
      'Minutes of work that wait before the function that is to set the pace (with sales as the drum: minutes of the ' +
      'meetings for which customers wait), time average, over the buffer, time average. More than may wait is above 100 %. ' +
      'Not there without a drum.',
    indifference: 0.05,
    isRatio: true,
    weekly: true,
    of: (window) => window.ratio(window.average('buffer.level'), window.average('buffer.size')),
  },
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
    of: (recording: Recording) => {
      const first = firstHeldBack(recording);
      return first === undefined ? undefined : first + 1;
    },
  },
  {
    id: 'throttle-duration',
    title: 'Weeks until sales is the constraint again',
    unit: 'weeks' as const,
    definition:
      'From the first week in which work was held back until a quarter of a year (13 weeks) begins in which it is held ' +
      'back for less than a tenth of the time; over the replications in which it is at all. To the end of the run where ' +
      'there is no such quarter.',
    indifference: 1,
    of: (recording: Recording) => {
      const first = firstHeldBack(recording);
      return first === undefined ? undefined : returnedIn(recording, first) - first;
    },
  },
];

/** First week in which anything was held back, counted from 0. */
function firstHeldBack(recording: Recording): number | undefined {
  for (let week = 0; week < recording.weeks; week++) {
    if (recording.total('throttled', week, week + 1) > 1e-9 * MINUTES_PER_WEEK) return week;
  }
  return undefined;
}

/** Week from which on nothing to speak of is held back for a quarter of a year, or the end of the run. */
function returnedIn(recording: Recording, from: number): number {
  const allowed = HARDLY * QUARTER * MINUTES_PER_WEEK;
  for (let week = from; week + QUARTER <= recording.weeks; week++) {
    if (recording.total('throttled', week, week + QUARTER) < allowed) return week;
  }
  return recording.weeks;
}
