/** Roles of the firm, in the order in which tables show them. */
export const ROLES = [
  'salesperson',
  'sales-coordinator',
  'project-leader',
  'customer-service',
  'inside-sales',
  'promotions-coordinator',
  'sales-manager',
  'support-manager',
  'engineering',
  'production',
  'finishing',
] as const;
export type Role = (typeof ROLES)[number];

/** Urgency classes of tasks, most urgent first by default; `orderOfWork` may change that. */
export const URGENCIES = ['reactive', 'dated', 'follow-up', 'scheduling'] as const;
export type Urgency = (typeof URGENCIES)[number];

/** Where an activity is done: at the customer's, anywhere there is a phone, or only at base. */
export const SETTINGS = ['field', 'phone', 'office'] as const;
export type Setting = (typeof SETTINGS)[number];

/** Everything that somebody in the firm spends time on, in the order in which tables show it. */
export const ACTIVITIES = [
  'prospecting',
  'campaign',
  'reactivate',
  'inside-call',
  'inside-conversation',
  'sales-call',
  'simple-concept',
  'partner-support',
  'schedule-call',
  'confirm',
  'book-travel',
  'prepare',
  'conceptual-meeting',
  'requirement-discovery',
  'presentation',
  'closing',
  'debrief',
  'follow-up',
  'take-brief',
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
  'order-entry',
  'order-exception',
  'issue',
  'simple-quote',
  'status-call',
  'forward-call',
  'delivery-update',
  'maintenance-visit',
  'service-call',
  'reporting',
  'own-administration',
  'internal-meeting',
  'work-in-progress-meeting',
  'training',
  'coaching',
  'hiring',
  'management-reporting',
  'engineering-work',
  'making',
  'finishing',
  'rework',
] as const;
export type Activity = (typeof ACTIVITIES)[number];

/** Sources of opportunities that come from the market, whoever serves it. */
export const MARKET_SOURCES = ['inbound', 'existing', 'referral'] as const;
export type MarketSource = (typeof MARKET_SOURCES)[number];

/** Types of customer service case. */
export const CASE_TYPES = ['order', 'issue', 'quote', 'status'] as const;
export type CaseType = (typeof CASE_TYPES)[number];

/** Work centres of the works. */
export const CENTRES = ['engineering', 'making', 'finishing'] as const;
export type Centre = (typeof CENTRES)[number];

/** What the cases that clients bring ask somebody to do. */
export const CASE_ACTIVITIES = [
  'order-entry',
  'order-exception',
  'issue',
  'simple-quote',
  'status-call',
] as const satisfies readonly Activity[];

/** Kinds of product that an order is for. */
export const PRODUCTS = ['stock', 'to-order', 'engineered', 'project'] as const;
export type Product = (typeof PRODUCTS)[number];

/** Gates at which a misunderstood brief may come to light, in their order. */
export const GATES = [
  'site-visit',
  'liaison',
  'scope-review',
  'project-initiation',
  'delivery-review',
] as const satisfies readonly Activity[];
export type Gate = (typeof GATES)[number];
