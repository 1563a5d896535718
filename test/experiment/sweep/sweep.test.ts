import { describe, expect, it } from 'vitest';
import { runReplications } from '../../../sim/experiment/replications.ts';
import { metricResult } from '../../../sim/experiment/summarise.ts';
import { constraintOdds, type ConstraintGroup } from '../../../sim/experiment/search/constraint-odds.ts';
import { Cliffs, chosenMetrics } from '../../../sim/experiment/sweep/cliffs.ts';
import { handOversOf } from '../../../sim/experiment/sweep/findings.ts';
import { sweep, type SweepRequest } from '../../../sim/experiment/sweep/sweep.ts';
import { CATALOGUE } from '../../../sim/metrics/catalogue.ts';
import { loadScenario } from '../../../sim/scenario/load.ts';
import { binomialCases } from './binomial.ts';

const SMALL = ['run.weeks=12', 'run.warmUp=4', 'market.accounts.initial=60'];
const REQUEST: SweepRequest = {
  reference: 'standard',
  overrides: SMALL,
  vary: ['organisation.roles.sales-coordinator.heads=1..3'],
  metrics: ['bd-meetings-per-week', 'payroll-per-year'],
  replications: 4,
  seed: 3,
  extraPoints: 0,
  workers: 1,
  command: 'test',
};

describe('a sweep', () => {
  it('gives each point the figures that the scenario has with that value, in the same market', async () => {
    const { points, axes, provenance } = await sweep(REQUEST);
    expect(axes).toEqual([
      { path: 'organisation.roles.sales-coordinator.heads', values: [1, 2, 3], numbers: [1, 2, 3] },
    ]);
    expect(provenance).toMatchObject({ runs: 12, replications: 4, seed: 3, interrupted: false });
    const { scenario, sha256 } = loadScenario({
      reference: 'standard',
      overrides: [...SMALL, 'organisation.roles.sales-coordinator.heads=3'],
    });
    const effort = { kind: 'fixed', replications: 4 } as const;
    const { runs } = await runReplications({ scenarios: [scenario], seed: 3, effort, workers: 1 });
    const place = CATALOGUE.findIndex(({ id }) => id === 'bd-meetings-per-week');
    const meetings = runs[0]!.map(({ values }) => values[place]!);
    expect(points[2]).toMatchObject({
      at: { 'organisation.roles.sales-coordinator.heads': 3 },
      place: [3],
      isAdded: false,
      sha256,
      metrics: { 'bd-meetings-per-week': metricResult(meetings, 'per week') },
    });
    // Each coordinator costs $50k.
    expect(points.map(({ differences }) => differences['payroll-per-year']!.mean)).toEqual([
      0, 50_000, 100_000,
    ]);
    for (const { constraint } of points) {
      expect(constraint.odds.reduce((sum, { count }) => sum + count, 0)).toBe(4);
    }
  });

  it('gives the same bytes with any number of workers, and tells of each run', async () => {
    const request = {
      ...REQUEST,
      vary: [...REQUEST.vary, 'market.opportunities.inflow=0.5..2/2'],
      extraPoints: 2,
    };
    const told: number[] = [];
    const alone = await sweep({ ...request, replications: 2, onProgress: (done) => told.push(done) });
    const together = await sweep({ ...request, replications: 2, workers: 2 });
    expect(together).toEqual(alone);
    expect(alone.points.length).toBeGreaterThanOrEqual(3);
    expect(told).toEqual(Array.from({ length: alone.provenance.runs }, (_, i) => i + 1));
  });

  it('keeps the replications that all points have when it is stopped', async () => {
    const controller = new AbortController();
    const onProgress = (done: number) => {
      if (done === 8) controller.abort();
    };
    const { points, provenance } = await sweep({ ...REQUEST, signal: controller.signal, onProgress });
    expect(provenance).toMatchObject({ replications: 2, interrupted: true });
    expect(points.map(({ metrics }) => metrics['bd-meetings-per-week']!.n)).toEqual([2, 2, 2]);
  });

  it('says once what is wrong at its points, naming the option', async () => {
    const fails = (vary: string) => sweep({ ...REQUEST, vary: [vary] });
    await expect(fails('organisation.roles.sales-coordinators.heads=1..3')).rejects.toThrow(
      /^--vary\s+organisation.roles.sales-coordinators.heads=1\.\.3\s[^]*is not a known path[^]*did you mean/,
    );
    const tooSmall = fails('organisation.visitsKept=-2..-1/3');
    await expect(tooSmall).rejects.toThrow(/--vary organisation\.visitsKept=-2\.\.-1\/3/);
    await expect(tooSmall).rejects.not.toThrow(/--vary[^]*--vary/);
  });
});

