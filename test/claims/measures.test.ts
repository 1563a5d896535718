import { describe, expect, it } from 'vitest';
import { isTrue, measureShare } from '../../sim/claims/measures/conditions.ts';
import { crossingWeek, measureCrossing } from '../../sim/claims/measures/crossing.ts';
import { measureBest, measureRanking, measureTrend } from '../../sim/claims/measures/families.ts';
import { drawFirms } from '../../sim/claims/measures/population.ts';
import { measureShapley } from '../../sim/claims/measures/shapley-share.ts';
import { measureSmooth } from '../../sim/claims/measures/smooth.ts';
import { plainOf } from '../../sim/scenario/tree.ts';
import { normalSource } from '../statistics/samples.ts';
import { sampleOf, type Columns } from './samples.ts';

const METRIC = 'bd-meetings-per-week';
const OTHER = 'orders-won-per-week';
const NONE = { families: new Map() };

function column(...values: readonly number[]): Columns {
  return { [METRIC]: values };
}

describe('smooth measures, worked by hand', () => {
  const sample = sampleOf({
    old: { [METRIC]: [10, 12], [OTHER]: [1, 3] },
    new: { [METRIC]: [30, 36], [OTHER]: [4, 4] },
    both: column(50, 60),
  });
  const estimate = (measure: Parameters<typeof measureSmooth>[0]) => measureSmooth(measure, sample);

  it('are ratios and differences of means in which the second figure is like the first', () => {
    const of = { metric: METRIC, arm: 'new' };
    expect(estimate({ kind: 'ratio', of, to: { arm: 'old' } })).toMatchObject({
      ci95: [expect.closeTo(3, 9), expect.closeTo(3, 9)],
      unit: 'ratio',
    });
    // Differences 20 and 24: mean 22, standard error 2, t with one degree of freedom 12.7062.
    const { estimate: mean, ci95, unit } = estimate({ kind: 'difference', of, less: { arm: 'old' } });
    expect(mean).toBe(22);
    expect(ci95![1]).toBeCloseTo(22 + 12.7062 * 2, 3);
    expect(unit).toBe('per week');
  });

  it('are effects against each other, and elasticities', () => {
    const effect = { of: { metric: METRIC, arm: 'new' }, less: { arm: 'old' } };
    const against = { of: { arm: 'both' }, less: { arm: 'old' } };
    // (33 - 11) / (55 - 11) and (33 - 11) - (55 - 11).
    expect(estimate({ kind: 'effects', effect, against, as: 'ratio' }).estimate).toBeCloseTo(0.5, 9);
    expect(estimate({ kind: 'effects', effect, against, as: 'difference' }).estimate).toBeCloseTo(-22, 9);
    const by = { of: { metric: OTHER, arm: 'new' } };
    const elasticity = estimate({
      kind: 'elasticity',
      of: { metric: METRIC, arm: 'new' },
      to: { arm: 'old' },
      by,
    });
    // ln 3 / ln 2 of the means; the jackknife removes a bias, so only nearly.
    expect(elasticity.estimate).toBeGreaterThan(0.5);
    expect(elasticity.details.map(({ value }) => value)).toEqual([33, 11, 4, 2]);
  });

  it('leave out replications without a figure, and count them', () => {
    const gaps = sampleOf({ only: column(1, NaN, 3) });
    expect(measureSmooth({ kind: 'value', of: { metric: METRIC } }, gaps)).toMatchObject({
      estimate: 2,
      n: 2,
      leftOut: 1,
    });
  });

  it('add figures of the same arm, and divide by one', () => {
    const of = { metric: METRIC, plus: [OTHER], per: 'heads.engineering', arm: 'new' };
    // Means 33 and 4; without any engineer there is nothing to divide by.
    expect(estimate({ kind: 'value', of })).toMatchObject({ estimate: undefined, leftOut: 2 });
    const sum = { ...of, per: undefined };
    expect(estimate({ kind: 'value', of: sum }).estimate).toBe(37);
    expect(estimate({ kind: 'value', of: { ...of, per: OTHER } }).estimate).toBe(9.25);
  });

  it('are exact where only facts are read', () => {
    const measure = { kind: 'ratio', of: { fact: 'salary.sales-coordinator', arm: 'new' } } as const;
    const { estimate: ratio, isExact } = estimate({ ...measure, to: { fact: 'salary.salesperson' } });
    // Payroll table of the source documents: 50 over 130.
    expect([ratio, isExact]).toEqual([50 / 130, true]);
  });
});

