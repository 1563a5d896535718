import { quantileOf } from '../../random/quantile.ts';
import type { Scenario } from '../schema/scenario.ts';

/** Shares of the market's opportunities by who sells them; they add up to 1. */
export interface WaysToSell {
  readonly field: number;
  readonly phone: number;
  readonly partners: number;
}

const POINTS = 400;

/** How many opportunities are small enough for the phone, of those that are not left to partners. */
export function waysToSell({ organisation, market }: Scenario): WaysToSell {
  const { assignments, salesByPhone, partners } = organisation;
  const own = 1 - partners.share;
  if (assignments['sales-call'] === 'dropped' || salesByPhone.upTo === 0) {
    return { field: own, phone: 0, partners: partners.share };
  }
  const value = quantileOf(market.opportunities.value);
  let small = 0;
  for (let i = 0; i < POINTS; i++) if (value((i + 0.5) / POINTS) <= salesByPhone.upTo) small++;
  const phone = (own * small) / POINTS;
  return { field: own - phone, phone, partners: partners.share };
}
