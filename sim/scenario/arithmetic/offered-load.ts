import { momentsOf } from '../../random/moments.ts';
import { CENTRES, PRODUCTS, ROLES, type Activity, type Centre, type Role } from '../schema/ids.ts';
import type { Scenario } from '../schema/scenario.ts';
import { briefLoads, shareTakenBySalesperson } from './brief-load.ts';
import { demandLoads } from './demand-load.ts';
import { STAGES, flowOf, type Flow } from './flow.ts';
import type { Load } from './load.ts';
import { meanWayFromBase } from './travel.ts';

const HALF_DAY = 240;
const WORKING_DAYS = 5;

/** A role's load against what it is paid for. */
export interface RoleLoad {
  readonly role: Role;
  readonly heads: number;
  readonly hoursOffered: number;
  readonly hoursPaid: number;
  /** Offered over paid; undefined without heads. */
  readonly utilisation: number | undefined;
  readonly loads: readonly Load[];
}

/**
 * What each role is asked for in a week if the market's opportunities are all pursued to their end and nobody is ever
 * late: offered load, before anything is simulated. Travel is counted as a way there and back for every meeting,
 * which is what booking by neighbourhood improves on.
 */
export function offeredLoads(scenario: Scenario): RoleLoad[] {
  const loads = allLoads(scenario, flowOf(scenario)).filter(
    (load) => load.timesPerWeek * load.minutesEach > 0,
  );
  return ROLES.filter((role) => scenario.organisation.roles[role].heads > 0).map((role) => {
    const own = loads.filter((load) => load.role === role);
    const hoursOffered = own.reduce((sum, load) => sum + (load.timesPerWeek * load.minutesEach) / 60, 0);
    const hoursPaid = hoursPaidOf(scenario, role);
    const { heads } = scenario.organisation.roles[role];
    return { role, heads, hoursOffered, hoursPaid, utilisation: hoursOffered / hoursPaid, loads: own };
  });
}

/** Paid hours of all heads of a role in a week. */
export function hoursPaidOf({ organisation }: Scenario, role: Role): number {
  const { heads, hours } = organisation.roles[role];
  let minutes = 0;
  for (let head = 0; head < heads; head++) {
    for (const { from, to } of hours[head % hours.length]!.intervals) minutes += to - from;
  }
  return minutes / 60;
}

function allLoads(scenario: Scenario, flow: Flow): Load[] {
  return [
    ...fieldLoads(scenario, flow),
    ...officeLoads(scenario, flow),
    ...demandLoads(scenario, flow),
    ...serviceLoads(scenario, flow),
    ...productionLoads(scenario, flow),
    ...briefLoads(scenario, flow),
  ];
}

function fieldLoads(scenario: Scenario, flow: Flow): Load[] {
  const { assignments, visitsKept, projectLeaders } = scenario.organisation;
  const minutes = minutesIn(scenario);
  const visits = flow.visitsDue * visitsKept;
  const held = STAGES.reduce((sum, stage) => sum + flow.meetings[stage], 0);
  const way = meanWayFromBase(scenario, 'salesperson');
  const loads: Load[] = STAGES.map((stage) => ({
    role: 'salesperson',
    activity: stage,
    timesPerWeek: flow.meetings[stage],
    minutesEach: minutes(stage),
  }));
  loads.push(
    {
      role: 'salesperson',
      activity: 'maintenance-visit',
      timesPerWeek: visits,
      minutesEach: minutes('maintenance-visit'),
    },
    { role: 'salesperson', activity: 'travel', timesPerWeek: held + visits, minutesEach: 2 * way },
  );
  const { discoveryHalfDays, presentationHalfDays } = projectLeaders;
  const leader = { role: 'project-leader', minutesEach: HALF_DAY } as const;
  const joint = {
    discovery: 1 - shareTakenBySalesperson(scenario),
    presentation: assignments['solution-design'] === 'project-leader' ? 1 : 0,
  };
  return [
    ...loads,
    {
      ...leader,
      activity: 'requirement-discovery',
      timesPerWeek: flow.meetings['requirement-discovery'] * discoveryHalfDays * joint.discovery,
    },
    {
      ...leader,
      activity: 'presentation',
      timesPerWeek: flow.meetings.presentation * presentationHalfDays * joint.presentation,
    },
  ];
}

