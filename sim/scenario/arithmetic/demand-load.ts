import { momentsOf } from '../../random/moments.ts';
import { MINUTES_PER_WEEK } from '../../time/working-time.ts';
import type { Role } from '../schema/ids.ts';
import type { Scenario } from '../schema/scenario.ts';
import type { Flow } from './flow.ts';
import type { Load } from './load.ts';

type DemandActivity =
  | 'campaign'
  | 'reactivate'
  | 'inside-call'
  | 'inside-conversation'
  | 'sales-call'
  | 'simple-concept'
  | 'partner-support';

/** Work of finding opportunities, of selling on the phone, and of supporting partners, for each week. */
export function demandLoads(scenario: Scenario, flow: Flow): Load[] {
  const { organisation, market, workflow, activities } = scenario;
  const { assignments, campaigns, reactivation, insideSales } = organisation;
  const talks = (market.accounts.initial * MINUTES_PER_WEEK) / insideSales.callEvery;
  const calls =
    workflow.conceptualMeetings +
    workflow.reachDiscovery +
    workflow.reachPresentation +
    workflow.reachClosing;
  const rows: readonly (readonly [DemandActivity, Role | 'dropped', number])[] = [
    ['campaign', assignments.campaign, campaigns.rate],
    ['reactivate', assignments.reactivate, reactivation.rate],
    ['inside-call', assignments['inside-call'], talks / market.untapped.contactSuccess],
    ['inside-conversation', assignments['inside-call'], talks],
    ['sales-call', assignments['sales-call'], flow.byPhone * calls],
    ['simple-concept', assignments['simple-concept'], flow.byPhone * workflow.reachPresentation],
    ['partner-support', assignments['partner-support'], flow.toPartners],
  ];
  return rows.flatMap(([activity, role, timesPerWeek]): Load[] =>
    role === 'dropped'
      ? []
      : [{ role, activity, timesPerWeek, minutesEach: momentsOf(activities[activity].time).mean }],
  );
}
