import { channel, neglected, untapped } from './demand.ts';
import { group, quantity, varying, weights } from './fields.ts';
import { promotions } from './promotions.ts';

const HOURS_8_TO_17 = [0, 0, 0, 0, 0, 0, 0, 0, 9, 13, 15, 13, 7, 11, 13, 11, 8, 0, 0, 0, 0, 0, 0, 0];

function sourceOfOpportunities(rate: string, notes: { about: string; source: string; fallOff: string }) {
  return group({
    rate: quantity('rate', rate, { about: notes.about, source: notes.source }),
    fallOff: quantity('share', notes.fallOff, {
      about: 'Share of booked meetings that the customer does not keep.',
      source: 'D 10 % existing or confirmed, 5-15 %; V40 25-35 % cold-booked; medium',
      max: '90 %',
    }),
  });
}

/** The market: it does not know how the firm is organised. */
export const market = group({
  opportunities: group({
    inflow: quantity('factor', 1, {
      about: 'Multiplies the rates of all sources that come from the market.',
      source: 'lever for experiments',
    }),
    weeklyVariation: quantity('share', '15 %', {
      about:
        'Coefficient of variation of a random factor on all rates of a week: arrivals are not plain Poisson.',
      source: 'D, range 5-25 %; low',
      max: '100 %',
    }),
    inbound: sourceOfOpportunities('4 per week', {
      about: 'Prospects who come by themselves, whole market.',
      source: 'D, balance of the default firm; low',
      fallOff: '10 %',
    }),
    existing: sourceOfOpportunities('3 per week', {
      about: 'New projects of existing accounts at reference service quality; more with better service.',
      source: 'D, balance of the default firm; low',
      fallOff: '10 %',
    }),
    referral: sourceOfOpportunities('2 per week', {
      about:
        'New prospects sent by clients and partners at reference service quality; more with better service.',
      source: 'D, balance of the default firm; low',
      fallOff: '10 %',
    }),
    value: varying(
      'money',
      { kind: 'lognormal', mean: '$60k', cv: 1.118 },
      {
        about: 'Price of an engineered project: median $40k, mean $60k.',
        source: 'V18 about fifty thousand, D; 15k-250k; low',
      },
    ),
    fit: varying(
      'factor',
      { kind: 'lognormal', mean: 1, cv: 0.5 },
      {
        about: 'How well the prospect fits: multiplies the chance to win. Hidden from the firm.',
        source: 'D: spread such that a salesperson who drops chances under 12 % drops 4 of 9; low',
      },
    ),
    stakeholders: varying(
      'count',
      { kind: 'discrete', values: [2, 3, 4, 5, 6], weights: [1, 3, 3, 2, 1] },
      {
        about: 'People on the customer side whom each hand-off has to reach again.',
        source: 'D, mean 3.9; low',
      },
    ),
    complexity: varying('share', '0 %', {
      about: 'Share of its brief that is tacit: what no form carries has to be understood by somebody.',
      source: 'S0; beta with mean 40 %, cv 60 % proposed, no source found; low',
    }),
    costFactor: varying('factor', 1, {
      about: 'Truly variable cost of a project over the usual share of its price: some jobs are bad ones.',
      source: 'lognormal with mean 1, cv 30 % proposed, no source found; low',
    }),
    patience: varying(
      'duration',
      { kind: 'lognormal', median: '6 weeks', cv: '50 %' },
      {
        about:
          'Time a customer will be kept waiting by the firm, all waits together, before going elsewhere.',
        source: 'D, baseline firm; low',
      },
    ),
  }),
  prospecting: group({
    yield: quantity('share', '1 %', {
      about: 'Chance that one cold dial finds an opportunity.',
      source: 'V22, V23: 1-2 appointments per 100 dials, damped for engineered goods; medium',
      max: '50 %',
    }),
    fallOff: quantity('share', '30 %', {
      about: 'Share of booked meetings that a cold prospect does not keep.',
      source: 'V40 25-35 %; medium',
      max: '90 %',
    }),
  }),
  promotions,
  neglected,
  untapped,
  channel,
  accounts: group({
    initial: quantity('count', 920, {
      about: 'Accounts at the start.',
      source: 'D: with 12 orders a year each, the default volume of orders; low',
    }),
    orders: quantity('rate', '12 per year', {
      about: 'Repeat orders of one account at reference service quality.',
      source: 'D, baseline firm; low',
    }),
    issues: quantity('rate', '5 per year', {
      about: 'Issues that one account brings, late deliveries aside.',
      source: 'D: 88 a week over 920 accounts; low',
    }),
    quotes: quantity('rate', '4.2 per year', {
      about: 'Requests of one account for a simple quotation.',
      source: 'D: 73 a week over 920 accounts; low',
    }),
    maintenanceVisits: quantity('rate', '3.1 per year', {
      about: 'Visits that one account expects, without a business objective.',
      source: 'D: 5.5 a salesperson and week, V4, over 92 accounts; medium',
    }),
    churn: quantity('share', '4 %', {
      about: 'Share of accounts lost in a year at reference service quality.',
      source: 'D, baseline firm: 10 % would shrink it; low',
    }),
    orderValue: varying(
      'money',
      { kind: 'lognormal', mean: '$700', cv: 1 },
      { about: 'Price of a repeat order.', source: 'D, baseline firm; low' },
    ),
  }),
  profile: group({
    hours: weights(HOURS_8_TO_17, {
      about: 'How calls and orders spread over the 24 hours of a day.',
      source: 'B: two peaks within office hours; low',
    }),
    weekdays: weights([1, 1, 1, 1, 1, 0, 0], {
      about: 'How they spread over the week, Monday first.',
      source: 'B; low',
    }),
    months: weights([1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1], {
      about: 'How they spread over the year; week 0 is the first of January.',
      source: 'no source found: flat',
    }),
  }),
});
