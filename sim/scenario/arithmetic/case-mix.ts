import type { CaseType } from '../schema/ids.ts';
import type { Scenario } from '../schema/scenario.ts';

/** Shares of the types of case as accounts bring them; all calls about orders if accounts bring nothing. */
export function caseMix({ market, service }: Scenario): Readonly<Record<CaseType, number>> {
  const { orders, issues, quotes } = market.accounts;
  const calls = orders * service.statusCallsPerOrder;
  const total = orders + issues + quotes + calls;
  if (total === 0) return { order: 0, issue: 0, quote: 0, status: 1 };
  return { order: orders / total, issue: issues / total, quote: quotes / total, status: calls / total };
}
