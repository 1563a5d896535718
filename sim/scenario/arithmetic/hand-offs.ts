import { momentsOf } from '../../random/moments.ts';
import type { Activity, Centre, Role } from '../schema/ids.ts';
import type { Scenario } from '../schema/scenario.ts';
import { waysToSell } from './ways-to-sell.ts';

/** How a sale is made: with meetings at the customer's, on the phone, or by somebody outside the firm. */
export type WayToSell = 'field' | 'phone' | 'partners';

/** Where something that people work on changes hands. */
export interface HandOff {
  /** `customers` are outside the firm. */
  readonly from: Role | 'customers';
  readonly to: Role | 'customers';
  /** What is handed over, in words. */
  readonly what: string;
  /** Whether it is on the way of a sale, from the first call to the delivery; otherwise it is what accounts bring. */
  readonly isSale: boolean;
  /** On the way of which sales; not there before the way divides, and in results of versions that did not say. */
  readonly way?: WayToSell;
}

/** A step on the way of a sale: who takes it, and what he then hands on. */
interface SaleStep {
  readonly activity: Activity;
  readonly handsOn: string;
}

/** From the first call to the decision. */
const STEPS: Readonly<Record<WayToSell, readonly SaleStep[]>> = {
  field: [
    { activity: 'schedule-call', handsOn: 'meetings booked' },
    { activity: 'requirement-discovery', handsOn: 'requirements' },
    { activity: 'take-brief', handsOn: 'briefs' },
    { activity: 'solution-design', handsOn: 'solutions' },
    { activity: 'proposal', handsOn: 'proposals' },
    { activity: 'presentation', handsOn: 'projects won' },
    { activity: 'project-initiation', handsOn: 'projects begun' },
  ],
  // Whoever phones makes the proposal himself.
  phone: [
    { activity: 'sales-call', handsOn: 'requirements' },
    { activity: 'simple-concept', handsOn: 'sketches' },
    { activity: 'sales-call', handsOn: 'projects won' },
  ],
  partners: [{ activity: 'partner-support', handsOn: 'support' }],
};

const CENTRE_STEPS: Readonly<Record<Centre, SaleStep>> = {
  engineering: { activity: 'engineering-work', handsOn: 'designs' },
  making: { activity: 'making', handsOn: 'goods' },
  finishing: { activity: 'finishing', handsOn: 'finished goods' },
};

const CASES: readonly (readonly [Activity, string])[] = [
  ['order-entry', 'orders'],
  ['simple-quote', 'quotes wanted'],
  ['issue', 'issues'],
  ['status-call', 'status calls'],
];

/**
 * Between whom work goes in an organisation: on every way of a sale, and with what accounts bring. Steps that are
 * dropped, or whose role has nobody in it, are left out, and a role hands nothing on to itself. What is only looked at
 * on the way (site visits, reviews), and leading a project while it is made, hands nothing on.
 */
export function handOffs(scenario: Scenario): HandOff[] {
  return [...saleHandOffs(scenario), ...caseHandOffs(scenario)];
}

interface Taken {
  readonly role: Role;
  readonly handsOn: string;
}

function saleHandOffs(scenario: Scenario): HandOff[] {
  const works = takenOf(scenario, worksSteps(scenario));
  const { field, phone, partners } = waysToSell(scenario);
  const selling = (way: WayToSell, share: number) => (share > 0 ? takenOf(scenario, STEPS[way]) : []);
  const [inField, onPhone, byPartners] = [
    selling('field', field),
    selling('phone', phone),
    selling('partners', partners),
  ];
  return [
    ...demandHandOffs(scenario, { field: inField[0]?.role, phone: onPhone[0]?.role }),
    ...chain([...inField, ...(inField.length > 0 ? works : [])], 'opportunities', 'field'),
    ...chain([...onPhone, ...(onPhone.length > 0 ? works : [])], 'small opportunities', 'phone'),
    ...chain(byPartners, "partners' opportunities", 'partners'),
    ...chain(byPartners.length > 0 ? works : [], 'projects that partners won', 'partners'),
  ];
}

