import { describe, expect, it } from 'vitest';
import { BriefDesk } from '../../../sim/model/work/briefs/brief-desk.ts';
import { ProjectQuestions } from '../../../sim/model/work/briefs/project-questions.ts';
import { OpportunityTape } from '../../../sim/model/market/opportunity-tape.ts';
import type { Observer } from '../../../sim/model/observer.ts';
import { GATES } from '../../../sim/scenario/schema/ids.ts';
import { WorkingTime } from '../../../sim/time/working-time.ts';
import { briefed, draws, firm, produce } from './firm.ts';

const MANY = 4000;
const SIMPLE = 0.2;
const COMPLEX = 0.6;

/** Leaders who know all of delivery. */
const FRESH = { skillOf: () => 1 };

/** A count of successes lies within four standard errors of its expectation. */
function expectBinomial(count: number, of: { trials: number; chance: number }): void {
  const error = Math.sqrt(of.trials * of.chance * (1 - of.chance));
  expect(Math.abs(count - of.trials * of.chance)).toBeLessThan(4 * error);
}

/** How many of many briefs are misunderstood, and how many the salesperson takes. */
function takeMany(overrides: readonly string[], complexity: number) {
  const all = firm(overrides);
  const desk = new BriefDesk({ ...all, sides: FRESH, draws: draws('brief') });
  for (let id = 0; id < MANY; id++) {
    desk.take(briefed(all, { id, complexity }), all.staff.salespeople[0]!);
  }
  const taken = all.events.filter((event) => event.kind === 'taken');
  return {
    misunderstood: taken.filter(({ isMisunderstood }) => isMisunderstood).length,
    bySalesperson: taken.filter(({ taker }) => taker === 'salesperson').length,
  };
}

describe('who takes a brief', () => {
  const bySalesperson = 'organisation.assignments.take-brief=salesperson';
  it.each([
    ['a salesperson a complex one', [bySalesperson], COMPLEX, MANY, 0.35],
    ['a salesperson a simple one', [bySalesperson, 'briefs.misunderstood.fitting=3 %'], SIMPLE, MANY, 0.03],
    ['a project leader a complex one', [], COMPLEX, 0, 0.12],
    ['by the form, a complex one', ['organisation.briefs.takenBy=by-form'], COMPLEX, 0, 0.12],
    ['by the form, a simple one', ['organisation.briefs.takenBy=by-form'], SIMPLE, MANY, 0],
  ] as const)('%s', (_, overrides, complexity, expectedBySalesperson, chance) => {
    const { misunderstood, bySalesperson: taken } = takeMany(overrides, complexity);
    expect(taken).toBe(expectedBySalesperson);
    if (chance === 0) expect(misunderstood).toBe(0);
    else expectBinomial(misunderstood, { trials: MANY, chance });
  });

  it('is decided by a form that detail stretches less and less', () => {
    // 30 % + 10 % (1 - 1/e) after an hour of it.
    const detailed = ['organisation.briefs.takenBy=by-form', 'organisation.briefs.formDetail=60 min'];
    expect(takeMany(detailed, 0.3 + 0.1 * (1 - Math.exp(-1)) - 1e-9).bySalesperson).toBe(MANY);
    expect(takeMany(detailed, 0.3 + 0.1 * (1 - Math.exp(-1)) + 1e-9).bySalesperson).toBe(0);
  });

  it('depends on a complexity that opportunities are born with', () => {
    const { scenario } = firm(['market.opportunities.complexity={kind: uniform, min: 0, max: 1}']);
    const tape = new OpportunityTape({
      market: scenario.market,
      territory: { placeAt: () => ({ x: 0, y: 0, city: 0 }) } as never,
      clock: { clockAt: (at: number) => at } as never,
      mostByService: 1,
      gaps: () => () => 0.5,
      draws: draws('birth'),
    });
    const births = Array.from({ length: MANY }, () => tape.next('inbound')!);
    const fitting = births.filter(({ complexity }) => complexity <= scenario.briefs.form.carries);
    expectBinomial(fitting.length, { trials: MANY, chance: 0.3 });
  });
});

/** A queue whose work is done when it comes. */
const AT_ONCE = {
  queue: {
    add: (task: { onDone: (task: unknown) => void }): boolean => {
      task.onDone(task);
      return true;
    },
  },
};

