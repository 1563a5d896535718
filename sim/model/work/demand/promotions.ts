import type { Simulation } from '../../../engine/simulation.ts';
import type { KeyedDraws } from '../../../random/keyed-draws.ts';
import type { Quantile } from '../../../random/distribution.ts';
import { quantileOf } from '../../../random/quantile.ts';
import type { Scenario } from '../../../scenario/schema/scenario.ts';
import { MINUTES_PER_WEEK, type WorkingTime } from '../../../time/working-time.ts';
import type { Charter } from '../../charter.ts';
import { MailingList, answersFrom } from '../../market/mailing-list.ts';
import type { Observer } from '../../observer.ts';
import type { Pool } from '../../people/staff.ts';
import { Task } from '../../people/task.ts';
import type { ActivityBook } from '../activity-book.ts';
import type { Throttle } from '../throttle.ts';

/** Somebody who has answered a campaign. */
export interface Respondent {
  /** Unlike that of any other respondent; the same in every organisation that sends the same campaigns. */
  readonly number: number;
  /** Minutes for which the interest lasts until somebody reaches him. */
  readonly interestedFor: number;
  /** Multiply his fit and the price that he pays. */
  readonly fit: number;
  readonly price: number;
}

export interface PromotionsOptions {
  readonly simulation: Simulation;
  readonly observer: Observer;
  readonly scenario: Scenario;
  readonly charter: Charter;
  readonly activities: ActivityBook;
  readonly throttle: Throttle;
  /** Those who work on campaigns. */
  readonly promoters: Pick<Pool, 'queue'>;
  /** Hours in which prospects answer. */
  readonly officeHours: WorkingTime;
  /** Draws by campaign: gaps between answers, when each comes, how long its interest lasts. */
  readonly draws: KeyedDraws;
  readonly onAnswer: (respondent: Respondent) => void;
}

/** Respondents of one campaign, at most: their numbers are apart from those of the next one. */
const MOST_ANSWERS = 4096;
const DRAWS_PER_ANSWER = 4;
const DRAW = { gap: 0, time: 1, interest: 2 } as const;

/**
 * Campaigns: one is begun every so often, takes the same work whatever its size, and is sent to the addresses that
 * have rested longest. Whoever answers wants something, and loses interest unless somebody reaches him soon.
 */
export class Promotions {
  private readonly options: PromotionsOptions;
  private readonly list: MailingList;
  private readonly answerTime: Quantile;
  private readonly interest: Quantile;
  private begun = 0;
  private isRunning = false;
  /** Whether a campaign is due that the rope does not release. */
  private isHeldBack = false;

  constructor(options: PromotionsOptions) {
    const { list, tiring, recovery, answerTime, interest } = options.scenario.market.promotions;
    this.options = options;
    this.list = new MailingList({ size: list, tiring, halfLife: recovery });
    this.answerTime = quantileOf(answerTime);
    this.interest = quantileOf(interest);
    options.throttle.tell(this.onReleased);
  }

  /** Begins campaigns if somebody is to work on them: now, or when the firm has decided to. */
  start(): void {
    const { simulation, charter } = this.options;
    const { campaigns, assignments } = charter.firm;
    if (this.isRunning || assignments.campaign === 'dropped' || campaigns.rate === 0) return;
    this.isRunning = true;
    simulation.schedule(Math.max(simulation.now, campaigns.begin), this.onCampaignDue, undefined);
  }

  private readonly onReleased = (): void => {
    if (!this.isHeldBack || this.options.throttle.holdsCampaigns) return;
    this.isHeldBack = false;
    this.onCampaignDue();
  };

  private readonly onCampaignDue = (): void => {
    const { simulation, charter, activities, promoters } = this.options;
    const { campaigns, assignments } = charter.firm;
    this.isRunning = assignments.campaign !== 'dropped' && campaigns.rate > 0;
    if (!this.isRunning) return;
    if (this.options.throttle.holdsCampaigns) {
      this.isHeldBack = true;
      return;
    }
    const campaign = this.begun++;
    const { kind, minutes } = activities.of('campaign');
    const onDone = (): void => this.send(campaign);
    promoters.queue.add(new Task({ kind, minutes: minutes(campaign), onDone }));
    simulation.schedule(simulation.now + MINUTES_PER_WEEK / campaigns.rate, this.onCampaignDue, undefined);
  };

  private send(campaign: number): void {
    const { simulation, observer, scenario, charter, draws, officeHours } = this.options;
    const { response, strongOffer, cost, costPerAddress } = scenario.market.promotions;
    const { batch, offer } = charter.firm.campaigns;
    const groups = this.list.use(batch, simulation.now);
    const draw = (nth: number, which: number) => draws.uniform(campaign, DRAWS_PER_ANSWER * nth + which);
    const chance = response * strongOffer.answers ** offer;
    const answers = answersFrom(groups, chance, (nth) => draw(nth, DRAW.gap));
    if (answers >= MOST_ANSWERS) throw new Error(`campaign ${campaign} has ${answers} answers`);
    const addresses = groups.reduce((sum, { count }) => sum + count, 0);
    const spent = cost + costPerAddress * addresses;
    observer.onDemand({ kind: 'campaign-sent', addresses, answers, cost: spent }, simulation.now);
    for (let nth = 0; nth < answers; nth++) {
      const respondent: Respondent = {
        number: campaign * MOST_ANSWERS + nth,
        interestedFor: this.interest(draw(nth, DRAW.interest)),
        fit: strongOffer.fit ** offer,
        price: strongOffer.price ** offer,
      };
      const at = officeHours.after(simulation.now, this.answerTime(draw(nth, DRAW.time)));
      simulation.schedule(at, this.options.onAnswer, respondent);
    }
  }
}
