import { describe, expect, it } from 'vitest';
import { THROTTLE_WEEKS } from '../../sim/metrics/throttle-metrics.ts';
import { Recording } from '../../sim/recorder/recording.ts';
import { MINUTES_PER_WEEK } from '../../sim/time/working-time.ts';

/** Figures of a run of 40 weeks in which work is held back for such shares of some weeks, counted from 1. */
function figures(held: Readonly<Record<number, number>>): Record<string, number | undefined> {
  const recording = new Recording(40);
  for (const [week, share] of Object.entries(held))
    recording.of('throttled')[Number(week) - 1] = share * MINUTES_PER_WEEK;
  return Object.fromEntries(THROTTLE_WEEKS.map(({ id, of }) => [id, of(recording)]));
}

describe('weeks of the throttle', () => {
  it('are not there where nothing is held back', () => {
    expect(figures({})).toEqual({ 'throttle-first-week': undefined, 'throttle-duration': undefined });
  });

  it('last until a quarter of a year with hardly any of it begins', () => {
    // Held back in weeks 5 to 10, and for half a week of week 20: less than a tenth of weeks 11 to 23.
    const held = { 5: 0.2, 6: 1, 7: 1, 8: 1, 9: 1, 10: 1, 20: 0.5 };
    // Weeks 10 to 22 have 1.5 weeks of it, more than 1.3; weeks 11 to 23 have 0.5.
    expect(figures(held)).toEqual({ 'throttle-first-week': 5, 'throttle-duration': 6 });
  });

  it('last to the end of the run where there is no such quarter', () => {
    const held = Object.fromEntries(Array.from({ length: 10 }, (_, i) => [4 * (i + 1), 1]));
    expect(figures(held)).toEqual({ 'throttle-first-week': 4, 'throttle-duration': 37 });
  });
});
