import { group, quantity, text } from './fields.ts';

/** What things are worth. */
export const money = group({
  currency: text('$', { about: 'Sign of the currency of every amount.', source: 'decision' }),
  trulyVariableCost: quantity('share', '58 %', {
    about:
      'Share of the price that is spent only if the order is delivered: material, freight, outside work.',
    source: 'B: throughput margin 42 %, 30-55 %; low',
    max: '100 %',
  }),
  burden: quantity('factor', 1.3, {
    about: 'Cost of employment over salary.',
    source: 'B 1.25-1.35; medium',
    min: '1',
  }),
});
