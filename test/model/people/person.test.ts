import { describe, expect, it } from 'vitest';
import type { Task } from '../../../sim/model/people/task.ts';
import { Office, weekdays } from './office.ts';

const EIGHT_TO_FIVE = weekdays(['08:00', '17:00']);
const WITH_LUNCH = weekdays(['08:00', '12:00'], ['13:00', '17:00']);

/** What every timeline of somebody with these hours begins with, until something comes up. */
const MORNING = ['Mo 00:00 Ann resting', 'Mo 08:00 Ann idle'];

describe('a person at work on tasks', () => {
  it('begins what comes at once if free, does the next after it, and is free again', () => {
    const office = new Office();
    const ann = office.person('Ann', { hours: EIGHT_TO_FIVE });
    office.at('Mo 09:00', () => ann.queue.add(office.task('issue', 30)));
    office.at('Mo 09:10', () => ann.queue.add(office.task('order-entry', 20)));
    expect(office.timeline('Mo 10:00')).toEqual([
      ...MORNING,
      'Mo 09:00 begun after 0 | Ann engaged | Ann working',
      'Mo 09:10 queued',
      'Mo 09:30 Ann issue from 09:00 | issue done | dequeued | begun after 20',
      'Mo 09:50 Ann order-entry from 09:30 | order-entry done | Ann available | Ann idle',
    ]);
  });

  it('puts a task aside at the end of the day and finds back into it the next morning', () => {
    // 60 of 100 minutes are done on Monday. 40 are left, and 6 to find back: done at 08:46.
    const office = new Office();
    const ann = office.person('Ann', { hours: EIGHT_TO_FIVE, switchingMinutes: 6 });
    office.at('Mo 16:00', () => ann.queue.add(office.task('issue', 100)));
    expect(office.timeline('Tu 09:00')).toEqual([
      ...MORNING,
      'Mo 16:00 begun after 0 | Ann engaged | Ann working',
      'Mo 17:00 Ann issue from 16:00 | queued | Ann resting',
      'Tu 08:00 dequeued | Ann working',
      'Tu 08:46 Ann issue from 08:00 | issue done | Ann available | Ann idle',
    ]);
  });

  it('puts a task aside for lunch, and on Friday for the weekend', () => {
    // 10 minutes before lunch; 240 after it, 6 of them to find back; 56 of 300 left for Monday, and 6 again.
    const office = new Office();
    const ann = office.person('Ann', { hours: WITH_LUNCH, switchingMinutes: 6 });
    office.at('Fr 11:50', () => ann.queue.add(office.task('proposal', 300)));
    expect(office.timeline('Mo 10:00 +1').slice(2)).toEqual([
      'Fr 11:50 begun after 0 | Ann engaged | Ann working',
      'Fr 12:00 Ann proposal from 11:50 | queued | Ann resting',
      'Fr 13:00 dequeued | Ann working',
      'Fr 17:00 Ann proposal from 13:00 | queued | Ann resting',
      'Mo 08:00 dequeued | Ann working',
      'Mo 09:02 Ann proposal from 08:00 | proposal done | Ann available | Ann idle',
    ]);
  });

  it('is done with work that fills the day when the day ends, whatever rounding makes of it', () => {
    // 0.9 and 323.1 minutes of work at 0.6 of the pace: 1.5 + 538.5 minutes, all there are, and 1e-13 too many in
    // floating point.
    const office = new Office();
    const ann = office.person('Ann', { hours: EIGHT_TO_FIVE, switchingMinutes: 6 });
    ann.person.pace = 0.6;
    office.at('Mo 07:00', () => ann.queue.add(office.task('issue', 0.9)));
    office.at('Mo 07:00', () => ann.queue.add(office.task('proposal', 323.1)));
    expect(office.timeline('Tu 09:00')).toEqual([
      'Mo 00:00 Ann resting',
      'Mo 07:00 queued | queued',
      'Mo 08:00 dequeued | begun after 60 | Ann engaged | Ann working',
      'Mo 08:01.5 Ann issue from 08:00 | issue done | dequeued | begun after 61.5',
      'Mo 17:00 Ann proposal from 08:01.5 | proposal done | Ann resting',
      'Tu 08:00 Ann available | Ann idle',
    ]);
  });

  it('leaves work for a customer on the phone, and takes it up again', () => {
    // Reporting: 20 minutes until interrupted; 40 left and 6 to find back.
    const office = new Office();
    const ann = office.person('Ann', {
      hours: EIGHT_TO_FIVE,
      switchingMinutes: 6,
      queues: [office.queue({ interruptingUrgency: 0 })],
    });
    office.at('Mo 09:00', () => ann.queue.add(office.task('reporting', 60, { urgency: 2 })));
    office.at('Mo 09:20', () => ann.queue.add(office.task('issue', 15, { urgency: 0 })));
    // Less urgent than what interrupts: waits, but comes before reporting.
    office.at('Mo 09:25', () => ann.queue.add(office.task('follow-up', 5, { urgency: 1 })));
    expect(office.timeline('Mo 11:00')).toEqual([
      ...MORNING,
      'Mo 09:00 begun after 0 | Ann engaged | Ann working',
      'Mo 09:20 Ann reporting from 09:00 | begun after 0 | queued',
      'Mo 09:25 queued',
      'Mo 09:35 Ann issue from 09:20 | issue done | dequeued | begun after 10',
      'Mo 09:40 Ann follow-up from 09:35 | follow-up done | dequeued',
      'Mo 10:26 Ann reporting from 09:40 | reporting done | Ann available | Ann idle',
    ]);
  });

  it('does not leave work for what is no more urgent, or not urgent enough to interrupt', () => {
    const office = new Office();
    const ann = office.person('Ann', {
      hours: EIGHT_TO_FIVE,
      queues: [office.queue({ interruptingUrgency: 0 })],
    });
    office.at('Mo 09:00', () => ann.queue.add(office.task('reporting', 60, { urgency: 2 })));
    office.at('Mo 09:10', () => ann.queue.add(office.task('follow-up', 10, { urgency: 1 })));
    office.at('Mo 10:05', () => ann.queue.add(office.task('issue', 30, { urgency: 0 })));
    office.at('Mo 10:10', () => ann.queue.add(office.task('status-call', 5, { urgency: 0 })));
    expect(office.timeline('Mo 11:00').slice(2)).toEqual([
      'Mo 09:00 begun after 0 | Ann engaged | Ann working',
      'Mo 09:10 queued',
      'Mo 10:00 Ann reporting from 09:00 | reporting done | dequeued | begun after 50',
      'Mo 10:05 Ann follow-up from 10:00 | begun after 0 | queued',
      'Mo 10:10 queued',
      'Mo 10:35 Ann issue from 10:05 | issue done | dequeued | begun after 25',
      'Mo 10:40 Ann status-call from 10:35 | status-call done | dequeued',
      'Mo 10:45 Ann follow-up from 10:40 | follow-up done | Ann available | Ann idle',
    ]);
  });

  it('fills idle time with work that yields to anything, is free meanwhile, and finds back into it', () => {
    // Prospecting: 20 minutes, then 40 left and 6 to find back, of which 15 pass, 31 left and 6 to find back.
    const office = new Office();
    const ann = office.person('Ann', { hours: EIGHT_TO_FIVE, switchingMinutes: 6 });
    let prospecting: Task | undefined = office.task('prospecting', 60, {
      urgency: Infinity,
      yields: true,
      onDone: () => (prospecting = undefined),
    });
    ann.person.workload.idleWork = () => prospecting;
    office.at('Mo 08:20', () => ann.queue.add(office.task('follow-up', 10, { urgency: 3 })));
    office.at('Mo 08:45', () => ann.queue.add(office.task('issue', 5, { urgency: 0 })));
    expect(office.timeline('Mo 10:00')).toEqual([
      'Mo 00:00 Ann resting',
      'Mo 08:00 Ann working',
      'Mo 08:20 Ann prospecting from 08:00 | begun after 0 | Ann engaged',
      'Mo 08:30 Ann follow-up from 08:20 | follow-up done | Ann available',
      'Mo 08:45 Ann prospecting from 08:30 | begun after 0 | Ann engaged',
      'Mo 08:50 Ann issue from 08:45 | issue done | Ann available',
      'Mo 09:27 Ann prospecting from 08:50 | Ann idle',
    ]);
  });

  it('asks every morning whether there is work to fill idle time with', () => {
    const office = new Office();
    const ann = office.person('Ann', { hours: EIGHT_TO_FIVE });
    let asked = 0;
    ann.person.workload.idleWork = () => {
      asked++;
      return undefined;
    };
    office.timeline('Th 12:00');
    expect(asked).toBe(4);
  });

  it('sleeps through the night if nothing comes, and gets up for what comes at night', () => {
    const office = new Office();
    const ann = office.person('Ann', { hours: EIGHT_TO_FIVE });
    office.at('Mo 22:00', () => ann.queue.add(office.task('issue', 30)));
    office.at('Tu 03:00', () => ann.queue.add(office.task('status-call', 10, { urgency: 0 })));
    expect(office.timeline('Tu 09:00')).toEqual([
      ...MORNING,
      'Mo 22:00 queued',
      'Tu 03:00 queued',
      'Tu 08:00 dequeued | begun after 300 | Ann engaged | Ann working',
      'Tu 08:10 Ann status-call from 08:00 | status-call done | dequeued | begun after 610',
      'Tu 08:40 Ann issue from 08:10 | issue done | Ann available | Ann idle',
    ]);
  });

  it('does not take up a task shortly before the end of the day only to find back into it', () => {
    // At 16:55 five minutes are left and six would be needed. The next morning: 60 minutes left and six.
    const office = new Office();
    const ann = office.person('Ann', {
      hours: EIGHT_TO_FIVE,
      switchingMinutes: 6,
      queues: [office.queue({ interruptingUrgency: 0 })],
    });
    office.at('Mo 16:00', () => ann.queue.add(office.task('reporting', 90, { urgency: 2 })));
    office.at('Mo 16:30', () => ann.queue.add(office.task('issue', 25, { urgency: 0 })));
    expect(office.timeline('Tu 10:00').slice(2)).toEqual([
      'Mo 16:00 begun after 0 | Ann engaged | Ann working',
      'Mo 16:30 Ann reporting from 16:00 | begun after 0 | queued',
      'Mo 16:55 Ann issue from 16:30 | issue done | Ann available | Ann idle',
      'Tu 08:00 dequeued | Ann engaged | Ann working',
      'Tu 09:06 Ann reporting from 08:00 | reporting done | Ann available | Ann idle',
    ]);
  });

  it('gets up for a task that came in the last instant of the day', () => {
    const office = new Office();
    const ann = office.person('Ann', { hours: EIGHT_TO_FIVE });
    office.simulation.schedule(17 * 60 - 1e-9, () => ann.queue.add(office.task('issue', 30)), undefined);
    expect(office.timeline('Tu 10:00').slice(-2)).toEqual([
      'Tu 08:00 dequeued | begun after 900.000000001 | Ann engaged | Ann working',
      'Tu 08:30 Ann issue from 08:00 | issue done | Ann available | Ann idle',
    ]);
  });

  it('drops a task that need not be done any more when its turn comes, but not one that was begun', () => {
    const office = new Office();
    const ann = office.person('Ann', {
      hours: EIGHT_TO_FIVE,
      switchingMinutes: 6,
      queues: [office.queue({ interruptingUrgency: 0 })],
    });
    let isNeeded = true;
    const mayBegin = () => isNeeded;
    office.at('Mo 09:00', () => ann.queue.add(office.task('reporting', 60, { urgency: 2, mayBegin })));
    office.at('Mo 09:10', () => ann.queue.add(office.task('follow-up', 20, { urgency: 1, mayBegin })));
    office.at('Mo 09:20', () => ann.queue.add(office.task('issue', 15, { urgency: 0, mayBegin })));
    office.at('Mo 09:30', () => (isNeeded = false));
    // Not even begun by somebody who is free, nor a reason to interrupt.
    office.at('Mo 10:00', () => ann.queue.add(office.task('status-call', 15, { urgency: 0, mayBegin })));
    office.at('Mo 11:00', () => ann.queue.add(office.task('status-call', 15, { urgency: 0, mayBegin })));
    expect(office.timeline('Mo 12:00').slice(2)).toEqual([
      'Mo 09:00 begun after 0 | Ann engaged | Ann working',
      'Mo 09:10 queued',
      'Mo 09:20 Ann reporting from 09:00 | begun after 0 | queued',
      'Mo 09:35 Ann issue from 09:20 | issue done | dequeued | dequeued',
      'Mo 10:21 Ann reporting from 09:35 | reporting done | Ann available | Ann idle',
    ]);
    expect(ann.queue.length).toBe(0);
  });

  it('finishes what was begun after hours where that is the custom, but begins nothing new', () => {
    const office = new Office();
    const ann = office.person('Ann', {
      hours: EIGHT_TO_FIVE,
      finishesAfterHours: true,
      queues: [office.queue({ interruptingUrgency: 0 })],
    });
    office.at('Mo 16:30', () => ann.queue.add(office.task('reporting', 60, { urgency: 2 })));
    office.at('Mo 16:40', () => ann.queue.add(office.task('follow-up', 10, { urgency: 2 })));
    office.at('Mo 17:10', () => ann.queue.add(office.task('issue', 20, { urgency: 0 })));
    expect(office.timeline('Tu 10:00').slice(2)).toEqual([
      'Mo 16:30 begun after 0 | Ann engaged | Ann working',
      'Mo 16:40 queued',
      'Mo 17:10 queued',
      'Mo 17:30 Ann reporting from 16:30 | reporting done | Ann resting',
      'Tu 08:00 dequeued | begun after 890 | Ann working',
      'Tu 08:20 Ann issue from 08:00 | issue done | dequeued | begun after 940',
      'Tu 08:30 Ann follow-up from 08:20 | follow-up done | Ann available | Ann idle',
    ]);
  });

  it('does not stay on for work that only fills idle time', () => {
    // 60 of 100 minutes until 17:00; then 40 are left.
    const office = new Office();
    const ann = office.person('Ann', { hours: EIGHT_TO_FIVE, finishesAfterHours: true });
    let prospecting: Task | undefined;
    ann.person.workload.idleWork = () => prospecting;
    const done = () => (prospecting = undefined);
    office.at('Mo 16:00', () => {
      prospecting = office.task('prospecting', 100, { urgency: Infinity, yields: true, onDone: done });
      ann.person.start();
    });
    office.at('Mo 18:00', () => ann.queue.add(office.task('issue', 10)));
    expect(office.timeline('Tu 09:00').slice(2)).toEqual([
      'Mo 16:00 Ann working',
      'Mo 17:00 Ann prospecting from 16:00 | Ann resting',
      'Mo 18:00 queued',
      'Tu 08:00 dequeued | begun after 840 | Ann engaged | Ann working',
      'Tu 08:10 Ann issue from 08:00 | issue done | Ann available',
      'Tu 08:50 Ann prospecting from 08:10 | Ann idle',
    ]);
  });

  it('takes twice as long at half the pace; a new pace counts from the next task on, or the next stint', () => {
    // Issue: 30 minutes of work take 60. Proposal: begun at 10:00 at a quarter of the pace, 60 minutes make 15 of its
    // 60; then a call of 5 minutes at full pace, and 45 + 5 minutes of work at full pace.
    const office = new Office();
    const ann = office.person('Ann', {
      hours: EIGHT_TO_FIVE,
      switchingMinutes: 5,
      queues: [office.queue({ interruptingUrgency: 0 })],
    });
    ann.person.pace = 0.5;
    office.at('Mo 09:00', () => ann.queue.add(office.task('issue', 30)));
    office.at('Mo 09:30', () => (ann.person.pace = 0.25));
    office.at('Mo 09:40', () => ann.queue.add(office.task('proposal', 60, { urgency: 2 })));
    office.at('Mo 10:30', () => (ann.person.pace = 1));
    office.at('Mo 11:00', () => ann.queue.add(office.task('status-call', 5, { urgency: 0 })));
    expect(office.timeline('Mo 12:00').slice(2)).toEqual([
      'Mo 09:00 begun after 0 | Ann engaged | Ann working',
      'Mo 09:40 queued',
      'Mo 10:00 Ann issue from 09:00 | issue done | dequeued | begun after 20',
      'Mo 11:00 Ann proposal from 10:00 | begun after 0 | queued',
      'Mo 11:05 Ann status-call from 11:00 | status-call done | dequeued',
      'Mo 11:55 Ann proposal from 11:05 | proposal done | Ann available | Ann idle',
    ]);
  });
});
