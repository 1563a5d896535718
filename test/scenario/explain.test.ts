import { describe, expect, it } from 'vitest';
import { explain, type Assumption } from '../../sim/scenario/explain.ts';
import { fieldsOf } from '../../sim/scenario/form.ts';
import { loadScenario } from '../../sim/scenario/load.ts';
import { scenarioSchema } from '../../sim/scenario/schema/scenario.ts';

function explained(...overrides: readonly string[]): Map<string, Assumption> {
  const rows = explain(loadScenario({ reference: 'traditional', overrides }));
  return new Map(rows.map((row) => [row.path, row]));
}

describe('the list of assumptions', () => {
  it('has every field once, in the order of declaration, each with a meaning and a source', () => {
    const rows = [...explained().values()];
    expect(rows.map(({ path }) => path)).toEqual(fieldsOf(scenarioSchema).map(({ path }) => path.join('.')));
    expect(new Set(rows.map(({ path }) => path)).size).toBe(rows.length);
    expect(rows.filter(({ about, source }) => about.length < 5 || source === '')).toEqual([]);
  });

  it('has what people read, with unit and origin', () => {
    const rows = explained('run.weeks=60');
    expect(rows.get('run.weeks')).toEqual({
      path: 'run.weeks',
      value: '60',
      dimension: 'count',
      unit: '',
      about: 'Weeks that one replication simulates, warm-up included.',
      source: 'set with --set',
      origin: '--set',
    });
    expect(rows.get('booking.grid')).toMatchObject({
      value: '15 min',
      dimension: 'work',
      unit: 'min',
      origin: 'default',
    });
    expect(rows.get('organisation.roles.salesperson.heads')?.origin).toMatch(
      /^salesworks\/scenarios\/traditional\.yaml:\d+$/,
    );
  });

  it('has the source of the default only where the default holds; else where the value was set and what stands beside it', () => {
    const rows = explained('market.accounts.initial=700');
    // Compared in the words of the file: a comment above a line of braces is about what is in them.
    expect(rows.get('organisation.roles.salesperson.hours')?.source).toMatch(
      /^set in salesworks\/scenarios\/traditional\.yaml:\d+: 49 hours a week is what surveys .*\(V24\)/,
    );
    expect(rows.get('organisation.assignments.prospecting')?.source).toMatch(/: in idle time at base$/);
    expect(rows.get('organisation.roles.customer-service.heads')?.source).toMatch(/:\d+, without a remark$/);
    expect(rows.get('market.accounts.initial')?.source).toBe('set with --set');
    expect(rows.get('organisation.roles.sales-coordinator.hours')?.source).toContain('37.5 hours a week');
    expect(rows.get('organisation.roles.project-leader.hours')?.source).toBe('B: 40 hours a week; low');
  });

  it.each([
    ['run.seed=123456789', 'run.seed', '123456789'],
    ['booking.horizon=2 weeks', 'booking.horizon', '2 weeks'],
    ['money.currency=€', 'organisation.roles.salesperson.salary', '€130k'],
    ['organisation.roles.salesperson.salary=$123,456', 'organisation.roles.salesperson.salary', '$123456'],
    ['market.accounts.orders=12 per year', 'market.accounts.orders', '12 per year'],
    [
      'organisation.roles.salesperson.hours=[Mon 8:00-12:00, Tue 9:00-10:00]',
      'organisation.roles.salesperson.hours',
      'Mon 08:00-12:00 | Tue 09:00-10:00',
    ],
    ['service.officeHours=Mon-Sat 08:00-20:00', 'service.officeHours', 'Mon-Sat 08:00-20:00'],
    ['organisation.interrupting=false', 'organisation.interrupting', 'false'],
    ['market.profile.weekdays=[1,1,1,1,0.5,0,0]', 'market.profile.weekdays', '1, 1, 1, 1, 0.5, 0, 0'],
    ['workflow.deliberation=3 weeks', 'workflow.deliberation', '3 weeks'],
    [
      'workflow.deliberation={ kind: exponential, mean: 2 weeks }',
      'workflow.deliberation',
      'exponential, mean 2 weeks',
    ],
    [
      'workflow.deliberation={ kind: normal, mean: 2 weeks, cv: 20 % }',
      'workflow.deliberation',
      'normal, mean 2 weeks, cv 20 %, min 0 min',
    ],
    [
      'workflow.deliberation={ kind: gamma, shape: 2, scale: 3 days }',
      'workflow.deliberation',
      'gamma, shape 2, scale 3 days',
    ],
    [
      'workflow.deliberation={ kind: erlang, stages: 2, mean: 3 days }',
      'workflow.deliberation',
      'erlang, mean 3 days, stages 2',
    ],
    [
      'workflow.deliberation={ kind: empirical, values: [2 days, 3 weeks] }',
      'workflow.deliberation',
      'empirical, values 2 days, 3 weeks',
    ],
    [
      'workflow.deliberation={ kind: mixture, parts: [2 days, { kind: exponential, mean: 1 week }], weights: [1, 3] }',
      'workflow.deliberation',
      'mixture, parts (2 days), (exponential, mean 1 week), weights 1, 3',
    ],
  ])('writes %s for people', (override, path, value) => {
    expect(explained(override).get(path)?.value).toBe(value);
  });

  it('has the entries of lists, part by part', () => {
    const rows = explained('territory.cities=[{ name: Chicago, x: 70 mi, y: 5 mi }]');
    const entries = [...rows.values()].filter(({ path }) => /^territory\.cities(\.|$)/.test(path));
    expect(entries.map(({ path, value, unit, origin }) => [path, value, unit, origin])).toEqual([
      ['territory.cities', '1 entry', '', '--set'],
      ['territory.cities.0.name', 'Chicago', '', '--set'],
      ['territory.cities.0.x', '70 mi', 'mi', '--set'],
      ['territory.cities.0.y', '5 mi', 'mi', '--set'],
      ['territory.cities.0.radius', '12 mi', 'mi', 'default'],
      ['territory.cities.0.weight', '1', '', 'default'],
    ]);
  });
});
