import { describe, expect, it } from 'vitest';
import {
  AND_HOME_FROM_IT,
  CLIENT,
  EIGHT_TO_FIVE,
  HOME,
  meet,
  officeWithAnn,
  TO_MEETING_AT_TEN,
} from './ann.ts';
import { Office, place } from './office.ts';

describe('a person with appointments', () => {
  it('leaves in time, is there when it begins, and goes home after it', () => {
    const { office, ann } = officeWithAnn();
    meet(office, ann, 'Mo 10:00');
    expect(office.timeline('Mo 12:00')).toEqual([...TO_MEETING_AT_TEN, ...AND_HOME_FROM_IT]);
  });

  it('leaves work for it, and finds back into it when home again', () => {
    // Proposal: an hour until 09:30, then 60 minutes left and 6 to find back.
    const { office, ann } = officeWithAnn();
    meet(office, ann, 'Mo 10:00');
    office.at('Mo 08:30', () => ann.queue.add(office.task('proposal', 120, { isOffice: true })));
    expect(office.timeline('Mo 14:00').slice(2)).toEqual([
      'Mo 08:30 begun after 0 | Ann engaged | Ann working',
      'Mo 09:30 Ann proposal from 08:30 | queued | Ann travelling',
      'Mo 10:00 Ann travel from 09:30 | Ann meeting',
      'Mo 11:00 Ann presentation from 10:00 | presentation held | Ann travelling',
      'Mo 11:30 Ann travel from 11:00 | dequeued | Ann working',
      'Mo 12:36 Ann proposal from 11:30 | proposal done | Ann available | Ann idle',
    ]);
  });

  it('does not take up a task again that it would take longer to find back into than there is time', () => {
    // The call ends at 09:25; leaving is at 09:30, finding back takes 6.
    const office = new Office();
    const ann = office.person('Ann', {
      hours: EIGHT_TO_FIVE,
      base: HOME,
      switchingMinutes: 6,
      queues: [office.queue({ interruptingUrgency: 0 })],
    });
    meet(office, ann, 'Mo 10:00');
    office.at('Mo 08:00', () => ann.queue.add(office.task('proposal', 120)));
    office.at('Mo 09:10', () => ann.queue.add(office.task('issue', 15, { urgency: 0 })));
    expect(office.timeline('Mo 14:00').slice(1)).toEqual([
      'Mo 08:00 queued | dequeued | begun after 0 | Ann engaged | Ann working',
      'Mo 09:10 Ann proposal from 08:00 | begun after 0 | queued',
      'Mo 09:25 Ann issue from 09:10 | issue done | Ann available | Ann idle',
      'Mo 09:30 Ann engaged | Ann travelling',
      'Mo 10:00 Ann travel from 09:30 | Ann meeting',
      'Mo 11:00 Ann presentation from 10:00 | presentation held | Ann travelling',
      'Mo 11:30 Ann travel from 11:00 | dequeued | Ann working',
      'Mo 12:26 Ann proposal from 11:30 | proposal done | Ann available | Ann idle',
    ]);
  });

  it('does phone work in a gap between appointments, and office work only at base', () => {
    // 40 minutes between the two, less than 30 + 30 + 90: no way home. The call is less urgent than the report.
    const { office, ann } = officeWithAnn();
    meet(office, ann, 'Mo 10:00');
    meet(office, ann, 'Mo 11:40', 20);
    office.at('Mo 10:30', () => ann.queue.add(office.task('reporting', 20, { urgency: 1, isOffice: true })));
    office.at('Mo 10:30', () => ann.queue.add(office.task('status-call', 15, { urgency: 2 })));
    expect(office.timeline('Mo 13:00')).toEqual([
      ...TO_MEETING_AT_TEN,
      'Mo 10:30 queued | queued',
      'Mo 11:00 Ann presentation from 10:00 | presentation held | dequeued | begun after 30 | Ann working',
      'Mo 11:15 Ann status-call from 11:00 | status-call done | Ann waiting',
      'Mo 11:40 Ann waiting from 11:15 | Ann meeting',
      'Mo 12:00 Ann presentation from 11:40 | presentation held | Ann travelling',
      'Mo 12:30 Ann travel from 12:00 | dequeued | begun after 120 | Ann working',
      'Mo 12:50 Ann reporting from 12:30 | reporting done | Ann available | Ann idle',
    ]);
  });

  it('takes a call that comes in a gap, and breaks it off for the next appointment', () => {
    // The call has 10 of its 30 minutes until 11:40. Home at 12:30: 20 left and 6.
    const { office, ann } = officeWithAnn();
    meet(office, ann, 'Mo 10:00');
    meet(office, ann, 'Mo 11:40', 20);
    office.at('Mo 11:30', () => ann.queue.add(office.task('status-call', 30)));
    expect(office.timeline('Mo 13:00').slice(4)).toEqual([
      'Mo 11:00 Ann presentation from 10:00 | presentation held | Ann waiting',
      'Mo 11:30 Ann waiting from 11:00 | begun after 0 | Ann working',
      'Mo 11:40 Ann status-call from 11:30 | queued | Ann meeting',
      'Mo 12:00 Ann presentation from 11:40 | presentation held | Ann travelling',
      'Mo 12:30 Ann travel from 12:00 | dequeued | Ann working',
      'Mo 12:56 Ann status-call from 12:30 | status-call done | Ann available | Ann idle',
    ]);
  });

  it('waits through a gap of just the way home and on and 90 minutes', () => {
    const { office, ann } = officeWithAnn();
    meet(office, ann, 'Mo 10:00');
    meet(office, ann, 'Mo 13:30');
    expect(office.timeline('Mo 13:30').slice(4)).toEqual([
      'Mo 11:00 Ann presentation from 10:00 | presentation held | Ann waiting',
      'Mo 13:30 Ann waiting from 11:00 | Ann meeting',
    ]);
  });

  it('spends a gap longer than that at base', () => {
    const { office, ann } = officeWithAnn();
    meet(office, ann, 'Mo 10:00');
    meet(office, ann, 'Mo 13:31');
    expect(office.timeline('Mo 13:31').slice(4)).toEqual([
      ...AND_HOME_FROM_IT,
      'Mo 13:01 Ann engaged | Ann travelling',
      'Mo 13:31 Ann travel from 13:01 | Ann meeting',
    ]);
  });

  it('goes straight from one appointment to the next, at the same place or another', () => {
    const { office, ann } = officeWithAnn();
    meet(office, ann, 'Mo 10:00');
    meet(office, ann, 'Mo 11:00');
    meet(office, ann, 'Mo 12:15', 30, place(45));
    expect(office.timeline('Mo 14:00')).toEqual([
      ...TO_MEETING_AT_TEN,
      'Mo 11:00 Ann presentation from 10:00 | presentation held',
      'Mo 12:00 Ann presentation from 11:00 | presentation held | Ann travelling',
      'Mo 12:15 Ann travel from 12:00 | Ann meeting',
      'Mo 12:45 Ann presentation from 12:15 | presentation held | Ann travelling',
      'Mo 13:30 Ann travel from 12:45 | Ann available | Ann idle',
    ]);
  });

  it('has an internal meeting where it is', () => {
    const { office, ann } = officeWithAnn();
    meet(office, ann, 'Mo 08:00', 30, HOME);
    expect(office.timeline('Mo 09:00')).toEqual([
      'Mo 00:00 Ann resting',
      'Mo 08:00 Ann engaged | Ann meeting',
      'Mo 08:30 Ann presentation from 08:00 | presentation held | Ann available | Ann idle',
    ]);
  });

  it('leaves before hours for an early appointment, and comes home after hours from a late one', () => {
    const { office, ann } = officeWithAnn();
    meet(office, ann, 'Mo 08:15', 30);
    meet(office, ann, 'Mo 16:30', 45);
    expect(office.timeline('Tu 09:00')).toEqual([
      'Mo 00:00 Ann resting',
      'Mo 07:45 Ann engaged | Ann travelling',
      'Mo 08:15 Ann travel from 07:45 | Ann meeting',
      'Mo 08:45 Ann presentation from 08:15 | presentation held | Ann travelling',
      'Mo 09:15 Ann travel from 08:45 | Ann available | Ann idle',
      'Mo 16:00 Ann engaged | Ann travelling',
      'Mo 16:30 Ann travel from 16:00 | Ann meeting',
      'Mo 17:15 Ann presentation from 16:30 | presentation held | Ann travelling',
      'Mo 17:45 Ann travel from 17:15 | Ann resting',
      'Tu 08:00 Ann available | Ann idle',
    ]);
  });

  it('begins nothing after hours between two late appointments, even if what was begun would be finished', () => {
    const office = new Office();
    const options = { baseGapMinutes: 90, finishesAfterHours: true };
    const ann = office.person('Ann', { hours: EIGHT_TO_FIVE, base: HOME, ...options });
    meet(office, ann, 'Mo 16:00', 75);
    meet(office, ann, 'Mo 18:30', 30);
    office.at('Mo 16:30', () => ann.queue.add(office.task('status-call', 10)));
    expect(office.timeline('Tu 09:00').slice(4)).toEqual([
      'Mo 16:30 queued',
      'Mo 17:15 Ann presentation from 16:00 | presentation held | Ann waiting',
      'Mo 18:30 Ann waiting from 17:15 | Ann meeting',
      'Mo 19:00 Ann presentation from 18:30 | presentation held | Ann travelling',
      'Mo 19:30 Ann travel from 19:00 | Ann resting',
      'Tu 08:00 dequeued | begun after 930 | Ann working',
      'Tu 08:10 Ann status-call from 08:00 | status-call done | Ann available | Ann idle',
    ]);
  });

  it('loses minutes at the door if the customer does not appear', () => {
    const { office, ann } = officeWithAnn();
    const absent = { isKept: () => false, lostMinutes: 20 };
    office.appointment('presentation', [ann], { start: 'Mo 10:00', minutes: 60, place: CLIENT, ...absent });
    expect(office.timeline('Mo 12:00')).toEqual([
      ...TO_MEETING_AT_TEN,
      'Mo 10:20 Ann no-show from 10:00 | presentation not-kept | Ann travelling',
      'Mo 10:50 Ann travel from 10:20 | Ann available | Ann idle',
    ]);
  });

  it('waits at the door no longer than the meeting would have lasted', () => {
    // 15 minutes at the client's, 20 that people use to wait for: the next appointment may begin at 10:45.
    const { office, ann } = officeWithAnn();
    const absent = { isKept: () => false, lostMinutes: 20 };
    office.appointment('presentation', [ann], { start: 'Mo 10:00', minutes: 15, place: CLIENT, ...absent });
    expect(office.timeline('Mo 12:00')).toEqual([
      ...TO_MEETING_AT_TEN,
      'Mo 10:15 Ann no-show from 10:00 | presentation not-kept | Ann travelling',
      'Mo 10:45 Ann travel from 10:15 | Ann available | Ann idle',
    ]);
  });

  it('has no spare capacity in the fragment of time before an appointment, but does what comes', () => {
    const { office, ann } = officeWithAnn({ fragmentMinutes: 90 });
    meet(office, ann, 'Mo 10:00');
    meet(office, ann, 'Tu 10:00');
    office.at('Mo 08:10', () => ann.queue.add(office.task('status-call', 10)));
    expect(office.timeline('Mo 12:00')).toEqual([
      'Mo 00:00 Ann resting',
      // Not yet: 90 minutes are left until 09:30.
      'Mo 08:00 Ann idle',
      'Mo 08:10 begun after 0 | Ann engaged | Ann working',
      'Mo 08:20 Ann status-call from 08:10 | status-call done | Ann waiting',
      'Mo 09:30 Ann waiting from 08:20 | Ann travelling',
      'Mo 10:00 Ann travel from 09:30 | Ann meeting',
      ...AND_HOME_FROM_IT,
    ]);
  });
});
