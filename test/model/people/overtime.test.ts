import { describe, expect, it } from 'vitest';
import { Office, clock, weekdays } from './office.ts';

const EIGHT_TO_FIVE = weekdays(['08:00', '17:00']);
const WITH_LUNCH = weekdays(['08:00', '12:00'], ['13:00', '17:00']);
const MORNING = ['Mo 00:00 Ann resting', 'Mo 08:00 Ann idle'];

describe('overtime', () => {
  it('is worked for what is due by its end, up to its end, and not for what may wait', () => {
    // An hour of overtime. The first task, 40 minutes long, is due at 17:20: finished at 17:10. The second was due at
    // 16:00: begun at 17:10, 50 of its 60 minutes done by 18:00. The third may wait. On Tuesday 10 minutes are left
    // of the second, and 6 to find back.
    const office = new Office();
    const ann = office.person('Ann', { hours: EIGHT_TO_FIVE, overtimeMinutes: 60, switchingMinutes: 6 });
    office.at('Mo 16:30', () => {
      ann.queue.add(office.task('issue', 40, { dueAt: clock('Mo 17:20') }));
      ann.queue.add(office.task('order-entry', 60, { dueAt: clock('Mo 16:00') }));
      ann.queue.add(office.task('simple-quote', 10, { dueAt: clock('Tu 10:00') }));
    });
    expect(office.timeline('Tu 09:00')).toEqual([
      ...MORNING,
      'Mo 16:30 begun after 0 | Ann engaged | queued | queued | Ann working',
      'Mo 17:10 Ann issue from 16:30 | issue done | dequeued | begun after 40',
      'Mo 18:00 Ann order-entry from 17:10 | queued | Ann resting',
      'Tu 08:00 dequeued | Ann working',
      'Tu 08:16 Ann order-entry from 08:00 | order-entry done | dequeued | begun after 946',
      'Tu 08:26 Ann simple-quote from 08:16 | simple-quote done | Ann available | Ann idle',
    ]);
  });

  it('leaves a task that may wait at the end of the hours, and goes', () => {
    const office = new Office();
    const ann = office.person('Ann', { hours: EIGHT_TO_FIVE, overtimeMinutes: 60 });
    office.at('Mo 16:50', () => ann.queue.add(office.task('issue', 30, { dueAt: clock('Tu 09:00') })));
    expect(office.timeline('Mo 18:00')).toEqual([
      ...MORNING,
      'Mo 16:50 begun after 0 | Ann engaged | Ann working',
      'Mo 17:00 Ann issue from 16:50 | queued | Ann resting',
    ]);
  });

  it('begins at the end of the day, not at lunch', () => {
    const office = new Office();
    const ann = office.person('Ann', { hours: WITH_LUNCH, overtimeMinutes: 60 });
    office.at('Mo 11:50', () => ann.queue.add(office.task('issue', 30, { dueAt: clock('Mo 12:00') })));
    expect(office.timeline('Mo 14:00')).toEqual([
      ...MORNING,
      'Mo 11:50 begun after 0 | Ann engaged | Ann working',
      'Mo 12:00 Ann issue from 11:50 | queued | Ann resting',
      'Mo 13:00 dequeued | Ann working',
      'Mo 13:20 Ann issue from 13:00 | issue done | Ann available | Ann idle',
    ]);
  });

  it('is not worked by somebody who had nothing to do when the day ended', () => {
    const office = new Office();
    const ann = office.person('Ann', { hours: EIGHT_TO_FIVE, overtimeMinutes: 60 });
    office.at('Mo 17:05', () => ann.queue.add(office.task('issue', 30, { dueAt: clock('Mo 17:30') })));
    expect(office.timeline('Tu 08:30')).toEqual([
      ...MORNING,
      'Mo 17:05 queued',
      'Tu 08:00 dequeued | begun after 895 | Ann engaged | Ann working',
      'Tu 08:30 Ann issue from 08:00 | issue done | Ann available | Ann idle',
    ]);
  });
});

describe('expediting', () => {
  it('puts those that have waited longest before everything else, whatever its urgency', () => {
    // At 09:10 a dated order and quotation wait, then two urgent issues. The two oldest are expedited: order and
    // quotation go before the issues.
    const office = new Office();
    const ann = office.person('Ann', { hours: EIGHT_TO_FIVE });
    const add = (at: string, activity: 'issue' | 'order-entry' | 'simple-quote', urgency: number): void =>
      office.at(at, () => ann.queue.add(office.task(activity, 10, { urgency })));
    add('Mo 09:00', 'issue', 1);
    add('Mo 09:01', 'order-entry', 2);
    add('Mo 09:02', 'simple-quote', 2);
    add('Mo 09:03', 'issue', 1);
    add('Mo 09:04', 'issue', 1);
    office.at('Mo 09:05', () => ann.queue.expedite(2, 'age'));
    // What has been expedited once is not among the oldest again, but keeps its place before the others.
    office.at('Mo 09:06', () => ann.queue.expedite(1, 'age'));
    const begun = office.timeline('Mo 10:00').filter((line) => line.includes('done'));
    expect(begun).toEqual([
      'Mo 09:10 Ann issue from 09:00 | issue done | dequeued | begun after 9',
      'Mo 09:20 Ann order-entry from 09:10 | order-entry done | dequeued | begun after 18',
      'Mo 09:30 Ann simple-quote from 09:20 | simple-quote done | dequeued | begun after 27',
      'Mo 09:40 Ann issue from 09:30 | issue done | dequeued | begun after 36',
      'Mo 09:50 Ann issue from 09:40 | issue done | Ann available | Ann idle',
    ]);
  });

  it('can go by what is due first instead', () => {
    const office = new Office();
    const ann = office.person('Ann', { hours: EIGHT_TO_FIVE });
    office.at('Mo 09:00', () => {
      ann.queue.add(office.task('issue', 10));
      ann.queue.add(office.task('order-entry', 10, { dueAt: clock('We 12:00') }));
      ann.queue.add(office.task('simple-quote', 10, { dueAt: clock('Tu 12:00') }));
      ann.queue.expedite(1, 'due');
    });
    const done = office.timeline('Mo 10:00').filter((line) => line.includes('done'));
    expect(done.map((line) => line.split(' from ')[0])).toEqual([
      'Mo 09:10 Ann issue',
      'Mo 09:20 Ann simple-quote',
      'Mo 09:30 Ann order-entry',
    ]);
  });
});
