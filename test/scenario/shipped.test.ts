import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { explain } from '../../sim/scenario/explain.ts';
import { loadScenario } from '../../sim/scenario/load.ts';
import { packageScenarios, shippedScenarios } from '../../sim/scenario/package-scenarios.ts';
import { readScenario } from '../../sim/scenario/scenario-files.ts';
import { ROLES } from '../../sim/scenario/schema/ids.ts';
import { scenarioSchema, type Scenario } from '../../sim/scenario/schema/scenario.ts';
import { plainOf, withoutValue } from '../../sim/scenario/tree.ts';
import { WorkingTime } from '../../sim/time/working-time.ts';

function load(reference: string): Scenario {
  return loadScenario({ reference }).scenario;
}

function headsOf({ organisation }: Scenario): Record<string, number> {
  const employed = ROLES.filter((role) => organisation.roles[role].heads > 0);
  return Object.fromEntries(employed.map((role) => [role, organisation.roles[role].heads]));
}

/** Payroll of all but the works, without burden, a year. */
function payrollOf({ organisation }: Scenario): number {
  const office = ROLES.filter((role) => role !== 'engineering' && role !== 'production');
  return office.reduce(
    (sum, role) => sum + organisation.roles[role].heads * organisation.roles[role].salary,
    0,
  );
}

describe('the shipped scenarios', () => {
  it('load without problems, each under the name of its file, with a description', () => {
    for (const name of shippedScenarios()) {
      const { scenario } = loadScenario({ reference: name });
      expect(scenario.name).toBe(name.split('/').at(-1));
      expect(scenario.description.length).toBeGreaterThan(20);
    }
  });

  it('share a base whose numbers are the defaults, but for the heads of the works', () => {
    const { tree } = readScenario(join(packageScenarios(), 'base/engineer-to-order.yaml'));
    const base = scenarioSchema.parse(plainOf(withoutValue(withoutValue(tree, ['name']), ['description'])));
    expect(headsOf(base)).toEqual({ engineering: 2, production: 8 });
    const { engineering, production } = base.organisation.roles;
    const defaults = scenarioSchema.parse({
      organisation: {
        roles: { engineering: { heads: engineering.heads }, production: { heads: production.heads } },
      },
    });
    expect(base).toEqual(defaults);
  });

  it('face the same market', () => {
    const marketOf = (scenario: Scenario) => ({ ...scenario, organisation: {}, name: '', description: '' });
    expect(marketOf(load('standard'))).toEqual(marketOf(load('traditional')));
    const regional = marketOf(load('regional-standard'));
    expect(regional).toEqual(marketOf(load('regional-traditional')));
    expect(regional.territory.cities).toHaveLength(8);
  });

  it('have the heads and the payroll of the derived example: $1,800k before, $310k less after', () => {
    expect(headsOf(load('traditional'))).toEqual({
      salesperson: 10,
      'customer-service': 5,
      'sales-manager': 2,
      engineering: 2,
      production: 8,
    });
    expect(headsOf(load('standard'))).toEqual({
      salesperson: 2,
      'sales-coordinator': 2,
      'project-leader': 4,
      'customer-service': 8,
      'promotions-coordinator': 1,
      'sales-manager': 1,
      'support-manager': 1,
      engineering: 2,
      production: 8,
    });
    expect(payrollOf(load('traditional'))).toBe(1_800_000);
    expect(payrollOf(load('standard'))).toBe(1_490_000);
  });

  it('let the traditional salesperson work 49 hours a week, and do everything for his accounts', () => {
    const { organisation } = load('traditional');
    const [hours, ...others] = organisation.roles.salesperson.hours;
    expect(others).toEqual([]);
    expect(new WorkingTime(hours!).minutesPerPeriod / 60).toBeCloseTo(49, 9);
    const takers = new Set(Object.values(organisation.assignments));
    expect([...takers].sort()).toEqual(['customer-service', 'dropped', 'salesperson']);
    expect(organisation.assignments.prospecting).toBe('salesperson');
    expect(organisation.casesThroughSalesperson).toBe('keep');
    expect(organisation.qualification.threshold).toBe(0.12);
  });

  it('leave the divided salesperson nothing but the customer', () => {
    const { organisation } = load('standard');
    const own = Object.entries(organisation.assignments).filter(([, taker]) => taker === 'salesperson');
    expect(own.map(([activity]) => activity)).toEqual(['prepare']);
    expect(organisation).toMatchObject({
      casesThroughSalesperson: 'forward',
      visitsKept: 0.2,
      qualification: { threshold: 0 },
      booking: { day: 'cluster', tripDays: 2, tripFill: 7 },
    });
  });

  it('explain everything that the firm has of its own', () => {
    const own = explain(loadScenario({ reference: 'standard' })).filter(({ origin }) =>
      /standard\.yaml:/.test(origin),
    );
    expect(own.length).toBeGreaterThan(20);
  });
});
