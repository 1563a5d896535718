import type { Distribution } from '../../sim/random/distribution.ts';
import { Draws } from './draws.ts';
import { watching, type Comparison, type Figures } from './expect-theory.ts';
import { classes, lengthsAndTimes, only } from './figures.ts';
import { exponential, type SourceOrder, type StationOrder } from './network.ts';
import { QueueingSystem } from './queueing-system.ts';

/** How a case is built, how long it is watched, and where its figures are read. */
export interface AnalyticCase extends Pick<Comparison, 'observe' | 'replications' | 'loose'> {
  /** The figures expected, where no file has them or those of the file need putting into numbers. */
  readonly expected?: unknown;
}

/** Arrivals and services per minute. */
export interface Rates {
  readonly lambda: number;
  readonly mu: number;
}

/** Leave for wider intervals than usual: for variances, tails and loads near full, which take many times the customers. */
export function loosely(within: number, ...figures: string[]): NonNullable<AnalyticCase['loose']> {
  const because = 'a variance, or a tail, or nearly full load: it would take many times the customers';
  return Object.fromEntries(figures.map((figure) => [figure, { within, because }]));
}

/** Leave for states so rare that it is the error of their probability that counts, not its share of it. */
export function rarely(standardError: number, ...figures: string[]): NonNullable<AnalyticCase['loose']> {
  const because = 'a state so rare that a hundredth of its probability would take millions of customers';
  return Object.fromEntries(figures.map((figure) => [figure, { standardError, because }]));
}

/** A station, its customers, and the figures of the two. */
export function station(
  order: StationOrder,
  source: SourceOrder,
  { minutes, figures }: { minutes: number; figures: (system: QueueingSystem) => Figures },
): AnalyticCase {
  const network = { stations: [order], sources: [source] };
  return { observe: watching({ network, warmUp: Math.min(500, minutes / 10), minutes, figures }) };
}

/** Poisson arrivals and exponential services. */
export function poisson({ lambda, mu }: Rates): SourceOrder {
  return { gap: exponential(1 / lambda), service: exponential(1 / mu) };
}

/** M/M/1. */
export function mm1(rates: Rates, minutes: number, order: Partial<StationOrder> = {}): AnalyticCase {
  return station({ servers: 1, ...order }, poisson(rates), {
    minutes,
    figures: (system) => {
      const { station, flow } = only(system);
      return {
        ...lengthsAndTimes(system),
        rho: station.engaged.mean,
        P0: station.present.shareAt(0),
        P_wait: flow.waits.shareAbove(0),
        VarN: station.present.spread,
        W_p50: flow.stays.quantile(0.5),
        W_p95: flow.stays.quantile(0.95),
        Wq_p95: flow.waits.quantile(0.95),
      };
    },
  });
}

/** M/M/c. */
export function mmc({ c, ...rates }: Rates & { readonly c: number }, minutes: number): AnalyticCase {
  return station({ servers: c }, poisson(rates), {
    minutes,
    figures: (system) => {
      const { station, flow } = only(system);
      return {
        ...lengthsAndTimes(system),
        rho: station.engaged.mean / c,
        P_wait_ErlangC: flow.waits.shareAbove(0),
        // With more servers none is ever seen all free.
        ...(c > 10 ? {} : { P0: station.present.shareAt(0) }),
        P_Wq_gt_1: flow.waits.shareAbove(1),
      };
    },
  });
}

/** M/G/c with room for K, those in service included. */
export function finiteRoom(
  { c, K, source }: { readonly c: number; readonly K: number; readonly source: SourceOrder },
  minutes: number,
): AnalyticCase {
  return station({ servers: c, room: K - c }, source, {
    minutes,
    figures: (system) => {
      const { station, flow } = only(system);
      return {
        P_block: flow.refused / flow.offered,
        L: station.present.mean,
        Lq: station.waiting.mean,
        W_accepted: flow.stays.mean,
        Wq_accepted: flow.waits.mean,
        throughput: flow.stays.count / minutes,
        utilisation: station.engaged.mean / c,
        p: station.present.sharesUpTo(K),
      };
    },
  });
}

