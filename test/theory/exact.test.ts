import { describe, expect, it } from 'vitest';
import { expectAllNear, expectNear } from '../statistics/expect-near.ts';
import {
  after,
  birthDeath,
  cobham,
  erlangB,
  erlangC,
  giM1,
  integral,
  meanOf,
  meanValues,
  MOMENTS,
  pollaczekKhinchine,
  preemptiveResume,
  stationary,
  sum,
  trafficRates,
  type ThreeMoments,
  type Transitions,
} from './exact.ts';
import file from './queueing-cases.json' with { type: 'json' };

const { cases } = file;
/** The file gives ten digits. */
const DIGITS = 2e-9;

/** The computations behind our own cases, held against the figures of the file, which were found in another way. */
describe('the exact computations give the figures of the file', () => {
  it.each([
    ['A13-md1', MOMENTS.constant(1)],
    ['A17-mu1', MOMENTS.uniform(0, 2)],
    ['A15-mh2_1', [1, 3.5, 0.25 * 6 * 2.5 ** 3 + 0.75 * 6 * 0.5 ** 3]],
  ] as [id: 'A13-md1' | 'A15-mh2_1' | 'A17-mu1', moments: ThreeMoments][])('for M/G/1: %s', (id, moments) => {
    const { inputs, expected } = cases[id];
    expectSame(pollaczekKhinchine(inputs.lambda, moments), expected);
  });

  it('for GI/M/1', () => {
    expectSame(
      giM1({ transform: (s) => Math.exp(-1.25 * s), lambda: 0.8, mu: 1 }),
      cases['A19-dm1'].expected,
    );
  });

  it('for M/M/c and M/M/c/K', () => {
    expectNear(erlangC(5, 4), cases['A05-mm5'].expected.P_wait_ErlangC, DIGITS);
    expectNear(erlangC(10, 9), cases['A07-mm10'].expected.P_wait_ErlangC, DIGITS);
    expectNear(erlangB(10, 7), cases['A11-erlangB-10-7'].expected.P_block, DIGITS);
    const p = birthDeath({ last: 5, birth: () => 0.8, death: () => 1 });
    expectAllNear(p, cases['A09-mm1k5'].expected.p, DIGITS);
  });

  it('for classes with priority', () => {
    for (const [id, figure, compute] of [
      ['A21-cobham-ciw', 'Wq', cobham],
      ['A23-preemptive-2class', 'W', preemptiveResume],
    ] as const) {
      const classes = cases[id].inputs.classes_high_to_low.map(({ lambda, E_S }) => ({
        lambda,
        moments: MOMENTS.exponential(E_S),
      }));
      const expected = cases[id].expected.classes.map((each) => (each as Record<string, number>)[figure]!);
      expectAllNear(compute(classes), expected, DIGITS);
    }
  });

  it('for shortest job first', () => {
    // Phipps 1956: the wait of a job of length x is W0 / (1 - load of jobs shorter than x)^2.
    const load = (x: number) => 0.8 * (1 - (1 + x) * Math.exp(-x));
    const Wq = integral((x) => (Math.exp(-x) * 0.8) / (1 - load(x)) ** 2, 0, 50, 20_000);
    expectNear(Wq, cases['A37-sjf'].expected.Wq, 1e-8);
  });

  it('for networks', () => {
    const { external, routing } = cases['A27-jackson-feedback'].inputs;
    const { nodes } = cases['A27-jackson-feedback'].expected;
    expectAllNear(
      trafficRates(external, routing),
      nodes.map(({ lambda }) => lambda),
      DIGITS,
    );
    const { mean_service, N } = cases['A46-mva'].inputs;
    const { throughput, cycle_time, L_N10 } = cases['A46-mva'].expected;
    N.forEach((customers, i) => {
      const found = meanValues({ customers, visits: [1, 1, 1], service: mean_service });
      expectNear(found.throughput, throughput[i]!, DIGITS);
      expectNear(found.cycleTime, cycle_time[i]!, 2e-8);
      if (customers === 10) expectAllNear(found.lengths, L_N10, DIGITS);
    });
  });

  it('for customers who give up', () => {
    const { n, lambda, mu, theta } = cases['A31-erlangA-10'].inputs;
    const death = (k: number) => Math.min(k, n) * mu + Math.max(0, k - n) * theta;
    const p = birthDeath({ last: 200, birth: () => lambda, death });
    const { L, P_wait, E_queue } = cases['A31-erlangA-10'].expected;
    expectNear(meanOf(p), L, 2e-8);
    expectNear(sum(p.slice(n)), P_wait, DIGITS);
    expectNear(
      meanOf(p, (k) => Math.max(0, k - n)),
      E_queue,
      DIGITS,
    );
  });

  it('for a chain after some time, and in the end', () => {
    const { lambda, mu, t } = cases['A42-transient-t20'].inputs;
    const mm1: Transitions = Array.from({ length: 400 }, (_, n) => [
      ...(n < 399 ? [{ to: n + 1, rate: lambda }] : []),
      ...(n > 0 ? [{ to: n - 1, rate: mu }] : []),
    ]);
    const empty = mm1.map((_, n) => (n === 0 ? 1 : 0));
    const p = after(t, mm1, empty);
    expectNear(meanOf(p), cases['A42-transient-t20'].expected.E_N_t, 1e-8);
    expectNear(p[0], cases['A42-transient-t20'].expected.P0_t, 1e-7);
    expectNear(sum(p), 1, 1e-12);
    expectNear(meanOf(stationary(mm1)), cases['A01-mm1-rho0.8'].expected.L, 1e-9);
    expectNear(meanOf(after(5000, mm1.slice(0, 6).map(within(6)), [1, 0, 0, 0, 0, 0])), 1.8683320323, 1e-9);
  });
});

/** Transitions that stay within the first states. */
function within(states: number) {
  return (list: Transitions[number]) => list.filter(({ to }) => to < states);
}

/** Fails unless every expected figure is among those found. */
function expectSame(
  found: Readonly<Record<string, number>>,
  expected: Readonly<Record<string, number>>,
): void {
  for (const [name, value] of Object.entries(expected))
    expectNear(found[name], value, 2e-9 * Math.max(1, value));
  expect(Object.keys(found)).toEqual(expect.arrayContaining(Object.keys(expected)));
}
