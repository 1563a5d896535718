import type { ScenarioFacts } from '../../sim/experiment/result.ts';
import { roadMinutes } from '../../sim/scenario/arithmetic/travel.ts';
import { storedScenario } from './stored-scenario.ts';

/**
 * The shortest tour of n points spread evenly over an area A is about k sqrt(n A) long: Beardwood, Halton and Hammersley
 * 1959, "The shortest path through many points"; k from Johnson and McGeoch 1996, section 2.3.
 */
const K = 0.7124;

/** Minutes from one customer to the next, when so many wait in the territory of a salesperson. */
export type TourLaw = (openOpportunities: number) => number;

/** The law in the territory of one salesperson; undefined where places are not spread over an area, or nothing is known of it. */
export function tourLawOf(facts: ScenarioFacts): TourLaw | undefined {
  const scenario = storedScenario(facts);
  const heads = scenario?.organisation.roles.salesperson.heads ?? 0;
  if (scenario === undefined || heads === 0 || scenario.territory.layout !== 'uniform') return undefined;
  const { territory } = scenario;
  const squareMiles = (territory.width * territory.height) / heads;
  return (open) => roadMinutes(territory, K * Math.sqrt(squareMiles / open)) + territory.parking;
}
