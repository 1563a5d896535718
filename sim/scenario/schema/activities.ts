import type { Activity, Setting, Urgency } from './ids.ts';
import { choice, group, varying } from './fields.ts';
import { SETTINGS, URGENCIES } from './ids.ts';

interface Entry {
  readonly time: unknown;
  readonly per: string;
  readonly setting: Setting;
  readonly nature: 'selling' | 'not-selling';
  readonly urgency: Urgency;
  readonly source: string;
}

function activity({ time, per, setting, nature, urgency, source }: Entry) {
  return group({
    time: varying('work', time, { about: `Working time per ${per}.`, source }),
    setting: choice(SETTINGS, setting, {
      about: 'Where it is done: field, phone (anywhere), office (only at base).',
      source: 'catalogue',
    }),
    nature: choice(['selling', 'not-selling'], nature, {
      about: 'Whether it is a selling conversation: the other axis of the two-by-two.',
      source: 'catalogue, after S2',
    }),
    urgency: choice(URGENCIES, urgency, {
      about: 'Class of the task: reactive (a customer is on the phone), dated, follow-up, scheduling.',
      source: 'catalogue',
    }),
  });
}

function meeting(per: string, source: string) {
  return activity({
    time: { kind: 'lognormal', mean: '60 min', cv: '25 %' },
    per,
    setting: 'field',
    nature: 'selling',
    urgency: 'dated',
    source,
  });
}

function task(
  time: unknown,
  per: string,
  where: `${Setting}, ${'selling' | 'not-selling'}, ${Urgency}`,
  source: string,
) {
  const [setting, nature, urgency] = where.split(', ') as [Setting, 'selling' | 'not-selling', Urgency];
  return activity({ time, per, setting, nature, urgency, source });
}

const MEETING_SOURCE = 'V4 mean 53 min, cv 40 %; 60 min for business development, agreed when booked; high';

/** Production's work is timed per product: `production.products`. */
type OfficeActivity = Exclude<Activity, 'engineering-work' | 'making' | 'rework' | 'finishing'>;

