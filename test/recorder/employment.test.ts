import { describe, expect, it } from 'vitest';
import { Firm, Window } from '../../sim/metrics/window.ts';
import { Recorder } from '../../sim/recorder/recorder.ts';
import { loadScenario } from '../../sim/scenario/load.ts';
import { ROLES } from '../../sim/scenario/schema/ids.ts';
import { MINUTES_PER_DAY, MINUTES_PER_WEEK } from '../../sim/time/working-time.ts';

const [SALESPERSON, SERVICE] = [ROLES.indexOf('salesperson'), ROLES.indexOf('customer-service')];

/** A firm of 10 salespeople with 42.5 hours a week and 5 representatives with 39, over ten weeks. */
function recorded(tell: (recorder: Recorder) => void) {
  const overrides = [
    'run.weeks=10',
    'run.warmUp=0',
    'organisation.roles.salesperson.hours=Mon-Fri 08:00-16:30',
  ];
  const { scenario } = loadScenario({ reference: 'traditional', overrides });
  const recorder = new Recorder(scenario);
  tell(recorder);
  recorder.finish(10 * MINUTES_PER_WEEK);
  return (from: number, to: number) => new Window(recorder.recording, new Firm(scenario), from, to);
}

describe('the people employed', () => {
  it('are those of the first day as long as nobody comes or goes', () => {
    const window = recorded(() => undefined)(0, 10);
    expect([window.heads('salesperson'), window.heads('customer-service')]).toEqual([10, 5]);
    expect(window.paidMinutes('salesperson')).toBe(10 * 42.5 * 60);
  });

  it('are counted and paid from the minute at which they begin to that at which they leave', () => {
    // Salesperson 3 leaves on Monday of week 2 and is replaced on Thursday morning of week 4: away 2 weeks and 3 days,
    // of 5 times 8.5 hours each. A sixth representative begins in the middle of the run.
    const windows = recorded((recorder) => {
      const salesperson = { role: SALESPERSON, index: 3 };
      recorder.onEngaged(salesperson, 2 * MINUTES_PER_WEEK);
      recorder.onLeft(salesperson, 2 * MINUTES_PER_WEEK);
      recorder.onEmployed(salesperson, 4 * MINUTES_PER_WEEK + 3 * MINUTES_PER_DAY);
      recorder.onEmployed({ role: SERVICE, index: 5 }, 5 * MINUTES_PER_WEEK);
    });
    expect(windows(0, 2).heads('salesperson')).toBe(10);
    expect(windows(2, 4).heads('salesperson')).toBe(9);
    expect(windows(4, 5).heads('salesperson')).toBeCloseTo(10 - 3 / 7, 9);
    expect(windows(4, 5).paidMinutes('salesperson')).toBeCloseTo((10 * 42.5 - 3 * 8.5) * 60, 9);
    const all = windows(0, 10);
    expect(all.paidMinutes('salesperson')).toBeCloseTo((10 * 42.5 - 13 * 0.85) * 60, 9);
    expect(all.heads('customer-service')).toBeCloseTo(5.5, 9);
    expect(all.paidMinutes('customer-service')).toBeCloseTo(5.5 * 39 * 60, 9);
    // 17 days of 70 without him, and half a representative more.
    const change = (-17 / 70) * 130_000 + 0.5 * 40_000;
    expect(all.payroll() - windows(0, 2).payroll()).toBeCloseTo(change, 6);
  });

  it('are paid while absent, which is neither busy nor idle time', () => {
    const windows = recorded((recorder) => {
      const interval = { from: 3 * MINUTES_PER_WEEK, to: 4 * MINUTES_PER_WEEK };
      recorder.onAbsent({ role: SALESPERSON, index: 0 }, 'planned', interval);
      recorder.onAbsent({ role: SALESPERSON, index: 1 }, 'sick', interval);
    });
    expect(windows(3, 4).paidMinutes('salesperson')).toBe(10 * 42.5 * 60);
    expect(windows(3, 4).presentMinutes('salesperson')).toBe(8 * 42.5 * 60);
    expect(windows(0, 10).absentMinutes('salesperson')).toBeCloseTo((2 * 42.5 * 60) / 10, 9);
  });
});
