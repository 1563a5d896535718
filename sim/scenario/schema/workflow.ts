import { group, quantity, varying } from './fields.ts';

/** How an opportunity moves, on the customer's side: stages, chances, deliberation. Nobody's organisation. */
export const workflow = group({
  conceptualMeetings: quantity('factor', 2, {
    about: 'Mean number of conceptual meetings; geometric, at least one.',
    source: 'baseline firm; with the other stages 3.2 meetings in the mean, V29 4.3; medium',
    min: '1',
  }),
  reachDiscovery: quantity('share', '45 %', {
    about: 'Share of pursued opportunities that reach requirement discovery.',
    source: 'D 40-60 %; low',
    max: '100 %',
  }),
  reachPresentation: quantity('share', '40 %', {
    about: 'Share of pursued opportunities that reach the presentation of a solution.',
    source: 'baseline firm; low',
    max: '100 %',
  }),
  reachClosing: quantity('share', '35 %', {
    about: 'Share of pursued opportunities that reach a closing meeting.',
    source: 'baseline firm; low',
    max: '100 %',
  }),
  win: quantity('share', '16 %', {
    about:
      'Share of pursued opportunities of mean fit that are won if the firm loses no time and no information.',
    source: 'baseline firm; V32 19-22 % of all opened, less what delay takes; medium',
    max: '100 %',
  }),
  noDecision: quantity('share', '42 %', {
    about: 'Share of the lost ones that decide for nobody; the others decide for a competitor.',
    source: 'V36, V37: 25 % of proposals end so; medium',
    max: '100 %',
  }),
  winByPhone: quantity('factor', 0.8, {
    about: 'Multiplies the chance to win of an opportunity that is sold on the phone.',
    source: 'no source found; low',
    max: '2',
  }),
  deliberation: varying(
    'duration',
    { kind: 'exponential', mean: '2.8 weeks' },
    {
      about: 'Time the customer takes after a meeting before the next step, on top of the shortest.',
      source: 'baseline firm: mean 4 weeks, 30 % of it fixed; low',
    },
  ),
  shortestDeliberation: quantity('duration', '1.2 weeks', {
    about: 'Shortest time the customer takes after a meeting.',
    source: 'baseline firm: 30 % of 4 weeks; low',
  }),
  waitingGrace: quantity('duration', '2 weeks', {
    about: 'Waiting caused by the firm that does no harm.',
    source: 'baseline firm; low',
  }),
  winLossPerWeek: quantity('share', '3 %', {
    about: 'Loss of the chance to win per week of waiting beyond the grace.',
    source: 'D, 0-6 %; low',
    max: '50 %',
  }),
  deliveryDelay: group({
    weight: quantity('share', '0 %', {
      about:
        "How far the chance to win falls with the delay of deliveries, by Forrester's table: at 100 % to .61 at twice " +
        'the usual lead time of a project, .29 at three times. 0 % is no effect.',
      source: 'V56, table of sales effectiveness, on the lead time of projects; medium',
      max: '100 %',
    }),
    recognition: quantity('duration', '10 months', {
      about: 'Lag with which the market notices a longer or shorter delay.',
      source: 'V56: 4 months until the firm knows it, 6 more until the market does; medium',
      min: '1 day',
    }),
  }),
  handOffLoss: quantity('share', '0.5 %', {
    about: 'Loss of the chance to win at each hand-off to somebody new, for each stakeholder.',
    source: 'no source found: 2 % a hand-off at four stakeholders; low',
    max: '20 %',
  }),
});
