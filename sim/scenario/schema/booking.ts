import { group, quantity } from './fields.ts';

/** What it takes to agree on a meeting: the same for whoever makes the calls. */
export const booking = group({
  contactSuccess: quantity('share', '22 %', {
    about: 'Chance that a dial reaches the person wanted.',
    source: 'baseline firm: 6 dials an appointment, V20, with four days offered; medium',
    min: '1 %',
    max: '100 %',
  }),
  retryAfter: quantity('work', '1 working day', {
    about: 'Working time of the caller before the next attempt.',
    source: 'D; low',
    min: '1 min',
  }),
  daysOffered: quantity('count', 4, {
    about: 'Days offered in one conversation, at most.',
    source: 'baseline firm; low',
    min: '1',
    max: '20',
  }),
  acceptance: quantity('share', '50 %', {
    about: 'Chance that the customer accepts a day offered.',
    source: 'D 30-70 %; low',
    min: '1 %',
    max: '100 %',
  }),
  frozen: quantity('duration', '2 days', {
    about: 'No meeting is booked nearer than this, in whole days.',
    source: 'D 2-3 days; low',
  }),
  horizon: quantity('duration', '3 weeks', {
    about: 'No meeting is booked further ahead than this, in whole days.',
    source: 'D 1-6 weeks; low',
    min: '1 day',
    max: '26 weeks',
  }),
  grid: quantity('work', '15 min', {
    about: 'Meetings begin and last multiples of this.',
    source: 'B',
    min: '1 min',
    max: '2 h',
  }),
  noShow: quantity('share', '50 %', {
    about:
      'Share of the meetings not kept that fail at the door; the others are cancelled the working day before.',
    source: 'D; low',
    max: '100 %',
  }),
  noShowWait: quantity('work', '15 min', { about: 'Time lost at the door.', source: 'B' }),
  unconfirmed: quantity('factor', 1.5, {
    about: 'Multiplies the share not kept where nobody got round to confirming.',
    source: 'D: cold-booked against confirmed, halved; low',
    min: '1',
  }),
  rebookable: quantity('share', '80 %', {
    about: 'Share of the meetings not kept that can be booked again; the others are lost.',
    source: 'V41: 56 % were overtaken by events; medium',
    max: '100 %',
  }),
  visitFallOff: quantity('share', '10 %', {
    about: 'Share of booked maintenance visits that the client does not keep.',
    source: 'D 5-15 %; medium',
    max: '90 %',
  }),
});
