import { OPPORTUNITY_SOURCES, OUTCOMES, type OpportunityOutcome } from '../model/market/opportunity.ts';
import { PHASES, STEPS, type Phase, type Step } from '../model/opportunity-course.ts';
import { WORK_PHASES, type WorkPhase } from '../recorder/work-on-opportunities.ts';
import { MINUTES_PER_DAY } from '../time/working-time.ts';
import type { Metric } from './metric.ts';
import type { Window } from './window.ts';

const ARRIVED = OPPORTUNITY_SOURCES.map((source) => `opportunities-arrived.${source}`);
const DECIDED = OUTCOMES.map((outcome) => `opportunities-decided.${outcome}`);
const PURSUED = DECIDED.filter((name) => !name.endsWith('.disqualified'));

const OUTCOME_TITLES: Readonly<Record<OpportunityOutcome, string>> = {
  won: 'won',
  competitor: 'lost to a competitor',
  'no-decision': 'ended without a decision',
  expired: 'lost to waiting',
  'gone-cold': 'gone cold before anybody called',
  'not-rebooked': 'not booked again',
  disqualified: 'not pursued',
  declined: 'declined by the firm',
};

/** Titles and what has to have happened; the last step of an opportunity that is decided. */
const STEP_TITLES: Readonly<Record<Step, readonly [title: string, means: string]>> = {
  arrived: ['arrived', 'it came to the firm'],
  pursued: ['pursued', 'the firm did not drop it on arrival'],
  reached: ['reached', 'somebody has spoken to the customer, or to the partner who has him'],
  met: ['met', 'a conceptual meeting has been held'],
  discovered: ['with requirements discovered', 'a requirement discovery has been held'],
  presented: ['with a solution presented', 'a presentation has been held'],
  asked: ['asked to close', 'a closing meeting has been held'],
};

const PHASE_TITLES: Readonly<Record<Phase, readonly [title: string, means: string]>> = {
  contact: [
    'until somebody reaches the customer',
    'from arrival until somebody speaks to the customer for the first time',
  ],
  booking: [
    'until a day is agreed',
    'while a customer who has been reached is ready for a meeting and no day is agreed, those included after bookings ' +
      'that were not kept',
  ],
  calendar: ['in the calendar', 'from the agreement on a day until the meeting begins'],
  meeting: ['in meetings', 'in meetings that are held'],
  solution: [
    'until solution and proposal are made',
    'from the requirement discovery until solution and proposal are ready, waiting and work',
  ],
  customer: [
    'with the customer',
    'while the customer thinks about what he has heard, waits until the next step suits him, or is with a partner',
  ],
};

const WORK_TITLES: Readonly<Record<WorkPhase, string>> = {
  booking: 'calls to agree on a day or, where nobody comes to meet him, to sell',
  calendar: 'confirmation and preparation',
  solution: 'brief, solution and proposal',
  customer: 'debrief and follow-up',
};

/** Steps and ends that go together: nobody buys elsewhere before he has been spoken to, and so on. */
function canEnd(step: Step, outcome: OpportunityOutcome): boolean {
  if (outcome === 'won') return false;
  if (outcome === 'disqualified') return step === 'arrived';
  if (step === 'arrived') return false;
  if (outcome === 'gone-cold') return step === 'pursued';
  if (outcome === 'declined') return step === 'discovered';
  return outcome === 'expired' || step !== 'pursued';
}

/** Decided ones that came at least as far as a step; what is won went all the way, whoever went it. */
function comingTo(window: Window, step: Step): number {
  const steps = STEPS.slice(STEPS.indexOf(step));
  const earlier = STEPS.slice(0, STEPS.indexOf(step));
  return (
    window.total(...steps.flatMap((later) => OUTCOMES.map((outcome) => `decided.${later}.${outcome}`))) +
    window.total(...earlier.map((before) => `decided.${before}.won`))
  );
}

function workMinutes(window: Window, phase: WorkPhase): number {
  return window.total(`work-on-opportunities.${phase}`);
}

function touchMinutes(window: Window): number {
  const work = WORK_PHASES.reduce((sum, phase) => sum + workMinutes(window, phase), 0);
  return window.total('phase-minutes.meeting') + work;
}

function cycleMinutes(window: Window): number {
  return window.total(...PHASES.map((phase) => `phase-minutes.${phase}`));
}

const SHARE_OF_DECIDED = 'over all opportunities decided in the measured weeks, those not pursued included';

