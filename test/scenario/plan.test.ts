import { describe, expect, it } from 'vitest';
import { transitionCost } from '../../sim/scenario/arithmetic/transition-cost.ts';
import { changesInWords } from '../../sim/scenario/explain.ts';
import { loadScenario } from '../../sim/scenario/load.ts';
import { stagesOf } from '../../sim/scenario/plan.ts';
import { problemsOf } from './written-files.ts';

const WEEK = 10_080;

function load(...overrides: readonly string[]) {
  return loadScenario({ reference: 'traditional', overrides }).scenario;
}

function problems(...overrides: readonly string[]): string[] {
  return problemsOf(() => load(...overrides)).map(({ path, wrong }) => `${path}: ${wrong}`);
}

describe('the stages of a plan', () => {
  it('follow one another in time, those of one instant as written, each on top of the one before', () => {
    const scenario = load(
      'transition.begin=4 weeks',
      'transition.steps=[{ name: late, at: 3 weeks, organisation: { visitsKept: 50 % } }, ' +
        '{ name: soon, at: 1 week, spread: 2 weeks, organisation: { roles: { sales-coordinator: { heads: 2 } } } }, ' +
        '{ name: then, at: 1 week, organisation: { visitsKept: 80 %, roles: { sales-coordinator: { heads: 3 } } } }]',
    );
    const stages = stagesOf(scenario);
    expect(stages.map(({ step }) => step.name)).toEqual(['soon', 'then', 'late']);
    expect(stages.map(({ at, doneAt }) => [at / WEEK, doneAt / WEEK])).toEqual([
      [5, 7],
      [5, 5],
      [7, 7],
    ]);
    const heads = stages.map(({ after }) => after.roles['sales-coordinator'].heads);
    expect(heads).toEqual([2, 3, 3]);
    expect(stages.map(({ after }) => after.visitsKept)).toEqual([1, 0.8, 0.5]);
    expect(stages[0]!.before).toBe(scenario.organisation);
    expect(stages[2]!.before).toBe(stages[1]!.after);
    // What a step does not mention stays the same object.
    expect(stages[0]!.after.assignments).toBe(scenario.organisation.assignments);
    expect(changesInWords(scenario, 2)).toEqual(['roles.sales-coordinator.heads = 3', 'visitsKept = 80 %']);
  });
});

describe('an impossible plan', () => {
  it('is one that leads to an impossible organisation, told at the step that says so', () => {
    const call = '{ name: a, organisation: { assignments: { confirm: sales-coordinator } } }';
    expect(problems(`transition.steps=[${call}]`)).toEqual([
      'transition.steps.0.organisation.assignments.confirm: confirm is assigned to sales-coordinator, ' +
        'a role with nobody in it',
    ]);
    const hire = '{ name: b, organisation: { roles: { sales-coordinator: { heads: 1 } } } }';
    expect(load(`transition.steps=[${hire}, ${call}]`).transition.steps).toHaveLength(2);
    const fire = '{ name: c, organisation: { roles: { sales-coordinator: { heads: 0 } } } }';
    expect(problems(`transition.steps=[${hire}, ${call}, ${fire}]`)).toEqual([
      'transition.steps.2.organisation.roles.sales-coordinator.heads: there is nobody in the role ' +
        'sales-coordinator, to whom is assigned: confirm',
    ]);
  });

  it('changes hours, or has steps without a name of their own, or an experiment without a step', () => {
    expect(
      problems(
        'transition.steps=[{ name: a, organisation: { roles: { engineering: { hours: Mon 8:00-12:00 } } } }, ' +
          '{ at: 1 week }, { name: a }]',
        'transition.register=[{ step: b, metric: x }]',
      ),
    ).toEqual([
      'transition.register.0.step: there is no step named b',
      'transition.steps.0.organisation.roles.engineering.hours: hours cannot change during a run',
      'transition.steps.1.name: the step has no name',
      'transition.steps.2.name: there is another step named a',
    ]);
  });

  it('has an unknown key, or a value that cannot be read, wherever it stands', () => {
    const step = (organisation: string) =>
      problems(`transition.steps=[{ name: a, organisation: ${organisation} }]`);
    expect(step('{ visitKept: 20 % }')).toEqual([
      'transition.steps.0.organisation.visitKept: is not a known key',
    ]);
    expect(step('{ visitsKept: 20 min }')).toEqual([
      'transition.steps.0.organisation.visitsKept: has the unit "min", which is not %',
    ]);
    expect(step('{ roles: 5 }')).toEqual(['transition.steps.0.organisation.roles: is not a map']);
  });
});

describe('the cost of a transition', () => {
  it('is that of each step in its week, and the champion from the beginning until some time after the last', () => {
    const scenario = load(
      'transition.begin=10 weeks',
      'transition.steps=[{ name: a, at: 0 weeks, cost: $5000 }, { name: b, at: 6 weeks, spread: 2 weeks, cost: $700 }]',
      'transition.champion={ salary: $52k, stays: 4 weeks }',
      'money.burden=1.3',
    );
    const perWeek = (52_000 * 1.3) / (365.2425 / 7);
    expect(transitionCost(scenario, 0, 10)).toBe(0);
    expect(transitionCost(scenario, 10, 11)).toBeCloseTo(5000 + perWeek, 6);
    // Until week 10 + 8 + 4.
    expect(transitionCost(scenario, 16, 30)).toBeCloseTo(700 + 6 * perWeek, 6);
    expect(transitionCost(scenario, 22, 30)).toBe(0);
  });
});
