import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isoTime } from '../../sim/time/calendar-date.ts';

it('begins on Monday, 2024-01-01, at midnight', () => {
  expect(isoTime(0)).toBe('2024-01-01T00:00:00.000Z');
  expect(isoTime(59 * 1440 + 61.5)).toBe('2024-02-29T01:01:30.000Z');
  expect(new Date(isoTime(0)).getUTCDay()).toBe(1);
});

it('agrees with the calendar of JavaScript for ten thousand weeks', () => {
  const start = Date.UTC(2024, 0, 1);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000 * 10_080 * 60_000 }), (milliseconds) => {
      expect(isoTime(milliseconds / 60_000)).toBe(new Date(start + milliseconds).toISOString());
    }),
  );
});
