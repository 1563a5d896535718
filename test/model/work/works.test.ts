import { describe, expect, it } from 'vitest';
import { clock } from '../people/office.ts';
import { Workshop } from './workshop.ts';

const ENGINEERED = [
  'production.products.engineered.engineering=3 h',
  'production.products.engineered.making=2 h',
  'production.products.engineered.finishing=1 h',
  'production.products.engineered.lead=0 days',
];

function deliveredAt({ deliveries }: Workshop): number[] {
  return deliveries.map(({ at }) => at);
}

describe('a route', () => {
  it('leads through engineering, making and finishing, and the promise counts them all', () => {
    // A: engineered 08-11, made 11-13, finished 13-14. B: engineered 11-14, made 14-16, finished 16-17.
    // Promised: A 3 + 2 + 1 hours from 08:00, 14:00. B behind A's 3 hours of engineering: 6 + 2 + 1, 17:00.
    const shop = new Workshop({ overrides: ENGINEERED });
    shop.order(clock('Mo 08:00'), 'engineered');
    shop.order(clock('Mo 08:00'), 'engineered');
    shop.simulation.run(clock('Fr 17:00'));
    expect(deliveredAt(shop)).toEqual([clock('Mo 14:00'), clock('Mo 17:00')]);
    expect(shop.deliveries.map(({ late }) => late)).toEqual([0, 0]);
  });

  it('can be another order of centres, and passes those without work', () => {
    // Finished 08-09, engineered 09-12, not made at all.
    const shop = new Workshop({
      overrides: [
        ...ENGINEERED,
        'production.products.engineered.making=0 h',
        'production.products.engineered.route=[finishing, making, engineering]',
      ],
    });
    shop.order(clock('Mo 08:00'), 'engineered');
    shop.simulation.run(clock('Fr 17:00'));
    expect(deliveredAt(shop)).toEqual([clock('Mo 12:00')]);
  });

  it('is promised as if the backlog of each centre were still there when the job comes to it', () => {
    // A needs 9 hours of making only; B is promised while A is still being made: engineering until 11:00 on Monday,
    // then A's 9 and its own 2 hours from there: Tuesday 13:00, and finishing until 14:00. In fact A is done at 17:00
    // on Monday; B is made on Tuesday 08-10 and finished at 11:00.
    const shop = new Workshop({
      overrides: [
        ...ENGINEERED,
        'production.products.to-order.making=9 h',
        'production.products.to-order.lead=0 days',
      ],
    });
    shop.order(clock('Mo 08:00'), 'to-order');
    shop.order(clock('Mo 08:00'), 'engineered');
    shop.simulation.run(clock('Fr 17:00'));
    expect(deliveredAt(shop)).toEqual([clock('Mo 17:00'), clock('Tu 11:00')]);
    expect(shop.deliveries[1]!.isOnTime).toBe(true);
  });
});

describe('a promise from afar', () => {
  it('knows the backlog of the last report, and so promises too early while it grows', () => {
    // Reports at midnight. Two orders of 9 hours come on Monday; nobody afar knows on Monday what is there, so that
    // both are promised for Monday 17:00; the second is made on Tuesday and is a day late. On Tuesday at 08:00 the
    // report says 9 hours (the first lot left at Monday 17:00): promised 18 hours ahead, Wednesday 17:00, and kept.
    const shop = new Workshop({
      overrides: [
        'production.products.to-order.making=9 h',
        'production.products.to-order.lead=0 days',
        'service.productionAnswers.newsAge=1 day',
      ],
      isBeside: false,
    });
    shop.order(clock('Mo 08:00'), 'to-order');
    shop.order(clock('Mo 08:00'), 'to-order');
    shop.order(clock('Tu 08:00'), 'to-order');
    shop.simulation.run(clock('Fr 17:00'));
    expect(deliveredAt(shop)).toEqual([clock('Mo 17:00'), clock('Tu 17:00'), clock('We 17:00')]);
    expect(shop.deliveries.map(({ late }) => late)).toEqual([0, 24 * 60, 0]);
  });
});

describe('the backlog', () => {
  it('is minutes in less minutes out, in weeks of the capacity in hand', () => {
    // 90 hours of making for one person of 45 hours a week: two weeks. After a week one is left, after two none.
    const shop = new Workshop({ overrides: ['production.products.to-order.making=9 h'] });
    for (let order = 0; order < 10; order++) shop.order(clock('Mo 00:00'), 'to-order');
    const backlog: number[] = [];
    for (const at of ['Mo 00:01', 'Fr 17:01', 'Fr 17:01 +1']) {
      shop.simulation.run(clock(at));
      backlog.push(shop.works.backlogWeeks('making'));
    }
    expect(backlog).toEqual([2, 1, 0]);
    expect(shop.works.backlogWeeks('engineering')).toBe(0);
    expect(shop.deliveries).toHaveLength(10);
  });

  it('takes longer to work off with less of the capacity in hand', () => {
    const shop = new Workshop({
      overrides: ['production.products.to-order.making=9 h', 'production.making.inHand=50 %'],
    });
    shop.order(clock('Mo 00:00'), 'to-order');
    shop.simulation.run(clock('Mo 00:01'));
    expect(shop.works.backlogWeeks('making')).toBeCloseTo(0.4, 10);
    shop.simulation.run(clock('Fr 17:00'));
    expect(deliveredAt(shop)).toEqual([clock('Tu 17:00')]);
  });
});

describe('the usual delay', () => {
  it('is the lead time, or what the backlog in front of an order of median size asks for', () => {
    // At 08:01 90 hours are there for one person of nine hours a day. With 9 more that is eleven days of work less the
    // minute that has gone: through on the twelfth working day at 08:01, fifteen days of the calendar later.
    const shop = new Workshop({
      overrides: ['production.products.to-order.making=9 h', 'production.products.to-order.lead=1 week'],
    });
    shop.simulation.run(clock('Mo 08:00'));
    expect(shop.works.usualDelay('to-order')).toBe(7 * 24 * 60);
    for (let order = 0; order < 10; order++) shop.order(clock('Mo 08:00'), 'to-order');
    shop.simulation.run(clock('Mo 08:01'));
    expect(shop.works.usualDelay('to-order')).toBeCloseTo(15 * 24 * 60, 6);
  });
});

describe('expediting jobs', () => {
  it('sends what is promised for the earliest date to the front', () => {
    // All come at 08:00 and take 3 hours of making; the second is promised two weeks ahead, the third at once.
    const shop = new Workshop({
      overrides: [
        'production.products.to-order.making=3 h',
        'production.products.to-order.lead=2 weeks',
        'production.products.project.engineering=0 h',
        'production.products.project.making=3 h',
        'production.products.project.lead=0 days',
      ],
    });
    shop.order(clock('Mo 08:00'), 'to-order');
    shop.order(clock('Mo 08:00'), 'to-order');
    shop.order(clock('Mo 08:00'), 'project');
    shop.simulation.schedule(clock('Mo 09:00'), () => shop.works.expedite(1), undefined);
    shop.simulation.run(clock('Fr 17:00'));
    expect(shop.deliveries.map(({ product }) => product)).toEqual(['to-order', 'project', 'to-order']);
    expect(deliveredAt(shop)).toEqual([clock('Mo 11:00'), clock('Mo 14:00'), clock('Mo 17:00')]);
  });
});
