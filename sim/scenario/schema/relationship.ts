import { group, quantity } from './fields.ts';

/** What clients make of it that somebody else looks after them. The weight may be zero, and is by default. */
export const relationship = group({
  weight: quantity('share', '0 %', {
    about:
      'Share of repeat orders and projects of an account lost when somebody else has just taken it over.',
    source: 'no source found; S3:12-14 holds that it is small; try 0-40 %; low',
    max: '100 %',
  }),
  churn: quantity('factor', 0, {
    about:
      'Rise of the churn rate, in multiples of its base, when somebody else has just taken the account over.',
    source: 'no source found; try 0-3; low',
    max: '20',
  }),
  recovery: quantity('duration', '6 months', {
    about: 'Time in which clients get used to who looks after them: time constant of both losses.',
    source: 'no source found; low',
    min: '1 week',
  }),
});

/** Who looks after accounts, and how long the same person does. */
export const accountKeepers = group({
  handedOver: quantity('share', '0 %', {
    about: 'Share of the accounts that somebody else takes over on the first day.',
    source: 'policy: 100 % for an organisation that takes accounts away from those who own them',
    max: '100 %',
  }),
  rotation: quantity('duration', '0 days', {
    about: 'Time after which an account is given to somebody else, each in its turn; 0 for never.',
    source: 'policy',
    max: '10 years',
  }),
});
