import { group, quantity } from './fields.ts';

/** Word of how projects went: what prospects hear who have no account yet. */
export const reputation = group({
  slope: quantity('factor', 0, {
    about: 'Change of inbound and referral rates per unit of reputation below the reference; 0 is off.',
    source: 'S4 word will get around; no source for a value; low',
    max: '5',
  }),
  reference: quantity('share', '90 %', {
    about: 'Share of projects that go well at which, and above which, these rates are what they are.',
    source: 'D; low',
    max: '100 %',
  }),
  floor: quantity('share', '50 %', {
    about: 'Smallest multiplier of these rates.',
    source: 'D; low',
    max: '100 %',
  }),
  memory: quantity('share', '5 %', {
    about: 'Weight of the newest project in what is told.',
    source: 'D: the last twenty; low',
    min: '0.1 %',
    max: '100 %',
  }),
  lag: quantity('duration', '6 months', {
    about: 'Mean lag until it is told everywhere.',
    source: 'V56 market recognition 6 months after the firm; medium',
    min: '1 day',
  }),
});
