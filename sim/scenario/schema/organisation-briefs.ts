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
});
