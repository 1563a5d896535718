import { watching } from './expect-theory.ts';
import type { AnalyticCase } from './families.ts';
import { only, timeThrough } from './figures.ts';
import { exponential, type Network } from './network.ts';
import type { QueueingSystem } from './queueing-system.ts';

/** An open network of exponential servers. */
export function jackson(
  inputs: {
    readonly external: readonly number[];
    readonly routing: readonly (readonly number[])[];
    readonly mu: readonly number[];
    readonly servers: readonly number[];
  },
  minutes: number,
): AnalyticCase {
  const network: Network = {
    stations: inputs.servers.map((servers, i) => ({ servers, service: exponential(1 / inputs.mu[i]!) })),
    sources: inputs.external.flatMap((rate, node) =>
      rate > 0 ? [{ gap: exponential(1 / rate), station: node }] : [],
    ),
    routing: inputs.routing,
  };
  return {
    observe: watching({
      network,
      warmUp: 500,
      minutes,
      figures: (system) => {
        const nodes = system.stations.map(({ flows, present, engaged }, i) => ({
          lambda: flows.reduce((visits, { offered }) => visits + offered, 0) / minutes,
          rho: engaged.mean / inputs.servers[i]!,
          L: present.mean,
          W_visit: meanOfAll(flows.map(({ stays }) => stays)),
        }));
        const L_total = nodes.reduce((total, { L }) => total + L, 0);
        return { nodes, L_total, W_total: meanOfAll(system.stays) };
      },
    }),
  };
}

function meanOfAll(samples: readonly { readonly count: number; readonly mean: number }[]): number {
  const filled = samples.filter(({ count }) => count > 0);
  const total = filled.reduce((sum, { count, mean }) => sum + count * mean, 0);
  return total / filled.reduce((sum, { count }) => sum + count, 0);
}

/** Machines that run, break down and wait for somebody to repair them. */
export function repair(
  of: {
    readonly machines: number;
    readonly repairers: number;
    readonly failure_rate_each: number;
    readonly repair_rate: number;
  },
  minutes: number,
): AnalyticCase {
  const network: Network = {
    stations: [
      { servers: of.repairers, service: exponential(1 / of.repair_rate) },
      { servers: 0, service: exponential(1 / of.failure_rate_each) },
    ],
    sources: [{ population: of.machines, station: 1 }],
    routing: [
      [0, 1],
      [1, 0],
    ],
  };
  return {
    observe: watching({
      network,
      warmUp: 200,
      minutes,
      figures: (system) => {
        const { station, flow } = only(system);
        return {
          E_down: station.present.mean,
          E_up: system.stations[1]!.present.mean,
          throughput_repairs: flow.stays.count / minutes,
          W_down: flow.stays.mean,
          Wq: flow.waits.mean,
          P_all_up: station.present.shareAt(0),
          repairer_utilisation: station.engaged.mean / of.repairers,
          p: station.present.sharesUpTo(of.machines),
        };
      },
    }),
  };
}

/** A closed line of single exponential servers through which some customers go round and round. */
export function line(
  { service, population }: { readonly service: readonly number[]; readonly population: number },
  minutes: number,
) {
  const stations = service.map((mean) => ({ servers: 1, service: exponential(mean) }));
  const routing = service.map((_, from) =>
    service.map((__, to) => (to === (from + 1) % service.length ? 1 : 0)),
  );
  return watching({
    network: { stations, sources: [{ population }], routing },
    warmUp: minutes / 10,
    minutes,
    figures: (system: QueueingSystem) => ({
      throughput: system.stations.at(-1)!.flows[0]!.stays.count / minutes,
      cycleTime: timeThrough(system),
      lengths: system.stations.map(({ present }) => present.mean),
    }),
  });
}
