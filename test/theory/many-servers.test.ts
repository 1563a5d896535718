import { describe } from 'vitest';
import { after, birthDeath, erlangB, erlangC, integral, meanOf, sum, type Transitions } from './exact.ts';
import { finiteRoom, impatient, loosely, mmc, poisson, rarely, station, transient } from './families.ts';
import { only } from './figures.ts';
import { constant, exponential } from './network.ts';
import { testEach, type OwnCase } from './theory-suite.ts';

describe('several servers', () => {
  testEach({
    // Erlang C: Wq = C / (c mu - lambda), P(Wq > t) = C exp(-(c mu - lambda) t).
    'M/M/3': {
      ...mmc({ c: 3, lambda: 2, mu: 1 }, 13_000),
      expected: mmcAt(3, 2),
    },
    'M/M/20': {
      ...mmc({ c: 20, lambda: 16, mu: 1 }, 1_700),
      expected: { ...mmcAt(20, 16), P0: 'never seen' },
      loose: {
        ...rarely(1e-3, 'P_Wq_gt_1'),
        ...loosely(0.03, 'Wq', 'Lq'),
        ...loosely(0.015, 'P_wait_ErlangC'),
      },
    },

    // Birth and death: lambda up to 4, min(n, 2) mu down.
    'M/M/2/4': {
      ...finiteRoom({ c: 2, K: 4, source: poisson({ lambda: 1.8, mu: 1 }) }, 2_500),
      expected: finiteRoomAt({ c: 2, K: 4, lambda: 1.8 }),
    },

    // Erlang B holds for services of any law (Sevastyanov 1957).
    'M/D/4/4': {
      ...finiteRoom({ c: 4, K: 4, source: { gap: exponential(1 / 3), service: constant(1) } }, 4_000),
      expected: finiteRoomAt({ c: 4, K: 4, lambda: 3 }),
    },
    'M/H2/3/3': {
      ...finiteRoom(
        {
          c: 3,
          K: 3,
          source: {
            gap: exponential(0.5),
            service: { kind: 'mixture', parts: [exponential(2.5), exponential(0.5)], weights: [0.25, 0.75] },
          },
        },
        5_000,
      ),
      expected: finiteRoomAt({ c: 3, K: 3, lambda: 2 }),
    },

    // Crommelin 1932: who is there after a service time is who could not be served before it, and who came in it.
    'M/D/2': deterministic(2, 1.4),
    'M/D/5': deterministic(5, 4),

    // Erlang A: birth and death with rate min(n, c) mu + (n - c)+ theta.
    'M/M/3+M': {
      ...impatient({ n: 3, lambda: 3, mu: 1, patience: exponential(2) }, 3_000),
      expected: impatientAt({ n: 3, lambda: 3, horizon: 60, survival: (x) => Math.exp(-x / 2), kink: 1 }),
    },
    // Baccelli and Hebuterne 1981, "On queues with impatient customers": see impatientAt.
    'M/M/1+D': {
      ...impatient({ n: 1, lambda: 1, mu: 1, patience: constant(2) }, 3_000),
      expected: impatientAt({ n: 1, lambda: 1, horizon: 60, survival: (x) => (x < 2 ? 1 : 0), kink: 2 }),
    },
    'M/M/4+U': {
      ...impatient({ n: 4, lambda: 4.4, mu: 1, patience: { kind: 'uniform', min: 0, max: 3 } }, 2_000),
      expected: impatientAt({
        n: 4,
        lambda: 4.4,
        horizon: 40,
        survival: (x) => Math.max(0, 1 - x / 3),
        kink: 3,
      }),
    },

    // The forward equations, by uniformisation.
    'M/M/2 five minutes after it was empty': {
      ...transient({ c: 2, lambda: 1.5, mu: 1, t: 5, runs: 1700 }),
      expected: transientAt({ c: 2, lambda: 1.5, t: 5 }),
    },
  });
});

function mmcAt(c: number, lambda: number) {
  const P_wait = erlangC(c, lambda);
  const Wq = P_wait / (c - lambda);
  return {
    rho: lambda / c,
    P_wait_ErlangC: P_wait,
    P0: birthDeath({ last: 2000, birth: () => lambda, death: (n) => Math.min(n, c) })[0]!,
    Wq,
    Lq: lambda * Wq,
    W: Wq + 1,
    L: lambda * (Wq + 1),
    P_Wq_gt_1: P_wait * Math.exp(-(c - lambda)),
  };
}

