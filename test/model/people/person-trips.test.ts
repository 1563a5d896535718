import { describe, expect, it } from 'vitest';
import { AND_HOME_FROM_IT, FAR, HOME, meet, officeWithAnn, TO_MEETING_AT_TEN } from './ann.ts';
import { clock, Office, place, weekdays } from './office.ts';

describe('a trip', () => {
  it('begins with the journey after hours, is spent at the hotel, and ends after its last appointment', () => {
    // Tuesday and Wednesday in a city three hours away, the client there ten minutes from the hotel. Monday's work is
    // broken off at 17:00 with 30 minutes left, done over the phone on Tuesday morning with 6 to find back; the report
    // has to wait until Ann is back.
    const { office, ann } = officeWithAnn();
    const farClient = place(190);
    ann.agenda.plan({ place: FAR, firstDay: 1, lastDay: 2 });
    ann.agenda.add({ kind: 'journey', start: clock('Mo 17:00'), place: FAR });
    meet(office, ann, 'Tu 10:00', 60, farClient);
    meet(office, ann, 'We 09:00', 60, farClient);
    office.at('Mo 16:00', () => ann.queue.add(office.task('follow-up', 90)));
    office.at('Tu 07:00', () => ann.queue.add(office.task('reporting', 20, { isOffice: true, urgency: 0 })));
    expect(office.timeline('We 14:00')).toEqual([
      'Mo 00:00 Ann resting',
      'Mo 08:00 Ann idle',
      'Mo 16:00 begun after 0 | Ann engaged | Ann working',
      'Mo 17:00 Ann follow-up from 16:00 | queued | Ann travelling',
      'Mo 20:00 Ann travel from 17:00 | Ann resting',
      'Tu 07:00 queued',
      'Tu 08:00 dequeued | Ann working',
      'Tu 08:36 Ann follow-up from 08:00 | follow-up done | Ann waiting',
      'Tu 09:50 Ann waiting from 08:36 | Ann travelling',
      'Tu 10:00 Ann travel from 09:50 | Ann meeting',
      'Tu 11:00 Ann presentation from 10:00 | presentation held | Ann travelling',
      'Tu 11:10 Ann travel from 11:00 | Ann waiting',
      'Tu 17:00 Ann waiting from 11:10 | Ann resting',
      'We 08:00 Ann waiting',
      'We 08:50 Ann waiting from 08:00 | Ann travelling',
      'We 09:00 Ann travel from 08:50 | Ann meeting',
      'We 10:00 Ann presentation from 09:00 | presentation held | Ann travelling',
      'We 13:10 Ann travel from 10:00 | dequeued | begun after 1810 | Ann working',
      'We 13:30 Ann reporting from 13:10 | reporting done | Ann available | Ann idle',
    ]);
  });

  it('of which the last day has no appointment ends in the morning of that day', () => {
    const { office, ann } = officeWithAnn();
    ann.agenda.plan({ place: FAR, firstDay: 1, lastDay: 2 });
    ann.agenda.add({ kind: 'journey', start: clock('Mo 17:00'), place: FAR });
    meet(office, ann, 'Tu 16:00', 60, FAR);
    expect(office.timeline('We 12:00').slice(2)).toEqual([
      'Mo 17:00 Ann engaged | Ann travelling',
      'Mo 20:00 Ann travel from 17:00 | Ann resting',
      'Tu 08:00 Ann waiting',
      'Tu 16:00 Ann waiting from 08:00 | Ann meeting',
      'Tu 17:00 Ann presentation from 16:00 | presentation held | Ann resting',
      'We 08:00 Ann travelling',
      'We 11:00 Ann travel from 08:00 | Ann available | Ann idle',
    ]);
  });

  it('is over in the evening of its last day, though its last appointment was at the hotel until the end of the hours', () => {
    const { office, ann } = officeWithAnn();
    ann.agenda.plan({ place: FAR, firstDay: 1, lastDay: 1 });
    ann.agenda.add({ kind: 'journey', start: clock('Mo 17:00'), place: FAR });
    meet(office, ann, 'Tu 16:00', 60, FAR);
    expect(office.timeline('We 12:00').slice(5)).toEqual([
      'Tu 16:00 Ann waiting from 08:00 | Ann meeting',
      'Tu 17:00 Ann presentation from 16:00 | presentation held | Ann travelling',
      'Tu 20:00 Ann travel from 17:00 | Ann resting',
      'We 08:00 Ann available | Ann idle',
    ]);
  });

  it('is over when nothing is left of it, and the rest of its days are free again', () => {
    const { office, ann } = officeWithAnn();
    ann.agenda.plan({ place: FAR, firstDay: 1, lastDay: 2 });
    ann.agenda.add({ kind: 'journey', start: clock('Mo 17:00'), place: FAR });
    meet(office, ann, 'Tu 10:00', 60, FAR);
    office.at('Tu 23:00', () => ann.queue.add(office.task('follow-up', 10)));
    expect(office.timeline('We 09:00').slice(4)).toEqual([
      'Tu 08:00 Ann waiting',
      'Tu 10:00 Ann waiting from 08:00 | Ann meeting',
      'Tu 11:00 Ann presentation from 10:00 | presentation held | Ann travelling',
      'Tu 14:00 Ann travel from 11:00 | Ann available | Ann idle',
      'Tu 23:00 queued',
      'We 08:00 dequeued | begun after 540 | Ann engaged | Ann working',
      'We 08:10 Ann follow-up from 08:00 | follow-up done | Ann available | Ann idle',
    ]);
    expect(ann.agenda.tripOn(2)).toBeUndefined();
  });

  it('does not set out at night because plans change', () => {
    // Wednesday's appointment is called off at midnight: the way home is left for the morning.
    const { office, ann } = officeWithAnn();
    ann.agenda.plan({ place: FAR, firstDay: 1, lastDay: 2 });
    ann.agenda.add({ kind: 'journey', start: clock('Mo 17:00'), place: FAR });
    meet(office, ann, 'Tu 16:00', 60, FAR);
    meet(office, ann, 'We 16:00', 60, FAR);
    office.at('We 00:00', () => ann.agenda.remove(ann.agenda.next!));
    expect(office.timeline('We 12:00').slice(5)).toEqual([
      'Tu 16:00 Ann waiting from 08:00 | Ann meeting',
      'Tu 17:00 Ann presentation from 16:00 | presentation held | Ann resting',
      'We 08:00 Ann travelling',
      'We 11:00 Ann travel from 08:00 | Ann available | Ann idle',
    ]);
  });

  it('does not begin before its journey: appointments of the day before are reached from home', () => {
    const { office, ann } = officeWithAnn();
    ann.agenda.plan({ place: FAR, firstDay: 1, lastDay: 1 });
    ann.agenda.add({ kind: 'journey', start: clock('Mo 17:00'), place: FAR });
    meet(office, ann, 'Mo 10:00');
    meet(office, ann, 'Tu 10:00', 60, FAR);
    expect(office.timeline('Tu 15:00')).toEqual([
      ...TO_MEETING_AT_TEN,
      ...AND_HOME_FROM_IT,
      'Mo 17:00 Ann engaged | Ann travelling',
      'Mo 20:00 Ann travel from 17:00 | Ann resting',
      'Tu 08:00 Ann waiting',
      'Tu 10:00 Ann waiting from 08:00 | Ann meeting',
      'Tu 11:00 Ann presentation from 10:00 | presentation held | Ann travelling',
      'Tu 14:00 Ann travel from 11:00 | Ann available | Ann idle',
    ]);
  });
});

