import { group, quantity } from './fields.ts';

/** People as the labour market has them, whoever employs them: absence, notice, how much they differ. */
export const people = group({
  absence: group({
    planned: quantity('share', '0 %', {
      about: 'Share of working time off that is known ahead, vacation and holidays: nothing is booked there.',
      source: 'parameters section 7: 10 % B, medium; off by default',
      max: '50 %',
    }),
    plannedBlock: quantity('duration', '1 week', {
      about: 'Length of one planned absence, in whole days; whole weeks begin on a Monday.',
      source: 'B; low',
      min: '1 day',
      max: '8 weeks',
    }),
    sick: quantity('share', '0 %', {
      about: 'Share of the other working time lost to sickness, which nobody knows ahead.',
      source: 'parameters section 7: 1.5 % (BLS 2017, V63; sales 4.1 % in 2002, V64), high; off by default',
      max: '50 %',
    }),
    sickSpell: quantity('duration', '4 days', {
      about: 'Mean length of one sickness in calendar days; geometric, at least a day.',
      source: 'no source found; low',
      min: '1 day',
      max: '8 weeks',
    }),
  }),
  notice: quantity('duration', '2 weeks', {
    about: 'Time from giving notice to leaving, where there is turnover.',
    source: 'B: two weeks are customary in the US; medium',
    max: '26 weeks',
  }),
  skill: group({
    selling: quantity('factor', 0, {
      about:
        'How much people differ in selling: standard deviation of the logarithm of a lognormal skill with mean 1, ' +
        'which multiplies the chance to win.',
      source: 'parameters: .25-.35 (CEB, V39), value .30, medium; off by default',
      max: '2',
    }),
    technical: quantity('factor', 0, {
      about:
        'How much they differ in technical skill, which multiplies the pace of project leaders; as above.',
      source: 'no source found; off by default',
      max: '2',
    }),
    correlation: quantity('factor', 0, {
      about: 'Correlation of the logarithms of the two skills.',
      source: 'no source found; S2 expects it low or negative (C6)',
      min: '-1',
      max: '1',
    }),
    pool: quantity('count', 10, {
      about: 'Salespeople and project leaders come from so many people, the same for every organisation.',
      source: 'the traditional firm has 10 salespeople',
      min: '1',
      max: '500',
    }),
  }),
});