function finiteRoomAt({ c, K, lambda }: { c: number; K: number; lambda: number }) {
  const p = birthDeath({ last: K, birth: () => lambda, death: (n) => Math.min(n, c) });
  // Erlang's recursion and the chain are two ways to one number.
  const P_block = c === K ? erlangB(c, lambda) : p[K]!;
  const throughput = lambda * (1 - P_block);
  const Lq = meanOf(p, (n) => Math.max(0, n - c));
  const L = meanOf(p);
  return {
    P_block,
    L,
    Lq,
    W_accepted: L / throughput,
    Wq_accepted: Lq / throughput,
    throughput,
    utilisation: throughput / c,
    p,
  };
}

function deterministic(c: number, lambda: number): OwnCase {
  const states = 120;
  const arrivals = [Math.exp(-lambda)];
  for (let n = 1; n < states; n++) arrivals.push((arrivals[n - 1]! * lambda) / n);
  let p = arrivals;
  for (let step = 0; step < 600; step++) {
    const next = new Array<number>(states).fill(0);
    p.forEach((chance, n) => {
      const left = Math.max(0, n - c);
      for (let k = 0; left + k < states; k++) next[left + k]! += chance * arrivals[k]!;
    });
    p = next;
  }
  const L = meanOf(p);
  return {
    ...station(
      { servers: c },
      { gap: exponential(1 / lambda), service: constant(1) },
      {
        minutes: c === 2 ? 13_000 : 8_000,
        figures: (system) => {
          const { station, flow } = only(system);
          return {
            L: station.present.mean,
            Wq: flow.waits.mean,
            W: flow.stays.mean,
            P_wait: flow.waits.shareAbove(0),
            P0: station.present.shareAt(0),
          };
        },
      },
    ),
    expected: { L, Wq: L / lambda - 1, W: L / lambda, P_wait: sum(p.slice(c)), P0: p[0] },
    loose: loosely(0.015, 'P0'),
  };
}

/**
 * M/M/n whose customers give up: with mu = 1, the wait that would be, were one patient, has density lambda p(n - 1)
 * exp(lambda H(x) - n x), where H is the integral of the chance that patience lasts, and so is the mean time waited.
 */
function impatientAt(of: {
  readonly n: number;
  readonly lambda: number;
  /** Where the density has vanished. */
  readonly horizon: number;
  readonly survival: (x: number) => number;
  /** Where survival is not smooth. */
  readonly kink: number;
}) {
  const { n, lambda, survival, kink, horizon } = of;
  const lasting = (x: number): number =>
    x <= kink ? integral(survival, 0, x, 200) : lasting(kink) + integral(survival, kink + 1e-12, x, 200);
  const whole = (f: (x: number) => number) =>
    integral(f, 0, kink - 1e-12, 400) + integral(f, kink + 1e-12, horizon, 4000);
  const weights = [1];
  for (let k = 1; k < n; k++) weights.push((weights[k - 1]! * lambda) / k);
  const memo = new Map<number, number>();
  const H = (x: number): number => {
    const known = memo.get(x);
    if (known !== undefined) return known;
    const value = lasting(x);
    memo.set(x, value);
    return value;
  };
  const density = (x: number) => lambda * weights[n - 1]! * Math.exp(lambda * H(x) - n * x);
  const waiting = whole(density);
  const total = sum(weights) + waiting;
  const P_wait = waiting / total;
  const P_abandon = whole((x) => density(x) * (1 - survival(x))) / total;
  const E_wait_all = whole((x) => density(x) * H(x)) / total;
  const throughput = lambda * (1 - P_abandon);
  return {
    P_wait,
    P_abandon,
    E_queue: lambda * E_wait_all,
    E_wait_all,
    E_wait_given_wait: E_wait_all / P_wait,
    L: lambda * E_wait_all + throughput,
    throughput,
    occupancy: throughput / n,
    abandon_rate: lambda * P_abandon,
  };
}

function transientAt({ c, lambda, t }: { c: number; lambda: number; t: number }) {
  const chain: Transitions = Array.from({ length: 80 }, (_, n) => [
    ...(n < 79 ? [{ to: n + 1, rate: lambda }] : []),
    ...(n > 0 ? [{ to: n - 1, rate: Math.min(n, c) }] : []),
  ]);
  const p = after(
    t,
    chain,
    chain.map((_, n) => (n === 0 ? 1 : 0)),
  );
  return { E_N_t: meanOf(p), P0_t: p[0]! };
}
