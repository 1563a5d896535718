import { DETECTORS, type Detector } from '../../../sim/experiment/constraint/constraint-result.ts';
import { findConstraint } from '../../../sim/experiment/constraint/constraint.ts';
import type { ConstraintGroup } from '../../../sim/experiment/search/constraint-odds.ts';
import { Stream } from '../../../sim/random/stream.ts';
import { offeredLoads, type RoleLoad } from '../../../sim/scenario/arithmetic/offered-load.ts';
import { loadScenario, type LoadedScenario } from '../../../sim/scenario/load.ts';

/** A firm in which one group has by far the least capacity for what is asked of it. */
export interface PlantedFirm {
  readonly planted: ConstraintGroup;
  readonly organisation: LoadedScenario;
  /** Offered load of the planted group over its capacity, and the largest one of the others; by arithmetic. */
  readonly load: number;
  readonly othersAtMost: number;
}

/** What the detectors say of one firm. */
export interface Score {
  readonly firm: PlantedFirm;
  /** The group that each names; null if it cannot separate. */
  readonly named: Readonly<Record<Detector, ConstraintGroup | null>>;
}

/** Roles of the shipped divided organisation that its projects go through, and those that its orders do. */
const OF_PROJECTS = ['salesperson', 'project-leader', 'engineering'] as const;
const OF_ORDERS = ['customer-service', 'production'] as const;
/** In the middle of what planners leave free: nobody but the planted group is short of capacity. */
const LOAD_OF_OTHERS = 0.6;
const LEAST_LOAD_PLANTED = 1.15;
/**
 * Plants cannot use all of the capacity on paper; here they can, so that arithmetic knows what it is. Everything is made
 * to order. Customers decide within days, so that a firm of which half a year is measured is in its steady state. A
 * project is worth as much as any other.
 */
const COMMON = [
  'run.weeks=42',
  'run.warmUp=16',
  'production.making.inHand=100%',
  'production.engineering.inHand=100%',
  'production.products.stock.share=0 %',
  'production.products.to-order.share=95 %',
  'workflow.shortestDeliberation=2 days',
  'workflow.deliberation={kind: exponential, mean: 4 days}',
  'market.opportunities.value=$50k',
];

/**
 * Random firms, by their number: market and times drawn around the shipped ones, heads such that every group has enough
 * of them but the planted one. One third live from projects, one third from orders, and the others have capacity enough
 * for both: there the market is planted.
 */
export function plantedFirm(number: number): PlantedFirm {
  const stream = new Stream({ seed: 20_261_126, replication: number, purpose: 'test.planted' });
  const between = (low: number, high: number): number => low + (high - low) * stream.uniform();
  const living = (['projects', 'orders', 'both'] as const)[number % 3]!;
  const market = [
    `market.opportunities.inflow=${(living === 'orders' ? between(0.1, 0.2) : between(0.6, 1.2)).toFixed(3)}`,
    `market.accounts.initial=${Math.round(living === 'projects' ? between(40, 80) : between(200, 400))}`,
    `market.accounts.orders=${between(8, 14).toFixed(2)} per year`,
    `market.accounts.orderValue=${living === 'projects' ? '$200' : '$900'}`,
    `market.opportunities.weeklyVariation=${between(5, 30).toFixed(0)} %`,
    `activities.issue.time.mean=${between(15, 40).toFixed(1)} min`,
    `activities.debrief.time=${between(10, 30).toFixed(1)} min`,
    `workflow.win=${between(14, 22).toFixed(1)} %`,
  ];
  const open = loadScenario({ reference: 'standard', overrides: [...COMMON, ...market] });
  const loads = offeredLoads(open.scenario).filter(({ hoursOffered }) => hoursOffered > 0);
  const roles = living === 'projects' ? OF_PROJECTS : living === 'orders' ? OF_ORDERS : [];
  const candidates = roles.filter((role) => headsAt(loads, role, LEAST_LOAD_PLANTED) >= 1);
  const planted = candidates[Math.floor(between(0, candidates.length))] ?? 'market';
  const heads = loads.map(({ role }) => {
    const wanted =
      role === planted
        ? Math.floor(headsAt(loads, role, LEAST_LOAD_PLANTED))
        : Math.ceil(headsAt(loads, role, LOAD_OF_OTHERS));
    return `organisation.roles.${role}.heads=${wanted}`;
  });
  const organisation = loadScenario({ reference: 'standard', overrides: [...COMMON, ...market, ...heads] });
  const found = offeredLoads(organisation.scenario).filter(({ hoursOffered }) => hoursOffered > 0);
  const others = found.filter(({ role }) => role !== planted).map(({ utilisation }) => utilisation ?? 0);
  const load = found.find(({ role }) => role === planted)?.utilisation ?? 1;
  return { planted, organisation, load, othersAtMost: Math.max(...others) };
}

/** Heads, not whole, at which a role has a load. */
function headsAt(loads: readonly RoleLoad[], role: string, load: number): number {
  const { hoursOffered, hoursPaid, heads } = loads.find((of) => of.role === role)!;
  return hoursOffered / load / (hoursPaid / heads);
}

export async function scoreOf(firm: PlantedFirm, replications: number): Promise<Score> {
  const { detectors, verdict } = await findConstraint({
    organisation: firm.organisation,
    effort: { kind: 'fixed', replications },
    seed: 1,
    workers: 1,
    command: 'test',
  });
  const named = DETECTORS.map((name) => [name, name === 'elasticity' ? verdict.is : detectors[name].is]);
  return { firm, named: Object.fromEntries(named) as Score['named'] };
}