/** How far opportunities come, where and why the others end. */
const FUNNEL: readonly Metric[] = [
  {
    id: 'opportunities-arrived-per-week',
    title: 'Opportunities that arrive',
    unit: 'per week',
    definition:
      'Opportunities from any source, own prospecting and campaigns included, in the week in which they come.',
    indifference: { share: 0.05 },
    weekly: false,
    of: (window) => window.perWeek(...ARRIVED),
  },
  ...OUTCOMES.map((outcome): Metric => ({
    id: `opportunities-decided.${outcome}`,
    title: `Opportunities ${OUTCOME_TITLES[outcome]}`,
    unit: 'per week',
    definition: `Opportunities that end this way, in the week in which they do: ${OUTCOME_TITLES[outcome]}.`,
    indifference: { share: 0.05 },
    weekly: false,
    of: (window) => window.perWeek(`opportunities-decided.${outcome}`),
  })),
  ...STEPS.slice(1).map((step): Metric => ({
    id: `opportunities-coming-to.${step}`,
    title: `Opportunities ${STEP_TITLES[step][0]}, of all`,
    unit: 'share',
    definition: `Opportunities of which ${STEP_TITLES[step][1]}, on the phone or in the field, or that are won, ${SHARE_OF_DECIDED}.`,
    indifference: 0.01,
    weekly: false,
    of: (window) => window.ratio(comingTo(window, step), window.total(...DECIDED)),
  })),
  {
    id: 'opportunities-coming-to.won',
    title: 'Opportunities won, of all',
    unit: 'share',
    definition: `Opportunities decided in favour of the firm, ${SHARE_OF_DECIDED}.`,
    indifference: 0.005,
    weekly: false,
    of: (window) => window.ratio(window.total('opportunities-decided.won'), window.total(...DECIDED)),
  },
  ...STEPS.flatMap((step) =>
    OUTCOMES.filter((outcome) => canEnd(step, outcome)).map((outcome) => lostAt(step, outcome)),
  ),
];

function lostAt(step: Step, outcome: OpportunityOutcome): Metric {
  return {
    id: `opportunities-lost.${step}.${outcome}`,
    title: `Opportunities ${STEP_TITLES[step][0]} and then ${OUTCOME_TITLES[outcome]}`,
    unit: 'share',
    definition: `Opportunities that end this way when they have come this far and no further, ${SHARE_OF_DECIDED}.`,
    indifference: 0.01,
    weekly: false,
    of: (window) => window.ratio(window.total(`decided.${step}.${outcome}`), window.total(...DECIDED)),
  };
}

/** What takes the time of opportunities, and how little of it is work. */
const CYCLE: readonly Metric[] = [
  ...PHASES.map((phase): Metric => ({
    id: `cycle-days.${phase}`,
    title: `Days of an opportunity ${PHASE_TITLES[phase][0]}`,
    unit: 'days',
    definition:
      `Calendar days ${PHASE_TITLES[phase][1]}; mean of the opportunities decided, those not pursued left out. The days ` +
      'of all phases add up to the cycle time.',
    indifference: 0.5,
    weekly: false,
    of: (window) =>
      divided(
        window.ratio(window.total(`phase-minutes.${phase}`), window.total(...PURSUED)),
        MINUTES_PER_DAY,
      ),
  })),
  ...WORK_PHASES.map((phase): Metric => ({
    id: `touch-hours.${phase}`,
    title: `Work on an opportunity: ${WORK_TITLES[phase]}`,
    unit: 'hours',
    definition:
      'Hours that anybody has worked on opportunities in this way when they are decided; mean of the opportunities ' +
      'decided, those not pursued left out. Half-days that a project leader plans for it count in full; travel and what ' +
      'is finished after the decision do not count.',
    indifference: { share: 0.05 },
    weekly: false,
    of: (window) => divided(window.ratio(workMinutes(window, phase), window.total(...PURSUED)), 60),
  })),
  {
    id: 'touch-hours-per-opportunity',
    title: 'Work on an opportunity',
    unit: 'hours',
    definition:
      'Touch time: hours in meetings, which count once whoever is there, and hours that anybody has worked on ' +
      'opportunities beside them when they are decided; mean of the opportunities decided, those not pursued left out. ' +
      'Half-days that a project leader plans for it count in full. Travel does not count, nor does what is finished after ' +
      'the decision, nor do gates at which briefs are looked at again.',
    indifference: { share: 0.05 },
    weekly: false,
    of: (window) => divided(window.ratio(touchMinutes(window), window.total(...PURSUED)), 60),
  },
  {
    id: 'flow-efficiency',
    title: 'Flow efficiency of opportunities',
    unit: 'share',
    definition:
      'Touch time over cycle time of the same opportunities, nights and weekends included: somebody who worked on nothing else in office hours would ' +
      'come to less than a quarter.',
    indifference: { share: 0.05 },
    weekly: false,
    of: (window) => window.ratio(touchMinutes(window), cycleMinutes(window)),
  },
];

function divided(value: number | undefined, by: number): number | undefined {
  return value === undefined ? undefined : value / by;
}

/** The ways of opportunities from arrival to decision. */
export const COURSE_METRICS: readonly Metric[] = [...FUNNEL, ...CYCLE];
