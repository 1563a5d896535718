import { choice, group, quantity } from './fields.ts';

/** What is the same for everybody in a role beside hours and salary: how long people stay, and how they are replaced. */
export function tenure(of: { hiring: string; cost: string; source: string }) {
  return {
    turnover: quantity('share', '0 %', {
      about: 'Share of people who give notice within a year; an exponential time in the job.',
      source: 'parameters section 7: salespeople 27 % traditional, 15 % new model, V59-V61; off by default',
      max: '95 %',
    }),
    hiringTime: quantity('duration', of.hiring, {
      about: 'Time from a notice until a successor begins; not before the seat is vacant.',
      source: of.source,
      max: '2 years',
    }),
    hiringCost: quantity('money', of.cost, {
      about: 'Cost of finding and training one of them, beside the work on it.',
      source: of.source,
    }),
    rampUp: quantity('duration', '0 days', {
      about: 'Time that it takes somebody new to become as effective as others; straight growth.',
      source: 'parameters section 7: salesperson 6 months, 2-3 in a simplified role; off by default',
      max: '3 years',
    }),
    rampStart: quantity('share', '50 %', {
      about:
        'Effectiveness of somebody new on the first day: pace of tasks and, of salespeople, selling skill.',
      source: 'no source found; low',
      min: '5 %',
      max: '100 %',
    }),
  };
}

/** Whom the firm puts where, and who stands in. */
export const staffing = group({
  selection: choice(['as-they-come', 'best-sellers', 'best-fit'], 'as-they-come', {
    about:
      'Who of the pool sells and who leads projects: whoever comes first; those with most selling skill sell, the ' +
      'next in order lead; or so that the product of the skills that each job needs is largest.',
    source: 'policy; S2:146-148, 200-202',
  }),
  cover: choice(['nobody', 'colleague', 'executive', 'project-leader'], 'nobody', {
    about: 'Who does the work of a salesperson who is absent, or has left and is not replaced yet.',
    source: 'policy; S2:189-190',
  }),
  coverAfter: quantity('duration', '2 days', {
    about: 'Time after which somebody stands in.',
    source: 'S2: within days; low',
    max: '4 weeks',
  }),
  executiveEffectiveness: quantity('share', '60 %', {
    about: 'Selling skill of a sales manager who stands in, over that of a salesperson.',
    source: 'parameters section 7: .6, .3-.8; D, low',
    max: '150 %',
  }),
  leaderEffectiveness: quantity('share', '50 %', {
    about: 'Selling skill of a project leader who stands in, over his own as a salesperson.',
    source: 'parameters section 7: .5, .3-.8; D, low',
    max: '150 %',
  }),
});
