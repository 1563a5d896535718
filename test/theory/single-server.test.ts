import { describe } from 'vitest';
import type { Distribution } from '../../sim/random/distribution.ts';
import { giM1, integral, MOMENTS, pollaczekKhinchine, sum } from './exact.ts';
import { gm1, loosely, mg1, mm1, poisson, station } from './families.ts';
import { lengthsAndTimes, only } from './figures.ts';
import { constant, exponential } from './network.ts';
import { testEach, type OwnCase } from './theory-suite.ts';

const LOGNORMAL: Distribution = { kind: 'lognormal', mean: 1, cv: 0.5 };
const UNIFORM: Distribution = { kind: 'uniform', min: 0, max: 2 };

describe('one server', () => {
  testEach({
    // Closed forms of Kleinrock 1975, chapter 3: time in the system and, above 0, in the queue is exponential with rate
    // mu - lambda.
    'M/M/1 at half load': {
      ...mm1({ lambda: 0.5, mu: 1 }, 26_000),
      expected: mm1At(0.5),
      loose: loosely(0.03, 'VarN'),
    },

    // Work that fills idle time and yields is not noticed by anybody: neither by customers nor in the time that the
    // server has to spare.
    'M/M/1 with a server who fills idle time': {
      ...mm1({ lambda: 0.6, mu: 1 }, 27_000, { filler: exponential(3) }),
      expected: mm1At(0.6),
      loose: loosely(0.03, 'VarN'),
    },

    // Pollaczek and Khinchine, E_3: E[S^2] = m^2 (1 + 1/3), and so on.
    'M/E3/1': {
      ...mg1({ lambda: 0.6, service: { kind: 'erlang', mean: 1, stages: 3 } }, 20_000),
      expected: pollaczekKhinchine(0.6, MOMENTS.erlang(1, 3)),
      loose: loosely(0.05, 'VarWq'),
    },

    // Lognormal: E[S^k] = m^k (1 + c^2)^(k (k - 1) / 2).
    'M/lognormal/1': {
      ...mg1({ lambda: 0.6, service: LOGNORMAL }, 10_000),
      expected: pollaczekKhinchine(0.6, MOMENTS.lognormal(1, 0.5)),
      loose: loosely(0.05, 'VarWq'),
    },

    // Who is served next does not change the mean wait, but its variance: E[Wq^2] = lambda E[S^3] / (3 (1 - rho)^2) +
    // (lambda E[S^2])^2 / (2 (1 - rho)^3) (Conway, Maxwell and Miller 1967, Theory of Scheduling, section 8-6).
    'M/M/1, last come first served': lastCome(0.5, exponential(1), MOMENTS.exponential(1)),
    'M/U/1, last come first served': lastCome(0.5, UNIFORM, MOMENTS.uniform(0, 2)),

    // Phipps 1956, Operations Research 4: a job of length x waits W0 / (1 - load of the jobs shorter than x)^2.
    'M/U/1, shortest job first': {
      ...station(
        { servers: 1, order: 'shortest' },
        { gap: exponential(1 / 0.7), service: UNIFORM },
        {
          minutes: 22_000,
          figures: (system) => ({ Wq: only(system).flow.waits.mean, L: only(system).station.present.mean }),
        },
      ),
      expected: shortestFirst(0.7),
    },

    // Fuhrmann and Cooper 1985, Operations Research 33: E[V^2] / (2 E[V]) is added, here 3 / 3.
    'M/D/1 with uniform vacations': vacations(constant(1), MOMENTS.constant(1), {
      vacation: { kind: 'uniform', min: 0, max: 3 },
      added: 1,
    }),
    // And of constant vacations half of one.
    'M/M/1 with constant vacations': vacations(exponential(1), MOMENTS.exponential(1), {
      vacation: constant(4),
      added: 2,
    }),

    // Gross and Harris 1998, section 3.1: L = rho (1 + E[X^2] / E[X]) / (2 (1 - rho)). Batches of 1, 2 or 5.
    'M[X]/M/1': batches([1, 2, 5], [0.5, 0.3, 0.2]),

    // GI/M/1. Uniform times between arrivals on (0, b): transform (1 - exp(-b s)) / (b s).
    'U/M/1': {
      ...gm1({ gap: { kind: 'uniform', min: 0, max: 3 }, mu: 1 }, 24_000),
      expected: giM1({ transform: (s) => (1 - Math.exp(-3 * s)) / (3 * s), lambda: 2 / 3, mu: 1 }),
    },
    // Hyperexponential ones: a sum of transforms 1 / (1 + m s).
    'H2/M/1': {
      ...gm1(
        {
          gap: { kind: 'mixture', parts: [exponential(4), exponential(1)], weights: [1, 3] },
          mu: 1,
        },
        44_000,
      ),
      expected: giM1({ transform: (s) => 0.25 / (1 + 4 * s) + 0.75 / (1 + s), lambda: 1 / 1.75, mu: 1 }),
    },
  });
});

