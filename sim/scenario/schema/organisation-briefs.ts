import { choice, group, quantity } from './fields.ts';

/** What the firm decides about briefs; its gates are assignments, dropped by default. */
export const organisationBriefs = group({
  takenBy: choice(['as-assigned', 'by-form'], 'as-assigned', {
    about:
      'Who takes a brief: the role that take-brief is assigned to; or a salesperson if it fits the form, and else ' +
      'a project leader.',
    source: 'policy; S0 the salesperson takes it only if it fits a simple form',
  }),
  formDetail: quantity('work', '0 min', {
    about: 'Time that a salesperson spends on a more detailed form, each brief.',
    source: 'policy; S0 does not think so',
    max: '40 h',
  }),
  preSalesLeaders: quantity('count', 0, {
    about: 'Project leaders who work before the sale only, the others after it; 0: all do both.',
    source: 'policy; S4 warns of pre-sales people who drift into sales',
  }),
  rotation: quantity('duration', '0 min', {
    about: 'Time after which they change places with others; 0: never.',
    source: 'policy; S4 different people over time',
  }),
});
