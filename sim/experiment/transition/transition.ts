import { changesInWords } from '../../scenario/explain.ts';
import { scenarioHash } from '../../scenario/load.ts';
import { stagesOf, type Stage } from '../../scenario/plan.ts';
import type { Scenario } from '../../scenario/schema/scenario.ts';
import { effortIn, resultOf, type CompareRequest, type DocumentedScenario } from '../compare.ts';
import { runReplications } from '../replications.ts';
import type { Result } from '../result.ts';
import type { Organisation } from '../summarise.ts';
import { MINUTES_PER_WEEK } from '../../time/working-time.ts';
import { cashOf, pathOf, type Pair } from './path.ts';
import { checked } from './register.ts';
import type { PlanResult, StepResult } from './transition-result.ts';
import { WeeklyFigures } from './weekly-figures.ts';

/** Figures whose way through the transition is followed; -1 where less is better. */
export const FOLLOWED: Readonly<Record<string, 1 | -1>> = {
  'bd-meetings-per-week': 1,
  'orders-won-per-week': 1,
  'service-within-tolerance': 1,
  'opportunities-to-book': -1,
  'queue-length.customer-service': -1,
  'throughput-per-year': 1,
  'payroll-per-year': -1,
  'profit-per-year': 1,
};

/** Plans of change to compare. */
export type TransitionRequest = Omit<CompareRequest, 'organisations' | 'oneMoreReplications'> & {
  /** Scenarios with a plan; differences are taken from the first one. */
  readonly plans: readonly DocumentedScenario[];
};

export type TransitionOutcome = Result & Required<Pick<Result, 'transition'>>;

/**
 * Simulates plans of change in the same market, and the firm of the first plan left as it was: each plan is compared
 * with the first, as `compare` does, and followed week by week against the firm left as it was.
 */
export async function transition(request: TransitionRequest): Promise<TransitionOutcome> {
  const unchanged = withoutPlan(request.plans[0]!);
  const organisations = [...request.plans, unchanged];
  const scenarios = organisations.map(({ scenario }) => scenario);
  const { runs, isInterrupted } = await runReplications({
    ...request,
    scenarios,
    effort: effortIn(request),
    isIllustrated: true,
  });
  const simulated = scenarios.map((scenario, i): Organisation => ({ scenario, runs: runs[i]! }));
  const left = simulated.at(-1)!;
  return {
    ...resultOf({ ...request, organisations, simulated, isInterrupted }),
    transition: {
      unchanged: left.scenario.name,
      plans: simulated.slice(0, -1).map((plan) => planResult(plan, left)),
    },
  };
}

/** The firm of a plan, left as it is. */
function withoutPlan({ scenario }: TransitionRequest['plans'][number]) {
  const transition: Scenario['transition'] = { ...scenario.transition, steps: [], register: [] };
  const name = 'unchanged';
  const description = `The firm of ${scenario.name} before its first step, left as it is.`;
  const unchanged = { ...scenario, name, description, transition };
  return { scenario: unchanged, sha256: scenarioHash(unchanged) };
}

function planResult(plan: Organisation, left: Organisation): PlanResult {
  const { scenario } = plan;
  const { currency } = scenario.money;
  const weeks = Math.min(scenario.run.weeks, left.scenario.run.weeks);
  const stages = stagesOf(scenario);
  const first = Math.min(weeks, Math.floor((stages[0]?.at ?? 0) / MINUTES_PER_WEEK));
  const pair = (id: string): Pair => ({
    planned: new WeeklyFigures(plan.runs, id, scenario.run.weeks),
    unchanged: new WeeklyFigures(left.runs, id, left.scenario.run.weeks),
  });
  const unitOf = ({ planned }: Pair) => planned.entry.unit.replace('money', currency);
  const paths = Object.entries(FOLLOWED).map(([id, sign]) => {
    const figures = pair(id);
    return [id, pathOf(figures, first, unitOf(figures), sign)] as const;
  });
  return {
    name: scenario.name,
    steps: stages.map((stage) => stepResult(scenario, stage)),
    paths: Object.fromEntries(paths),
    cash: cashOf(pair('profit-per-year'), first, currency),
    register: scenario.transition.register.map((experiment) => {
      const figures = pair(experiment.metric);
      const stage = stages.find(({ step }) => step.name === experiment.step)!;
      return checked(experiment, stage, figures, unitOf(figures));
    }),
  };
}

function stepResult(scenario: Scenario, { step, index, at, doneAt }: Stage): StepResult {
  return {
    name: step.name,
    from: Math.floor(at / MINUTES_PER_WEEK) + 1,
    to: Math.floor(doneAt / MINUTES_PER_WEEK) + 1,
    changes: changesInWords(scenario, index),
    cost: step.cost,
  };
}
