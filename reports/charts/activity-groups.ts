/** Activities that a reader takes together. */
export interface ActivityGroup {
  readonly id: string;
  readonly title: string;
  readonly hue: string;
  /** Time uses of the metrics `hours-per-week.<role>.<use>`. */
  readonly uses: readonly string[];
}

const NAMED: readonly ActivityGroup[] = [
  {
    id: 'meetings',
    title: 'With customers',
    hue: '#009E73',
    uses: ['conceptual-meeting', 'requirement-discovery', 'presentation', 'closing', 'maintenance-visit'],
  },
  {
    id: 'finding',
    title: 'Finding opportunities',
    hue: '#999933',
    uses: ['campaign', 'reactivate', 'inside-call', 'inside-conversation', 'sales-call', 'partner-support'],
  },
  { id: 'travel', title: 'Travel, no-shows', hue: '#56B4E9', uses: ['travel', 'no-show'] },
  {
    id: 'scheduling',
    title: 'Scheduling',
    hue: '#F0E442',
    uses: ['schedule-call', 'confirm', 'book-travel'],
  },
  {
    id: 'follow-up',
    title: 'Preparation, follow-up',
    hue: '#E69F00',
    uses: ['prepare', 'debrief', 'follow-up'],
  },
  {
    id: 'technical',
    title: 'Technical work, making',
    hue: '#CC79A7',
    uses: [
      'take-brief',
      'simple-concept',
      'solution-design',
      'site-visit',
      'liaison',
      'scope-review',
      'correct-brief',
      'proposal',
      'project-initiation',
      'project-leadership',
      'answer-production',
      'change-sides',
      'delivery-review',
      'engineering-work',
      'making',
      'rework',
    ],
  },
  {
    id: 'service',
    title: 'Customer service',
    hue: '#0072B2',
    uses: [
      'order-entry',
      'order-exception',
      'issue',
      'simple-quote',
      'status-call',
      'forward-call',
      'delivery-update',
      'service-call',
    ],
  },
  {
    id: 'administration',
    title: 'Administration',
    hue: '#D55E00',
    uses: ['reporting', 'own-administration', 'internal-meeting'],
  },
];
/** Time uses that the model has learnt since this list was written. */
const OTHER: ActivityGroup = { id: 'other', title: 'Other work', hue: '#4d4d4d', uses: [] };
const FREE: readonly ActivityGroup[] = [
  { id: 'filling', title: 'Cold calls to fill the time', hue: '#a8b0b9', uses: ['prospecting'] },
  // Not the colour of grid lines: a theme with a dark ground darkens those, and words upon this are dark.
  { id: 'idle', title: 'Waiting, idle', hue: '#e3e6ea', uses: ['waiting', 'idle'] },
];

/** Groups in which the hours of a week are shown: work first, free time last. */
export const ACTIVITY_GROUPS: readonly ActivityGroup[] = [...NAMED, OTHER, ...FREE];

/** The group that a time use belongs to. */
export function activityGroupOf(use: string): ActivityGroup {
  return ACTIVITY_GROUPS.find(({ uses }) => uses.includes(use)) ?? OTHER;
}
