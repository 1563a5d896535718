import { choice, group, quantity, yesNo } from './fields.ts';

/** What coaching does to people, whoever coaches them. Nothing by default. */
export const coaching = group({
  winGain: quantity('share', '0 %', {
    about: 'Gain of the chance to win with a salesperson who has just been coached.',
    source: 'no source found; vendors claim 10-20 %; try 0-20 %; low',
    max: '100 %',
  }),
  paceGain: quantity('share', '0 %', {
    about: 'Gain of the pace of customer service when everybody in it has just been coached.',
    source: 'no source found; try 0-20 %; low',
    max: '100 %',
  }),
  fades: quantity('duration', '6 weeks', {
    about: 'Time constant with which it wears off.',
    source: 'no source found; low',
    min: '1 day',
  }),
});

/** What managers spend their time on. Off by default: they are paid, and nothing is simulated of what they do. */
export const management = group({
  sales: yesNo(false, {
    about: 'Whether sales managers work: report, coach each salesperson every week, replace who leaves.',
    source: 'policy; M19',
  }),
  support: yesNo(false, {
    about: 'Whether support managers work: the same for customer service.',
    source: 'policy; M19',
  }),
});

/** Two roles in one person. */
export const combinedRoles = choice(['none', 'coordinator-and-service'], 'none', {
  about:
    'Whether coordinators are customer service too: whoever of them is free takes the most urgent task of both, and ' +
    'scheduling is the least urgent.',
  source: 'policy; M19',
});
