import type { Changes } from './schema/fields.ts';
import type { Scenario } from './schema/scenario.ts';

type Organisation = Scenario['organisation'];
export type Step = Scenario['transition']['steps'][number];

/** A step of the plan between the organisation before it and the one that it leads to. */
export interface Stage {
  readonly step: Step;
  /** Place in the list of the scenario. */
  readonly index: number;
  /** When it is made for the first salesperson; minutes since the start of the run. */
  readonly at: number;
  /** When it is made for the last one. */
  readonly doneAt: number;
  readonly before: Organisation;
  readonly after: Organisation;
}

/** The plan in the order in which its steps are made: by time, those of one instant as they are written. */
export function stagesOf({ organisation, transition }: Scenario): Stage[] {
  const stages: Stage[] = [];
  const inOrder = transition.steps
    .map((step, index) => ({ step, index, at: transition.begin + step.at }))
    .sort((a, b) => a.at - b.at || a.index - b.index);
  let before = organisation;
  for (const { step, index, at } of inOrder) {
    const after = amended(before, step.organisation);
    stages.push({ step, index, at, doneAt: at + step.spread, before, after });
    before = after;
  }
  return stages;
}

/** An organisation with some of its values changed. Whatever does not change is the same object. */
export function amended(organisation: Organisation, by: Changes<Organisation>): Organisation {
  return merged(organisation, by) as Organisation;
}

function merged(value: unknown, by: unknown): unknown {
  if (by === undefined) return value;
  if (!isGroup(value) || !isGroup(by)) return by;
  let result = value;
  for (const [key, change] of Object.entries(by)) {
    const next = merged(value[key], change);
    if (next !== value[key]) result = { ...result, [key]: next };
  }
  return result;
}

/** A map of fields; a distribution is one value. */
function isGroup(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !('kind' in value);
}