/** The activity catalogue: whoever does an activity, it takes this time. */
export const activities = group({
  prospecting: task(
    '5 min',
    'cold dial, notes included',
    'office, selling, scheduling',
    'V22, D 4-6 min; medium',
  ),
  campaign: task(
    '4 working days',
    'campaign, whatever its size',
    'office, not-selling, dated',
    'S2: a larger batch takes no more effort; D 2-8 days; low',
  ),
  reactivate: task(
    '10 min',
    'opportunity once not pursued, to find out what became of it',
    'phone, selling, scheduling',
    'D: two or three dials; low',
  ),
  'inside-call': task(
    '3 min',
    'dial of inside sales',
    'phone, not-selling, scheduling',
    'V22 less notes; low',
  ),
  'inside-conversation': task(
    { kind: 'lognormal', mean: '8 min', cv: '50 %' },
    'conversation of inside sales, notes included',
    'phone, selling, reactive',
    'D: 20-30 meaningful ones a day come out, V44, V45; low',
  ),
  'sales-call': task(
    { kind: 'lognormal', mean: '30 min', cv: '40 %' },
    'conversation in place of a meeting, notes included',
    'phone, selling, follow-up',
    'D: half a meeting; low',
  ),
  'simple-concept': task(
    '2 h',
    'opportunity sold on the phone, to sketch a solution',
    'office, not-selling, dated',
    'D: a quarter of a design; low',
  ),
  'partner-support': task(
    '2 h',
    'opportunity of a partner',
    'phone, not-selling, dated',
    'D: quotation, questions, demonstration; low',
  ),
  'schedule-call': task(
    '5 min',
    'dial to agree on a meeting, notes included',
    'phone, not-selling, scheduling',
    'V22, D 4-6 min; medium',
  ),
  confirm: task('9 min', 'booked meeting, to confirm it', 'phone, not-selling, dated', 'D; low'),
  'book-travel': task(
    '20 min',
    'trip with an overnight stay',
    'office, not-selling, dated',
    'D: 3 h a week at nine trips; low',
  ),
  prepare: task(
    '15 min',
    'meeting, before it',
    'phone, not-selling, dated',
    'D: preparation call with the coordinator; low',
  ),
  'conceptual-meeting': meeting('meeting', MEETING_SOURCE),
  'requirement-discovery': meeting('meeting', MEETING_SOURCE),
  presentation: meeting('meeting', MEETING_SOURCE),
  closing: meeting('meeting', MEETING_SOURCE),
  debrief: task(
    '18 min',
    'held meeting: debrief, record, next step',
    'phone, not-selling, dated',
    'V18, D 10-30 min; low',
  ),
  'follow-up': task(
    '15 min',
    'held meeting or visit, in writing or by phone',
    'phone, selling, follow-up',
    'D: 4 h a week over 7.5 meetings and visits, less the debrief; low',
  ),
  'take-brief': task(
    '60 min',
    'requirement discovery, to write the brief up',
    'office, not-selling, dated',
    'D; low',
  ),
  'solution-design': task(
    '2 half-days',
    'solution',
    'office, not-selling, dated',
    'V46, D 3-6 half-days before the sale; medium',
  ),
  'site-visit': task(
    '4 h',
    'delivery person and brief, to see the site',
    'phone, not-selling, dated',
    'S4; D: half a day with the way; low',
  ),
  liaison: task('90 min', 'brief, between sales and delivery', 'phone, not-selling, dated', 'S4; D; low'),
  'scope-review': task(
    '2 h',
    'reviewer and brief: two reviewers',
    'phone, not-selling, dated',
    'S4; D: +.5-1 day to the proposal; low',
  ),
  'correct-brief': task(
    '4 h',
    'misunderstanding found before production begins',
    'phone, not-selling, dated',
    'D; low',
  ),
  proposal: task('60 min', 'proposal, to write and package it', 'office, not-selling, dated', 'D; low'),
  'project-initiation': task(
    '3 h',
    'project, for the initiation document',
    'phone, not-selling, dated',
    'S4, after PRINCE2; D; low',
  ),
  'project-leadership': task(
    '7 half-days',
    'project won, over about 8 weeks',
    'office, not-selling, dated',
    'D 5-15 half-days; low',
  ),
  'answer-production': task(
    '60 min',
    'question of production about a brief, finding out included',
    'phone, not-selling, reactive',
    'S0; D: 24 h a project, baseline firm; low',
  ),
  'change-sides': task(
    '4 half-days',
    'project leader who changes between pre-sales and delivery',
    'office, not-selling, dated',
    'D: two days to hand over and to find in; low',
  ),
  'delivery-review': task(
    '60 min',
    'project, with the customer, after engineering',
    'phone, not-selling, dated',
    'S4; D; low',
  ),
  'order-entry': task(
    { kind: 'lognormal', mean: '15 min', cv: '50 %' },
    'clean order',
    'office, not-selling, dated',
    'V51, V52, 10-20 min; high',
  ),
  'order-exception': task(
    { kind: 'lognormal', mean: '60 min', cv: '50 %' },
    'order with an exception',
    'office, not-selling, dated',
    'V51: four times a clean one, 4-8; medium',
  ),
  issue: task(
    { kind: 'lognormal', mean: '25 min', cv: '60 %' },
    'issue',
    'phone, not-selling, reactive',
    'D; low',
  ),
  'simple-quote': task(
    { kind: 'lognormal', mean: '35 min', cv: '50 %' },
    'simple quotation',
    'office, not-selling, dated',
    'D; low',
  ),
  'status-call': task(
    { kind: 'lognormal', mean: '6 min', cv: '50 %' },
    'call about an order',
    'phone, not-selling, reactive',
    'D; low',
  ),
  'forward-call': task(
    '3 min',
    'call passed on to customer service',
    'phone, not-selling, reactive',
    'D; low',
  ),
  'delivery-update': task(
    '5 min',
    'order, to tell the client of its date unasked',
    'phone, not-selling, follow-up',
    'D; low',
  ),
  'maintenance-visit': task(
    { kind: 'lognormal', mean: '50 min', cv: '40 %' },
    'visit',
    'field, not-selling, dated',
    'V4, 32-53 min; high',
  ),
  'service-call': task(
    '15 min',
    'call in place of a visit',
    'phone, not-selling, follow-up',
    'MODEL rule; low',
  ),
  reporting: task(
    '5 h',
    'salesperson and week',
    'office, not-selling, dated',
    'D: 7.5 h of administration less meeting and own share; medium',
  ),
  'own-administration': task(
    '90 min',
    'salesperson and week: expenses, mail',
    'office, not-selling, follow-up',
    'D: what nobody can take over; low',
  ),
  'internal-meeting': task(
    '60 min',
    'salesperson and week',
    'office, not-selling, dated',
    'D: a weekly sales meeting; medium',
  ),
  'work-in-progress-meeting': task(
    '15 min',
    'work-in-progress meeting of customer service, for each who attends',
    'office, not-selling, dated',
    'S2 daily or twice daily; D length; low',
  ),
  training: task('8 h', 'person and day of training', 'office, not-selling, dated', 'derived: a working day'),
  coaching: task(
    '60 min',
    'person coached and week, of the manager and of whoever is coached',
    'phone, not-selling, follow-up',
    'no source found; an hour a week is what sales managers are told to give; low',
  ),
  hiring: task('40 h', 'person who has left', 'office, not-selling, dated', 'D: a working week; low'),
  'management-reporting': task(
    '8 h',
    'manager and week',
    'office, not-selling, dated',
    'D: a fifth of the week; low',
  ),
} satisfies Record<OfficeActivity, unknown>);
