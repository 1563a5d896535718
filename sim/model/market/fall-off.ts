import type { Scenario } from '../../scenario/schema/scenario.ts';
import type { OpportunitySource } from './opportunity.ts';

/** Share of booked meetings that customers from a source do not keep. Throws for those whom a partner meets. */
export function fallOffOf({ market }: Scenario, source: OpportunitySource): number {
  switch (source) {
    case 'prospecting':
      return market.prospecting.fallOff;
    case 'promotion':
      return market.promotions.fallOff;
    case 'neglected':
      return market.neglected.fallOff;
    case 'inside':
      return market.opportunities.existing.fallOff;
    case 'partner':
      throw new Error('a partner meets the customer himself');
    default:
      return market.opportunities[source].fallOff;
  }
}
