import { describe, expect, it } from 'vitest';
import type { RunFigures } from '../../sim/experiment/replicate.ts';
import { cashOf, pathOf } from '../../sim/experiment/transition/path.ts';
import { checked } from '../../sim/experiment/transition/register.ts';
import { WeeklyFigures } from '../../sim/experiment/transition/weekly-figures.ts';
import { WEEKLY_METRICS } from '../../sim/metrics/catalogue.ts';
import { loadScenario } from '../../sim/scenario/load.ts';
import { stagesOf } from '../../sim/scenario/plan.ts';

const WEEKS = 40;
const METRIC = 'profit-per-year';
const ROW = WEEKLY_METRICS.findIndex(({ id }) => id === METRIC);
const WEEKS_PER_YEAR = 365.2425 / 7;

/** Replications whose one weekly figure is given by week; every second one is half above the others. */
function figuresOf(valueIn: (week: number) => number, replications = 6): WeeklyFigures {
  const runs = Array.from({ length: replications }, (_, i) => (i % 2) / 2).map((more): RunFigures => {
    const weekly = new Float64Array(WEEKLY_METRICS.length * WEEKS).fill(NaN);
    for (let week = 0; week < WEEKS; week++) weekly[ROW * WEEKS + week] = valueIn(week) + more;
    return { values: new Float64Array(0), weekly, tapeHash: '', events: 0 };
  });
  return new WeeklyFigures(runs, METRIC, WEEKS);
}

const TEN = figuresOf(() => 10);

describe('the way of a figure through a plan', () => {
  it('knows the worst eight weeks, when they are made up, and the last quarter', () => {
    // Ten, then six in weeks 11 to 20, then twelve.
    const planned = figuresOf((week) => (week < 10 ? 10 : week < 20 ? 6 : 12));
    const path = pathOf({ planned, unchanged: TEN }, 10, 'x', 1);
    expect(path.level).toBeCloseTo(10.25, 12);
    // The first eight weeks at six end in week 18. Of weeks 13 to 20 on, one more is at twelve each week: the mean of
    // eight weeks is 10 when 16/3 of them are, rounded up to six: in week 26.
    expect(path.dip).toMatchObject({ mean: -4, ci95: [-4, -4], week: 18 });
    expect(path.recoveredInWeek).toBe(26);
    expect(path.end).toEqual({ mean: 2, ci95: [2, 2] });
  });

  it('sees no dip where nothing is worse, and sees it upwards where less is better', () => {
    const planned = figuresOf((week) => (week < 20 ? 10 : 12));
    expect(pathOf({ planned, unchanged: TEN }, 10, 'x', 1).dip).toBeNull();
    expect(pathOf({ planned, unchanged: TEN }, 10, 'x', -1)).toMatchObject({
      dip: { mean: 2, week: 28 },
      recoveredInWeek: null,
    });
  });

  it('sees no dip in two replications that happen to be equally worse', () => {
    const planned = figuresOf((week) => (week < 10 ? 10 : 6), 2);
    const unchanged = figuresOf(() => 10, 2);
    expect(pathOf({ planned, unchanged }, 10, 'x', 1).dip).toBeNull();
  });

  it('adds profit up: lowest after ten weeks at 4 less, paid back after seven more at 6 more', () => {
    const planned = figuresOf((week) => (week < 10 ? 10 : week < 20 ? 6 : 16));
    const { total, lowest, paidBackInWeek } = cashOf({ planned, unchanged: TEN }, 10, '$');
    expect(total.mean).toBeCloseTo((-40 + 20 * 6) / WEEKS_PER_YEAR, 9);
    expect(lowest!.week).toBe(20);
    expect(lowest!.amount).toBeCloseTo(-40 / WEEKS_PER_YEAR, 9);
    // 40 lost, 36 of it back after week 26, 42 after week 27.
    expect(paidBackInWeek).toBe(27);
    const worse = figuresOf((week) => (week < 10 ? 10 : 9));
    expect(cashOf({ planned: worse, unchanged: TEN }, 10, '$')).toMatchObject({
      lowest: { week: 40 },
      paidBackInWeek: null,
    });
  });
});

describe('an entry of the register', () => {
  const { scenario } = loadScenario({
    reference: 'traditional',
    overrides: ['transition.steps=[{ name: a, at: 10 weeks, spread: 2 weeks }]'],
  });
  const stage = stagesOf(scenario)[0]!;
  const WEEK = 10_080;
  const experiment = {
    hypothesis: 'h',
    step: 'a',
    metric: METRIC,
    direction: 'rises' as 'rises' | 'falls' | 'stays',
    by: 0.1,
    before: 4 * WEEK,
    settle: 3 * WEEK,
    after: 5 * WEEK,
  };
  // Everybody has one more in the later weeks; the plan brings two besides.
  const unchanged = figuresOf((week) => (week < 15 ? 10 : 11));
  const planned = figuresOf((week) => (week < 15 ? 10 : 13));
  const check = (changes: Partial<typeof experiment>) =>
    checked({ ...experiment, ...changes }, stage, { planned, unchanged }, 'x');

  it('compares the weeks before with those after everybody has followed and settled', () => {
    const result = check({});
    expect(result).toMatchObject({ before: [7, 10], after: [16, 20], expected: 'rises by 10 % or more' });
    expect(result.levelBefore).toBeCloseTo(10.25, 12);
    expect(result.change.mean).toBeCloseTo(3, 12);
    expect(result.netChange.mean).toBeCloseTo(2, 12);
  });

  it('is confirmed if the net change is as large as expected, and refuted if it is not', () => {
    expect(check({ by: 0.1 }).verdict).toBe('confirmed');
    expect(check({ by: 0.25 }).verdict).toBe('refuted');
    expect(check({ direction: 'falls', by: 0 }).verdict).toBe('refuted');
    expect(check({ direction: 'stays', by: 0.25 }).verdict).toBe('confirmed');
    const pair = { planned: figuresOf(() => 13, 5), unchanged: figuresOf(() => 10, 5) };
    // Five replications that agree are too few, whatever they agree on.
    expect(checked({ ...experiment, direction: 'stays' }, stage, pair, 'x').verdict).toBe('undecided');
    expect(check({ direction: 'stays', by: 0.1 }).verdict).toBe('refuted');
  });

  it('is not measured where the run does not hold all the weeks', () => {
    expect(check({ after: 30 * WEEK }).verdict).toBe('not-measured');
    expect(check({ before: 11 * WEEK }).verdict).toBe('not-measured');
  });
});
