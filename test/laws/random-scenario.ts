import * as fc from 'fast-check';
import { fieldsOf, type Field } from '../../sim/scenario/form.ts';
import { loadScenario } from '../../sim/scenario/load.ts';
import { ScenarioError } from '../../sim/scenario/problems.ts';
import { scenarioSchema, type Scenario } from '../../sim/scenario/schema/scenario.ts';
import { valuesOf } from './random-field.ts';
import { SMALL_FIRM, type Case } from './small-firm.ts';

type Overrides = readonly string[];

/**
 * Fields that do not vary by themselves, or not as the schema alone would have it: one line each, path and overrides.
 * Whatever else is in the schema varies from the day on which it is there.
 */
const SPECIAL: Readonly<Record<string, fc.Arbitrary<Overrides>>> = {
  ...heads(['salesperson', 'sales-coordinator', 'project-leader'], 3),
  ...heads(['customer-service', 'engineering', 'production'], 2),
  'market.accounts.initial': one('market.accounts.initial', ['15', '120']),
  'market.opportunities.inflow': one('market.opportunities.inflow', ['0', '0.2', '1', '2']),
  'workflow.reachDiscovery': fc
    .tuple(...[1, 2, 3, 4].map(() => fc.integer({ min: 5, max: 10 })))
    .map((parts) => funnel(parts)),
  'territory.cities': fc.constantFrom(
    ['territory.cities=[{name: A, x: 10 mi, y: 10 mi, weight: 2}, {name: B, x: 60 mi, y: 40 mi}]'],
    [
      'territory.layout=cities',
      'territory.width=1200 mi',
      'territory.height=900 mi',
      'territory.cities=[{name: A, x: 100 mi, y: 100 mi}, {name: B, x: 1100 mi, y: 800 mi, radius: 20 mi}]',
    ],
  ),
  'territory.layout': one('territory.layout', ['uniform', 'clustered']),
  // Three times a third, if nobody confirms, is everybody.
  ...share('market.opportunities.inbound.fallOff'),
  ...share('market.opportunities.existing.fallOff'),
  ...share('market.opportunities.referral.fallOff'),
  ...share('market.prospecting.fallOff'),
  ...share('booking.visitFallOff'),
  'transition.steps': fc
    .subarray([
      '{name: one more, at: 1 weeks, organisation: {roles: {salesperson: {heads: 3}, customer-service: {heads: 2}}}}',
      '{name: calendars, at: 2 weeks, share: 50 %, spread: 1 weeks, organisation: {assignments: {schedule-call: ' +
        'sales-coordinator, debrief: sales-coordinator}, booking: {day: cluster}}}',
      '{name: training, at: 3 weeks, training: 2, trained: [salesperson, customer-service]}',
      '{name: fewer, at: 5 weeks, organisation: {roles: {salesperson: {heads: 1}, production: {heads: 2}}}}',
    ])
    .map((steps) => [`transition.steps=[${steps.join(', ')}]`]),
  'booking.frozen': one('booking.frozen', ['0 days', '4 days']),
  'booking.horizon': one('booking.horizon', ['6 days', '6 weeks']),
  'organisation.roles.salesperson.hours': one('organisation.roles.salesperson.hours', [
    'Mon-Fri 08:00-17:48',
    '["Mon-Thu 07:00-12:00, 12:30-16:00", "Tue-Sat 09:00-17:00"]',
  ]),
  'organisation.roles.customer-service.hours': one('organisation.roles.customer-service.hours', [
    'Mon-Fri 10:00-12:00',
    '["Mon-Sat 06:00-14:00", "Mon-Fri 12:00-20:00"]',
  ]),
};

/** The size of the run and of the firm, words and prices, and parts of fields that are possible only together. */
const LEFT_ALONE =
  /^(run|name|description|money)\b|\.heads$|\.salary$|^territory\.(width|height|clusters\.radius)$|^workflow\.(reach|win$)|^production\.products\.[^.]+\.share$/;

