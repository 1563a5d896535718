import { describe, expect, it } from 'vitest';
import { replicate, type RunFigures } from '../../../sim/experiment/replicate.ts';
import { CATALOGUE } from '../../../sim/metrics/catalogue.ts';
import { WEEKS_PER_YEAR } from '../../../sim/metrics/window.ts';
import { SalesSystem } from '../../../sim/model/sales-system.ts';
import { loadScenario } from '../../../sim/scenario/load.ts';
import type { Scenario } from '../../../sim/scenario/schema/scenario.ts';
import { Auditor } from '../../invariants/auditor.ts';

const SHORT = ['run.weeks=12', 'run.warmUp=2'];
/** A plan that is brought about within a short run. */
const SOON = 'transition.begin=3 weeks';

function load(reference: string, ...overrides: readonly string[]): Scenario {
  return loadScenario({ reference, overrides: [...SHORT, ...overrides] }).scenario;
}

function figures(reference: string, ...overrides: readonly string[]): RunFigures {
  return replicate({ scenario: load(reference, ...overrides), seed: 11, replication: 0 });
}

/** Heads that the last step leaves. */
function salespeopleAfter({ transition, organisation }: Scenario): number {
  return transition.steps.reduce(
    (heads, step) => step.organisation.roles?.salesperson?.heads ?? heads,
    organisation.roles.salesperson.heads,
  );
}

function steps(...written: readonly string[]): string {
  return `transition.steps=[${written.join(', ')}]`;
}

describe('a plan', () => {
  it('whose steps change nothing makes no difference at all', () => {
    const idle = steps(
      '{ name: nothing, at: 3 weeks }',
      '{ name: the same, at: 5 weeks, share: 50 %, spread: 2 weeks, ' +
        'organisation: { visitsKept: 100 %, roles: { customer-service: { heads: 5 } } } }',
    );
    const [without, with_] = [figures('traditional'), figures('traditional', idle)];
    expect(with_.values).toEqual(without.values);
    expect(with_.weekly).toEqual(without.weekly);
    expect(with_.tapeHash).toBe(without.tapeHash);
  });

  it('makes steps of one instant in the order in which they are written', () => {
    const few = '{ name: few, at: 3 weeks, organisation: { visitsKept: 20 % } }';
    const half = '{ name: half, at: 3 weeks, organisation: { visitsKept: 50 % } }';
    const { values } = figures('traditional', steps(half));
    expect(figures('traditional', steps(few, half)).values).toEqual(values);
    expect(figures('traditional', steps(half, few)).values).not.toEqual(values);
  });

  it('leads to an organisation at the first instant that is that organisation from the start, bit for bit', () => {
    const rules = {
      visitsKept: '20 %',
      casesThroughSalesperson: 'forward',
      'qualification.threshold': '0 %',
    };
    const written = Object.entries(rules).map(([path, value]) => `organisation.${path}=${value}`);
    const step =
      '{ name: all, organisation: { visitsKept: 20 %, casesThroughSalesperson: forward, ' +
      'qualification: { threshold: 0 % } } }';
    const noResistance = 'transition.resistance.loss=0 %';
    const reached = figures('traditional', steps(step), noResistance);
    const own = figures('traditional', ...written);
    expect(reached.values).toEqual(own.values);
    expect(reached.weekly).toEqual(own.weekly);
    expect(own.weekly).not.toEqual(figures('traditional').weekly);
  });
});

describe('a plan that needs more people', () => {
  /** Hires of weeks 2 to 24, and what they cost, in the plan of the documents made within fifteen weeks. */
  function hiring(...overrides: readonly string[]): readonly [number, number] {
    const scenario = load('transitions/in-order', SOON, 'run.weeks=24', ...overrides);
    const steps = scenario.transition.steps.map((step) => ({ ...step, at: step.at / 4 }));
    const { values } = replicate({
      scenario: { ...scenario, transition: { ...scenario.transition, steps } },
      seed: 3,
      replication: 0,
    });
    const of = (id: string) => values[CATALOGUE.findIndex((metric) => metric.id === id)]!;
    const years = (24 - 2) / WEEKS_PER_YEAR;
    return [of('hires-per-year') * years, of('operating-expense-per-year.hiring') * years];
  }

  it('hires them at the cost of their role, but for salespeople who become project leaders', () => {
    // Three representatives, a support manager, two coordinators and a promotions coordinator; four leaders of eight
    // who leave the field.
    const [hires, cost] = hiring('organisation.roles.sales-coordinator.hiringCost=$7k');
    expect(hires).toBeCloseTo(7, 9);
    expect(cost).toBeCloseTo(3 * 10_000 + 10_000 + 2 * 7_000 + 10_000, 6);
  });

  it('hires leaders too where nobody leaves the field', () => {
    const [hires] = hiring('transition.steps.2.organisation.roles.salesperson.heads=10');
    expect(hires).toBeCloseTo(11, 9);
  });
});

describe.each([
  ['transitions/in-order', []],
  ['transitions/one-at-a-time', []],
  ['transitions/salespeople-first', ['transition.confusion.bookings=60 %']],
  ['transitions/technology-first', []],
] as const)('%s', (reference, overrides) => {
  // Steps of months in a few weeks: much is under way when the next step comes.
  const hurried = load(reference, SOON, 'run.weeks=24', ...overrides);
  const scenario: Scenario = {
    ...hurried,
    transition: {
      ...hurried.transition,
      steps: hurried.transition.steps.map((step) => ({ ...step, at: step.at / 6, spread: step.spread / 6 })),
    },
  };
  const auditor = new Auditor(scenario);
  const system = new SalesSystem({ scenario, seed: 5, replication: 0, observer: auditor });
  system.runThroughWeek(23);

  it('loses nothing and nobody on the way', () => {
    expect(auditor.faults).toEqual([]);
    expect(auditor.totalOf('arrived.')).toBe(auditor.totalOf('decided.') + auditor.open);
    expect(auditor.totalOf('decided.')).toBeGreaterThan(20);
  });

  it('has the heads of its last step in the end', () => {
    expect(system.staff.salespeople).toHaveLength(salespeopleAfter(scenario));
  });
});
