import { watching } from './expect-theory.ts';
import {
  finiteRoom,
  gm1,
  impatient,
  loosely,
  mg1,
  mm1,
  mmc,
  poisson,
  priorities,
  rarely,
  station,
  transient,
  type AnalyticCase,
} from './families.ts';
import { classes, only, shareWhoWait } from './figures.ts';
import { funnel } from './funnel.ts';
import { jackson, line, repair } from './network-families.ts';
import { constant, exponential } from './network.ts';
import file from './queueing-cases.json' with { type: 'json' };

const { cases } = file;

/** The stochastic cases of the file that the classes of the model can express. */
export const ANALYTIC_CASES: Readonly<Record<string, AnalyticCase>> = {
  'A01-mm1-rho0.8': {
    ...mm1(cases['A01-mm1-rho0.8'].inputs, 40_000),
    loose: { ...loosely(0.05, 'VarN'), ...loosely(0.02, 'Wq', 'Lq', 'W', 'L', 'W_p95', 'Wq_p95') },
  },
  'A03-mm1-ciw': { ...mm1(cases['A03-mm1-ciw'].inputs, 10_000), loose: loosely(0.015, 'VarN') },
  'A05-mm5': {
    ...mmc(cases['A05-mm5'].inputs, 10_000),
    loose: { ...loosely(0.03, 'P0'), ...loosely(0.02, 'Wq', 'Lq', 'P_Wq_gt_1') },
  },
  'A07-mm10': {
    ...mmc(cases['A07-mm10'].inputs, 4_000),
    loose: { ...rarely(1e-4, 'P0'), ...loosely(0.02, 'Wq', 'Lq', 'P_Wq_gt_1') },
  },
  'A09-mm1k5': withRoom(cases['A09-mm1k5'].inputs, 18_000),
  'A11-erlangB-10-7': {
    ...withRoom(cases['A11-erlangB-10-7'].inputs, 2_000),
    loose: rarely(1e-3, 'p.0', 'p.1', 'p.2', 'p.3'),
  },
  'A13-md1': {
    ...mg1({ ...cases['A13-md1'].inputs, service: constant(1) }, 25_000),
    loose: loosely(0.04, 'VarWq'),
  },
  'A15-mh2_1': {
    ...mg1(
      {
        ...cases['A15-mh2_1'].inputs,
        service: { kind: 'mixture', parts: [exponential(2.5), exponential(0.5)], weights: [0.25, 0.75] },
      },
      40_000,
    ),
    loose: { ...loosely(0.02, 'Wq', 'Lq', 'W', 'L'), ...loosely(0.06, 'VarWq') },
  },
  'A17-mu1': {
    ...mg1({ ...cases['A17-mu1'].inputs, service: { kind: 'uniform', min: 0, max: 2 } }, 27_000),
    loose: loosely(0.04, 'VarWq'),
  },
  'A19-dm1': gm1({ gap: constant(1.25), mu: cases['A19-dm1'].inputs.mu }, 48_000),
  'A21-cobham-ciw': {
    ...priorities({
      classes: withExponential(cases['A21-cobham-ciw'].inputs.classes_high_to_low),
      station: { servers: 1 },
      figures: ['Wq', 'W', 'L'],
      minutes: 44_000,
    }),
    loose: loosely(0.015, 'classes.1.Wq', 'classes.1.W', 'classes.1.L'),
  },
  'A23-preemptive-2class': priorities({
    classes: withExponential(cases['A23-preemptive-2class'].inputs.classes_high_to_low),
    station: { servers: 1, interruptingUrgency: 0 },
    figures: ['W_minus_ES', 'W', 'L'],
    minutes: 36_000,
  }),
  'A25-mmc-priority': {
    observe: watching({
      network: {
        stations: [{ servers: cases['A25-mmc-priority'].inputs.c, service: exponential(1) }],
        sources: cases['A25-mmc-priority'].inputs.lambda_high_to_low.map((lambda, urgency) => ({
          gap: exponential(1 / lambda),
          urgency,
        })),
      },
      warmUp: 500,
      minutes: 13_000,
      figures: (system) => ({
        P_wait: shareWhoWait(system),
        classes: classes(system).map(({ Wq, W }) => ({ Wq, W })),
      }),
    }),
    loose: loosely(0.02, 'classes.1.Wq'),
  },
  'A27-jackson-feedback': {
    ...jackson(cases['A27-jackson-feedback'].inputs, 9_000),
    loose: loosely(0.015, 'nodes.1.L', 'nodes.1.W_visit'),
  },
  'A29-repair-5-1': {
    ...repair(cases['A29-repair-5-1'].inputs, 10_000),
    loose: { ...loosely(0.015, 'p.4'), ...rarely(5e-4, 'p.5') },
  },
  'A31-erlangA-10': withImpatience(cases['A31-erlangA-10'].inputs, 1_100),
  'A33-erlangA-50-overload': withImpatience(cases['A33-erlangA-50-overload'].inputs, 400),
  'A37-sjf': station({ servers: 1, order: 'shortest' }, poisson(cases['A37-sjf'].inputs), {
    minutes: 17_000,
    figures: (system) => ({ Wq: only(system).flow.waits.mean, W: only(system).flow.stays.mean }),
  }),
  'A39-vacation': station(
    { servers: 1, vacation: exponential(cases['A39-vacation'].inputs.vacation_mean) },
    poisson(cases['A39-vacation'].inputs),
    {
      minutes: 22_000,
      figures: (system) => {
        const { station, flow } = only(system);
        return { Wq: flow.waits.mean, W: flow.stays.mean, L: station.present.mean };
      },
    },
  ),
  'A41-batch': {
    ...station(
      { servers: 1 },
      {
        ...poisson({ lambda: cases['A41-batch'].inputs.batch_rate, mu: 1 }),
        batch: constant(cases['A41-batch'].inputs.batch),
      },
      {
        minutes: 38_000,
        figures: (system) => {
          const { station, flow } = only(system);
          return { rho: station.engaged.mean, L: station.present.mean, W: flow.stays.mean };
        },
      },
    ),
  },
  'A42-transient-t20': transient({ ...cases['A42-transient-t20'].inputs, c: 1, runs: 1200 }),
  'A44-conwip-pwc': {
    observe: (run) => {
      const { stations, mean, wip } = cases['A44-conwip-pwc'].inputs;
      const service = Array.from({ length: stations }, () => mean);
      const lines = wip.map((population) => line({ service, population }, 1_000)(run));
      return {
        throughput: lines.map(({ throughput }) => throughput),
        cycle_time: lines.map(({ cycleTime }) => cycleTime),
      };
    },
  },
  'A46-mva': {
    observe: (run) => {
      const { mean_service: service, N } = cases['A46-mva'].inputs;
      const lines = N.map((population) => line({ service, population }, 6_000)(run));
      return {
        throughput: lines.map(({ throughput }) => throughput),
        cycle_time: lines.map(({ cycleTime }) => cycleTime),
        L_N10: lines.at(-1)!.lengths,
      };
    },
  },
  'A48-funnel': funnel(400),
};

type Inputs = Readonly<Record<'c' | 'K' | 'lambda' | 'mu', number>>;

function withRoom({ c, K, ...rates }: Inputs, minutes: number): AnalyticCase {
  return finiteRoom({ c, K, source: poisson(rates) }, minutes);
}

function withImpatience(
  { theta, ...rates }: Readonly<Record<'n' | 'lambda' | 'mu' | 'theta', number>>,
  minutes: number,
): AnalyticCase {
  return impatient({ ...rates, patience: exponential(1 / theta) }, minutes);
}

function withExponential(of: readonly { readonly lambda: number; readonly E_S: number }[]) {
  return of.map(({ lambda, E_S }) => ({ lambda, service: exponential(E_S) }));
}
