import { describe, expect, it } from 'vitest';
import { clock } from '../people/office.ts';
import { briefed, firm, produce } from './firm.ts';

const THREE_WEEKS = 3 * 7 * 24 * 60;

/** The life of one project ordered on Monday at eight, with a brief that was misunderstood. */
function lifeOf(
  overrides: readonly string[],
  of: { faults?: readonly ['misunderstood']; estimateFactor?: number },
) {
  const all = firm(overrides);
  const opportunity = briefed(all, of);
  all.simulation.schedule(clock('Mo 08:00'), () => produce(all, opportunity), undefined);
  all.simulation.run(THREE_WEEKS);
  return all;
}

describe('a project whose brief was misunderstood', () => {
  it('is done again, by the share of the work and after settling, when that comes to light at delivery', () => {
    const { lines, events } = lifeOf([], { faults: ['misunderstood'] });
    expect(lines).toEqual([
      // Eight hours of engineering, eight of making.
      'Mo 08:00 - Mo 12:00 engineering engineering-work',
      'Mo 13:00 - Mo 17:00 engineering engineering-work',
      'Tu 07:00 - Tu 11:30 production making',
      'Tu 12:00 - Tu 15:30 production making',
      'Tu 15:30 found at-delivery',
      'Tu 15:30 complaint about 1',
      // A week to settle; half of the work again.
      'Tu 15:30 - Tu 17:00 engineering rework',
      'We 08:00 - We 10:30 engineering rework',
      'We 10:30 - We 11:30 production rework',
      'We 12:00 - We 15:00 production rework',
      // Promised for Monday of the second week.
      'We 15:00 delivered late',
    ]);
    // Half again of everything; each half of the work costs a quarter of the price, on top of 58 %.
    expect(events.at(-1)).toEqual({
      kind: 'finished',
      opportunity: 7,
      price: 60_000,
      cost: 0.58 * 60_000 + 15_000,
      unpaid: 15_000,
      extra: 15_000,
      actualOverScoped: 1.5,
      redone: 480,
      // Nineteen of twenty parts of what it was.
      reputation: 0.95 * 0.9,
    });
  });

  it('is engineered again only, when a review with the customer finds it before it is made', () => {
    const { lines, events } = lifeOf(
      ['organisation.assignments.delivery-review=project-leader', 'briefs.catch.delivery-review=100 %'],
      { faults: ['misunderstood'] },
    );
    expect(lines).toEqual([
      'Mo 08:00 - Mo 12:00 engineering engineering-work',
      'Mo 13:00 - Mo 17:00 engineering engineering-work',
      'Tu 08:00 - Tu 09:00 project-leader delivery-review',
      'Tu 09:00 found in-production',
      'Tu 09:00 - Tu 12:00 engineering rework',
      'Tu 13:00 - Tu 14:00 engineering rework',
      'Tu 14:00 - Tu 15:30 production making',
      'We 07:00 - We 11:30 production making',
      'We 12:00 - We 14:00 production making',
      'We 14:00 delivered on time',
    ]);
    expect(events.at(-1)).toMatchObject({ unpaid: 7_500, actualOverScoped: 1.25, redone: 240 });
  });

  it('costs a document and a correction, when the initiation document brings it to light', () => {
    const { lines, events } = lifeOf(
      ['organisation.assignments.project-initiation=project-leader', 'briefs.catch.project-initiation=100 %'],
      { faults: ['misunderstood'] },
    );
    expect(lines).toEqual([
      'Mo 08:00 - Mo 11:00 project-leader project-initiation',
      'Mo 11:00 found before-start',
      'Mo 11:00 - Mo 12:00 project-leader correct-brief',
      'Mo 13:00 - Mo 16:00 project-leader correct-brief',
      'Mo 16:00 - Mo 17:00 engineering engineering-work',
      'Tu 08:00 - Tu 12:00 engineering engineering-work',
      'Tu 13:00 - Tu 16:00 engineering engineering-work',
      'We 07:00 - We 11:30 production making',
      'We 12:00 - We 15:30 production making',
      'We 15:30 delivered on time',
    ]);
    expect(events.at(-1)).toMatchObject({ unpaid: 0, actualOverScoped: 1, redone: 0 });
  });
});

describe('a project that was estimated too low', () => {
  it('takes the hours that it takes, is promised by the estimate, and is not paid for the rest', () => {
    const overrides = ['production.products.project.lead=1 h'];
    const { lines, events } = lifeOf(overrides, { estimateFactor: 1.25 });
    // 6.4 + 6.4 hours by the estimate end on Tuesday at 14:00 less a bit; the work is done at 15:30.
    expect(lines.at(-1)).toBe('Tu 15:30 delivered late');
    expect(lifeOf(overrides, { estimateFactor: 1 }).lines.at(-1)).toBe('Tu 15:30 delivered on time');
    expect(events.at(-1)).toMatchObject({ unpaid: 7_500, actualOverScoped: 1.25, redone: 0 });
  });
});
