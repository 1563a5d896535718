import { WEEKLY_METRICS } from '../metrics/catalogue.ts';
import { transition, type TransitionOutcome } from '../experiment/transition/transition.ts';
import type { LoadedScenario } from '../scenario/load.ts';
import { nearestName } from '../scenario/nearest-name.ts';
import { DEFAULT } from '../scenario/origin.ts';
import { problemAt, ScenarioError, type Problem } from '../scenario/problems.ts';
import { loadAll } from './check-scenarios.ts';
import type { RunArguments } from './options.ts';
import { conduct, type Study } from './simulate.ts';

const TRANSITION: Study<TransitionOutcome> = {
  simulate: ({ organisations, ...request }) => transition({ ...request, plans: organisations }),
  inWords: async (outcome) => (await import('./transition-table.ts')).transitionInWords(outcome),
};

/** Simulates plans, prints what came out, and writes the report. Returns the exit code. */
export async function reportTransition(references: readonly string[], parsed: RunArguments): Promise<number> {
  const plans = loadAll(references, parsed);
  const problems = plans.flatMap((plan) => [...missingPlan(plan), ...unknownMetrics(plan)]);
  if (problems.length > 0) throw new ScenarioError(problems);
  return conduct(TRANSITION, plans, parsed);
}

function missingPlan({ scenario, files }: LoadedScenario): Problem[] {
  if (scenario.transition.steps.length > 0) return [];
  const complaint = {
    path: ['transition', 'steps'],
    wrong: 'there is no plan',
    accepted: 'one step or more',
  };
  return [problemAt(DEFAULT, complaint, files[0]!.name)];
}

/** The register may only ask for what is kept week by week; the scenario's reader does not know what that is. */
function unknownMetrics({ scenario, origins, files }: LoadedScenario): Problem[] {
  const known = WEEKLY_METRICS.map(({ id }) => id);
  return scenario.transition.register.flatMap(({ metric }, i) => {
    if (known.includes(metric)) return [];
    const path = ['transition', 'register', String(i), 'metric'];
    const wrong = metric === '' ? 'the experiment names no metric' : 'is not the id of a weekly metric';
    const didYouMean = nearestName(metric, known);
    const complaint = { path, wrong, found: `"${metric}"`, accepted: known.join(', '), didYouMean };
    return [problemAt(origins.get(path.join('.')) ?? DEFAULT, complaint, files[0]!.name)];
  });
}
