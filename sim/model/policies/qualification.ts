import type { Scenario } from '../../scenario/schema/scenario.ts';
import type { OpportunityBirth } from '../market/opportunity.ts';

/**
 * Whether an opportunity is pursued: its chance to be won, as the firm estimates it with lognormal error of median 1,
 * has to reach a threshold. At 0 everything is pursued.
 */
export function isPursued(
  { threshold, error }: Scenario['organisation']['qualification'],
  { fit, estimationError }: Pick<OpportunityBirth, 'fit' | 'estimationError'>,
  meanChance: number,
): boolean {
  return meanChance * fit * Math.exp(error * estimationError) >= threshold;
}
