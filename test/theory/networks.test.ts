import { describe } from 'vitest';
import { birthDeath, erlangC, meanOf, meanValues, sum, trafficRates } from './exact.ts';
import { watching } from './expect-theory.ts';
import { rarely } from './families.ts';
import { jackson, line, repair } from './network-families.ts';
import { exponential, type Network } from './network.ts';
import { testEach, type OwnCase } from './theory-suite.ts';

describe('networks', () => {
  testEach({
    // Burke 1956: what leaves M/M/c is Poisson again, so that each station is M/M/c on its own.
    tandem: openNetwork({
      external: [0.5, 0],
      routing: [
        [0, 1],
        [0, 0],
      ],
      mu: [1, 0.4],
      servers: [1, 2],
    }),

    // Jackson 1957: with rates from the traffic equations, each node is M/M/c on its own.
    'rework: one in four comes back': openNetwork({
      external: [0.4, 0.2],
      routing: [
        [0, 0.8],
        [0.25, 0],
      ],
      mu: [1, 1.5],
      servers: [1, 1],
    }),

    // Birth and death on the machines that are down: (6 - n) / 8 up, min(n, 2) down.
    'six machines and two repairers': machines({ machines: 6, repairers: 2, failure: 0.125 }),
    'three machines and one repairer': machines({ machines: 3, repairers: 1, failure: 0.5 }),

    'terminals, a processor and a disk': terminals(6),

    // Mean value analysis; with these loads the second station is the bottleneck.
    'a line of three with a bottleneck': {
      observe: (run) => line({ service: [0.5, 1, 0.8], population: 4 }, 2_500)(run),
      expected: meanValues({ customers: 4, visits: [1, 1, 1], service: [0.5, 1, 0.8] }),
    },
  });
});

function openNetwork(of: {
  readonly external: readonly number[];
  readonly routing: readonly (readonly number[])[];
  readonly mu: readonly number[];
  readonly servers: readonly number[];
}): OwnCase {
  const nodes = trafficRates(of.external, of.routing).map((lambda, i) => {
    const [c, mu] = [of.servers[i]!, of.mu[i]!];
    const W_visit = 1 / mu + erlangC(c, lambda / mu) / (c * mu - lambda);
    return { lambda, rho: lambda / (c * mu), L: lambda * W_visit, W_visit };
  });
  const L_total = sum(nodes.map(({ L }) => L));
  return {
    ...jackson(of, 13_000),
    expected: { nodes, L_total, W_total: L_total / sum(of.external) },
  };
}

function machines(of: {
  readonly machines: number;
  readonly repairers: number;
  readonly failure: number;
}): OwnCase {
  const p = birthDeath({
    last: of.machines,
    birth: (n) => (of.machines - n) * of.failure,
    death: (n) => Math.min(n, of.repairers),
  });
  const E_down = meanOf(p);
  const throughput = (of.machines - E_down) * of.failure;
  return {
    ...repair({ ...of, failure_rate_each: of.failure, repair_rate: 1 }, 14_000),
    expected: {
      E_down,
      E_up: of.machines - E_down,
      throughput_repairs: throughput,
      W_down: E_down / throughput,
      Wq: E_down / throughput - 1,
      P_all_up: p[0],
      repairer_utilisation: throughput / of.repairers,
      p,
    },
    loose: rarely(2e-4, ...p.flatMap((chance, n) => (chance < 0.01 ? [`p.${n}`] : []))),
  };
}

/** Each goes to the processor 2.5 times, and in between to the disk; then the user thinks for 10 minutes. */
function terminals(customers: number): OwnCase {
  const network: Network = {
    stations: [
      { servers: 0, service: exponential(10) },
      { servers: 1, service: exponential(1) },
      { servers: 1, service: exponential(1.5) },
    ],
    sources: [{ population: customers }],
    routing: [
      [0, 1, 0],
      [0.4, 0, 0.6],
      [0, 1, 0],
    ],
  };
  const minutes = 5_000;
  return {
    observe: watching({
      network,
      warmUp: 500,
      minutes,
      figures: ({ stations: [users, processor, disk] }) => ({
        throughput: users!.flows[0]!.stays.count / minutes,
        cycleTime: 2.5 * processor!.flows[0]!.stays.mean + 1.5 * disk!.flows[0]!.stays.mean,
        lengths: [processor!.present.mean, disk!.present.mean],
      }),
    }),
    expected: meanValues({ customers, visits: [2.5, 1.5], service: [1, 1.5], delay: 10 }),
  };
}
