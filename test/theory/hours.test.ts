import { describe } from 'vitest';
import type { WorkingPattern } from '../../sim/time/working-time.ts';
import { Draws } from './draws.ts';
import { after, meanOf, sum, type Transitions } from './exact.ts';
import { loosely, rarely } from './families.ts';
import { exponential, type Network } from './network.ts';
import { Spread } from './queueing-record.ts';
import { QueueingSystem } from './queueing-system.ts';
import { testEach, type OwnCase } from './theory-suite.ts';

/** Length of a day; the unit of time is the hour. */
const DAY = 24;
/** Customers beyond which the chains are cut off: never seen at these loads. */
const MOST = 90;

/** A part of the day in which nothing changes. */
interface Phase {
  readonly until: number;
  readonly lambda: number;
  readonly servers: number;
}

describe('hours of the day', () => {
  testEach({
    // Works from 0 to 8 and, after lunch, from 9 to 13; an exponential service that is interrupted has as much left as
    // it had at the beginning.
    'one server with lunch and nights': day({
      phases: [
        { until: 8, lambda: 0.3, servers: 1 },
        { until: 9, lambda: 0.3, servers: 0 },
        { until: 13, lambda: 0.3, servers: 1 },
        { until: DAY, lambda: 0.3, servers: 0 },
      ],
      hours: [hours([0, 8], [9, 13])],
      arrivals: { gap: exponential(1 / 0.3) },
    }),

    // The same, but whoever is being served when the hours end is finished first.
    'one server who finishes after hours': day({
      phases: [
        { until: 8, lambda: 0.3, servers: 1 },
        { until: 9, lambda: 0.3, servers: 0 },
        { until: 13, lambda: 0.3, servers: 1 },
        { until: DAY, lambda: 0.3, servers: 0 },
      ],
      hours: [hours([0, 8], [9, 13])],
      arrivals: { gap: exponential(1 / 0.3) },
      finishesAfterHours: true,
    }),

    // Early, middle and late shift: one, two, two, one at work, then none. What one leaves another takes up.
    'three shifts that overlap': day({
      phases: [
        { until: 4, lambda: 0.6, servers: 1 },
        { until: 12, lambda: 0.6, servers: 2 },
        { until: 16, lambda: 0.6, servers: 1 },
        { until: DAY, lambda: 0.6, servers: 0 },
      ],
      hours: [hours([0, 8]), hours([4, 12]), hours([8, 16])],
      arrivals: { gap: exponential(1 / 0.6) },
    }),

    // More than two can serve in the rush hours, caught up with after them.
    'rush hours': day({
      phases: [
        { until: 6, lambda: 2.4, servers: 2 },
        { until: DAY, lambda: 0.8, servers: 2 },
      ],
      hours: [hours([0, DAY]), hours([0, DAY])],
      arrivals: { rate: { at: (time) => (time % DAY < 6 ? 2.4 : 0.8), peak: 2.4 } },
    }),

    'M_t/M/inf with a daily wave': wave(exponential(3), (x) => Math.exp(-x / 3)),
    'M_t/D/inf with a daily wave': wave({ kind: 'constant', value: 3 }, (x) => (x < 3 ? 1 : 0)),
  });
});

function hours(...intervals: readonly (readonly [from: number, to: number])[]): WorkingPattern {
  return { period: DAY, intervals: intervals.map(([from, to]) => ({ from, to })) };
}

/** Numbers present when each phase ends, and the average over the day: forward equations, phase by phase. */
function day(of: {
  readonly phases: readonly Phase[];
  readonly hours: readonly WorkingPattern[];
  readonly arrivals: Network['sources'][number];
  readonly finishesAfterHours?: boolean;
}): OwnCase {
  const { phases, finishesAfterHours = false } = of;
  const network: Network = {
    stations: [{ servers: of.hours.length, hours: (i) => of.hours[i]!, finishesAfterHours }],
    sources: [{ ...of.arrivals, service: exponential(1) }],
  };
  const ends = phases.map(({ until }) => until);
  const expected = exactDay(phases, finishesAfterHours);
  const rare = expected.empty.flatMap((chance, i) => (chance < 0.05 ? [`empty.${i}`] : []));
  return {
    observe: (run) => {
      const { present, mean } = atTimes(new QueueingSystem(network, new Draws(run)), { ends, days: 800 });
      return { present: present.map((each) => each.mean), empty: present.map((each) => each.empty), L: mean };
    },
    expected,
    loose: {
      ...loosely(0.02, ...ends.flatMap((_, i) => [`present.${i}`, `empty.${i}`])),
      ...rarely(0.0015, ...rare),
    },
  };
}