/** M/G/1. */
export function mg1(
  { lambda, service }: { readonly lambda: number; readonly service: Distribution },
  minutes: number,
  order: Partial<StationOrder> = {},
): AnalyticCase {
  const source = { gap: exponential(1 / lambda), service };
  return station({ servers: 1, ...order }, source, {
    minutes,
    figures: (system) => {
      const { station, flow } = only(system);
      return {
        ...lengthsAndTimes(system),
        rho: station.engaged.mean,
        P0: station.present.shareAt(0),
        VarWq: flow.waits.spread,
      };
    },
  });
}

/** GI/M/1. */
export function gm1(
  { gap, mu }: { readonly gap: Distribution; readonly mu: number },
  minutes: number,
): AnalyticCase {
  const source = { gap, service: exponential(1 / mu) };
  return station({ servers: 1 }, source, {
    minutes,
    figures: (system) => {
      // The root sigma is the chance to find the server busy on arrival.
      const P_wait = only(system).flow.waits.shareAbove(0);
      return { ...lengthsAndTimes(system), P_wait, sigma: P_wait };
    },
  });
}

/** Classes of customers, the most urgent first, at one station. */
export function priorities(of: {
  readonly classes: readonly { readonly lambda: number; readonly service: Distribution }[];
  readonly station: StationOrder;
  readonly figures: readonly ('Wq' | 'W' | 'L' | 'W_minus_ES')[];
  readonly minutes: number;
}): AnalyticCase {
  const { classes: kinds, station, figures, minutes } = of;
  return {
    observe: watching({
      network: {
        stations: [station],
        sources: kinds.map(({ lambda, service }, urgency) => ({
          gap: exponential(1 / lambda),
          service,
          urgency,
        })),
      },
      warmUp: 500,
      minutes,
      figures: (system) => ({
        classes: classes(system).map((each) => Object.fromEntries(figures.map((name) => [name, each[name]]))),
      }),
    }),
  };
}

/** M/M/n whose customers give up. */
export function impatient(
  { n, patience, ...rates }: Rates & { readonly n: number; readonly patience: Distribution },
  minutes: number,
): AnalyticCase {
  return station(
    { servers: n },
    { ...poisson(rates), patience },
    {
      minutes,
      figures: (system) => {
        const { station, flow } = only(system);
        return {
          P_wait: flow.waits.shareAbove(0),
          P_abandon: flow.abandoned / flow.offered,
          E_queue: station.waiting.mean,
          E_wait_all: flow.waits.mean,
          E_wait_given_wait: flow.waits.meanOfPositive,
          L: station.present.mean,
          throughput: flow.stays.count / minutes,
          occupancy: station.engaged.mean / n,
          abandon_rate: flow.abandoned / minutes,
        };
      },
    },
  );
}

/**
 * M/M/c at `t` minutes after it was empty, `runs` times one after the other in one system: as arrivals have no memory,
 * whenever it is found empty is a new beginning.
 */
export function transient({
  c,
  t,
  runs,
  ...rates
}: Rates & { readonly c: number; readonly t: number; readonly runs: number }): AnalyticCase {
  const network = { stations: [{ servers: c }], sources: [poisson(rates)] };
  return {
    observe: (name) => {
      const { simulation, stations } = new QueueingSystem(network, new Draws(name));
      const station = stations[0]!.present;
      let present = 0;
      let empty = 0;
      for (let i = 0; i < runs; i++) {
        simulation.run(simulation.now + t);
        present += station.value;
        if (station.value === 0) empty++;
        while (station.value > 0) simulation.run(simulation.now + 1);
      }
      return { E_N_t: present / runs, P0_t: empty / runs };
    },
  };
}
