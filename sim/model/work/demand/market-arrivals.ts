import type { Simulation } from '../../../engine/simulation.ts';
import { MARKET_SOURCES, type MarketSource } from '../../../scenario/schema/ids.ts';
import type { Scenario } from '../../../scenario/schema/scenario.ts';
import type { Account, Accounts } from '../../market/accounts.ts';
import { loyaltyMultiplier } from '../../market/continuity.ts';
import type { OpportunityBirth } from '../../market/opportunity.ts';
import type { OpportunityTape } from '../../market/opportunity-tape.ts';
import { largestMultiplier, rateMultiplier } from '../../market/quality.ts';

export interface MarketArrivalsOptions {
  readonly simulation: Simulation;
  readonly scenario: Scenario;
  readonly tape: OpportunityTape;
  readonly accounts: Accounts;
  /** What the firm's name brings of those who do not know it yet: share of the most there can be. */
  readonly standing: () => number;
  /** An opportunity has come by itself; the account is whose it is, undefined for a prospect. */
  readonly onArrived: (birth: OpportunityBirth, account: Account | undefined) => void;
}

/**
 * Opportunities that come by themselves, as the tape has them. Existing accounts bring projects, and send others, as
 * far as they are content.
 */
export class MarketArrivals {
  private readonly options: MarketArrivalsOptions;

  constructor(options: MarketArrivalsOptions) {
    this.options = options;
  }

  /** The first opportunity of every source is on its way. */
  start(): void {
    for (const source of MARKET_SOURCES) this.scheduleNext(source);
  }

  private scheduleNext(source: MarketSource): void {
    const { tape, simulation } = this.options;
    const birth = tape.next(source);
    if (birth !== undefined) simulation.schedule(birth.arrivedAt, this.onDue, birth);
  }

  private readonly onDue = (birth: OpportunityBirth): void => {
    const { onArrived } = this.options;
    const source = birth.source as MarketSource;
    this.scheduleNext(source);
    const standing = source === 'existing' ? 1 : this.options.standing();
    if (source === 'inbound') {
      if (birth.fate.comes < standing) onArrived(birth, undefined);
      return;
    }
    const account = this.accountOf(birth);
    if (account === undefined || !this.isEarned(birth, account, standing)) return;
    if (source === 'referral') onArrived(birth, undefined);
    else onArrived({ ...birth, place: account.place }, account);
  };

  private accountOf({ fate }: OpportunityBirth): Account | undefined {
    const { initial } = this.options.accounts;
    const account = initial[Math.floor(fate.account * initial.length)];
    return account === undefined || account.isLost ? undefined : account;
  }

  private isEarned({ fate }: OpportunityBirth, account: Account, standing: number): boolean {
    const { simulation, scenario } = this.options;
    const { now } = simulation;
    const { feedback } = scenario.service;
    const earned = rateMultiplier(feedback, account.quality.at(now));
    const kept = loyaltyMultiplier(scenario.relationship, now - account.keptSince);
    return fate.comes < ((earned * standing) / largestMultiplier(feedback)) * kept;
  }
}
