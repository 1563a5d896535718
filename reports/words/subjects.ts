import { isMoney } from './notation.ts';

/** What figures are about, in the order of the report: headings over rows that belong together. */
export const SUBJECTS = [
  'Opportunities and projects won',
  'Meetings and travel',
  'Other ways to sell',
  'Customer service',
  'Orders, delivery and accounts',
  'Briefs and projects',
  'People of each role',
  'Money',
  'Other figures',
] as const;

export type Subject = (typeof SUBJECTS)[number];

/** Beginnings of ids by subject; the first that fits counts. Ids are stable. */
const BEGINNINGS: readonly (readonly [Subject, RegExp])[] = [
  [
    'People of each role',
    /^(utilisation|queue-length|wait-hours|constraint-share|departure-variation|heads|absence-share|hires|saturation|hours-per-week|overtime|coaching)/,
  ],
  ['Customer service', /^(cases|service-|open-cases|case-|late-cases|keeper-changes)/],
  [
    'Other ways to sell',
    /^(campaign|opportunities-(per-promotions|gone-cold|from-inside|reactivated)|inside-|sales-calls|partner-)/,
  ],
  [
    'Meetings and travel',
    /^(bd-meetings|days-with|visits|meetings?-|scheduling|travel|wait-for|weak-weeks|recovery|opportunities-to-book|road-|flights|nights|trips|appointments|project-leader-half)/,
  ],
  [
    'Briefs and projects',
    /^(briefs|mis-scoped|over-promised|projects-|faults|rework|questions|salesperson-hours|project-calls|actual-over|project-margin|reputation)/,
  ],
  ['Orders, delivery and accounts', /^(on-time|lateness|lead-time|repeat|accounts)/],
  [
    'Opportunities and projects won',
    /^(opportunit|orders-won|win-rate|open-opportunities|cycle-|touch-|flow-|readiness|broken|steps-too|throttle|buffer)/,
  ],
  ['Money', /^days-to-cash/],
];

/** The subject of a metric. */
export function subjectOf(id: string, unit: string): Subject {
  if (isMoney(unit)) return 'Money';
  return BEGINNINGS.find(([, beginning]) => beginning.test(id))?.[0] ?? 'Other figures';
}
