import { group, quantity, text } from './fields.ts';
import { invoicing } from './invoicing.ts';

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
  travel: group({
    perMile: quantity('money', '$0', {
      about: 'Cost of a mile driven.',
      source: 'B: standard mileage rate of the US tax office, 0.67 in 2024, 0.51-0.555 in 2011; high',
    }),
    perFlight: quantity('money', '$0', {
      about: 'Cost of a flight, one way, with the ways to and from airports.',
      source: 'B: average US fare of 380 there and back, taxis; medium',
    }),
    perNight: quantity('money', '$0', {
      about: 'Cost of a night away, with meals.',
      source: 'B: US government per diem, 166 in 2024; medium',
    }),
  }),
  invoicing,
});
