import { Draws } from './draws.ts';
import { constant, type Network, type StationOrder, type Visit } from './network.ts';
import { QueueingSystem } from './queueing-system.ts';
import file from './queueing-cases.json' with { type: 'json' };
import type { WorkingPattern } from '../../sim/time/working-time.ts';

const { cases } = file;

/** Longer than any timeline: hours that do not repeat are given for one such period. */
const ONCE = 100_000;

/** The timelines of the file: what happened, in the shape of what is expected. */
export const TIMELINES: Readonly<Record<string, () => unknown>> = {
  'D04-ciw-lifo': () => {
    const { first_arrival, interarrival, service } = cases['D04-ciw-lifo'].inputs;
    const arrivals = Array.from({ length: 9 }, (_, i) => first_arrival + i * interarrival);
    const served = servedIn(run(oneServer(arrivals, service, { order: 'last-come' }), 9.5));
    return {
      ids_in_service_order: served.map(({ customer }) => customer.number + 1),
      service_end: served.map(({ ended }) => ended),
    };
  },

  'D06-ciw-renege': () => {
    const { interarrival, service, patience } = cases['D06-ciw-renege'].inputs;
    const system = run(
      {
        stations: [{ servers: 1 }],
        sources: [{ gap: constant(interarrival), service: constant(service), patience: constant(patience) }],
      },
      31.5,
    );
    const lost = system.visits.filter(({ outcome }) => outcome === 'abandoned');
    return {
      renege_ids: lost.map(({ customer }) => customer.number + 1),
      renege_arrivals: lost.map(({ arrived }) => arrived),
      renege_times: lost.map(({ ended }) => ended),
      queue_size_at_arrival: lost.map(({ found }) => found),
    };
  },

  'D08-ciw-renege-shift': () => {
    const { interarrival, service, patience, shift } = cases['D08-ciw-renege-shift'].inputs;
    const [from, to] = shift[0]!;
    const system = run(
      {
        stations: [{ servers: 1, hours: () => once([from!, to!]), finishesAfterHours: true }],
        sources: [{ gap: constant(interarrival), service: constant(service), patience: constant(patience) }],
      },
      25,
    );
    const events = system.visits.flatMap(({ customer, arrived, ended, outcome }): [number, string][] => {
      const id = customer.number + 1;
      const arrival: [number, string] = [arrived, `arrive ${id}`];
      if (ended === undefined) return [arrival];
      const isLastStint = system.stints.at(-1)!.to === ended;
      const departure = isLastStint ? `leave ${id} and server off` : `leave ${id}`;
      return [arrival, [ended, outcome === 'abandoned' ? `renege ${id}` : departure]];
    });
    // The expected list begins with the second customer.
    return { events: events.filter(([at]) => at >= 14).sort((a, b) => a[0] - b[0]) };
  },

  'D09-ciw-shift-resume': () => {
    const { arrivals, service_draws } = cases['D09-ciw-shift-resume'].inputs;
    const hours = () => once([0, 5], [9, 100]);
    const system = run(oneServer(arrivals, service_draws[0]!, { hours }), 100);
    const last = system.stints.at(-1)!;
    return {
      final_service_start: last.from,
      service_end: last.to,
      last_segment_service_time: last.to - last.from,
      wait_until_final_start: last.from - system.visits[0]!.arrived,
    };
  },

  'D14-ciw-overtime': () => {
    const { arrivals, services, capacity_schedule, until } = cases['D14-ciw-overtime'].inputs;
    // Whoever is there at the beginning of a shift goes at its end: three people, then two others, then one more.
    const shifts = capacity_schedule.flatMap(([from, to, people]) =>
      Array.from({ length: people! }, () => [from!, to!] as const),
    );
    const system = run(
      {
        stations: [{ servers: shifts.length, hours: (i) => once(shifts[i]!), finishesAfterHours: true }],
        sources: [{ list: arrivals.map((at, i) => ({ at, minutes: services[i]! })) }],
      },
      until,
    );
    const overtime = shifts.flatMap(([, end], server) => {
      const stints = system.stints.filter((stint) => stint.server === server);
      return end < until ? [Math.max(0, ...stints.map(({ to }) => to - end))] : [];
    });
    const sorted = [overtime.slice(0, 3).sort(), overtime.slice(3).sort()].flat();
    return { overtime: sorted, mean: sorted.reduce((a, b) => a + b) / sorted.length };
  },

  'D16-ciw-slots': () => {
    const { arrivals, service, slots, slot_sizes } = cases['D16-ciw-slots'].inputs;
    // A slot is as many people as it has places, who are there for an instant and finish what they have begun.
    const people = Math.max(...slot_sizes);
    const hoursOf = (person: number): WorkingPattern =>
      once(
        ...slots.flatMap((at, i): [number, number][] => (person < slot_sizes[i]! ? [[at, at + 0.001]] : [])),
      );
    const system = run(
      oneServer(arrivals, service, { servers: people, hours: hoursOf, finishesAfterHours: true }),
      10,
    );
    return { service_start: system.visits.map(({ begun }) => begun) };
  },

  'D18-ciw-cyclic-shift': () => {
    const { period, batch, arrival, service, capacity_schedule } = cases['D18-ciw-cyclic-shift'].inputs;
    const shifts = capacity_schedule.flatMap(([from, to, people]) =>
      Array.from({ length: people! }, () => ({ from: from!, to: to! })),
    );
    const system = run(
      oneServer(
        Array.from({ length: batch }, () => arrival),
        service,
        {
          servers: shifts.length,
          hours: (i) => ({ period, intervals: [shifts[i]!] }),
          finishesAfterHours: true,
        },
      ),
      100,
    );
    return { service_start: system.visits.map(({ begun }) => begun) };
  },

  'D22-simmer-resume': () => {
    const { low, high, service } = cases['D22-simmer-resume'].inputs;
    const { ends, system } = lowAndHigh({ servers: 2, low, high, unitsOfHigh: 2, service });
    const activity = low.map((_, i) =>
      system.stints.reduce((sum, { source, from, to }) => (source === i ? sum + to - from : sum), 0),
    );
    return {
      end: { low0: ends[0], low1: ends[1], high0: ends[2], high1: ends[3] },
      activity: { low0: activity[0], low1: activity[1] },
    };
  },

  'D26-simmer-queue-soft': () => {
    const { low, high, service } = cases['D26-simmer-queue-soft'].inputs;
    const { ends, system } = lowAndHigh({ servers: 1, room: 1, low, high, service });
    return {
      end: { low0: ends[0], low1: ends[1], high0: ends[2] },
      resource_log: {
        time: system.states.map(({ at }) => at),
        server: system.states.map(({ engaged }) => engaged),
        queue: system.states.map(({ waiting }) => waiting),
      },
    };
  },

  'D28-simmer-multiunit': () => {
    const { servers } = cases['D28-simmer-multiunit'].inputs;
    const low = [0, 0, 0, 0, 0];
    const { ends } = lowAndHigh({ servers, low, high: [1], unitsOfHigh: 7, service: 10 });
    return { end_low_sorted: ends.slice(0, 5).sort((a, b) => a! - b!), end_high: ends[5] };
  },

  'D30-simmer-schedule-tie': () => {
    const { arrivals, service } = cases['D30-simmer-schedule-tie'].inputs;
    const system = run(oneServer(arrivals, service, { hours: () => once([5, 10], [15, ONCE]) }), 100);
    return { end: system.visits.map(({ ended }) => ended) };
  },

  'D32-simmer-prio-fifo': () => {
    const streams = [
      [0, 2, 4, 6],
      [1, 3, 5, 7],
    ];
    const system = run(
      {
        stations: [{ servers: 1, service: constant(2) }],
        sources: streams.map((times) => ({ list: times.map((at) => ({ at, minutes: 2 })) })),
      },
      100,
    );
    const served = servedIn(system);
    return { service_order: served.map(({ customer }) => `${'ab'[customer.source]!}${customer.number}`) };
  },

  'D34-simpy-carwash': () => {
    const { arrivals, until } = cases['D34-simpy-carwash'].inputs;
    const { visits } = run(oneServer(arrivals, 5, { servers: 2 }), until);
    return { enter: visits.map(({ begun }) => begun), leave: visits.map(({ ended }) => ended ?? null) };
  },

  'D36-simpy-bank-renege': () => {
    const { arrivals, patience, service } = cases['D36-simpy-bank-renege'].inputs;
    const list = arrivals.map((at, i) => ({ at, minutes: service[i] ?? 1, patience: patience[i]! }));
    const { visits } = run({ stations: [{ servers: 1 }], sources: [{ list }] }, 100);
    const lost = visits.find(({ outcome }) => outcome === 'abandoned')!;
    return {
      finish: visits.map(({ ended, outcome }) => (outcome === 'served' ? ended : null)),
      renege: { customer: lost.customer.number, time: lost.ended, waited: lost.ended! - lost.arrived },
    };
  },
};

