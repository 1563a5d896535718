import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatWorkingHours, parseWorkingHours } from '../../sim/scenario/working-hours.ts';
import type { WorkingPattern } from '../../sim/time/working-time.ts';

const DAY = 1440;

/** Any hours on whole minutes, apart from one another. */
const anyPattern: fc.Arbitrary<WorkingPattern> = fc
  .uniqueArray(fc.integer({ min: 0, max: DAY }), { minLength: 2, maxLength: 6 })
  .chain((cuts) => fc.tuple(fc.constant(cuts), fc.subarray([0, 1, 2, 3, 4, 5, 6], { minLength: 1 })))
  .map(([cuts, days]) => {
    const edges = cuts.sort((a, b) => a - b);
    const intervals = days.flatMap((day) =>
      edges.flatMap((edge, i) =>
        i % 2 === 1 ? [{ from: day * DAY + edges[i - 1]!, to: day * DAY + edge }] : [],
      ),
    );
    return { period: 7 * DAY, intervals };
  });

describe('working hours', () => {
  it('are read day by day, sorted, in minutes from Monday 00:00', () => {
    expect(parseWorkingHours('Sat 09:00-12:00; Mon-Tue 8:00-12:00, 13:00-17:30')).toEqual({
      period: 10_080,
      intervals: [
        { from: 480, to: 720 },
        { from: 780, to: 1050 },
        { from: DAY + 480, to: DAY + 720 },
        { from: DAY + 780, to: DAY + 1050 },
        { from: 5 * DAY + 540, to: 5 * DAY + 720 },
      ],
    });
  });

  it('may last until midnight', () => {
    expect(parseWorkingHours('Sun 00:00-24:00')).toEqual({
      period: 10_080,
      intervals: [{ from: 6 * DAY, to: 7 * DAY }],
    });
  });

  it('are written with days of the same hours joined', () => {
    const pattern = parseWorkingHours('Mon 08:00-12:00; Tue-Wed 08:00-12:00; Fri 08:00-12:00, 13:00-14:05');
    expect(formatWorkingHours(pattern as WorkingPattern)).toBe(
      'Mon-Wed 08:00-12:00; Fri 08:00-12:00, 13:00-14:05',
    );
  });

  it('read back what was written', () => {
    fc.assert(
      fc.property(anyPattern, (pattern) => {
        expect(parseWorkingHours(formatWorkingHours(pattern))).toEqual(pattern);
      }),
    );
  });

  it.each([
    ['', 'has no days and hours in ""'],
    ['08:00-17:00', 'has no days and hours in "08:00-17:00"'],
    ['mon-fri 08:00-17:00', 'has no days and hours in "mon-fri 08:00-17:00"'],
    ['Mon-Fri 08:00-17:00;', 'has no days and hours in ""'],
    ['Mon-Foo 08:00-17:00', 'has "Mon-Foo", which are no days from Mon to Sun in their order'],
    ['Fri-Mon 08:00-17:00', 'has "Fri-Mon", which are no days from Mon to Sun in their order'],
    ['Mon 17:00-08:00', 'has "17:00-08:00", which are no hours of a day'],
    ['Mon 08:00-08:00', 'has "08:00-08:00", which are no hours of a day'],
    ['Mon 08:60-09:00', 'has "08:60-09:00", which are no hours of a day'],
    ['Mon 08:00-24:01', 'has "08:00-24:01", which are no hours of a day'],
    ['Mon 8-17', 'has "8-17", which are no hours of a day'],
    ['Mon-Tue 08:00-12:00; Tue 11:00-13:00', 'has hours that overlap'],
  ])('%j is refused: %s', (text, wrong) => {
    expect(parseWorkingHours(text)).toBe(wrong);
  });
});
