import { choice, group, quantity, yesNo } from './fields.ts';

/** How customer service is run: levers that cost little, and those that hide a lack of capacity. */
export const customerService = group({
  procedures: quantity('factor', 1, {
    about:
      'Multiplies the time of cases that customer service handles: standard workflows and checklists, at 1 none.',
    source: 'lever; S2 huge increases from simple changes; D 0.67-0.83 is 20-50 % more cases; low',
    min: '0.1',
    max: '3',
  }),
  discipline: choice(['urgency', 'oldest-slack'], 'urgency', {
    about:
      'Which case comes next: by class of urgency and age, or whichever has least time left to be begun in time.',
    source: 'policy; MODEL rule',
  }),
  overtime: quantity('work', '0 min', {
    about: 'Longest overtime of one representative and day, worked only for cases that are due by its end.',
    source: 'policy; S2 normal hours are the aim; 0 is none',
    max: '4 h',
  }),
  meeting: group({
    perDay: quantity('count', 0, {
      about: 'Work-in-progress meetings of all representatives in a day; 0 is none.',
      source: 'policy; S2 daily or twice daily',
      max: '2',
    }),
    first: quantity('work', '9 h', {
      about: 'When the first one begins, from midnight.',
      source: 'policy',
      max: '23 h',
    }),
    second: quantity('work', '14 h', {
      about: 'When the second one begins, from midnight.',
      source: 'policy',
      max: '23 h',
    }),
    cases: quantity('count', 5, {
      about: 'Cases that it sends to the front of the queue: those that have waited longest.',
      source: 'S2 review of problem cases, action list; D number; low',
      max: '1000',
    }),
    jobs: quantity('count', 2, {
      about: 'Lots that it sends to the front at each work centre: those promised for the earliest date.',
      source: 'S2 jobs likely to be delivered late; D number; low',
      max: '1000',
    }),
  }),
  sites: quantity('count', 1, {
    about: 'Places among which representatives and accounts are shared out; each has a queue of its own.',
    source: 'policy; S2 one team for each continent',
    min: '1',
    max: '50',
  }),
  besideScheduler: yesNo(true, {
    about: 'Whether the first of them is beside the production scheduler; the others never are.',
    source: 'policy; S2',
  }),
});
