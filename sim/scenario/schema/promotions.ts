import { group, quantity, varying } from './fields.ts';

/** What the market does with campaigns: a list of addresses, and how it answers. Nobody's organisation. */
export const promotions = group({
  list: quantity('count', 2000, {
    about: 'Addresses of prospects that campaigns can be sent to.',
    source: 'baseline firm; low',
    min: '1',
    max: '200000',
  }),
  response: quantity('share', '0.6 %', {
    about: 'Share of rested addresses that answer a plain campaign with something to buy.',
    source: 'V44: 65 opportunities from 11,000 addresses; 0.2-1.5 %; medium',
    max: '20 %',
  }),
  tiring: quantity('share', '30 %', {
    about: 'Share of its willingness to answer that an address loses by each campaign.',
    source: 'no source found; low',
    max: '100 %',
  }),
  recovery: quantity('duration', '4 weeks', {
    about: 'Time in which half of the willingness that was lost comes back.',
    source: 'no source found; low',
    min: '1 day',
  }),
  answerTime: varying(
    'work',
    { kind: 'exponential', mean: '2 working days' },
    { about: 'Office hours from a campaign to each answer.', source: 'D; low' },
  ),
  interest: varying(
    'duration',
    { kind: 'exponential', mean: '67 h' },
    {
      about:
        'Time until a respondent whom nobody has reached loses interest: with this distribution the chance to ' +
        'find him interested falls as exp(-t / 67 h).',
      source: 'V42: 20 h, mostly for consumers; damped to 0.3 of that decay for engineered goods; low',
    },
  ),
  fallOff: quantity('share', '20 %', {
    about: 'Share of booked meetings that a respondent does not keep.',
    source: 'V40: inbound 15-30 %; medium',
    max: '90 %',
  }),
  cost: quantity('money', '$1000', {
    about: 'Money spent on one campaign, whatever its size.',
    source: 'no source found; low',
  }),
  costPerAddress: quantity('money', '$0.50', {
    about: 'Money spent for each address that a campaign is sent to.',
    source: 'no source found: print or bought lists; low',
  }),
  strongOffer: group({
    answers: quantity('factor', 2, {
      about: 'Multiplies the answers if the offer is as strong as it can be.',
      source: 'no source found; low',
      min: '1',
      max: '20',
    }),
    fit: quantity('factor', 0.7, {
      about: 'Multiplies how well those fit who answer the strongest offer.',
      source: 'no source found; low',
      max: '1',
    }),
    price: quantity('factor', 0.95, {
      about: 'Multiplies the price that they pay; the cost stays what it is.',
      source: 'no source found; low',
      max: '1',
    }),
  }),
});

/** What the firm decides about its campaigns; they run if the activity `campaign` is assigned to somebody. */
export const campaigns = group({
  rate: quantity('rate', '8.7 per year', {
    about: 'Campaigns that are begun, one every so often; the work on one may delay the next.',
    source: 'baseline firm: one in six weeks',
  }),
  batch: quantity('count', 2000, {
    about: 'Addresses of one campaign, at most: those that have rested longest.',
    source: 'policy',
    min: '1',
  }),
  offer: quantity('share', '0 %', {
    about: 'Strength of the offer: 0 plain, 100 % as strong as it can be.',
    source: 'policy',
    max: '100 %',
  }),
  begin: quantity('duration', '0 weeks', {
    about: 'When work on the first campaign begins.',
    source: 'policy',
  }),
});
