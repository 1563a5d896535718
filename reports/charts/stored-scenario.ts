import type { ScenarioFacts } from '../../sim/experiment/result.ts';
import { resolveDocument } from '../../sim/scenario/load.ts';
import type { Scenario } from '../../sim/scenario/schema/scenario.ts';

/** Reading a document takes some milliseconds, and several charts ask for the same ones. */
const read = new WeakMap<ScenarioFacts, Scenario | undefined>();

/** The scenario that a result says was simulated; undefined where it does not, or says it for another version. */
export function storedScenario(facts: ScenarioFacts | undefined): Scenario | undefined {
  if (facts === undefined) return undefined;
  if (!read.has(facts)) read.set(facts, resolved(facts));
  return read.get(facts);
}

function resolved({ document, name }: ScenarioFacts): Scenario | undefined {
  if (document === undefined) return undefined;
  try {
    return resolveDocument(document, name).scenario;
  } catch {
    // A document of another version may not be one that this version reads.
    return undefined;
  }
}
