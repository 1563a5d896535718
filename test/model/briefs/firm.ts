import { Simulation } from '../../../sim/engine/simulation.ts';
import type { BriefEvent, BriefFault } from '../../../sim/model/brief-event.ts';
import { Charter } from '../../../sim/model/charter.ts';
import { Account } from '../../../sim/model/market/accounts.ts';
import type { OpportunityBirth } from '../../../sim/model/market/opportunity.ts';
import { QualityMemory } from '../../../sim/model/market/quality.ts';
import { Territory } from '../../../sim/model/market/territory.ts';
import { TravelTimes } from '../../../sim/model/market/travel-times.ts';
import { TIME_USES, type Observer } from '../../../sim/model/observer.ts';
import { Staff } from '../../../sim/model/people/staff.ts';
import { ActivityBook } from '../../../sim/model/work/activity-book.ts';
import { Brief } from '../../../sim/model/work/briefs/brief.ts';
import { Gates } from '../../../sim/model/work/briefs/gates.ts';
import { OpenOpportunity } from '../../../sim/model/work/open-opportunity.ts';
import { Order } from '../../../sim/model/work/order.ts';
import { Works } from '../../../sim/model/work/works.ts';
import { KeyedDraws } from '../../../sim/random/keyed-draws.ts';
import { Stream } from '../../../sim/random/stream.ts';
import { loadScenario } from '../../../sim/scenario/load.ts';
import { ROLES } from '../../../sim/scenario/schema/ids.ts';
import { SILENT } from '../people/silent-observer.ts';
import { clockText } from '../people/office.ts';

const PLACE = { x: 0, y: 0, city: 0 };

export function draws(purpose: string, seed = 1): KeyedDraws {
  return new KeyedDraws({ seed, replication: 0, purpose });
}

/** A prospect's opportunity; what matters here is its complexity. */
export function birthOf(id: number, complexity = 0.5): OpportunityBirth {
  const u = 0.5;
  return {
    id,
    source: 'inbound',
    arrivedAt: 0,
    place: PLACE,
    value: 60_000,
    listValue: 60_000,
    fit: 1,
    estimationError: 0,
    stakeholders: 3,
    patience: Infinity,
    complexity,
    costFactor: 1,
    costError: 0,
    fate: {
      comes: u,
      account: u,
      conceptualMeetings: u,
      discovery: u,
      presentation: u,
      closing: u,
      win: u,
      reason: u,
    },
  };
}

/** A works with one designer and one fitter, a project leader and a salesperson; all that happens is written down. */
export function firm(overrides: readonly string[]) {
  const { scenario } = loadScenario({
    reference: 'standard',
    overrides: [
      'organisation.roles.salesperson.heads=1',
      'organisation.roles.project-leader.heads=1',
      'organisation.roles.engineering.heads=1',
      'organisation.roles.production.heads=1',
      'organisation.switching=0 min',
      'production.engineering.inHand=100 %',
      'production.making.inHand=100 %',
      'production.products.project.engineering=8 h',
      'production.products.project.making=8 h',
      'production.products.project.lead=1 week',
      'briefs.rework.share=50 %',
      'briefs.rework.settling=1 week',
      ...overrides,
    ],
  });
  const simulation = new Simulation();
  const lines: string[] = [];
  const events: BriefEvent[] = [];
  const observer: Observer = {
    ...SILENT,
    onTimeSpent: ({ role }, use, from, to) =>
      lines.push(`${clockText(from)} - ${clockText(to)} ${ROLES[role]!} ${TIME_USES[use]!}`),
    onBrief: (event, at) => {
      events.push(event);
      if (event.kind === 'found') lines.push(`${clockText(at)} found ${event.when}`);
    },
    onDelivered: ({ isOnTime }, at) =>
      lines.push(`${clockText(at)} delivered ${isOnTime ? 'on time' : 'late'}`),
  };
  const charter = new Charter(scenario.organisation);
  const territory = new Territory(
    scenario.territory,
    new Stream({ seed: 1, replication: 0, purpose: 'territory' }),
  );
  const travel = new TravelTimes(scenario.territory);
  const staff = new Staff({ simulation, observer, charter, territory, travel, fragmentMinutes: 90 });
  const activities = new ActivityBook(scenario, charter, draws);
  const leaderOf = () => staff.leaders[0]!;
  const gates = new Gates({
    simulation,
    observer,
    scenario,
    charter,
    staff,
    activities,
    leaderOf,
    draws: draws('gate'),
  });
  const works = new Works({
    simulation,
    observer,
    scenario,
    staff,
    gates,
    draws: draws('work'),
    onMakingBegun: () => undefined,
    onDelivered: () => undefined,
    onFoundLate: (order) => lines.push(`${clockText(simulation.now)} complaint about ${order.goods.key}`),
  });
  staff.start();
  return { scenario, simulation, observer, charter, staff, activities, gates, works, lines, events };
}

export type Firm = ReturnType<typeof firm>;

/** An opportunity whose brief has been taken by the salesperson, with these faults. */
export function briefed(
  { simulation, staff }: Firm,
  of: { id?: number; complexity?: number; faults?: readonly BriefFault[]; estimateFactor?: number },
): OpenOpportunity {
  const salesperson = staff.salespeople[0]!;
  const birth = birthOf(of.id ?? 7, of.complexity);
  const nothing = (): void => undefined;
  const opportunity = new OpenOpportunity({
    simulation,
    birth,
    account: undefined,
    salesperson,
    interestedFor: Infinity,
    salespersonFor: (seat) => seat,
    onPatienceEnded: nothing,
    onInterestLost: nothing,
  });
  opportunity.brief = new Brief({
    taker: 'salesperson',
    seat: salesperson,
    unwritten: Math.max(0, birth.complexity - 0.3),
    estimateFactor: of.estimateFactor ?? 1,
    faults: of.faults ?? [],
  });
  return opportunity;
}

/** Production takes a project in when its brief has passed the gate before the start. */
export function produce({ simulation, scenario, gates, works }: Firm, opportunity: OpenOpportunity): Order {
  opportunity.isDecided = true;
  const account = new Account({
    id: 1,
    place: PLACE,
    quality: new QualityMemory(scenario.service.feedback, 0),
    habit: 0,
    lostAtHazard: 1,
    at: 0,
    businessTime: 0,
  });
  const goods = {
    key: 1,
    product: 'project',
    account,
    price: 60_000,
    listPrice: 60_000,
    opportunity,
  } as const;
  const order = new Order(goods, simulation.now);
  gates.pass(opportunity, 'before-start', () => works.accept(order));
  return order;
}