/** What does not belong to the organisation: every part of a scenario but that. */
const WORLD = Object.keys(scenarioSchema.parse({})).filter((part) => part !== 'organisation');

/** Every part of a scenario by its path, and how it varies. A part is a special field, or the fields of a group. */
const PARTS: ReadonlyMap<string, fc.Arbitrary<Overrides>> = partsOf(fieldsOf(scenarioSchema));

function partsOf(fields: readonly Field[]): Map<string, fc.Arbitrary<Overrides>> {
  const parts = new Map(Object.entries(SPECIAL));
  const groups = new Map<string, fc.Arbitrary<Overrides>[]>();
  const defaults = scenarioSchema.parse({});
  for (const field of fields) {
    const path = field.path.join('.');
    if (LEFT_ALONE.test(path) || path in SPECIAL) continue;
    const values = valuesOf(field, defaults);
    if (values === undefined) continue;
    const group = field.path.slice(0, -1).join('.');
    groups.set(group, [...(groups.get(group) ?? []), values.map((value) => [`${path}=${value}`])]);
  }
  for (const [group, varied] of groups) {
    parts.set(
      `${group}.*`,
      fc.tuple(...varied.map((field) => maybe(field, 1))).map((all) => all.flat()),
    );
  }
  return parts;
}

/** Overrides of everything whose path begins with one of some prefixes. Shrinks to none. */
export function overridesOf(...prefixes: readonly string[]): fc.Arbitrary<Overrides> {
  const parts = [...PARTS].filter(([path]) => prefixes.some((prefix) => path.startsWith(prefix)));
  return fc.tuple(...parts.map(([, part]) => maybe(part, 2))).map((all) => all.flat());
}

/** A part or nothing: nothing so many times as often. */
function maybe(part: fc.Arbitrary<Overrides>, weight: number): fc.Arbitrary<Overrides> {
  return fc.oneof(
    { withCrossShrink: true },
    { weight, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: part },
  );
}

function one(path: string, values: readonly string[]): fc.Arbitrary<Overrides> {
  return fc.constantFrom(...values).map((value) => [`${path}=${value}`]);
}

function share(path: string): Record<string, fc.Arbitrary<Overrides>> {
  return { [path]: one(path, ['0 %', '10 %', '33 %']) };
}

function heads(roles: readonly string[], most: number): Record<string, fc.Arbitrary<Overrides>> {
  const counts = Array.from({ length: most }, (_, i) => String(i + 1));
  const path = (role: string) => `organisation.roles.${role}.heads`;
  return Object.fromEntries(roles.map((role) => [path(role), one(path(role), counts)]));
}

/** Shares of a funnel that narrows: each so many tenths of the one before. */
function funnel(tenths: readonly number[]): Overrides {
  let share = 1;
  return ['reachDiscovery', 'reachPresentation', 'reachClosing', 'win'].map((stage, i) => {
    share *= tenths[i]! / 10;
    return `workflow.${stage}=${share}`;
  });
}

/** A case with its scenario, loaded. */
export interface LoadedCase extends Case {
  readonly scenario: Scenario;
}

/** Random scenarios with a seed: any policy, any mechanism, on and off. Shrinks to the small firm as it is shipped. */
export const randomCases: fc.Arbitrary<LoadedCase> = fc
  .tuple(
    fc.integer({ min: 1, max: 1000 }),
    fc.constantFrom('standard', 'traditional'),
    overridesOf(...WORLD),
    overridesOf('organisation'),
  )
  .map(([seed, reference, world, organisation]) =>
    load({ seed, reference, overrides: [...SMALL_FIRM, ...world, ...organisation] }),
  )
  .filter((drawn) => drawn !== undefined);

/** A case with its scenario; undefined if its values are impossible together. */
export function load(drawn: Case): LoadedCase | undefined {
  try {
    return { ...drawn, scenario: loadScenario(drawn).scenario };
  } catch (error) {
    if (error instanceof ScenarioError) return undefined;
    throw error;
  }
}
