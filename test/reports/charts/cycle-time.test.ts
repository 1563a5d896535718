import { describe, expect, it } from 'vitest';
import { cycleTime } from '../../../reports/charts/cycle-time.ts';
import { ofOneReplication, smallResult, withoutFigures } from '../small-result.ts';
import { expectDrawn, expectSameSpec } from './draw.ts';
import { withFigures, type Figure } from './figures.ts';
import { withHugeNames } from './planted.ts';

const FAMILIES = ['cycle-days.', 'touch-hours.', 'flow-efficiency'];
const WORKED: Readonly<Record<string, Figure>> = {
  'cycle-days.contact': [2, 1.9, 2.1],
  'cycle-days.booking': [8, 7.5, 8.5],
  'cycle-days.calendar': 9,
  'cycle-days.meeting': 0.25,
  'cycle-days.solution': 5,
  'cycle-days.customer': 15.75,
  'touch-hours.booking': 1,
  'touch-hours.calendar': 0.5,
  'touch-hours.solution': 12,
  'touch-hours.customer': 0.5,
  'flow-efficiency': [0.02, 0.019, 0.021],
};
const worked = withFigures(FAMILIES, [WORKED]);

describe('the time of an opportunity', () => {
  it('is so many days, of which a small share is work', () => {
    const { title, subtitle, textAlternative } = cycleTime(worked, 'wide')!;
    expect(title).toBe(
      'Somebody works on an opportunity for 2.0\u00a0% of its 40 days in traditional, the longest stretch “with the customer”',
    );
    // Of first contact and of booking: 0.1 and 0.5 days.
    expect(subtitle).toContain('±0.6 days and ±');
    expect(textAlternative).toContain('solution and proposal 5.0 days, 12\u00a0h of work');
  });

  it('is waiting but for the work in it, and all work in meetings', () => {
    const { data } = cycleTime(worked, 'wide')!;
    const [booking, , meetings, solution] = data;
    expect(booking).toMatchObject({ days: 10, workHours: 1 });
    expect(meetings).toMatchObject({ workHours: 6, waitingDays: 0 });
    expect(solution).toMatchObject({ waitingDays: 4.5 });
  });

  it('adds up to the cycle time of a real result', () => {
    const result = smallResult();
    const { data } = cycleTime(result, 'wide')!;
    for (const { name, metrics } of result.organisations) {
      const own = data.filter(({ organisation }) => organisation === name);
      const days = own.reduce((sum, row) => sum + Number(row.days), 0);
      expect(days / (7 * metrics['cycle-time']!.mean!)).toBeCloseTo(1, 3);
      const hours = own.reduce((sum, row) => sum + Number(row.workHours), 0);
      expect(hours).toBeCloseTo(metrics['touch-hours-per-opportunity']!.mean!, 2);
    }
  });

  it('is not drawn without figures, and without intervals where there are none', async () => {
    expect(
      cycleTime(
        withoutFigures(smallResult(), () => true),
        'wide',
      ),
    ).toBeUndefined();
    const one = ofOneReplication(smallResult());
    expect(cycleTime(one, 'wide')!.subtitle).not.toContain('±');
    await expectDrawn((layout) => cycleTime(one, layout));
  });

  it('is drawn for six organisations with huge names, one of which has no figures', async () => {
    const six = withHugeNames(withFigures(FAMILIES, [...[0, 1, 2, 3, 4].map(() => WORKED), {}]));
    const words = await expectDrawn((layout) => cycleTime(six, layout));
    expect(words.match(/of which/g)).toHaveLength(5);
  });

  it('is drawn as before', async () => {
    await expectSameSpec((layout) => cycleTime(worked, layout));
  });
});
