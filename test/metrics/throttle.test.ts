import { describe, expect, it } from 'vitest';
import { THROTTLE_METRICS, THROTTLE_WEEKS } from '../../sim/metrics/throttle-metrics.ts';
import { Firm, Window } from '../../sim/metrics/window.ts';
import { DemandRecords } from '../../sim/recorder/demand-records.ts';
import { Recording } from '../../sim/recorder/recording.ts';
import { loadScenario } from '../../sim/scenario/load.ts';
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

describe('the level of the buffer', () => {
  const firm = new Firm(loadScenario({ reference: 'standard' }).scenario);
  const level = THROTTLE_METRICS.find(({ id }) => id === 'buffer-level')!;

  it('is the time average of what waits over that of what may, week by week and in all', () => {
    const recording = new Recording(2);
    const records = new DemandRecords(recording);
    records.onBuffer(0, 100, 0);
    // 60 minutes for half of the first week and half of the second, when the buffer is doubled.
    records.onBuffer(60, 100, 0.5 * MINUTES_PER_WEEK);
    records.onBuffer(60, 200, MINUTES_PER_WEEK);
    records.onBuffer(0, 200, 1.5 * MINUTES_PER_WEEK);
    records.finish(2 * MINUTES_PER_WEEK);
    const of = (from: number, to: number) => level.of(new Window(recording, firm, from, to));
    expect(of(0, 1)).toBeCloseTo(30 / 100, 12);
    expect(of(1, 2)).toBeCloseTo(30 / 200, 12);
    expect(of(0, 2)).toBeCloseTo(30 / 150, 12);
  });

  it('is not there without a drum', () => {
    expect(level.of(new Window(new Recording(2), firm, 0, 2))).toBeUndefined();
  });
});
