import type { Activity, Role } from '../schema/ids.ts';
import type { Scenario } from '../schema/scenario.ts';

/** Where something that people work on changes hands. */
export interface HandOff {
  /** `customers` are outside the firm. */
  readonly from: Role | 'customers';
  readonly to: Role | 'customers';
  /** What is handed over, in words. */
  readonly what: string;
  /** Whether it is on the way of a sale, from the first call to the delivery; otherwise it is what accounts bring. */
  readonly isSale: boolean;
}

/** A step on the way of a sale: who takes it, and what he then hands on. */
interface SaleStep {
  readonly activity: Activity;
  readonly handsOn: string;
}

/** The way of an engineered project, from the first call to the works. */
const SALE: readonly SaleStep[] = [
  { activity: 'schedule-call', handsOn: 'meetings booked' },
  { activity: 'requirement-discovery', handsOn: 'requirements' },
  { activity: 'take-brief', handsOn: 'briefs' },
  { activity: 'solution-design', handsOn: 'solutions' },
  { activity: 'proposal', handsOn: 'proposals' },
  { activity: 'presentation', handsOn: 'projects won' },
  { activity: 'project-initiation', handsOn: 'projects begun' },
  { activity: 'project-leadership', handsOn: 'projects to make' },
  { activity: 'engineering-work', handsOn: 'designs' },
  { activity: 'making', handsOn: 'goods' },
];

const CASES: readonly (readonly [Activity, string])[] = [
  ['order-entry', 'orders'],
  ['simple-quote', 'quotes wanted'],
  ['issue', 'issues'],
  ['status-call', 'status calls'],
];

/**
 * Between whom work goes in an organisation: on the way of a sale, and with what accounts bring. Steps that are
 * dropped, or whose role has nobody in it, are left out, and a role hands nothing on to itself.
 */
export function handOffs(scenario: Scenario): HandOff[] {
  return [...saleHandOffs(scenario), ...caseHandOffs(scenario)];
}

function saleHandOffs(scenario: Scenario): HandOff[] {
  const steps = SALE.flatMap(({ activity, handsOn }) => {
    const role = takerOf(scenario, activity);
    return role === undefined ? [] : [{ role, handsOn }];
  });
  const first = steps[0];
  if (first === undefined) return [];
  const way: HandOff[] = [
    { from: 'customers', to: first.role, what: 'opportunities', isSale: true },
    ...demandHandOffs(scenario, first.role),
  ];
  for (let i = 0; i + 1 < steps.length; i++) {
    const [{ role: from, handsOn }, { role: to }] = [steps[i]!, steps[i + 1]!];
    if (from !== to) way.push({ from, to, what: handsOn, isSale: true });
  }
  const last = steps.at(-1)!;
  return [...way, { from: last.role, to: 'customers', what: last.handsOn, isSale: true }];
}

/** Opportunities that the firm looks for, and what it sells without a visit. */
function demandHandOffs(scenario: Scenario, first: Role): HandOff[] {
  const found = [
    [takerOf(scenario, 'campaign'), 'answers to campaigns'],
    [takerOf(scenario, 'inside-call'), 'needs found'],
  ] as const;
  const byPhone = takerOf(scenario, 'sales-call');
  return [
    ...found.flatMap(([from, what]) =>
      from === undefined || from === first ? [] : [{ from, to: first, what, isSale: true }],
    ),
    ...(byPhone === undefined || byPhone === first
      ? []
      : [{ from: first, to: byPhone, what: 'sales on the phone', isSale: true }]),
  ];
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
};

function has({ organisation }: Scenario, role: Role): boolean {
  return organisation.roles[role].heads > 0;
}
