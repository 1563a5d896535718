import { describe, expect, it } from 'vitest';
import { conditionOf, conditionsOf } from '../../../sim/experiment/conditions/condition.ts';
import { judge, type Evidence } from '../../../sim/experiment/conditions/judge.ts';
import { CATALOGUE } from '../../../sim/metrics/catalogue.ts';
import { normalSource } from '../../statistics/samples.ts';

const read = (text: string) => conditionOf(text, '--subject-to');
const LEVELS = { met: 0.05, notMet: 0.05 };

/** Runs that have some metrics, by replication. */
function runsWith(figures: Readonly<Record<string, readonly number[]>>): { values: Float64Array }[] {
  const [first] = Object.values(figures);
  return first!.map((_, replication) => {
    const values = new Float64Array(CATALOGUE.length).fill(NaN);
    for (const [id, own] of Object.entries(figures)) {
      values[CATALOGUE.findIndex((entry) => entry.id === id)] = own[replication]!;
    }
    return { values };
  });
}

function judged(text: string, figures: Readonly<Record<string, readonly number[]>>, today?: typeof figures) {
  const evidence: Evidence = {
    runs: runsWith(figures),
    today: today === undefined ? undefined : runsWith(today),
    currency: '$',
  };
  return judge(read(text), evidence, LEVELS);
}

describe('a condition, as it is written', () => {
  it('bounds a metric in its own unit, or by what there is today, on the mean or in a share of runs', () => {
    expect(read('service-within-tolerance >= 90 %')).toMatchObject({
      kind: 'metric',
      metric: 'service-within-tolerance',
      relation: '>=',
      bound: 0.9,
      inShare: undefined,
    });
    expect(read('payroll-per-year<$2.1M')).toMatchObject({ relation: '<', bound: 2_100_000 });
    expect(read('wait-for-joint-meeting <= 8 days')).toMatchObject({ bound: 8 });
    expect(read('bd-meetings-per-week > 12.5')).toMatchObject({ relation: '>', bound: 12.5 });
    expect(read("operating-expense-per-year <= today's")).toMatchObject({ bound: 'today' });
    expect(read('on-time-delivery >= 95 % in 80 % of runs')).toMatchObject({ bound: 0.95, inShare: 0.8 });
  });

  it('bounds a ratio beyond 100 %', () => {
    expect(read('departure-variation.salesperson > 1.2')).toMatchObject({ bound: 1.2 });
    expect(read('project-margin < -5 %')).toMatchObject({ bound: -0.05 });
  });

  it('names the constraint, or who must not be it', () => {
    expect(read('constraint is salesperson')).toMatchObject({
      kind: 'constraint',
      group: 'salesperson',
      isWanted: true,
      inShare: 0.5,
    });
    expect(read('constraint is not customer-service in 90 % of replications')).toMatchObject({
      isWanted: false,
      inShare: 0.9,
    });
  });

  it.each([
    [
      'service-within-tolerance',
      /--subject-to "service-within-tolerance": is no condition accepted: metric >= bound/,
    ],
    ['service-in-tolerance >= 90 %', /is not the id of a metric.*did you mean service-within-tolerance\?/],
    [
      'on-time-delivery < 90',
      /has a bound that on-time-delivery cannot have: 90, that is 9000 % accepted: .*did you mean 90 %\?/,
    ],
    ['on-time-delivery < 120 %', /cannot have: 120 %, that is 120 % accepted: a share from 0 to 100 %/],
    ['on-time-delivery < -0.1', /cannot have: -0.1/],
    ['departure-variation.salesperson > 90', /cannot have: 90, that is 9000 %/],
    ['profit > 1', /is not the id of a metric.*did you mean profit-per-year\?/],
    ['service-within-tolerance >= 3 days', /has a bound that service-within-tolerance cannot have: 3 days/],
    ['bd-meetings-per-week > 3 days', /cannot have: 3 days accepted: a number \(per week\), or today/],
    ['constraint is salespersons', /is not a group that can be the constraint.*did you mean salesperson\?/],
    ['on-time-delivery > 90 % in 120 % of runs', /120 % is no share of runs/],
  ])('is refused in words where it is none: %s', (text, message) => {
    let said = '';
    try {
      read(text);
    } catch (error) {
      said = (error as Error).message.replace(/\s+/g, ' ');
    }
    expect(said).toMatch(message);
  });

  it('is read with others, and all that is wrong is said in one go', () => {
    expect(() => conditionsOf(['nonsense', 'constraint is nobody'], '--fail-on')).toThrow(
      /nobody[^]*nonsense/,
    );
  });
});

