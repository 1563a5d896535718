import type { Metric } from './metric.ts';

const TAKERS = ['salesperson', 'project-leader'] as const;
const TAKEN = TAKERS.map((taker) => `briefs-taken.${taker}`);
const MISUNDERSTOOD = TAKERS.map((taker) => `briefs-misunderstood.${taker}`);
const CALLS = ['salesperson', 'project-leader', 'customer-service'].map((to) => `project-calls.${to}`);
/** What a salesperson does for a project that has been sold. */
const AFTER_THE_SALE = [
  'answer-production',
  'project-leadership',
  'project-initiation',
  'delivery-review',
].map((use) => `minutes.salesperson.${use}`);
const TENTH = { share: 0.1 };

/** Briefs, what is wrong with them, and what that costs. */
export const BRIEF_METRICS: readonly Metric[] = [
  {
    id: 'briefs-taken-by-salesperson',
    title: 'Briefs that a salesperson takes',
    unit: 'share',
    definition: 'Briefs taken by the salesperson, over all that a solution was made for.',
    indifference: 0.02,
    weekly: false,
    of: (window) => window.ratio(window.total('briefs-taken.salesperson'), window.total(...TAKEN)),
  },
  {
    id: 'mis-scoped-briefs',
    title: 'Briefs that are misunderstood',
    unit: 'share',
    definition: 'Briefs misunderstood when they were taken, found later or not, over all taken.',
    indifference: 0.01,
    weekly: false,
    of: (window) => window.ratio(window.total(...MISUNDERSTOOD), window.total(...TAKEN)),
  },
  {
    id: 'over-promised-briefs',
    title: 'Proposals that promise too much',
    unit: 'share',
    definition:
      'Proposals in which the salesperson promised too much, found later or not, over all briefs taken.',
    indifference: 0.01,
    weekly: false,
    of: (window) => window.ratio(window.total('briefs-over-promised'), window.total(...TAKEN)),
  },
  {
    id: 'opportunities-declined-per-week',
    title: 'Jobs that a salesperson does not go for',
    unit: 'per week',
    definition:
      'Opportunities dropped after requirement discovery because the job, as estimated, is not worth it to the ' +
      'salesperson as he is paid.',
    indifference: 0.1,
    weekly: false,
    of: (window) => window.perWeek('opportunities-decided.declined'),
  },
  {
    id: 'projects-partly-redone',
    title: 'Projects of which work is done again',
    unit: 'share',
    definition:
      'Projects with work that had to be done again because the brief or the promise was wrong, over all finished.',
    indifference: 0.01,
    weekly: false,
    of: (window) => window.ratio(window.total('projects-partly-redone'), window.total('projects-finished')),
  },
  {
    id: 'faults-found-at-delivery',
    title: 'Faults that come to light at delivery only',
    unit: 'share',
    definition: 'Faults of briefs found at delivery, over all found from the sale on.',
    indifference: 0.02,
    weekly: false,
    of: (window) => {
      const late = window.total('brief-faults-found.at-delivery');
      const inTime = window.total('brief-faults-found.before-start', 'brief-faults-found.in-production');
      return window.ratio(late, late + inTime);
    },
  },
  {
    id: 'rework-hours-per-week',
    title: 'Hours of engineering and production for rework',
    unit: 'hours per week',
    definition: 'Hours that engineering and production spend on doing projects again, all heads together.',
    indifference: TENTH,
    weekly: false,
    of: (window) => window.perWeek('minutes.engineering.rework', 'minutes.production.rework') / 60,
  },
  ...TAKERS.map((taker): Metric => ({
    id: `questions-answered-per-week.${taker}`,
    title: `Production's questions answered by ${taker === 'salesperson' ? 'salespeople' : 'project leaders'}`,
    unit: 'per week',
    definition: 'Questions of production about a brief that whoever took it has answered, all together.',
    indifference: TENTH,
    weekly: false,
    of: (window) => window.perWeek(`questions-answered.${taker}`),
  })),
  {
    id: 'salesperson-hours-after-the-sale',
    title: 'Hours of a salesperson for projects that are sold',
    unit: 'hours per head and week',
    definition:
      "Answering production's questions, project leadership, initiation documents, delivery reviews; per employed " +
      'salesperson and week.',
    indifference: 0.1,
    weekly: false,
    of: (window) => window.ratio(window.perWeek(...AFTER_THE_SALE) / 60, window.heads('salesperson')),
  },
  {
    id: 'project-calls-to-salesperson',
    title: 'Calls about projects that go to the salesperson',
    unit: 'share',
    definition:
      'Cases of projects after the sale in which the client phones the salesperson, over all of them.',
    indifference: 0.01,
    weekly: false,
    of: (window) => window.ratio(window.total('project-calls.salesperson'), window.total(...CALLS)),
  },
  {
    id: 'actual-over-scoped',
    title: 'Work of a project over its estimate',
    unit: 'number',
    definition:
      'Hours of engineering and making that a project takes, rework included, over the hours estimated; mean of ' +
      'projects finished.',
    indifference: 0.01,
    weekly: false,
    of: (window) => window.ratio(window.total('actual-over-scoped'), window.total('projects-finished')),
  },
  {
    id: 'project-margin',
    title: 'Margin of projects',
    unit: 'share',
    isRatio: true,
    definition:
      'Price less truly variable cost, work beyond the estimate included, over price; all projects finished together.',
    indifference: 0.005,
    weekly: false,
    of: (window) => {
      const price = window.total('project-price');
      return window.ratio(price - window.total('project-cost'), price);
    },
  },
  {
    id: 'projects-at-a-loss',
    title: 'Projects that cost more than their price',
    unit: 'share',
    definition: 'Projects whose truly variable cost, work beyond the estimate included, exceeds the price.',
    indifference: 0.005,
    weekly: false,
    of: (window) => window.ratio(window.total('projects-at-a-loss'), window.total('projects-finished')),
  },
  {
    id: 'reputation',
    title: 'Reputation',
    unit: 'share',
    definition:
      'Smoothed share of projects that went well: nothing came to light at delivery only. Time average; it starts at ' +
      'the reference.',
    indifference: 0.01,
    weekly: true,
    of: (window) => window.average('reputation'),
  },
];
