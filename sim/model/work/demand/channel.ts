import type { Simulation } from '../../../engine/simulation.ts';
import type { KeyedDraws } from '../../../random/keyed-draws.ts';
import type { Quantile } from '../../../random/distribution.ts';
import { quantileOf } from '../../../random/quantile.ts';
import type { Scenario } from '../../../scenario/schema/scenario.ts';
import { MINUTES_PER_WEEK } from '../../../time/working-time.ts';
import type { Charter } from '../../charter.ts';
import type { ArrivalClock } from '../../market/arrival-clock.ts';
import type { Account } from '../../market/accounts.ts';
import type { OpportunityBirth } from '../../market/opportunity.ts';
import type { Observer } from '../../observer.ts';
import type { FieldSeat } from '../../people/staff.ts';
import { Task } from '../../people/task.ts';
import type { TaskQueue } from '../../people/task-queue.ts';
import { conflictLoss } from '../../policies/channel-conflict.ts';
import type { ActivityBook } from '../activity-book.ts';
import { arrivedEvent } from '../arrived-event.ts';
import type { BriefDesk } from '../briefs/brief-desk.ts';
import { OpenOpportunity } from '../open-opportunity.ts';

export interface ChannelOptions {
  readonly simulation: Simulation;
  readonly observer: Observer;
  readonly scenario: Scenario;
  readonly charter: Charter;
  readonly activities: ActivityBook;
  readonly salespersonFor: (seat: FieldSeat, place: OpportunityBirth['place']) => FieldSeat;
  readonly briefs: BriefDesk;
  /** What the delay of deliveries, as the market has it, leaves of the chance to win at present. */
  readonly deliveryEffect: () => number;
  readonly clock: ArrivalClock;
  /** Draws by opportunity: whether it goes to a partner, how long the partner takes. */
  readonly draws: KeyedDraws;
  /** Draws by number: gaps between opportunities that only partners find, and whether they are left to them. */
  readonly findDraws: KeyedDraws;
  /** The queue of whoever supports partners at a place. */
  readonly supportAt: (place: OpportunityBirth['place']) => TaskQueue;
  /** The nth opportunity that only a partner finds. */
  readonly onFound: (number: number) => void;
  readonly onPartnerWon: (opportunity: OpenOpportunity) => void;
}

const DRAW = { partner: 0, cycle: 1 } as const;
const FIND = { gap: 0, partner: 1 } as const;

/**
 * Opportunities that the firm leaves to partners. The firm supports each; then the conversation is the partner's. What
 * he sells brings the price less his share, and the firm the work of making it. Where both sell, they spoil each
 * other's chances.
 */
export class Channel {
  private readonly options: ChannelOptions;
  private readonly cycle: Quantile;
  private readonly waiting: { readonly grace: number; readonly lossPerMinute: number };
  private isRunning = false;
  private found = 0;
  private businessTime = 0;

  constructor(options: ChannelOptions) {
    this.options = options;
    const { waitingGrace, winLossPerWeek } = options.scenario.workflow;
    this.waiting = { grace: waitingGrace, lossPerMinute: winLossPerWeek / MINUTES_PER_WEEK };
    this.cycle = quantileOf(options.scenario.market.channel.cycle);
  }

  /** Partners look among their own clients, if anything is left to them. */
  start(): void {
    if (this.isRunning || this.share === 0 || this.options.scenario.market.channel.reach === 0) return;
    this.isRunning = true;
    this.businessTime = this.options.clock.businessTimeAt(this.options.simulation.now);
    this.scheduleFind();
  }

  /** Whether an opportunity is left to partners. */
  takes({ id }: OpportunityBirth): boolean {
    return this.share > 0 && this.options.draws.uniform(id, DRAW.partner) < this.share;
  }

  /** A partner has an opportunity, and asks for the firm's support; the customer waits for it. */
  arrive(birth: OpportunityBirth, account: Account | undefined, salesperson: FieldSeat): void {
    const { simulation, observer, activities, supportAt } = this.options;
    observer.onOpportunityArrived(arrivedEvent(birth, account), simulation.now);
    const opportunity = new OpenOpportunity({
      simulation,
      birth,
      account,
      salesperson,
      interestedFor: Infinity,
      salespersonFor: this.options.salespersonFor,
      onPatienceEnded: this.onPatienceEnded,
      onInterestLost: () => undefined,
    });
    opportunity.startWaiting();
    const { kind, minutes } = activities.of('partner-support');
    const task = new Task({
      kind,
      minutes: minutes(birth.id),
      about: opportunity,
      mayBegin: () => !opportunity.isDecided,
      onDone: () => this.onSupported(opportunity),
    });
    supportAt(birth.place).add(task);
  }

  private readonly onPatienceEnded = (opportunity: OpenOpportunity): void => {
    this.decide(opportunity, 'expired');
  };

  private onSupported(opportunity: OpenOpportunity): void {
    const { simulation, draws } = this.options;
    if (opportunity.isDecided) return;
    opportunity.stopWaiting(this.waiting);
    opportunity.isReached();
    opportunity.enter('customer');
    const after = this.cycle(draws.uniform(opportunity.birth.id, DRAW.cycle));
    simulation.schedule(simulation.now + after, this.onCustomerDecided, opportunity);
  }

  private readonly onCustomerDecided = (opportunity: OpenOpportunity): void => {
    const { workflow, market } = this.options.scenario;
    const { fate, fit } = opportunity.birth;
    const loss = conflictLoss(market.channel.conflict, 1 - this.share);
    const left = (1 - loss) * opportunity.chanceLeftByWaiting * this.options.deliveryEffect();
    const chance = workflow.win * market.channel.win * fit * left;
    if (fate.win < Math.min(MOST, chance)) this.decide(opportunity, 'won');
    else this.decide(opportunity, fate.reason < workflow.noDecision ? 'no-decision' : 'competitor');
  };

  private decide(
    opportunity: OpenOpportunity,
    outcome: 'won' | 'expired' | 'no-decision' | 'competitor',
  ): void {
    const { simulation, observer, scenario, briefs, onPartnerWon } = this.options;
    opportunity.stopWaiting(this.waiting);
    opportunity.isDecided = true;
    observer.onOpportunityDecided(opportunity.decidedAs(outcome), simulation.now);
    if (outcome !== 'won') return;
    opportunity.brief = briefs.take(opportunity, opportunity.salesperson);
    opportunity.priceFactor = 1 - scenario.market.channel.discount;
    observer.onDemand({ kind: 'partner-won', opportunity: opportunity.id }, simulation.now);
    onPartnerWon(opportunity);
  }

  private scheduleFind(): void {
    const { simulation, scenario, clock, findDraws } = this.options;
    const gap = -Math.log(findDraws.uniform(this.found, FIND.gap));
    this.businessTime += gap / scenario.market.channel.reach;
    simulation.schedule(clock.clockAt(this.businessTime), this.onFindDue, undefined);
  }

  private readonly onFindDue = (): void => {
    this.isRunning = this.share > 0;
    if (!this.isRunning) return;
    const number = this.found++;
    if (this.options.findDraws.uniform(number, FIND.partner) < this.share) this.options.onFound(number);
    this.scheduleFind();
  };

  private get share(): number {
    return this.options.charter.firm.partners.share;
  }
}

/** No deal is certain. */
const MOST = 0.95;
