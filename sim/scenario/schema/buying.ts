import { choice, group, quantity } from './fields.ts';

/** How customers buy, beyond the stages that they go through. Everything here is neutral by default. */
export const buying = group({
  unripe: quantity('share', '0 %', {
    about: 'Share of the chance to win that a brand-new opportunity lacks because it is not ready to buy.',
    source: 'no source found; S1 prospects who are ready to talk; try 0-50 %; low',
    max: '100 %',
  }),
  ripening: quantity('duration', '8 weeks', {
    about: 'Time in which the customer becomes ready: after it, about a third of what was lacking still is.',
    source: 'no source found; low',
    min: '1 day',
  }),
  cooling: quantity('share', '0 %', {
    about: 'Share of the chance to win that is lost with every week of age, because interest cools.',
    source: 'no source found; try 0-3 %; low',
    max: '50 %',
  }),
  outOfStep: quantity('share', '0 %', {
    about:
      'Chance, after a meeting, that the customer is not yet where the next step of the seller needs him.',
    source: 'no source found; S1 follows the stages of the customer; try 10-40 %; low',
    max: '100 %',
  }),
  outOfStepLoss: quantity('share', '40 %', {
    about: 'Loss of the chance to go on, or to win, where the seller takes the next step nevertheless.',
    source: 'no source found; low',
    max: '100 %',
  }),
  followUpWithin: quantity('duration', '3 days', {
    about: 'Time after a meeting within which the customer expects to hear from the firm again.',
    source: 'D; low',
    min: '1 h',
  }),
  followUpLoss: quantity('share', '0 %', {
    about: 'Loss of the chance to win for each meeting that was not followed up in time.',
    source: 'no source found; S1, S2 neglected opportunities; try 0-10 %; low',
    max: '50 %',
  }),
});

/** How the firm goes along with customers who buy in their own way. */
export const pursuit = group({
  nextStep: choice(['own-schedule', 'customer-stage'], 'own-schedule', {
    about:
      'After a meeting with a customer who is not there yet: the next step all the same, or another meeting of the ' +
      'same kind until he is.',
    source: 'policy; S1:58-60',
  }),
  closeNotBefore: quantity('duration', '0 days', {
    about: 'Age that an opportunity must have before the closing meeting is asked for: deals are not forced.',
    source: 'policy',
    max: '52 weeks',
  }),
});
