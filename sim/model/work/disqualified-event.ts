import type { OpportunityBirth } from '../market/opportunity.ts';
import type { DecidedOpportunity } from '../observer.ts';

/** What the firm tells of an opportunity that it drops on arrival. */
export function disqualifiedEvent({ id }: OpportunityBirth): DecidedOpportunity {
  return { id, outcome: 'disqualified', age: 0, furthest: 'arrived', phaseMinutes: undefined };
}
