import type { Scenario } from '../../scenario/schema/scenario.ts';
import type { OpportunitySource } from './opportunity.ts';

/** Share of booked meetings that customers from a source do not keep. */
export function fallOffOf({ market }: Scenario, source: OpportunitySource): number {
  switch (source) {
    case 'prospecting':
      return market.prospecting.fallOff;
    case 'promotion':
      return market.promotions.fallOff;
    default:
      return market.opportunities[source].fallOff;
  }
}
