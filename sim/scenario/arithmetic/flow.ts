import { momentsOf } from '../../random/moments.ts';
import { normalProbability } from '../../random/quantile-library.ts';
import { quantileOf } from '../../random/quantile.ts';
import { MINUTES_PER_WEEK } from '../../time/working-time.ts';
import type { Scenario } from '../schema/scenario.ts';
import { caseMix } from './case-mix.ts';
import { waysToSell } from './ways-to-sell.ts';

/** What flows through the firm in a week if nobody is ever short of time: upper bounds, by arithmetic alone. */
export interface Flow {
  /** Opportunities that the market brings; own prospecting comes on top and depends on idle time. */
  readonly arriving: number;
  readonly pursued: number;
  /** Of those pursued, sold on the phone; and beside them what is left to partners, their own finds included. */
  readonly byPhone: number;
  readonly toPartners: number;
  /** Meetings held in the field, by stage. */
  readonly meetings: Readonly<Record<Stage, number>>;
  /** Meetings that have to be booked for that, those not kept included. */
  readonly booked: number;
  readonly dials: number;
  readonly won: number;
  /** Of those won: partners lead them themselves. */
  readonly wonByPartners: number;
  readonly orders: number;
  readonly issues: number;
  readonly quotes: number;
  readonly statusCalls: number;
  readonly visitsDue: number;
  /** Shortest mean time from arrival to decision, in weeks: the customer's own time, and booking at its quickest. */
  readonly cycleWeeks: number;
}

export const STAGES = ['conceptual-meeting', 'requirement-discovery', 'presentation', 'closing'] as const;
export type Stage = (typeof STAGES)[number];

export function flowOf(scenario: Scenario): Flow {
  const { market, workflow, booking, service } = scenario;
  const { opportunities, accounts } = market;
  const { inbound, existing, referral, inflow } = opportunities;
  const arriving = inflow * (inbound.rate + existing.rate + referral.rate);
  const ways = waysToSell(scenario);
  const pursued = arriving * (1 - ways.partners) * pursuedShare(scenario);
  const inField = pursued * (ways.partners === 1 ? 0 : ways.field / (1 - ways.partners));
  const meetings = {
    'conceptual-meeting': inField * workflow.conceptualMeetings,
    'requirement-discovery': inField * workflow.reachDiscovery,
    presentation: inField * workflow.reachPresentation,
    closing: inField * workflow.reachClosing,
  };
  const held = Object.values(meetings).reduce((sum, count) => sum + count, 0);
  const fallOff = weighted([
    [inbound.rate, inbound.fallOff],
    [existing.rate, existing.fallOff],
    [referral.rate, referral.fallOff],
  ]);
  const booked = held / (1 - fallOff);
  const visitsDue = accounts.initial * accounts.maintenanceVisits;
  const kept = visitsDue * scenario.organisation.visitsKept;
  const orders = accounts.initial * accounts.orders;
  const { channel } = market;
  const toPartners = ways.partners * (arriving + channel.reach);
  const wonByPartners = toPartners * workflow.win * channel.win;
  const won = pursued * workflow.win + wonByPartners;
  const projectCases = won * service.casesPerProject;
  const mix = caseMix(scenario);
  return {
    arriving,
    pursued,
    byPhone: pursued - inField,
    toPartners,
    meetings,
    booked,
    dials: (booked + kept) * dialsPerBooking(booking),
    won,
    wonByPartners,
    orders: orders + projectCases * mix.order,
    issues: accounts.initial * accounts.issues + projectCases * mix.issue,
    quotes: accounts.initial * accounts.quotes + projectCases * mix.quote,
    statusCalls:
      orders * service.statusCallsPerOrder * (1 - informedShare(scenario)) + projectCases * mix.status,
    visitsDue,
    cycleWeeks: cycleWeeksOf(scenario),
  };
}

/** Dials until one reaches the customer and a day offered suits. */
export function dialsPerBooking({ contactSuccess, acceptance, daysOffered }: Scenario['booking']): number {
  return 1 / (contactSuccess * (1 - (1 - acceptance) ** daysOffered));
}

/** Share of opportunities whose estimated chance reaches the threshold, integrated over their fit. */
function pursuedShare({ organisation, workflow, market }: Scenario): number {
  const { threshold, error } = organisation.qualification;
  if (threshold === 0) return 1;
  const fit = quantileOf(market.opportunities.fit);
  const probability = error === 0 ? (x: number) => (x >= 0 ? 1 : 0) : normalProbability();
  const points = 400;
  let share = 0;
  for (let i = 0; i < points; i++) {
    const chance = workflow.win * fit((i + 0.5) / points);
    share += probability(Math.log(chance / threshold) / (error === 0 ? 1 : error)) / points;
  }
  return share;
}

/** Every meeting but a discovery is followed by deliberation; every booking takes the frozen zone at least. */
function cycleWeeksOf({ workflow, booking }: Scenario): number {
  const { conceptualMeetings, reachDiscovery, reachPresentation, reachClosing } = workflow;
  const meetings = conceptualMeetings + reachDiscovery + reachPresentation + reachClosing;
  const deliberation = workflow.shortestDeliberation + momentsOf(workflow.deliberation).mean;
  return ((meetings - reachDiscovery) * deliberation + meetings * booking.frozen) / MINUTES_PER_WEEK;
}

/** Share of calls about orders that do not come because clients are told of their dates. */
function informedShare({ organisation, service, production }: Scenario): number {
  if (organisation.assignments['delivery-update'] === 'dropped') return 0;
  return service.updateEffect * (1 - production.products.stock.share);
}

function weighted(pairs: readonly (readonly [weight: number, value: number])[]): number {
  const total = pairs.reduce((sum, [weight]) => sum + weight, 0);
  return total === 0 ? 0 : pairs.reduce((sum, [weight, value]) => sum + weight * value, 0) / total;
}