describe('families of arms', () => {
  const families = new Map([['team', { members: ['team.1', 'team.2', 'team.3'], values: ['1', '2', '4'] }]]);
  const noisy = (purpose: string, means: readonly number[], noise: number) => {
    const next = normalSource(purpose);
    const common = Array.from({ length: 10 }, () => 5 * (next() - 1));
    return sampleOf(
      Object.fromEntries(
        means.map((mean, i) => [
          `team.${i + 1}`,
          column(...common.map((shared) => mean + shared + noise * (next() - 1))),
        ]),
      ),
    );
  };
  const of = { metric: METRIC };

  it('have a best one, and show which ones cannot be told from it', () => {
    const clear = measureBest(
      { kind: 'best', of, arms: ['team'], find: 'largest' },
      noisy('a', [1, 9, 2], 1),
      {
        families,
      },
    );
    expect(clear).toMatchObject({ estimate: 2, ci95: [2, 2] });
    const smallest = measureBest(
      { kind: 'best', of, arms: ['team'], find: 'smallest' },
      noisy('a', [1, 9, 2], 0.1),
      {
        families,
      },
    );
    expect(smallest).toMatchObject({ estimate: 1, ci95: [1, 1] });
    const equal = measureBest(
      { kind: 'best', of, arms: ['team'], find: 'largest' },
      noisy('b', [5, 5.01, 5], 1),
      {
        families,
      },
    );
    expect(equal.ci95).toEqual([1, 4]);
  });

  it('keep the best one in the race in 95 of 100 cases', () => {
    let kept = 0;
    for (let trial = 0; trial < 400; trial++) {
      const sample = noisy(`race.${trial}`, [5, 5.5, 5.2], 1);
      const { ci95 } = measureBest({ kind: 'best', of, arms: ['team'], find: 'largest' }, sample, {
        families,
      });
      if (ci95![0] <= 2 && 2 <= ci95![1]) kept++;
    }
    expect(kept / 400).toBeGreaterThan(0.95);
  });

  it('have a trend, or a step against it', () => {
    const trend = (means: readonly number[], purpose = 'c') =>
      measureTrend({ kind: 'trend', of, arms: ['team'] }, noisy(purpose, means, 0.5), { families });
    expect(trend([1, 5, 9])).toMatchObject({ objection: undefined });
    expect(trend([1, 5, 9]).estimate).toBeCloseTo(8, 0);
    expect(trend([1, 9, 5]).objection).toBe('not monotone: the step to team.3 goes the other way');
    expect(trend([9, 1, 5]).objection).toContain('team.3');
    // Without any trend the interval leaves 0 out in one case of twenty, and a step is seldom objected to.
    let decided = 0;
    let objected = 0;
    for (let trial = 0; trial < 400; trial++) {
      const { ci95, objection } = trend([5, 5, 5], `flat.${trial}`);
      if (ci95![0] > 0 || ci95![1] < 0) decided++;
      if (objection !== undefined) objected++;
    }
    expect(decided / 400).toBeLessThan(0.05 + 0.044);
    expect(objected / 400).toBeLessThan(0.05 + 0.044);
  });

  it('are ranked in each replication', () => {
    const sample = sampleOf({ a: column(9, 1), b: column(8, 8), c: column(1, 9) });
    const ranking = measureRanking(
      { kind: 'ranking', of, arms: ['a', 'b', 'c'], named: ['c'], worst: 1 / 3 },
      sample,
      NONE,
    );
    // Last in the first replication, first in the second.
    expect(ranking.estimate).toBe(0.5);
  });
});

describe('ablations', () => {
  it('share the gain among the switches', () => {
    // Alone 10 and 20, together 50: Shapley values 20 and 30 in every replication.
    const sample = sampleOf({
      base: column(0, 1),
      'base + a': column(10, 11),
      'base + b': column(20, 21),
      'base + a + b': column(50, 51),
    });
    const measure = {
      kind: 'shapley',
      of: { metric: METRIC },
      base: 'base',
      switches: { a: {}, b: {} },
      switch: 'b',
    } as const;
    const share = measureShapley({ ...measure, ask: 'share' }, sample);
    expect(share.estimate).toBeCloseTo(0.6, 12);
    expect(share.details.map(({ label, value }) => [label, Number(value.toFixed(9))])).toEqual([
      ['a', 0.4],
      ['b', 0.6],
    ]);
    expect(measureShapley({ ...measure, ask: 'lead' }, sample).estimate).toBeCloseTo(0.2, 12);
  });
});

