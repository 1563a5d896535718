import { describe, expect, it } from 'vitest';
import { CATALOGUE, figuresOf } from '../../sim/metrics/catalogue.ts';
import { Firm } from '../../sim/metrics/window.ts';
import { Recorder } from '../../sim/recorder/recorder.ts';
import { ROLES } from '../../sim/scenario/schema/ids.ts';
import { loadScenario } from '../../sim/scenario/load.ts';

const DAY = 1440;

describe('days with four meetings', () => {
  it('are days of one salesperson with at least four held, over all working days', () => {
    const { scenario } = loadScenario({
      reference: 'standard',
      overrides: ['run.weeks=3', 'run.warmUp=1', 'organisation.roles.salesperson.heads=2'],
    });
    const recorder = new Recorder(scenario);
    const hold = (salesperson: number, day: number, meetings: number): void => {
      for (let i = 0; i < meetings; i++) {
        const start = day * DAY + (8 + i) * 60;
        const by = { role: ROLES.indexOf('salesperson'), index: salesperson };
        recorder.onMeetingHeld({
          about: { kind: 'opportunity', id: 1 },
          nth: 0,
          activity: 'closing',
          isJoint: false,
          waited: 0,
          by,
          isCovered: false,
          start,
        });
      }
    };
    hold(0, 2, 4); // in the warm-up
    hold(0, 7, 4);
    hold(1, 7, 3); // three and four are not seven
    hold(0, 8, 6);
    hold(1, 14, 4);
    recorder.finish(21 * DAY);
    const { values } = figuresOf(recorder.recording, new Firm(scenario));
    // Two people, two weeks of five days.
    expect(values[CATALOGUE.findIndex(({ id }) => id === 'days-with-four-meetings')]).toBeCloseTo(3 / 20, 9);
  });
});