describe('who is the constraint', () => {
  const groups = (of: Partial<Record<ConstraintGroup, number>>) =>
    Object.entries(of).flatMap(([group, count]) =>
      new Array<ConstraintGroup>(count).fill(group as ConstraintGroup),
    );

  it('is a group that is it in most replications, if they show it', () => {
    expect(constraintOdds(groups({ market: 1, salesperson: 9 })).is).toBe('salesperson');
    expect(constraintOdds(groups({ market: 2, salesperson: 8 }))).toMatchObject({
      is: null,
      odds: [
        { group: 'salesperson', count: 8, probability: 0.8 },
        { group: 'market', count: 2 },
      ],
    });
    expect(constraintOdds([])).toEqual({ is: null, odds: [] });
  });

  it('is hardly ever named where two groups are it equally often', () => {
    // Exactly: the chance that 20 fair coins show so many heads, or so many tails, that one is named.
    const named = binomialCases(20).reduce(
      (sum, { successes, probability }) =>
        constraintOdds(groups({ market: successes, salesperson: 20 - successes })).is === null
          ? sum
          : sum + probability,
      0,
    );
    expect(named).toBeLessThanOrEqual(0.05);
    expect(named).toBeGreaterThan(0.01);
  });

  it('changes hands between the last point of one and the first of the next, undecided ones passed over', () => {
    const point = (x: number, is: ConstraintGroup | null) => ({
      place: [x],
      runs: [],
      constraint: { is, odds: [] },
    });
    const points = [
      point(1, 'market'),
      point(2, 'market'),
      point(3, null),
      point(4, 'salesperson'),
      point(5, null),
      point(6, 'salesperson'),
      point(7, 'customer-service'),
    ];
    const found = handOversOf([{ axis: 0, points }], {
      pathOf: () => 'x',
      value: (_, number) => number,
      where: () => ({}),
    });
    expect(found).toEqual([
      { along: 'x', where: {}, from: 'market', to: 'salesperson', between: [2, 4], undecided: 1 },
      { along: 'x', where: {}, from: 'salesperson', to: 'customer-service', between: [6, 7], undecided: 0 },
    ]);
  });
});

describe('a jump', () => {
  const metrics = chosenMetrics(['orders-won-per-week']);
  const { place } = metrics[0]!;
  const spans = [{ from: 0, to: 10, isWhole: false }];

  function cliffsOf(
    of: (x: number) => number,
    xs: readonly number[],
    spread: readonly number[] = [-0.01, 0, 0.01],
  ): boolean[] {
    const points = xs.map((x) => ({
      place: [x],
      constraint: { is: null, odds: [] },
      runs: spread.map((noise) => {
        const values = new Float64Array(CATALOGUE.length).fill(NaN);
        values[place] = of(x) * (1 + noise);
        return { values };
      }),
    }));
    const cliffs = new Cliffs({ metrics, spans, currency: '$', gaps: xs.length - 1 });
    points.forEach((point) => cliffs.add(point));
    return points.slice(1).map((b, i) => cliffs.isBetween(points[i]!, b, 0));
  }

  it('is seen where a metric changes far more than its distance says, not on a slope or in a level', () => {
    const xs = [0, 2, 4, 6, 8, 10];
    expect(cliffsOf((x) => (x < 5 ? 2 : 8), xs)).toEqual([false, false, true, false, false]);
    expect(cliffsOf((x) => x, xs)).toEqual([false, false, false, false, false]);
    expect(cliffsOf(() => 3, xs)).toEqual([false, false, false, false, false]);
  });

  it('is not seen by few replications that happen to agree, fewer than a sign test needs for all gaps', () => {
    const seen = (n: number) =>
      cliffsOf((x) => (x < 5 ? 2 : 8), [0, 2, 4, 6, 8, 10], new Array<number>(n).fill(0));
    // 2 x 0.5^n <= 0.05 / 5 gaps from n = 8 on.
    expect(seen(7)).toEqual([false, false, false, false, false]);
    expect(seen(8)).toEqual([false, false, true, false, false]);
  });
});