describe('conditions', () => {
  const sample = sampleOf({
    only: {
      'saturation-week.customer-service': [30, NaN, 50, 40],
      'saturation-week.production': [40, 20, NaN, 40],
    },
  });
  const of = { metric: 'saturation-week.customer-service' };

  it('are true of single replications', () => {
    const truths = (condition: Parameters<typeof isTrue>[0]) =>
      [0, 1, 2, 3].map((replication) => isTrue(condition, sample, replication));
    expect(truths({ of, exists: true })).toEqual([true, false, true, true]);
    expect(truths({ of, exists: false })).toEqual([false, true, false, false]);
    expect(truths({ of, below: 45 })).toEqual([true, false, false, true]);
    expect(truths({ of, before: 'saturation-week.production' })).toEqual([true, false, true, false]);
    const other = { of: { metric: 'saturation-week.production' }, exists: true };
    expect(truths({ of, exists: true, and: [other] })).toEqual([true, false, false, true]);
    expect(truths({ of, less: { metric: 'saturation-week.production' }, above: -5 })).toEqual([
      false,
      false,
      false,
      true,
    ]);
  });

  it('give a share with the score interval', () => {
    const { estimate, ci95, n } = measureShare(
      {
        anyOf: [
          { of, below: 35 },
          { of, above: 45 },
        ],
      },
      sample,
    );
    // Wilson 1927 for 2 of 4.
    expect([estimate, n]).toEqual([0.5, 4]);
    expect(ci95![0]).toBeCloseTo(0.15, 2);
    expect(ci95![1]).toBeCloseTo(0.85, 2);
  });
});

describe('crossings', () => {
  const weekly = (...values: readonly number[]) => Float64Array.from(values);

  it('are the first week in which the mean of some weeks is beyond a value', () => {
    expect(crossingWeek({ above: 2, over: 2 }, weekly(1, 2, 3, 4))).toBe(3);
    expect(crossingWeek({ below: 2, over: 1 }, weekly(1, 2, 3, 1))).toBe(1);
    expect(crossingWeek({ below: 2, over: 1, after: 1 }, weekly(1, 2, 3, 1))).toBe(4);
    expect(crossingWeek({ above: 9, over: 1 }, weekly(1, 2))).toBe(Infinity);
    expect(crossingWeek({ above: 1 }, weekly(1, 2, 3, 4, 5))).toBe(4);
  });

  it('count a replication in which it never happens as later than all', () => {
    const id = 'bd-meetings-per-week';
    const rows = [
      [9, 0],
      [0, 9],
      [0, 0],
    ];
    const { estimate, ci95, details } = measureCrossing(
      { kind: 'crossing', metric: id, arm: 'only', above: 5, over: 1 },
      sampleOf({ only: {} }, { [id]: rows }),
    );
    expect(estimate).toBe(2);
    // Three values cannot bound a median at 95 %.
    expect(ci95).toEqual([-Infinity, Infinity]);
    expect(details[0]!.value).toBeCloseTo(2 / 3, 9);
  });
});

describe('a population', () => {
  it('has the same firms for the same seed, drawn between the ends of the priors', () => {
    const priors = [
      { path: 'market.opportunities.inflow', from: '0.5', to: '2', spread: 'log-uniform', why: '' },
      { path: 'market.accounts.initial', from: '10', to: '20', spread: 'uniform', why: '' },
      { path: 'activities.issue.time', from: '10 min', to: '20 min', spread: 'uniform', why: '' },
    ] as const;
    const firms = drawFirms(priors, 200, 7);
    expect(drawFirms(priors, 20, 7)).toEqual(firms.slice(0, 20));
    expect(drawFirms(priors, 1, 8)).not.toEqual(firms.slice(0, 1));
    const inflows = firms.map(({ settings }) => Number(plainOf(settings[0]!.value)));
    const times = firms.map(({ settings }) => plainOf(settings[2]!.value) as string);
    expect(firms.every(({ settings }) => Number.isInteger(plainOf(settings[1]!.value)))).toBe(true);
    // Half of a log-uniform quantity lies below the geometric mean: 1 here; four standard errors are 0.14.
    expect(Math.abs(inflows.filter((inflow) => inflow < 1).length / 200 - 0.5)).toBeLessThan(0.14);
    expect(Math.min(...inflows)).toBeGreaterThanOrEqual(0.5);
    expect(Math.max(...inflows)).toBeLessThanOrEqual(2);
    expect(times.every((time) => /^1\d(\.\d+)? min$/.test(time))).toBe(true);
  });
});
