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

describe('a change of plan', () => {
  it('lets somebody who is on the way arrive and come back', () => {
    const { office, ann } = officeWithAnn();
    const meeting = meet(office, ann, 'Mo 10:00');
    office.at('Mo 09:40', () => expect(ann.agenda.remove(meeting)).toBe(true));
    expect(office.timeline('Mo 12:00')).toEqual([
      ...TO_MEETING_AT_TEN.slice(0, 3),
      'Mo 10:00 Ann travel from 09:30',
      'Mo 10:30 Ann travel from 10:00 | Ann available | Ann idle',
    ]);
  });

  it('lets somebody who works go on', () => {
    const { office, ann } = officeWithAnn();
    const meeting = meet(office, ann, 'Mo 10:00');
    office.at('Mo 09:00', () => ann.queue.add(office.task('proposal', 60)));
    office.at('Mo 09:20', () => ann.agenda.remove(meeting));
    expect(office.timeline('Mo 12:00').slice(2)).toEqual([
      'Mo 09:00 begun after 0 | Ann engaged | Ann working',
      'Mo 10:00 Ann proposal from 09:00 | proposal done | Ann available | Ann idle',
    ]);
  });

  it('lets somebody who is idle stay so', () => {
    const { office, ann } = officeWithAnn();
    const meeting = meet(office, ann, 'Mo 10:00');
    office.at('Mo 09:20', () => ann.agenda.remove(meeting));
    expect(office.timeline('Mo 12:00')).toEqual(TO_MEETING_AT_TEN.slice(0, 2));
  });

  it('lets somebody sleep on until the next reason to get up', () => {
    const { office, ann } = officeWithAnn();
    const early = meet(office, ann, 'Mo 07:30', 30);
    meet(office, ann, 'Mo 10:00');
    office.at('Mo 06:00', () => ann.agenda.remove(early));
    expect(office.timeline('Mo 12:00')).toEqual([...TO_MEETING_AT_TEN, ...AND_HOME_FROM_IT]);
  });

  it('sends somebody home who waits for what has been cancelled', () => {
    const { office, ann } = officeWithAnn();
    meet(office, ann, 'Mo 10:00');
    const second = meet(office, ann, 'Mo 12:00');
    office.at('Mo 11:20', () => ann.agenda.remove(second));
    expect(office.timeline('Mo 13:00')).toEqual([
      ...TO_MEETING_AT_TEN,
      'Mo 11:00 Ann presentation from 10:00 | presentation held | Ann waiting',
      'Mo 11:20 Ann waiting from 11:00 | Ann travelling',
      'Mo 11:50 Ann travel from 11:20 | Ann available | Ann idle',
    ]);
  });

  it('comes too late for what has begun', () => {
    const { office, ann } = officeWithAnn();
    const meeting = meet(office, ann, 'Mo 10:00');
    office.at('Mo 10:10', () => expect(ann.agenda.remove(meeting)).toBe(false));
    expect(office.timeline('Mo 12:00')).toEqual([...TO_MEETING_AT_TEN, ...AND_HOME_FROM_IT]);
  });

  it('calls somebody away from work earlier when an appointment is added', () => {
    // Proposal: 30 minutes until called away, 90 left and 6 at 11:30: at it until 13:06.
    const { office, ann } = officeWithAnn();
    meet(office, ann, 'Mo 15:00', 30);
    office.at('Mo 09:00', () => ann.queue.add(office.task('proposal', 120)));
    office.at('Mo 09:10', () => meet(office, ann, 'Mo 10:00'));
    expect(office.timeline('Mo 14:00').slice(2)).toEqual([
      'Mo 09:00 begun after 0 | Ann engaged | Ann working',
      'Mo 09:30 Ann proposal from 09:00 | queued | Ann travelling',
      'Mo 10:00 Ann travel from 09:30 | Ann meeting',
      'Mo 11:00 Ann presentation from 10:00 | presentation held | Ann travelling',
      'Mo 11:30 Ann travel from 11:00 | dequeued | Ann working',
      'Mo 13:06 Ann proposal from 11:30 | proposal done | Ann available | Ann idle',
    ]);
  });

  it('can come from the very task or meeting that somebody has just finished', () => {
    const { office, ann } = officeWithAnn();
    office.at('Mo 09:00', () =>
      ann.queue.add(office.task('schedule-call', 30, { onDone: () => meet(office, ann, 'Mo 10:00') })),
    );
    expect(office.timeline('Mo 12:00').slice(2)).toEqual([
      'Mo 09:00 begun after 0 | Ann engaged | Ann working',
      'Mo 09:30 Ann schedule-call from 09:00 | Ann travelling',
      'Mo 10:00 Ann travel from 09:30 | Ann meeting',
      ...AND_HOME_FROM_IT,
    ]);
  });
});

describe('a joint appointment', () => {
  it('is attended by both, from wherever they are, and ends once', () => {
    const office = new Office();
    const ann = office.person('Ann', { hours: EIGHT_TO_FIVE, base: HOME });
    const bob = office.person('Bob', { hours: EIGHT_TO_FIVE, base: place(90) });
    office.appointment('presentation', [ann, bob], { start: 'Mo 10:00', minutes: 60, place: CLIENT });
    office.at('Mo 08:30', () => bob.queue.add(office.task('solution-design', 60)));
    expect(office.timeline('Mo 12:30')).toEqual([
      'Mo 00:00 Ann resting | Bob resting',
      'Mo 08:00 Ann idle | Bob idle',
      'Mo 08:30 begun after 0 | Bob engaged | Bob working',
      'Mo 09:00 Bob solution-design from 08:30 | queued | Bob travelling',
      'Mo 09:30 Ann engaged | Ann travelling',
      'Mo 10:00 Bob travel from 09:00 | Ann travel from 09:30 | Ann meeting | Bob meeting',
      'Mo 11:00 Bob presentation from 10:00 | Ann presentation from 10:00 | presentation held' +
        ' | Ann travelling | Bob travelling',
      'Mo 11:30 Ann travel from 11:00 | Ann available | Ann idle',
      'Mo 12:00 Bob travel from 11:00 | dequeued | Bob working',
      'Mo 12:30 Bob solution-design from 12:00 | solution-design done | Bob available | Bob idle',
    ]);
  });

  it('asks the customer once, and costs both the same at the door', () => {
    const office = new Office();
    const ann = office.person('Ann', { hours: EIGHT_TO_FIVE, base: HOME });
    const bob = office.person('Bob', { hours: EIGHT_TO_FIVE, base: HOME });
    let asked = 0;
    office.appointment('presentation', [ann, bob], {
      start: 'Mo 10:00',
      minutes: 60,
      place: CLIENT,
      isKept: () => ++asked > 1,
      lostMinutes: 15,
    });
    expect(office.timeline('Mo 11:00').slice(4)).toEqual([
      'Mo 10:15 Ann no-show from 10:00 | presentation not-kept | Bob no-show from 10:00' +
        ' | Ann travelling | Bob travelling',
      'Mo 10:45 Ann travel from 10:15 | Ann available | Bob travel from 10:15 | Bob available' +
        ' | Ann idle | Bob idle',
    ]);
    expect(asked).toBe(1);
  });
});