describe('a condition, judged by replications', () => {
  it('is met or not met where the one-sided bound says so, and otherwise undecided', () => {
    // Mean 0.92, standard error 0.01, t(3, one-sided 0.05) = 2.3534: bounds 0.8965 and 0.9435.
    const shares = [0.9, 0.9, 0.94, 0.94].map((share) => 0.92 + (share - 0.92) * Math.sqrt(0.75));
    const figures = { 'service-within-tolerance': shares };
    expect(judged('service-within-tolerance >= 89.6 %', figures).verdict).toBe('met');
    expect(judged('service-within-tolerance >= 89.7 %', figures).verdict).toBe('undecided');
    expect(judged('service-within-tolerance >= 94.3 %', figures).verdict).toBe('undecided');
    expect(judged('service-within-tolerance >= 94.4 %', figures).verdict).toBe('not-met');
    expect(judged('service-within-tolerance <= 94.4 %', figures).verdict).toBe('met');
    expect(judged('service-within-tolerance <= 89.6 %', figures).verdict).toBe('not-met');
    const { estimate, margin, unit } = judged('service-within-tolerance >= 90 %', figures);
    expect([estimate, margin, unit]).toEqual([expect.closeTo(0.92, 12), expect.closeTo(2, 9), 'share']);
  });

  it('is compared with today replication by replication', () => {
    const today = { 'operating-expense-per-year': [100, 300, 200, 100, 300] };
    const less = { 'operating-expense-per-year': [99, 298, 199, 99, 299] };
    const text = 'operating-expense-per-year <= today';
    expect(judged(text, less, today)).toMatchObject({
      verdict: 'met',
      estimate: expect.closeTo(-6 / 5, 9) as number,
    });
    expect(judged(text, today, today).verdict).toBe('met');
    expect(judged('operating-expense-per-year < today', today, today).verdict).toBe('not-met');
    expect(judged(text, today, less).verdict).toBe('not-met');
    expect(judged(text, less).verdict).toBe('undecided');
    const few = { 'operating-expense-per-year': [100, 300] };
    expect(judged(text, few, few).verdict).toBe('undecided');
    const payroll = { 'operating-expense-per-year.payroll': [100, 100] };
    expect(judged('operating-expense-per-year.payroll <= today', payroll, payroll).verdict).toBe('met');
    const travel = { 'operating-expense-per-year.travel': [100, 100] };
    expect(judged('operating-expense-per-year.travel <= today', travel, travel).verdict).toBe('undecided');
  });

  it('is not known for sure because a few replications are all alike', () => {
    const alike = (n: number) => ({ 'on-time-delivery': Array.from({ length: n }, () => 1) });
    // The median is above with 1 - 2^-n: 0.9375 after four, 0.96875 after five.
    expect(judged('on-time-delivery >= 95 %', alike(4)).verdict).toBe('undecided');
    expect(judged('on-time-delivery >= 95 %', alike(5)).verdict).toBe('met');
    expect(judged('on-time-delivery <= 95 %', alike(4)).verdict).toBe('undecided');
    expect(judged('on-time-delivery <= 95 %', alike(5)).verdict).toBe('not-met');
    // What follows from the heads is the same by necessity.
    const payroll = { 'payroll-per-year': [2e6, 2e6] };
    expect(judged('payroll-per-year <= $2M', payroll).verdict).toBe('met');
  });

  it('takes a figure for the bound if only rounding lies between them', () => {
    // 0.1 + 0.2 is 0.30000000000000004, and both figures mean 30 %.
    const figures = {
      'on-time-delivery': Array.from({ length: 6 }, (_, i) => (i % 2 === 0 ? 0.1 + 0.2 : 0.3)),
    };
    expect(judged('on-time-delivery <= 30 %', figures).verdict).toBe('met');
    expect(judged('on-time-delivery > 30 %', figures).verdict).toBe('not-met');
    expect(judged('on-time-delivery <= 30 % in 50 % of runs', figures).verdict).toBe('met');
    const payroll = { 'payroll-per-year': [3e6 * (1 + 1e-15), 3e6] };
    expect(judged('payroll-per-year <= $3M', payroll).verdict).toBe('met');
    expect(judged('payroll-per-year <= $2.9999M', payroll).verdict).toBe('not-met');
  });

  it('holds in a share of runs by the exact test', () => {
    const text = 'on-time-delivery >= 90 % in 50 % of runs';
    const late = (count: number) => ({
      'on-time-delivery': Array.from({ length: 5 }, (_, i) => (i < count ? 0.8 : 0.95)),
    });
    // Five of five: 1/32 is below 0.05; four of five: 6/32 is not.
    expect(judged(text, late(0)).verdict).toBe('met');
    expect(judged(text, late(1)).verdict).toBe('undecided');
    expect(judged(text, late(5)).verdict).toBe('not-met');
  });

  it('asks who is the constraint in each run', () => {
    const shares = {
      'constraint-share.salesperson': [0.6, 0.7, 0.5, 0.9, 0.8],
      'constraint-share.market': [0.4, 0.3, 0.5, 0.1, 0.2],
    };
    expect(judged('constraint is salesperson', shares).verdict).toBe('met');
    expect(judged('constraint is not salesperson', shares).verdict).toBe('not-met');
    expect(judged('constraint is market', shares).verdict).toBe('not-met');
  });

  it('without figures is undecided', () => {
    expect(judged('orders-won-per-week > 1', { 'on-time-delivery': [1, 1] })).toMatchObject({
      verdict: 'undecided',
      estimate: null,
    });
    expect(judged('orders-won-per-week > 1', { 'orders-won-per-week': [9] }).verdict).toBe('undecided');
  });

  it('is called met as seldom as the level says where the mean is just at the other side of the bound', () => {
    const normal = normalSource('conditions/level');
    const trials = 4_000;
    let met = 0;
    let notMet = 0;
    for (let trial = 0; trial < trials; trial++) {
      const figures = { 'bd-meetings-per-week': Array.from({ length: 6 }, () => 9 + normal()) };
      const { verdict } = judged('bd-meetings-per-week > 10', figures);
      if (verdict === 'met') met++;
      if (verdict === 'not-met') notMet++;
    }
    const spread = 4 * Math.sqrt((0.05 * 0.95) / trials);
    expect(Math.abs(met / trials - 0.05)).toBeLessThan(spread);
    expect(Math.abs(notMet / trials - 0.05)).toBeLessThan(spread);
  });
});