function run(network: Network, until: number): QueueingSystem {
  // Nothing is random here.
  const system = new QueueingSystem(network, new Draws({ seed: 0, replication: 0, test: '' }), true);
  system.simulation.run(until);
  return system;
}

function oneServer(
  arrivals: readonly number[],
  minutes: number,
  station: Partial<StationOrder> = {},
): Network {
  return {
    stations: [{ servers: 1, ...station }],
    sources: [{ list: arrivals.map((at) => ({ at, minutes })) }],
  };
}

function once(...intervals: readonly (readonly [from: number, to: number])[]): WorkingPattern {
  return { period: ONCE, intervals: intervals.map(([from, to]) => ({ from, to })) };
}

/** Those who were served, in the order in which service began. */
function servedIn({ visits }: QueueingSystem): Visit[] {
  return visits.filter(({ outcome }) => outcome === 'served').sort((a, b) => a.begun! - b.begun!);
}

/**
 * Two classes of which the higher interrupts; each customer is a source of its own, low ones first. A high customer
 * who takes several servers is as many tasks of equal length: they begin together, since nothing keeps a server from
 * them, and so end together.
 */
function lowAndHigh(of: {
  readonly servers: number;
  readonly room?: number;
  readonly low: readonly number[];
  readonly high: readonly number[];
  readonly unitsOfHigh?: number;
  readonly service: number;
}): { readonly ends: (number | undefined)[]; readonly system: QueueingSystem } {
  const { servers, room, low, high, unitsOfHigh = 1, service } = of;
  const system = run(
    {
      stations: [{ servers, interruptingUrgency: 0, ...(room === undefined ? {} : { room }) }],
      sources: [...low.map((at) => ({ at, urgency: 1 })), ...high.map((at) => ({ at, urgency: 0 }))].map(
        ({ at, urgency }) => ({
          urgency,
          list: Array.from({ length: urgency === 0 ? unitsOfHigh : 1 }, () => ({ at, minutes: service })),
        }),
      ),
    },
    100,
  );
  const ends = [...low, ...high].map((_, source) => {
    const parts = system.visits.filter(({ customer }) => customer.source === source);
    const times = new Set(parts.map(({ begun, ended }) => `${begun!} ${ended!}`));
    if (times.size > 1) throw new Error(`parts of customer ${source} at ${[...times].join(' and ')}`);
    return parts[0]!.ended;
  });
  return { ends, system };
}