/** How many misunderstandings slip through all gates, of many. */
function slippedThrough(gatesOpen: readonly string[]): number {
  const all = firm(gatesOpen.map((gate) => `organisation.assignments.${gate}`));
  Object.assign(all.staff, { engineering: AT_ONCE });
  Object.assign(all.staff.leaders[0]!, AT_ONCE);
  let slipped = 0;
  for (let id = 0; id < MANY; id++) {
    const opportunity = briefed(all, { id, faults: ['misunderstood'] });
    for (const moment of ['before-proposal', 'before-start', 'in-production'] as const) {
      all.gates.pass(opportunity, moment, () => undefined);
    }
    slipped += opportunity.brief!.faults.size;
  }
  return slipped;
}

describe('gates', () => {
  it('let through the product of what each lets through', () => {
    const open = [
      'site-visit=engineering',
      'liaison=project-leader',
      'scope-review=project-leader',
      'project-initiation=project-leader',
      'delivery-review=project-leader',
    ];
    const { briefs } = firm([]).scenario;
    const chance = GATES.reduce((left, gate) => left * (1 - briefs.catch[gate]), 1);
    expectBinomial(slippedThrough(open), { trials: MANY, chance });
    expectBinomial(slippedThrough(['scope-review=engineering']), { trials: MANY, chance: 1 - 0.58 });
    expect(slippedThrough([])).toBe(MANY);
  });

  it('take the same share out of the error of an estimate as a review does out of misunderstandings', () => {
    const all = firm([
      'organisation.assignments.scope-review=project-leader',
      'briefs.catch.scope-review=60 %',
    ]);
    const opportunity = briefed(all, { estimateFactor: 1.5 });
    all.gates.pass(opportunity, 'before-proposal', () => undefined);
    all.simulation.run(7 * 1440);
    expect(opportunity.brief!.estimateFactor).toBeCloseTo(1.2, 12);
  });

  it('are given up when the opportunity is lost meanwhile', () => {
    const all = firm(['organisation.assignments.scope-review=project-leader']);
    const opportunity = briefed(all, { faults: ['misunderstood'] });
    let passed = 0;
    all.gates.pass(opportunity, 'before-proposal', () => passed++);
    opportunity.isDecided = true;
    all.simulation.run(7 * 1440);
    expect(passed).toBe(0);
    expect(all.events).toEqual([]);
  });
});

describe("production's questions", () => {
  /** Questions asked about one project that takes so many weeks to make, and when the last one was. */
  function asked(overrides: readonly string[], complexity: number) {
    const all = firm(['production.products.project.making=400 h', ...overrides]);
    const times: number[] = [];
    const observer: Observer = {
      ...all.observer,
      onBrief: (event, at) => {
        if (event.kind === 'question' && event.what === 'asked') times.push(at);
        all.observer.onBrief(event, at);
      },
    };
    const officeHours = new WorkingTime(all.scenario.service.officeHours);
    const briefs = new BriefDesk({ ...all, sides: FRESH, draws: draws('brief') });
    const questions = new ProjectQuestions({
      ...all,
      observer,
      officeHours,
      briefs,
      draws: draws('question'),
    });
    const opportunity = briefed(all, { complexity });
    const order = produce(all, opportunity);
    questions.begin(order, opportunity);
    all.simulation.run(20 * 10_080);
    const count = (what: string) =>
      all.events.filter((event) => event.kind === 'question' && event.what === what).length;
    return { times, order, count };
  }

  it('come at the rate of what is not written down, and end with the delivery', () => {
    // 8 h of engineering and 400 h of making: 10 weeks and a day. Unwritten is 1 - 30 %.
    const { times, order, count } = asked(['briefs.questions.rate=200 per week'], 1);
    expect(order.isDelivered).toBe(true);
    const weeks = 10.2;
    const expected = 200 * 0.7 * weeks;
    expect(Math.abs(times.length - expected)).toBeLessThan(4 * Math.sqrt(expected));
    expect(Math.max(...times)).toBeLessThan(10.3 * 10_080);
    expect(count('answered') + count('dropped')).toBe(times.length);
    // An hour each is more than the salesperson has: most are never answered.
    expect(count('dropped')).toBeGreaterThan(0);
  });

  it('do not come about a brief that the form carries', () => {
    expect(asked(['briefs.questions.rate=200 per week'], 0.3).times).toEqual([]);
  });
});
