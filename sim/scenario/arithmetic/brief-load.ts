import { momentsOf } from '../../random/moments.ts';
import { quantileOf } from '../../random/quantile.ts';
import { MINUTES_PER_WEEK } from '../../time/working-time.ts';
import type { Scenario } from '../schema/scenario.ts';
import { carriedByForm } from './carried-by-form.ts';
import type { Flow } from './flow.ts';
import type { Load } from './load.ts';

/** Points at which a distribution is looked at, to average over it. */
const POINTS = 400;

/** Share of briefs that a salesperson takes. A leader writes a brief in the half-day of the discovery. */
export function shareTakenBySalesperson(scenario: Scenario): number {
  const { briefs, assignments } = scenario.organisation;
  if (briefs.takenBy === 'as-assigned') return assignments['take-brief'] === 'salesperson' ? 1 : 0;
  return averageOver(scenario, (complexity, carried) => (complexity <= carried ? 1 : 0));
}

/** What gates, corrections aside, and production's questions ask for. */
export function briefLoads(scenario: Scenario, flow: Flow): Load[] {
  const { assignments } = scenario.organisation;
  const solutions = flow.meetings.presentation;
  const questions = flow.won * questionsPerProject(scenario);
  // By the form a salesperson takes only what nobody has to ask about.
  const isByForm = scenario.organisation.briefs.takenBy === 'by-form';
  const share = isByForm ? 0 : shareTakenBySalesperson(scenario);
  const { productionPerson } = scenario.briefs.questions;
  const times = [
    ['site-visit', assignments['site-visit'], solutions],
    ['liaison', assignments.liaison, solutions],
    ['scope-review', assignments['scope-review'], solutions],
    // The second reviewer is a designer.
    ['scope-review', assignments['scope-review'] === 'dropped' ? 'dropped' : 'engineering', solutions],
    ['project-initiation', assignments['project-initiation'], flow.won],
    ['delivery-review', assignments['delivery-review'], flow.won],
    ['answer-production', 'salesperson', questions * share],
    ['answer-production', 'project-leader', questions * (1 - share) * productionPerson],
  ] as const;
  return times.flatMap(([activity, role, timesPerWeek]) => {
    const minutesEach = momentsOf(scenario.activities[activity].time).mean;
    return role === 'dropped' ? [] : [{ role: role, activity, timesPerWeek, minutesEach }];
  });
}

/** Questions about the mean brief that a salesperson took, if a project takes as long as it is usually promised. */
function questionsPerProject(scenario: Scenario): number {
  const unwritten = averageOver(scenario, (complexity, carried) => Math.max(0, complexity - carried));
  const { lead } = scenario.production.products.project;
  return scenario.briefs.questions.rate * unwritten * (lead / MINUTES_PER_WEEK);
}

/** Mean of a function of complexity and of what the form carries, over all opportunities. */
function averageOver(
  { market, briefs, organisation }: Scenario,
  of: (complexity: number, carried: number) => number,
): number {
  const carried = carriedByForm(briefs.form, organisation.briefs);
  const quantile = quantileOf(market.opportunities.complexity);
  let sum = 0;
  for (let point = 0; point < POINTS; point++) sum += of(quantile((point + 0.5) / POINTS), carried);
  return sum / POINTS;
}
