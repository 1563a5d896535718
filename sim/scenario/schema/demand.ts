import { group, quantity, varying } from './fields.ts';

/** Needs that accounts do not bring by themselves: they come up when somebody phones. Nobody's organisation. */
export const untapped = group({
  orders: quantity('rate', '1 per year', {
    about: 'Simple needs of one account that it does not order for unless somebody phones.',
    source: 'S2: transactions that can readily be made on the phone; size D, a twelfth of its orders; low',
  }),
  projects: quantity('rate', '0.03 per year', {
    about: 'Needs of one account for a project that it does not come with unless somebody phones.',
    source: 'D: 28 a year over 920 accounts; low',
  }),
  lasts: quantity('duration', '6 weeks', {
    about: 'Mean time until such a need has been met by somebody else.',
    source: 'no source found; low',
    min: '1 day',
  }),
  contactSuccess: quantity('share', '25 %', {
    about: 'Chance that a dial of inside sales reaches the person wanted.',
    source: 'D: with the times of dial and talk 20-30 conversations a day come out, V44, V45; medium',
    min: '1 %',
    max: '100 %',
  }),
});

/** Opportunities of the past that nobody pursued, because they seemed unqualified. */
export const neglected = group({
  stock: quantity('count', 100, {
    about: 'Such opportunities on the books at the start, of the year before.',
    source: 'D: half a year at four disqualified a week; S2 under-exploited opportunities; low',
    max: '100000',
  }),
  lasts: quantity('duration', '26 weeks', {
    about: 'Mean time until one of them has been decided without the firm.',
    source: 'no source found: about a cycle; low',
    min: '1 day',
  }),
  fallOff: quantity('share', '20 %', {
    about: 'Share of booked meetings that they do not keep.',
    source: 'D, between cold and inbound; low',
    max: '90 %',
  }),
});

/** Partners who could sell for the firm: what they know, what they can, what they take. */
export const channel = group({
  reach: quantity('rate', '4 per week', {
    about: 'Opportunities that partners find among their own clients, if all is sold through partners.',
    source: 'no source found: as many as come inbound; low',
  }),
  win: quantity('factor', 0.5, {
    about:
      "Share of workflow.win that is won in a partner's hands, what he loses by waiting and passing on included.",
    source: 'D: what is left of it in the default firm after waits and hand-offs; no source found; low',
    max: '5',
  }),
  cycle: varying(
    'duration',
    { kind: 'exponential', mean: '12 weeks' },
    { about: "Time from the firm's support to the decision, while the partner sells.", source: 'D; low' },
  ),
  discount: quantity('share', '20 %', {
    about: "The partner's share of the price; the cost stays what it is.",
    source: 'B 15-35 %; low',
    max: '100 %',
  }),
  conflict: quantity('factor', 0.5, {
    about:
      'Share of the chance to win that is lost where both sell: times the share of partners for what the firm ' +
      'sells, times its own share for what partners sell.',
    source: 'S2: all or nothing; size: no source found; low',
    max: '1',
  }),
});

/** What the firm decides about selling without a salesperson in the field. */
export const insideSales = group({
  callEvery: quantity('duration', '6 weeks', {
    about: 'An account that has been spoken to is phoned again after this.',
    source: 'policy; D; low',
    min: '1 day',
  }),
  begin: quantity('duration', '0 weeks', {
    about: 'When inside sales begin to phone accounts.',
    source: 'policy',
  }),
});

/** Opportunities that are sold on the phone. */
export const salesByPhone = group({
  upTo: quantity('money', '$0', {
    about: 'Opportunities of a price up to this are sold on the phone, without anybody in the field.',
    source: 'policy: minor sales; $0 for none',
  }),
});

/** How much is sold through partners. */
export const partners = group({
  share: quantity('share', '0 %', {
    about: 'Share of the market that the firm leaves to partners: of what comes, and of what only they find.',
    source: 'policy; S2: all or nothing',
    max: '100 %',
  }),
});

/** How old opportunities are taken up again, if the activity `reactivate` is assigned to somebody. */
export const reactivation = group({
  rate: quantity('rate', '4 per week', {
    about: 'Opportunities once not pursued that are taken up again, newest first, as long as there are any.',
    source: 'policy; D: as many as are dropped in a week',
    min: '0.01 per week',
  }),
});
