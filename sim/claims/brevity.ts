import { settingOf } from '../scenario/override.ts';
import type { Arm, ScenarioShelf } from './arms.ts';
import type { Claim, Experiment } from './claim.ts';
import { figuresIn } from './figures.ts';
import type { MeasureText } from './format/measures.ts';
import { weeklyIn } from './experiment-runs.ts';

/** A claim with runs half as long, where nothing in it depends on when something happens. */
export function inBrief(claim: Claim, shelf: ScenarioShelf): Claim {
  const { experiment } = claim;
  if (experiment === undefined || !canBeShorter(experiment, shelf)) return claim;
  const { weeks, warmUp, replications } = experiment.run;
  const run = { weeks: Math.ceil(weeks / 2), warmUp: Math.ceil(warmUp / 2), replications };
  const length = [settingOf('run.weeks', run.weeks), settingOf('run.warmUp', run.warmUp)];
  const shorter = (arm: Arm): Arm => ({ ...arm, settings: [...arm.settings, ...length] });
  const arms = new Map([...experiment.arms].map(([name, arm]) => [name, shorter(arm)]));
  return { ...claim, experiment: { ...experiment, run, arms } };
}

function canBeShorter({ tests, ablation, arms }: Experiment, shelf: ScenarioShelf): boolean {
  const measures = [...tests.map(({ measure }) => measure), ...(ablation === undefined ? [] : [ablation])];
  const hasPlan = [...arms.values()].some((arm) => shelf.scenario(arm).scenario.transition.steps.length > 0);
  return !hasPlan && measures.every((measure) => weeklyIn(measure).length === 0 && !asksWhen(measure));
}

/** Whether a measure is about the week in which something saturates. */
function asksWhen(measure: MeasureText): boolean {
  return figuresIn(measure).some(({ figure }) => figure.metric?.startsWith('saturation-week.') === true);
}