/** What is seen at certain times of many days, after three weeks of warm-up, and on average over them. */
function atTimes(system: QueueingSystem, { ends, days }: { ends: readonly number[]; days: number }) {
  const { present } = system.stations[0]!;
  const warmUp = 21;
  const seen = ends.map((): number[] => []);
  system.startWatching(warmUp * DAY);
  for (let day = warmUp; day < warmUp + days; day++) {
    ends.forEach((end, i) => {
      system.simulation.run(day * DAY + end);
      seen[i]!.push(present.value);
    });
  }
  system.stopWatching((warmUp + days) * DAY);
  return {
    present: seen.map((values) => ({
      mean: sum(values) / days,
      spread: new Spread(sum(values) / days, sum(values.map((value) => value ** 2)) / days),
      empty: values.filter((value) => value === 0).length / days,
    })),
    mean: present.mean,
  };
}

/**
 * The chain of a day has as state the number present and, where servers finish after hours, whether one of those is
 * still being served though nobody is on duty: state n + (MOST + 1) then. One server at most, in that case.
 */
function exactDay(phases: readonly Phase[], finishesAfterHours: boolean) {
  const size = MOST + 1;
  const chains = phases.map(({ lambda, servers }) => chainOf(lambda, servers));
  let start: number[] = Array.from({ length: 2 * size }, (_, state) => (state === 0 ? 1 : 0));
  for (let cycle = 0; cycle < 60; cycle++) {
    for (const [i, chain] of chains.entries()) start = after(lengthOf(i), chain, entering(i, start));
  }
  const present: number[] = [];
  const empty: number[] = [];
  let area = 0;
  for (const [i, chain] of chains.entries()) {
    // Simpson's rule on an even number of steps.
    const steps = 40;
    let p = entering(i, start);
    for (let step = 0; step <= steps; step++) {
      const weight = step === 0 || step === steps ? 1 : 2 + 2 * (step % 2);
      area += (weight * numberIn(p) * lengthOf(i)) / steps / 3;
      if (step < steps) p = after(lengthOf(i) / steps, chain, p);
    }
    start = p;
    present.push(numberIn(p));
    empty.push(p[0]! + p[size]!);
  }
  return { present, empty, L: area / DAY };

  function lengthOf(phase: number): number {
    return phases[phase]!.until - (phase === 0 ? 0 : phases[phase - 1]!.until);
  }

  function numberIn(p: readonly number[]): number {
    return meanOf(p, (state) => state % size);
  }

  /** On duty all are in the first half of the states; off duty whoever is being served goes to the second. */
  function entering(phase: number, p: readonly number[]): number[] {
    const isOnDuty = phases[phase]!.servers > 0;
    const wasOnDuty = phases[(phase + phases.length - 1) % phases.length]!.servers > 0;
    return p.map((_, state) => {
      const together = p[state % size]! + p[(state % size) + size]!;
      if (isOnDuty || !finishesAfterHours) return state < size ? together : 0;
      if (!wasOnDuty) return p[state]!;
      const isServed = state % size > 0;
      return state >= size === isServed ? together : 0;
    });
  }

  function chainOf(lambda: number, servers: number): Transitions {
    return Array.from({ length: 2 * size }, (_, state) => {
      const n = state % size;
      const arrival = n < MOST ? [{ to: state + 1, rate: lambda }] : [];
      const isFinishing = state >= size;
      const rate = isFinishing ? Number(n > 0) : Math.min(n, servers);
      return rate === 0 ? arrival : [...arrival, { to: n - 1, rate }];
    });
  }
}

/**
 * Eick, Massey and Whitt 1993, Operations Research 41: with as many servers as wanted the number present is Poisson at
 * any time, its mean the integral over ages x of lambda(t - x) P(S > x).
 */
function wave(
  service: Network['stations'][number]['service'] & object,
  survival: (x: number) => number,
): OwnCase {
  const rate = (time: number) => 3 + 2 * Math.sin((2 * Math.PI * time) / DAY);
  const ends = [6, 12, 18, DAY];
  const means = ends.map((end) => {
    const of = (x: number) => rate(end - x) * survival(x);
    return integralOfAges(of);
  });
  const network: Network = {
    stations: [{ servers: 40 }],
    sources: [{ rate: { at: rate, peak: 5 }, service }],
  };
  return {
    observe: (run) => {
      const { present } = atTimes(new QueueingSystem(network, new Draws(run)), { ends, days: 100 });
      return { mean: present.map(({ mean }) => mean), variance: present.map(({ spread }) => spread) };
    },
    expected: { mean: means, variance: means },
    loose: loosely(0.04, ...ends.map((_, i) => `variance.${i}`)),
  };
}

/** Simpson's rule on both sides of age 3, where the constant service ends. */
function integralOfAges(of: (x: number) => number): number {
  const piece = (from: number, to: number): number => {
    const steps = 600;
    const width = (to - from) / steps;
    return (
      (width / 3) *
      sum(
        Array.from({ length: steps + 1 }, (_, i) => {
          const weight = i === 0 || i === steps ? 1 : 2 + 2 * (i % 2);
          return weight * of(from + i * width);
        }),
      )
    );
  };
  return piece(0, 3 - 1e-12) + piece(3 + 1e-12, 100);
}
