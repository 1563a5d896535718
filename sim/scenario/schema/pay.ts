import { group, quantity } from './fields.ts';

function shareOfCommission(of: string, source: string) {
  return quantity('share', '0 %', {
    about: `Share of the commission that follows ${of}.`,
    source,
    max: '100 %',
  });
}

/** What the firm pays salespeople for. What that leads to is the world's: `incentives`. */
export const organisationPay = group({
  commission: quantity('share', '0 %', {
    about: "Share of a salesperson's pay that is commission; the rest is salary.",
    source: 'policy; S2 all on salary; B 30-50 % are usual',
    max: '100 %',
  }),
  onMargin: shareOfCommission(
    'the margin of the job, not its price',
    'policy; S4 link pay to job profitability',
  ),
  onLongTerm: shareOfCommission(
    "the client's later orders, not the price",
    'policy; S4 targets on long-term orders',
  ),
});

/** How salespeople react to what they are paid for. All of it may be zero, and is by default. */
export const incentives = group({
  optimism: quantity('share', '0 %', {
    about:
      'Share of proposals that promise too much where all pay is commission on price; less in proportion.',
    source: 'S4 direction; no source for a value; low',
    max: '100 %',
  }),
  conscience: quantity('factor', 0, {
    about:
      'Weight that a salesperson gives to the margin of a job without being paid for it; all his pay weighs 1.',
    source: 'no source found; low',
    max: '10',
  }),
  effort: quantity('share', '0 %', {
    about: "Share of the pace of a salesperson's own work that goes with the last of the commission.",
    source: 'no source found; low',
    max: '90 %',
  }),
  hoarding: quantity('share', '0 %', {
    about:
      'Share of accounts that salespeople in the field keep from inside sales where all pay is commission; less in ' +
      'proportion.',
    source: 'S2: sales commissions keep inside sales away from field accounts; no source for a value; low',
    max: '100 %',
  }),
  estimationError: quantity('factor', 0.15, {
    about: "Standard deviation of the logarithm of a salesperson's estimate of what a job will cost.",
    source: 'D; low',
    max: '3',
  }),
  overPromise: group({
    work: quantity('share', '25 %', {
      about: 'Share of its work that a job takes in addition where too much has been promised.',
      source: 'S4 impossible projects; D, as a misunderstanding; low',
      max: '300 %',
    }),
    winGain: quantity('share', '20 %', {
      about: 'Share by which the chance to win grows.',
      source: 'no source found; low',
      max: '200 %',
    }),
    sooner: quantity('share', '20 %', {
      about: 'Share of the time to delivery that is promised away.',
      source: 'no source found; low',
      max: '90 %',
    }),
  }),
});
