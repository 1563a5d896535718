import { choice, group, quantity } from './fields.ts';

/** What each function is measured by: the throughput of the whole, or a figure of its own. */
export const targets = group({
  sales: choice(['throughput', 'orders'], 'throughput', {
    about: 'What salespeople are measured by: with orders, every closing comes with the discount.',
    source: 'policy; S1:54-56',
  }),
  service: choice(['throughput', 'cost-per-case'], 'throughput', {
    about: 'What customer service is measured by: with cost per case, every case is handled in haste.',
    source: 'policy; S1:54-56',
  }),
});

/** What people do who are measured by a figure of their own. Nothing comes of it while nobody is. */
export const shortcuts = group({
  discount: quantity('share', '10 %', {
    about: 'Discount on the price of a project that wins an order more easily; the cost stays.',
    source: 'D, 5-15 % are customary; low',
    max: '90 %',
  }),
  discountGain: quantity('share', '15 %', {
    about: 'Gain of the chance to win by it.',
    source: 'no source found: a price elasticity of 1.5; low',
    max: '300 %',
  }),
  haste: quantity('share', '20 %', {
    about: 'Share of the time of a case that haste saves.',
    source: 'no source found; low',
    max: '90 %',
  }),
  comeBack: quantity('share', '15 %', {
    about: 'Share of the cases handled in haste that come back the next working day, as an issue.',
    source: 'D: 70-80 % of contacts are settled at the first, in good desks 85-90 %; low',
    max: '100 %',
  }),
});
