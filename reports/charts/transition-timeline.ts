import type { Result } from '../../sim/experiment/result.ts';
import type { PlanResult, TransitionResult } from '../../sim/experiment/transition/transition-result.ts';
import { amount } from '../words/notation.ts';
import { organisationNames } from '../words/organisation-names.ts';
import type { Chart, Layout } from './chart.ts';
import { weeklyChart } from './weekly-chart.ts';
import type { WeekMark } from './weekly-panels.ts';

/** What plans of change do to the firm week by week, with the weeks of their steps; undefined without plans. */
export function transitionTimeline(result: Result, layout: Layout): Chart | undefined {
  const { transition } = result;
  if (transition === undefined) return undefined;
  const { currency } = result.organisations[0]!.facts;
  const marks = marksOf(result, transition);
  return weeklyChart(result, layout, {
    id: 'transition-timeline',
    title: transition.plans.map(findingOf).join('; '),
    about:
      `Thin lines: steps of the plan of the same colour. ${transition.unchanged}: the same firm, left as it was. ` +
      `Throughput and profit in ${currency} a year.`,
    textAlternative: transition.plans.map((plan) => `${findingOf(plan)}. ${stepsOf(plan)}.`).join(' '),
    panels: [
      { id: 'bd-meetings-per-week', title: 'Business-development meetings held a week', marks },
      { id: 'service-within-tolerance', title: 'Service within tolerance', domain: [0, 1], marks },
      { id: 'opportunities-to-book', title: 'Meetings that wait for a day', marks },
      { id: 'queue-length.customer-service', title: 'Tasks that wait for customer service', marks },
      { id: 'throughput-per-year', title: `Throughput, ${currency} a year`, marks },
      { id: 'profit-per-year', title: `Profit, ${currency} a year`, marks },
    ],
  });
}

function marksOf(result: Result, { plans }: TransitionResult): WeekMark[] {
  const names = organisationNames(result);
  return plans.flatMap(({ steps }, i) => {
    const weeks = new Set(steps.flatMap(({ from, to }) => [from, to]));
    return [...weeks].map((week) => ({ organisation: names[i]!, week }));
  });
}

/** The end of one plan, and its way there. */
function findingOf({ name, paths }: PlanResult): string {
  const { dip, end, unit } = paths['bd-meetings-per-week']!;
  const meetings = (change: typeof end) =>
    amount({ ...change, unit }, { isDifference: true }).replace(' a week', ' meetings a week');
  const change = `${name} ends at ${meetings(end)}`;
  if (dip === null) return change;
  return `${change}, after ${meetings(dip).replace(' meetings a week', '')} at the worst, in week ${dip.week}`;
}

function stepsOf({ steps }: PlanResult): string {
  return steps.map(({ name, from }) => `Week ${from}: ${name}`).join('; ');
}
