import { describe, expect, it } from 'vitest';
import { timeUseOf } from '../../sim/model/observer.ts';
import { Recording } from '../../sim/recorder/recording.ts';
import { WorkGaps } from '../../sim/recorder/work-gaps.ts';
import { loadScenario } from '../../sim/scenario/load.ts';
import { ROLES } from '../../sim/scenario/schema/ids.ts';

const DAY = 1_440;
const HOUR = 60;

describe('times between departures', () => {
  it('are counted in the working hours of the role, and the way there is no departure', () => {
    const { scenario } = loadScenario({
      reference: 'standard',
      overrides: ['organisation.roles.production.hours=Mon-Fri 08:00-12:00, 13:00-17:00'],
    });
    const recording = new Recording(2);
    const gaps = new WorkGaps(recording, scenario);
    const production = ROLES.indexOf('production');
    const tell = (use: 'making' | 'travel', at: number) => gaps.onTimeSpent(production, timeUseOf(use), at);
    tell('making', 9 * HOUR);
    tell('making', 10 * HOUR);
    tell('travel', 10.5 * HOUR);
    // An hour of lunch between.
    tell('making', 14 * HOUR);
    // The night between: 3 hours of Monday, half an hour of Tuesday.
    tell('making', DAY + 8.5 * HOUR);
    // Monday of the next week: 7.5 + 3 * 8 + 1.
    tell('making', 7 * DAY + 9 * HOUR);
    const minutes = [60, 180, 210, (7.5 + 24 + 1) * 60];
    const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
    expect([...recording.of('work-gaps.production')]).toEqual([3, 1]);
    expect([...recording.of('work-gap.production')]).toEqual([sum(minutes.slice(0, 3)), minutes[3]]);
    expect(recording.total('squares.work-gap.production', 0, 2)).toBe(
      sum(minutes.map((value) => value ** 2)),
    );
    expect(recording.total('work-gaps.engineering', 0, 2)).toBe(0);
  });
});
