import type { Account } from '../market/accounts.ts';
import type { OpportunityBirth } from '../market/opportunity.ts';
import type { ArrivedOpportunity } from '../observer.ts';

/** What the firm tells of an opportunity that has come to it. */
export function arrivedEvent(
  { id, source, value }: OpportunityBirth,
  account: Account | undefined,
): ArrivedOpportunity {
  return { id, source, account: account?.id, value };
}
