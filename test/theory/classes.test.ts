import { describe } from 'vitest';
import type { Distribution } from '../../sim/random/distribution.ts';
import { watching } from './expect-theory.ts';
import { cobham, erlangC, MOMENTS, preemptiveResume, sum, type PriorityClass } from './exact.ts';
import { loosely, priorities } from './families.ts';
import { classes } from './figures.ts';
import { constant, exponential } from './network.ts';
import { testEach, type OwnCase } from './theory-suite.ts';

/** Three classes whose services differ in mean and in law, the most urgent first. */
const THREE: readonly (PriorityClass & { readonly service: Distribution })[] = [
  { lambda: 0.3, service: constant(0.5), moments: MOMENTS.constant(0.5) },
  { lambda: 0.25, service: exponential(1), moments: MOMENTS.exponential(1) },
  { lambda: 0.2, service: { kind: 'uniform', min: 0, max: 2 }, moments: MOMENTS.uniform(0, 2) },
];

describe('classes with priority', () => {
  testEach({
    // Cobham 1954: W0 / ((1 - load above) (1 - load up to here)).
    'M/G/1, three classes, nobody interrupted': {
      ...priorities({ classes: THREE, station: { servers: 1 }, figures: ['Wq', 'L'], minutes: 30_000 }),
      expected: {
        classes: cobham(THREE).map((Wq, k) => ({ Wq, L: THREE[k]!.lambda * (Wq + THREE[k]!.moments[0]) })),
      },
    },

    // Kleinrock 1976, Queueing Systems 2, section 3.4: less urgent classes do not exist for the more urgent.
    'M/G/1, three classes, the more urgent interrupt': {
      ...priorities({
        classes: THREE,
        station: { servers: 1, interruptingUrgency: 2 },
        figures: ['W', 'L'],
        minutes: 18_000,
      }),
      expected: {
        classes: preemptiveResume(THREE).map((W, k) => ({ W, L: THREE[k]!.lambda * W })),
      },
    },

    // Only the first class interrupts, and there is but one other: two classes of Kleinrock's.
    'M/U/1, two classes, the first interrupts': {
      ...priorities({
        classes: [THREE[1]!, THREE[2]!],
        station: { servers: 1, interruptingUrgency: 0 },
        figures: ['W'],
        minutes: 8_000,
      }),
      expected: { classes: preemptiveResume([THREE[1]!, THREE[2]!]).map((W) => ({ W })) },
    },

    // With one rate of service for all: Cobham's formula for several channels (Kella and Yechiali 1985).
    'M/M/3, three classes, nobody interrupted': {
      ...priorities({
        classes: [0.5, 0.7, 0.9].map((lambda) => ({ lambda, service: exponential(1) })),
        station: { servers: 3 },
        figures: ['Wq'],
        minutes: 13_000,
      }),
      expected: { classes: severalChannels(3, [0.5, 0.7, 0.9]).map((Wq) => ({ Wq })) },
      loose: loosely(0.015, 'classes.2.Wq'),
    },

    // With one rate of service for all, those up to a class are M/M/c with their load: its number by difference.
    'M/M/2, three classes, the more urgent interrupt': {
      ...priorities({
        classes: [0.4, 0.5, 0.5].map((lambda) => ({ lambda, service: exponential(1) })),
        station: { servers: 2, interruptingUrgency: 1 },
        figures: ['L', 'W'],
        minutes: 16_000,
      }),
      expected: { classes: interrupting(2, [0.4, 0.5, 0.5]) },
    },

    'M/M/1, interruptions that cost time': withSwitching(0.5),
    'M/M/1, interruptions that cost more time': withSwitching(1.5),
  });
});

function severalChannels(c: number, lambdas: readonly number[]): number[] {
  const P_wait = erlangC(c, sum(lambdas));
  const idleUpTo = (last: number) => 1 - sum(lambdas.slice(0, last + 1)) / c;
  return lambdas.map((_, k) => P_wait / (c * idleUpTo(k - 1) * idleUpTo(k)));
}

function interrupting(c: number, lambdas: readonly number[]) {
  const numberUpTo = (last: number): number => {
    const load = sum(lambdas.slice(0, last + 1));
    return load === 0 ? 0 : load + (erlangC(c, load) * load) / (c - load);
  };
  return lambdas.map((lambda, k) => {
    const L = numberUpTo(k) - numberUpTo(k - 1);
    return { L, W: L / lambda };
  });
}

/**
 * Each interruption adds `switching` minutes of work, which may be interrupted too: of an interrupted task the work
 * Y satisfies E[Y] = E[S] + lambda E[Y] switching, since interruptions come at rate lambda while it is worked on. Those
 * who interrupt notice nothing.
 */
function withSwitching(switchingMinutes: number): OwnCase {
  const [urgent, other] = [0.2, 0.4];
  const minutes = 6_000;
  return {
    observe: watching({
      network: {
        stations: [{ servers: 1, interruptingUrgency: 0, switchingMinutes, service: exponential(1) }],
        sources: [urgent, other].map((lambda, urgency) => ({ gap: exponential(1 / lambda), urgency })),
      },
      warmUp: 500,
      minutes,
      figures: (system) => {
        const { minutesOn } = system.stations[0]!;
        return { worked: minutesOn.map((worked) => worked / minutes), W_urgent: classes(system)[0]!.W };
      },
    }),
    expected: { worked: [urgent, other / (1 - urgent * switchingMinutes)], W_urgent: 1 / (1 - urgent) },
  };
}