function mm1At(rho: number) {
  const rate = 1 - rho;
  const Wq = rho / rate;
  return {
    rho,
    L: Wq,
    Lq: rho * Wq,
    W: 1 / rate,
    Wq,
    P0: rate,
    P_wait: rho,
    VarN: rho / rate ** 2,
    W_p50: Math.log(2) / rate,
    W_p95: Math.log(20) / rate,
    Wq_p95: Math.log(20 * rho) / rate,
  };
}

function lastCome(
  lambda: number,
  service: Distribution,
  moments: readonly [number, number, number],
): OwnCase {
  const [mean, second, third] = moments;
  const { rho, Wq, W, Lq, L, P0 } = pollaczekKhinchine(lambda, moments);
  const idle = 1 - lambda * mean;
  const square = (lambda * third) / (3 * idle ** 2) + (lambda * second) ** 2 / (2 * idle ** 3);
  return {
    ...mg1({ lambda, service }, 30_000, { order: 'last-come' }),
    expected: { rho, Wq, W, Lq, L, P0, VarWq: square - Wq ** 2 },
    loose: loosely(0.05, 'VarWq'),
  };
}

function shortestFirst(lambda: number) {
  const residual = (lambda * MOMENTS.uniform(0, 2)[1]) / 2;
  // Load of jobs up to x: lambda times the integral of t / 2.
  const Wq = integral((x) => residual / (1 - (lambda * x * x) / 4) ** 2 / 2, 0, 2);
  return { Wq, L: lambda * (Wq + 1) };
}

function vacations(
  service: Distribution,
  moments: readonly [number, number, number],
  { vacation, added }: { vacation: Distribution; added: number },
): OwnCase {
  const lambda = 0.5;
  const Wq = pollaczekKhinchine(lambda, moments).Wq + added;
  return {
    ...station(
      { servers: 1, vacation },
      { gap: exponential(1 / lambda), service },
      {
        minutes: 6_000,
        figures: (system) => ({
          Wq: only(system).flow.waits.mean,
          W: only(system).flow.stays.mean,
          L: only(system).station.present.mean,
          // Never without something to do.
          engaged: only(system).station.engaged.mean,
          worked: only(system).station.minutesOn[0]! / 6_000,
        }),
      },
    ),
    expected: { Wq, W: Wq + 1, L: lambda * (Wq + 1), engaged: 1, worked: lambda },
  };
}

function batches(values: readonly number[], weights: readonly number[]): OwnCase {
  const rate = 0.25;
  const mean = sum(values.map((value, i) => value * weights[i]!));
  const square = sum(values.map((value, i) => value * value * weights[i]!));
  const rho = rate * mean;
  const L = (rho * (1 + square / mean)) / (2 * (1 - rho));
  return {
    ...station(
      { servers: 1 },
      { ...poisson({ lambda: rate, mu: 1 }), batch: { kind: 'discrete', values, weights } },
      {
        minutes: 30_000,
        figures: (system) => ({ ...lengthsAndTimes(system), rho: only(system).station.engaged.mean }),
      },
    ),
    expected: { rho, L, Lq: L - rho, W: L / rho, Wq: L / rho - 1 },
  };
}