/** Work on opportunities and for salespeople that is done at a desk. */
function officeLoads(scenario: Scenario, flow: Flow): Load[] {
  const { assignments, visitsKept, roles } = scenario.organisation;
  const minutes = minutesIn(scenario);
  const visits = flow.visitsDue * visitsKept;
  const held = STAGES.reduce((sum, stage) => sum + flow.meetings[stage], 0);
  const people = roles.salesperson.heads;
  const solutions = flow.meetings.presentation;
  const times: readonly (readonly [Activity & keyof Scenario['activities'], Role | 'dropped', number])[] = [
    ['schedule-call', assignments['schedule-call'], flow.dials],
    ['confirm', assignments.confirm, flow.booked + visits],
    ['prepare', assignments.prepare, flow.booked + visits],
    ['debrief', assignments.debrief, held + visits],
    ['follow-up', assignments['follow-up'], held + visits],
    ['take-brief', 'salesperson', solutions * shareTakenBySalesperson(scenario)],
    ['solution-design', assignments['solution-design'], solutions],
    ['proposal', assignments.proposal, solutions],
    ['project-leadership', assignments['project-leadership'], flow.won - flow.wonByPartners],
    ['reporting', assignments.reporting, people],
    ['own-administration', 'salesperson', people],
    ['internal-meeting', 'salesperson', people],
  ];
  return times.flatMap(([activity, role, timesPerWeek]) =>
    role === 'dropped' ? [] : [{ role, activity, timesPerWeek, minutesEach: minutes(activity) }],
  );
}

function serviceLoads(scenario: Scenario, flow: Flow): Load[] {
  const { service, organisation, production } = scenario;
  const { assignments, visitsKept } = organisation;
  const minutes = minutesIn(scenario);
  const cases: readonly (readonly [keyof typeof assignments & keyof Scenario['activities'], number])[] = [
    ['order-entry', flow.orders * (1 - service.exceptions)],
    ['order-exception', flow.orders * service.exceptions],
    ['issue', flow.issues],
    ['simple-quote', flow.quotes],
    ['status-call', flow.statusCalls],
  ];
  const loads = cases.flatMap(([activity, times]): Load[] => {
    const role = assignments[activity] as Role;
    const { share, handling } = service.throughSalesperson;
    const each = minutes(activity) * service.handling;
    const pace = (by: Role) => (by === 'customer-service' ? organisation.customerService.procedures : 1);
    const keeper: Role = organisation.casesThroughSalesperson === 'keep' ? 'salesperson' : role;
    return [
      { role, activity, timesPerWeek: times * (1 - share), minutesEach: each * pace(role) },
      { role: keeper, activity, timesPerWeek: times * share, minutesEach: each * handling * pace(keeper) },
    ];
  });
  const updates = flow.orders * (1 - production.products.stock.share);
  const calls = flow.visitsDue * (1 - visitsKept);
  if (assignments['delivery-update'] !== 'dropped') {
    loads.push({
      role: assignments['delivery-update'],
      activity: 'delivery-update',
      timesPerWeek: updates,
      minutesEach: minutes('delivery-update'),
    });
  }
  const { meeting } = organisation.customerService;
  if (meeting.perDay > 0) {
    loads.push({
      role: 'customer-service',
      activity: 'work-in-progress-meeting',
      timesPerWeek: WORKING_DAYS * meeting.perDay * organisation.roles['customer-service'].heads,
      minutesEach: minutes('work-in-progress-meeting'),
    });
  }
  loads.push({
    role: assignments['service-call'],
    activity: 'service-call',
    timesPerWeek: calls,
    minutesEach: minutes('service-call'),
  });
  return merged(loads);
}

function productionLoads(scenario: Scenario, flow: Flow): Load[] {
  const { products, engineering, making, finishing } = scenario.production;
  const repeat = scenario.market.accounts.initial * scenario.market.accounts.orders;
  const load: Record<Centre, number> = { engineering: 0, making: 0, finishing: 0 };
  for (const product of PRODUCTS) {
    const perWeek = product === 'project' ? flow.won : repeat * products[product].share;
    for (const centre of CENTRES) load[centre] += perWeek * momentsOf(products[product][centre]).mean;
  }
  return [
    {
      role: 'engineering',
      activity: 'engineering-work',
      timesPerWeek: 1,
      minutesEach: load.engineering / engineering.inHand,
    },
    { role: 'production', activity: 'making', timesPerWeek: 1, minutesEach: load.making / making.inHand },
    {
      role: 'finishing',
      activity: 'finishing',
      timesPerWeek: 1,
      minutesEach: load.finishing / finishing.inHand,
    },
  ];
}

function minutesIn({ activities }: Scenario): (activity: keyof Scenario['activities']) => number {
  return (activity) => momentsOf(activities[activity].time).mean;
}

/** Loads of the same role and activity as one. */
function merged(loads: readonly Load[]): Load[] {
  const byKey = new Map<string, Load>();
  for (const load of loads) {
    const key = `${load.role}/${load.activity}`;
    const before = byKey.get(key);
    const timesPerWeek = load.timesPerWeek + (before?.timesPerWeek ?? 0);
    const minutes =
      load.timesPerWeek * load.minutesEach + (before ? before.timesPerWeek * before.minutesEach : 0);
    byKey.set(key, { ...load, timesPerWeek, minutesEach: timesPerWeek === 0 ? 0 : minutes / timesPerWeek });
  }
  return [...byKey.values()];
}
