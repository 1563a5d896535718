import { describe, expect, it } from 'vitest';
import { putTogether, rangeOf, takenApart } from '../../sim/scenario/written-number.ts';
import { parseQuantity } from '../../sim/scenario/units.ts';

describe('a written number', () => {
  it('is taken apart and put together again, whatever stands around it', () => {
    for (const text of ['0.5', '20 min', '$130k', '12 per year', '5 %', '.5', '1e3']) {
      const parts = takenApart(text)!;
      expect(takenApart(putTogether(parts, parts.number))).toEqual(parts);
    }
    expect(putTogether(takenApart('$130k')!, 1 / 3)).toBe('$0.333333k');
    expect(takenApart('soon')).toBeUndefined();
  });

  it('of a range is in one unit, of one or of many', () => {
    const { from, to } = rangeOf('1 day', '20 days')!;
    const words = [from, to].map((end) => putTogether(end, end.number));
    expect(words).toEqual(['1 day', '20 days']);
    expect(parseQuantity(putTogether(from, 1.5), 'duration')).toBe(1.5 * 1440);
    expect(rangeOf('1 day', '3 weeks')).toBeUndefined();
    expect(rangeOf('10', '$20')).toBeUndefined();
  });
});
