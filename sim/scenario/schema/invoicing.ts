import { group, quantity, varying } from './fields.ts';

/** When money moves. It changes no figure but those of cash. */
export const invoicing = group({
  deposit: quantity('share', '0 %', {
    about: 'Share of the price of a project that is invoiced when it is ordered; the rest at delivery.',
    source: 'B: 20-50 % of engineered work; low',
    max: '100 %',
  }),
  terms: varying('duration', '0 days', {
    about: 'Time from invoice to payment.',
    source: 'B: 30 days agreed, 40-55 taken (days sales outstanding of manufacturers); medium',
  }),
  lateExtra: quantity('duration', '0 days', {
    about: 'A client whose delivery was late pays so much later.',
    source: 'D: complaints hold payment up; low',
  }),
  materialAhead: quantity('share', '0 %', {
    about: 'Share of the truly variable cost that is paid when making begins; the rest at delivery.',
    source: 'D: material, against freight and outside work; low',
    max: '100 %',
  }),
});
