import { MARKET_SOURCES } from '../../scenario/schema/ids.ts';
import type { Place } from './place.ts';

/**
 * Where an opportunity comes from: the market, a salesperson's own prospecting, an answer to a campaign, the books (once
 * not pursued), a conversation of inside sales, or a partner's own clients.
 */
export const OPPORTUNITY_SOURCES = [
  ...MARKET_SOURCES,
  'prospecting',
  'promotion',
  'neglected',
  'inside',
  'partner',
] as const;
export type OpportunitySource = (typeof OPPORTUNITY_SOURCES)[number];

/** How an opportunity ends. Every loss has its reason. */
export const OUTCOMES = [
  'won',
  'competitor',
  'no-decision',
  'expired',
  'gone-cold',
  'not-rebooked',
  'disqualified',
  'declined',
] as const;
export type OpportunityOutcome = (typeof OUTCOMES)[number];

/** What an opportunity carries from birth, hidden from the firm but for the place. The same in every organisation. */
export interface OpportunityBirth {
  /** Unlike that of any other opportunity of the market; key of everything drawn for it later. */
  readonly id: number;
  readonly source: OpportunitySource;
  /** Minutes since the start. */
  readonly arrivedAt: number;
  readonly place: Place;
  /** Price of the project if it is won. */
  readonly value: number;
  /** Price before any discount, which is what its cost follows; the value is the price that is paid. */
  readonly listValue: number;
  /** How well it fits: multiplies the chance to win; mean 1. */
  readonly fit: number;
  /** The firm's error in estimating the chance: a standard normal draw. */
  readonly estimationError: number;
  readonly stakeholders: number;
  /** Minutes that the customer will be kept waiting by the firm, all waits together. */
  readonly patience: number;
  /** Share of its brief that is tacit, in [0, 1]. */
  readonly complexity: number;
  /** Truly variable cost of the project over the usual share of its list price. */
  readonly costFactor: number;
  /** The firm's error in estimating that cost: a standard normal draw. */
  readonly costError: number;
  /** Uniform draws that decide its fate. */
  readonly fate: OpportunityFate;
}

/** Uniform draws in (0, 1), each for one question. */
export interface OpportunityFate {
  /** Whether a source that grows with service quality brings it at the quality of this firm. */
  readonly comes: number;
  /** Which account it belongs to or was sent by. */
  readonly account: number;
  readonly conceptualMeetings: number;
  readonly discovery: number;
  readonly presentation: number;
  readonly closing: number;
  readonly win: number;
  readonly reason: number;
}
