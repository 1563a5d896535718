import type { ScenarioFacts } from '../../sim/experiment/result.ts';
import { resolveDocument } from '../../sim/scenario/load.ts';
import type { Scenario } from '../../sim/scenario/schema/scenario.ts';

/** The scenario that a result says was simulated; undefined where it does not, or says it for another version. */
export function storedScenario(facts: ScenarioFacts | undefined): Scenario | undefined {
  if (facts?.document === undefined) return undefined;
  try {
    return resolveDocument(facts.document, facts.name).scenario;
  } catch {
    // A document of another version may not be one that this version reads.
    return undefined;
  }
}