describe('lunch on the road', () => {
  it('is taken where one is, and phone work goes on after it', () => {
    // 10 of 30 minutes until noon; at 13:00 20 left and 6. The other call comes at lunch and waits its turn.
    const office = new Office();
    const ann = office.person('Ann', {
      hours: weekdays(['08:00', '12:00'], ['13:00', '17:00']),
      base: HOME,
      baseGapMinutes: 90,
      switchingMinutes: 6,
    });
    meet(office, ann, 'Mo 11:00', 50);
    meet(office, ann, 'Mo 14:00', 60);
    office.at('Mo 11:30', () => ann.queue.add(office.task('follow-up', 30)));
    office.at('Mo 12:30', () => ann.queue.add(office.task('status-call', 10)));
    expect(office.timeline('Mo 14:00').slice(3)).toEqual([
      'Mo 11:00 Ann travel from 10:30 | Ann meeting',
      'Mo 11:30 queued',
      'Mo 11:50 Ann presentation from 11:00 | presentation held | dequeued | begun after 20 | Ann working',
      'Mo 12:00 Ann follow-up from 11:50 | queued | Ann waiting',
      'Mo 12:30 queued',
      'Mo 13:00 Ann waiting from 12:00 | dequeued | Ann working',
      'Mo 13:26 Ann follow-up from 13:00 | follow-up done | dequeued | begun after 56',
      'Mo 13:36 Ann status-call from 13:26 | status-call done | Ann waiting',
      'Mo 14:00 Ann waiting from 13:36 | Ann meeting',
    ]);
  });

  it('does not keep waiting what comes during it', () => {
    const office = new Office();
    const ann = office.person('Ann', {
      hours: weekdays(['08:00', '12:00'], ['13:00', '17:00']),
      base: HOME,
      baseGapMinutes: 90,
    });
    meet(office, ann, 'Mo 11:00', 50);
    meet(office, ann, 'Mo 14:00', 60);
    office.at('Mo 12:30', () => ann.queue.add(office.task('status-call', 10)));
    expect(office.timeline('Mo 14:00').slice(4)).toEqual([
      'Mo 11:50 Ann presentation from 11:00 | presentation held | Ann waiting',
      'Mo 12:30 queued',
      'Mo 13:00 Ann waiting from 11:50 | dequeued | begun after 30 | Ann working',
      'Mo 13:10 Ann status-call from 13:00 | status-call done | Ann waiting',
      'Mo 14:00 Ann waiting from 13:10 | Ann meeting',
    ]);
  });
});
