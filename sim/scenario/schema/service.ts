import { group, oneWorkingHours, quantity, varying } from './fields.ts';
import { reputation } from './reputation.ts';

function tolerance(initial: string, source: string) {
  return quantity('work', initial, {
    about: 'Working time of the office within which the client expects it done.',
    source,
    min: '1 min',
  });
}

/** Cases that clients bring, and what service does to them. */
export const service = group({
  officeHours: oneWorkingHours('Mon-Fri 08:00-17:00', {
    about: 'Hours in which clients call and expect answers: tolerances run in them.',
    source: 'B',
  }),
  handling: quantity('factor', 1, {
    about: 'Multiplies the time of every service case, whoever handles it.',
    source: 'lever for experiments',
  }),
  throughSalesperson: group({
    share: quantity('share', '32 %', {
      about:
        'Share of cases that clients at first bring to their salesperson; clients then go to who handles them.',
      source: 'D: 65 h a week of ten salespeople, V1 and V8 54-120 h; medium',
      max: '100 %',
    }),
    handling: quantity('factor', 1, {
      about: 'Multiplies the time of these cases, whoever handles them: 0.8 to 1.8 is 54 to 120 h a week.',
      source: 'D, V1, V8; medium',
    }),
    learning: quantity('share', '10 %', {
      about:
        'How far one case moves a client towards whoever handled it: at 10 % half of a habit is gone after 6.6 answers.',
      source: 'D: half-life of a habit 1-3 months at 30 cases a year; low',
      max: '100 %',
    }),
  }),
  exceptions: quantity('share', '30 %', {
    about: 'Share of orders with an exception.',
    source: 'V51 20-40 %; medium',
    max: '100 %',
  }),
  statusCallsPerOrder: quantity('factor', 1.33, {
    about: 'Mean number of calls about an order while it is open.',
    source: 'D: 294 calls on 220 orders a week; low',
  }),
  updateEffect: quantity('share', '60 %', {
    about: 'Share of these calls that do not come where clients are told of their dates unasked.',
    source: 'no source found; low',
    max: '100 %',
  }),
  casesPerProject: quantity('count', 20, {
    about: 'Cases that a project won brings over its life.',
    source: 'baseline firm; low',
  }),
  lateComplaints: quantity('share', '25 %', {
    about: 'Share of late deliveries that bring an issue.',
    source: 'D; low',
    max: '100 %',
  }),
  productionAnswers: group({
    share: quantity('share', '20 %', {
      about: 'Share of issues that wait for an answer from production before they can be closed.',
      source: 'D; low',
      max: '100 %',
    }),
    time: varying(
      'work',
      { kind: 'exponential', mean: '2 h' },
      {
        about: 'Working time of the office until production answers.',
        source: 'D; low',
      },
    ),
    fromAfar: quantity('factor', 2, {
      about:
        'Multiplies that time where customer service is not beside the production scheduler ' +
        '(organisation.customerService.sites, besideScheduler).',
      source: 'no source found; D 1-4; low',
      min: '1',
    }),
    newsAge: quantity('duration', '1 week', {
      about:
        'How often such a site hears of the backlog, from which it promises dates; beside the scheduler it is known.',
      source: 'no source found; D a weekly report; low',
      min: '1 h',
    }),
  }),
  tolerance: group({
    order: tolerance('1 working day', 'V51 acknowledgement 24-48 h, best 4-8 h; medium'),
    issue: tolerance('1 h', 'S2 within tolerance; D; medium'),
    quote: tolerance('4 h', 'S2; D; medium'),
    status: tolerance('1 h', 'S2; D; medium'),
  }),
  reputation,
  feedback: group({
    memory: quantity('share', '10 %', {
      about: 'Weight of the newest case or delivery in what an account remembers.',
      source: 'D: ten of them; low',
      min: '0.1 %',
      max: '100 %',
    }),
    reference: quantity('share', '85 %', {
      about: 'Quality at which repeat orders, referrals and churn are at their base rates.',
      source: 'D; low',
      max: '100 %',
    }),
    slope: quantity('factor', 0.4, {
      about: 'Change of the repeat and referral rates per unit of quality.',
      source: 'V57 direction; D 0.2-1.0; low',
      max: '5',
    }),
    floor: quantity('share', '60 %', {
      about: 'Smallest multiplier of these rates.',
      source: 'D; low',
      max: '100 %',
    }),
    visitWeight: quantity('factor', 0, {
      about:
        'Weight of maintenance visits, kept or not, in quality, where each type of case and deliveries weigh 1. ' +
        'At 0 a visit that is not made does no harm.',
      source: 'no source found; low',
      max: '10',
    }),
    callForVisit: quantity('share', '50 %', {
      about: 'How good it is to be called instead of visited: 0 % like no visit, 100 % like a visit.',
      source: 'no source found; low',
      max: '100 %',
    }),
    lag: quantity('duration', '2 months', {
      about: 'Mean lag of a client between quality and orders.',
      source: 'V56 1-6 months; medium',
      min: '1 day',
    }),
    projects: group({
      weight: quantity('share', '0 %', {
        about: 'Weight of projects in what an account remembers, beside cases and deliveries.',
        source: 'S4 the client loses faith; no source for a value; low',
        max: '100 %',
      }),
      memory: quantity('share', '50 %', {
        about: "Weight of the newest project among an account's projects.",
        source: 'D: there are few; low',
        min: '0.1 %',
        max: '100 %',
      }),
    }),
    churnSlope: quantity('factor', 3, {
      about: 'Change of the churn rate, in multiples of its base, per unit of quality below the reference.',
      source: 'D; low',
    }),
  }),
});
