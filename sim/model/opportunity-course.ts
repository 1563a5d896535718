/** The meetings that an opportunity goes through, in this order. */
export const MEETING_STAGES = [
  'conceptual-meeting',
  'requirement-discovery',
  'presentation',
  'closing',
] as const;
export type MeetingStage = (typeof MEETING_STAGES)[number];

/**
 * What happens to an open opportunity, one after the other: somebody is to reach the customer for the first time; a day
 * for a meeting is to be agreed; it is agreed and has not come; the meeting; the firm makes the solution and proposal;
 * the customer thinks about it, or is with a partner.
 */
export const PHASES = ['contact', 'booking', 'calendar', 'meeting', 'solution', 'customer'] as const;
export type Phase = (typeof PHASES)[number];

/**
 * How far an opportunity has come, each step beyond the ones before: it arrived, is pursued, the customer has been spoken
 * to, met, his requirements discovered, the solution presented, and he has been asked to close.
 */
export const STEPS = ['arrived', 'pursued', 'reached', 'met', 'discovered', 'presented', 'asked'] as const;
export type Step = (typeof STEPS)[number];