/** What comes from outside goes from step to step, and what the last one makes goes outside again. */
function chain(steps: readonly Taken[], brought: string, way: WayToSell): HandOff[] {
  const ends = { role: 'customers', handsOn: brought } as const;
  return [...steps, ends].flatMap((to, i): HandOff[] => {
    const from = i === 0 ? ends : steps[i - 1]!;
    const isHandedOn = from.role !== to.role;
    return isHandedOn ? [{ from: from.role, to: to.role, what: from.handsOn, isSale: true, way }] : [];
  });
}

/** The centres that a project goes through, in its order. */
function worksSteps({ production }: Scenario): SaleStep[] {
  const { project } = production.products;
  return project.route
    .filter((centre) => momentsOf(project[centre]).mean > 0)
    .map((centre) => CENTRE_STEPS[centre]);
}

/** Opportunities that the firm looks for, to whoever sells them. */
function demandHandOffs(
  scenario: Scenario,
  sellers: { readonly field: Role | undefined; readonly phone: Role | undefined },
): HandOff[] {
  const found = [
    ['campaign', 'answers to campaigns'],
    ['inside-call', 'needs found'],
    ['reactivate', 'old opportunities alive'],
  ] as const;
  const receivers = new Set(Object.values(sellers).filter((role) => role !== undefined));
  return found.flatMap(([activity, what]) => {
    const from = takerOf(scenario, activity);
    if (from === undefined) return [];
    return [...receivers]
      .filter((to) => to !== from)
      .map((to): HandOff => ({ from, to, what, isSale: true }));
  });
}

function caseHandOffs(scenario: Scenario): HandOff[] {
  const { organisation } = scenario;
  const taken = CASES.flatMap(([activity, what]) => {
    const role = takerOf(scenario, activity);
    return role === undefined ? [] : [{ role, what }];
  });
  const arrivals = taken.map(({ role, what }): HandOff => ({
    from: 'customers',
    to: role,
    what,
    isSale: false,
  }));
  const owner = has(scenario, 'salesperson') && taken.some(({ role }) => role !== 'salesperson');
  const keeps = organisation.casesThroughSalesperson === 'keep';
  const phoned: HandOff = {
    from: 'customers',
    to: 'salesperson',
    what: keeps ? 'cases of their accounts' : 'cases phoned to them',
    isSale: false,
  };
  const forwarded: HandOff = {
    from: 'salesperson',
    to: taken.find(({ role }) => role !== 'salesperson')?.role ?? 'customer-service',
    what: 'cases passed on',
    isSale: false,
  };
  const orders = takerOf(scenario, 'order-entry');
  const made = takerOf(scenario, 'making');
  const toWorks: HandOff[] =
    orders === undefined || made === undefined || orders === made
      ? []
      : [{ from: orders, to: made, what: 'repeat orders', isSale: false }];
  return [...arrivals, ...(owner ? [phoned, ...(keeps ? [] : [forwarded])] : []), ...toWorks];
}

/** The steps that somebody takes, and who does. */
function takenOf(scenario: Scenario, steps: readonly SaleStep[]): Taken[] {
  return steps.flatMap(({ activity, handsOn }) => {
    const role = takerOf(scenario, activity);
    return role === undefined ? [] : [{ role, handsOn }];
  });
}

/** Who takes an activity; undefined if it is dropped or nobody is there to do it. */
function takerOf(scenario: Scenario, activity: Activity): Role | undefined {
  const assigned = (
    scenario.organisation.assignments as Readonly<Partial<Record<Activity, Role | 'dropped'>>>
  )[activity];
  const role = assigned ?? OWN[activity];
  return role === undefined || role === 'dropped' || !has(scenario, role) ? undefined : role;
}

/** Who does what is not assigned. */
const OWN: Readonly<Partial<Record<Activity, Role>>> = {
  'requirement-discovery': 'salesperson',
  presentation: 'salesperson',
  'engineering-work': 'engineering',
  making: 'production',
  finishing: 'finishing',
};

function has({ organisation }: Scenario, role: Role): boolean {
  return organisation.roles[role].heads > 0;
}
