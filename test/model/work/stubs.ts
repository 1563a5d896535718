import type { KeyedDraws } from '../../../sim/random/keyed-draws.ts';
import { loadScenario } from '../../../sim/scenario/load.ts';
import type { Scenario } from '../../../sim/scenario/schema/scenario.ts';
import { Charter } from '../../../sim/model/charter.ts';
import { ActivityBook } from '../../../sim/model/work/activity-book.ts';

/** The traditional firm with overrides. */
export function scenarioWith(...overrides: string[]): Scenario {
  return loadScenario({ reference: 'traditional', overrides }).scenario;
}

/** Draws that are all the same number, so that a timeline can be worked by hand. */
export function always(value: number): KeyedDraws {
  return { uniform: () => value } as unknown as KeyedDraws;
}

/** Draws by entity and number, so that a timeline can be worked by hand. */
export function drawsOf(uniform: (entity: number, draw: number) => number): KeyedDraws {
  return { uniform } as unknown as KeyedDraws;
}

/** The catalogue of a scenario whose times are constant. */
export function constantActivities(scenario: Scenario): ActivityBook {
  return new ActivityBook(scenario, new Charter(scenario.organisation), () => always(0.5));
}
