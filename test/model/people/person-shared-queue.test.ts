import { describe, expect, it } from 'vitest';
import { Office, weekdays } from './office.ts';

const EIGHT_TO_FIVE = weekdays(['08:00', '17:00']);

describe('people who share a queue', () => {
  it('hand a task to whoever has been free longest', () => {
    const office = new Office();
    const queue = office.queue();
    for (const name of ['Ann', 'Bob', 'Cal']) office.person(name, { hours: EIGHT_TO_FIVE, queues: [queue] });
    const call = () => queue.add(office.task('status-call', 10));
    // All have been free since 08:00: in the order in which they joined. Then Cal, Ann and Bob.
    for (const time of ['Mo 09:00', 'Mo 09:05', 'Mo 09:20', 'Mo 09:40', 'Mo 09:41']) office.at(time, call);
    expect(office.timeline('Mo 10:00')).toEqual([
      'Mo 00:00 Ann resting | Bob resting | Cal resting',
      'Mo 08:00 Ann idle | Bob idle | Cal idle',
      'Mo 09:00 begun after 0 | Ann engaged | Ann working',
      'Mo 09:05 begun after 0 | Bob engaged | Bob working',
      'Mo 09:10 Ann status-call from 09:00 | status-call done | Ann available | Ann idle',
      'Mo 09:15 Bob status-call from 09:05 | status-call done | Bob available | Bob idle',
      'Mo 09:20 begun after 0 | Cal engaged | Cal working',
      'Mo 09:30 Cal status-call from 09:20 | status-call done | Cal available | Cal idle',
      'Mo 09:40 begun after 0 | Ann engaged | Ann working',
      'Mo 09:41 begun after 0 | Bob engaged | Bob working',
      'Mo 09:50 Ann status-call from 09:40 | status-call done | Ann available | Ann idle',
      'Mo 09:51 Bob status-call from 09:41 | status-call done | Bob available | Bob idle',
    ]);
  });

  it('interrupt whoever is at the least urgent task, of several who began last; a colleague may take it up', () => {
    // The issue at 09:20 finds urgencies 1 (Ann), 2 (Bob, since 09:05) and 2 (Cal, since 09:10): Cal leaves hers.
    // At 09:30 Ann is done and takes it up: 20 of 30 minutes are left, and 6.
    const office = new Office();
    const queue = office.queue({ interruptingUrgency: 0 });
    for (const name of ['Ann', 'Bob', 'Cal']) {
      office.person(name, { hours: EIGHT_TO_FIVE, queues: [queue], switchingMinutes: 6 });
    }
    office.at('Mo 09:00', () => queue.add(office.task('follow-up', 30, { urgency: 1 })));
    office.at('Mo 09:05', () => queue.add(office.task('reporting', 60, { urgency: 2 })));
    office.at('Mo 09:10', () => queue.add(office.task('order-entry', 30, { urgency: 2 })));
    office.at('Mo 09:20', () => queue.add(office.task('issue', 25, { urgency: 0 })));
    expect(office.timeline('Mo 10:30').slice(2)).toEqual([
      'Mo 09:00 begun after 0 | Ann engaged | Ann working',
      'Mo 09:05 begun after 0 | Bob engaged | Bob working',
      'Mo 09:10 begun after 0 | Cal engaged | Cal working',
      'Mo 09:20 Cal order-entry from 09:10 | begun after 0 | queued',
      'Mo 09:30 Ann follow-up from 09:00 | follow-up done | dequeued',
      'Mo 09:45 Cal issue from 09:20 | issue done | Cal available | Cal idle',
      'Mo 09:56 Ann order-entry from 09:30 | order-entry done | Ann available | Ann idle',
      'Mo 10:05 Bob reporting from 09:05 | reporting done | Bob available | Bob idle',
    ]);
  });

  it('hand over at the end of a shift: at once if a colleague is free, or else when the next one comes', () => {
    // Ann goes at 16:00 with 60 of 100 minutes left; Bob, idle since 12:00, has them and 6 to find back: 17:06.
    // What Bob leaves at 20:00 waits for Ann, who is at it from 08:00.
    const office = new Office();
    const queue = office.queue();
    office.person('Ann', { hours: weekdays(['08:00', '16:00']), queues: [queue], switchingMinutes: 6 });
    office.person('Bob', { hours: weekdays(['12:00', '20:00']), queues: [queue], switchingMinutes: 6 });
    office.at('Mo 15:20', () => queue.add(office.task('order-entry', 100)));
    office.at('Mo 19:30', () => queue.add(office.task('issue', 40)));
    expect(office.timeline('Tu 09:00')).toEqual([
      'Mo 00:00 Ann resting | Bob resting',
      'Mo 08:00 Ann idle',
      'Mo 12:00 Bob idle',
      'Mo 15:20 begun after 0 | Ann engaged | Ann working',
      'Mo 16:00 Ann order-entry from 15:20 | Bob engaged | Ann resting | Bob working',
      'Mo 17:06 Bob order-entry from 16:00 | order-entry done | Bob available | Bob idle',
      'Mo 19:30 begun after 0 | Bob engaged | Bob working',
      'Mo 20:00 Bob issue from 19:30 | queued | Bob resting',
      'Tu 08:00 dequeued | Ann working',
      'Tu 08:16 Ann issue from 08:00 | issue done | Ann available | Ann idle',
    ]);
  });

  it('wake a colleague who went home idle for what is put aside after that', () => {
    // Ann goes home idle at 16:00. Bob puts the issue aside at 20:00, with 40 minutes left; Ann is in first.
    const office = new Office();
    const queue = office.queue();
    office.person('Ann', { hours: weekdays(['08:00', '16:00']), queues: [queue], switchingMinutes: 6 });
    office.person('Bob', { hours: weekdays(['12:00', '20:00']), queues: [queue], switchingMinutes: 6 });
    office.at('Mo 19:00', () => queue.add(office.task('issue', 100)));
    expect(office.timeline('Tu 09:00').slice(3)).toEqual([
      'Mo 19:00 begun after 0 | Bob engaged | Bob working',
      'Mo 20:00 Bob issue from 19:00 | queued | Bob resting',
      'Tu 08:00 dequeued | Ann engaged | Ann working',
      'Tu 08:46 Ann issue from 08:00 | issue done | Ann available | Ann idle',
    ]);
  });

  it('do not ask of a begun task again whether it need be done when a colleague takes it up at once', () => {
    // Bob is free for the report that Ann leaves at the end of her shift.
    const office = new Office();
    const queue = office.queue();
    office.person('Ann', { hours: weekdays(['08:00', '16:00']), queues: [queue] });
    office.person('Bob', { hours: weekdays(['12:00', '20:00']), queues: [queue] });
    let asked = 0;
    const mayBegin = () => ++asked === 1;
    office.at('Mo 15:30', () => queue.add(office.task('reporting', 60, { mayBegin })));
    expect(office.timeline('Mo 18:00').slice(3)).toEqual([
      'Mo 15:30 begun after 0 | Ann engaged | Ann working',
      'Mo 16:00 Ann reporting from 15:30 | Bob engaged | Ann resting | Bob working',
      'Mo 16:30 Bob reporting from 16:00 | reporting done | Bob available | Bob idle',
    ]);
    expect(asked).toBe(1);
  });
});
