import type { Simulation } from '../../../engine/simulation.ts';
import type { KeyedDraws } from '../../../random/keyed-draws.ts';
import type { Scenario } from '../../../scenario/schema/scenario.ts';
import { MINUTES_PER_WEEK } from '../../../time/working-time.ts';
import type { Charter } from '../../charter.ts';
import type { Account } from '../../market/accounts.ts';
import type { OpportunityBirth, OpportunityOutcome } from '../../market/opportunity.ts';
import type { Observer } from '../../observer.ts';
import type { FieldSeat, Seat, Staff } from '../../people/staff.ts';
import { Task, type TaskKind } from '../../people/task.ts';
import { isPursued } from '../../policies/qualification.ts';
import { winChance } from '../../policies/win-chance.ts';
import type { ActivityBook } from '../activity-book.ts';
import { arrivedEvent } from '../arrived-event.ts';
import type { BriefDesk } from '../briefs/brief-desk.ts';
import type { Buying } from '../buying.ts';
import { CustomerCourse } from '../customer-course.ts';
import { disqualifiedEvent } from '../disqualified-event.ts';
import { OpenOpportunity } from '../open-opportunity.ts';

export interface PhoneSalesOptions {
  readonly simulation: Simulation;
  readonly observer: Observer;
  readonly scenario: Scenario;
  readonly charter: Charter;
  readonly staff: Staff;
  readonly activities: ActivityBook;
  readonly briefs: BriefDesk;
  readonly buying: Buying;
  /** What the delay of deliveries, as the market has it, leaves of the chance to win at present. */
  readonly deliveryEffect: () => number;
  /** Draws by opportunity: dials, and how long the customer deliberates. */
  readonly dialDraws: KeyedDraws;
  readonly deliberationDraws: KeyedDraws;
  readonly onWon: (opportunity: OpenOpportunity) => void;
  readonly onDisqualified: (birth: OpportunityBirth) => void;
}

/**
 * Opportunities that are sold on the phone: the customer takes the same path as with a salesperson in the field, but
 * every meeting is a conversation on the phone, and what is designed is a simple concept.
 */
export class PhoneSales {
  private readonly options: PhoneSalesOptions;
  private readonly course: CustomerCourse;
  private readonly waiting: { readonly grace: number; readonly lossPerMinute: number };

  constructor(options: PhoneSalesOptions) {
    const { waitingGrace, winLossPerWeek } = options.scenario.workflow;
    this.options = options;
    this.waiting = { grace: waitingGrace, lossPerMinute: winLossPerWeek / MINUTES_PER_WEEK };
    this.course = new CustomerCourse({
      ...options,
      onReady: this.becomeReady,
      onAsked: this.onAsked,
      onDecided: this.decide,
    });
  }

  /** Whether an opportunity is sold on the phone. */
  sells({ value }: OpportunityBirth): boolean {
    const { assignments, salesByPhone } = this.options.charter.firm;
    return assignments['sales-call'] !== 'dropped' && value <= salesByPhone.upTo;
  }

  /** As with a salesperson in the field, who is named because his coordinator may be the one who phones. */
  arrive(
    birth: OpportunityBirth,
    account: Account | undefined,
    salesperson: FieldSeat,
    interestedFor = Infinity,
  ): void {
    const { simulation, observer, scenario, charter, onDisqualified } = this.options;
    observer.onOpportunityArrived(arrivedEvent(birth, account), simulation.now);
    const { qualification } = charter.of(salesperson.index);
    if (birth.source !== 'neglected' && !isPursued(qualification, birth, scenario.workflow.win)) {
      observer.onOpportunityDecided(disqualifiedEvent(birth), simulation.now);
      onDisqualified(birth);
      return;
    }
    const opportunity = new OpenOpportunity({
      simulation,
      birth,
      account,
      salesperson,
      interestedFor,
      salespersonFor: this.options.staff.salespersonFor,
      onPatienceEnded: this.onPatienceEnded,
      onInterestLost: this.onInterestLost,
    });
    this.becomeReady(opportunity);
  }

  private readonly onPatienceEnded = (opportunity: OpenOpportunity): void => {
    this.decide(opportunity, 'expired');
  };

  private readonly onInterestLost = (opportunity: OpenOpportunity): void => {
    this.decide(opportunity, 'gone-cold');
  };

  /** The customer is ready for the next conversation, and waits for the call. */
  private readonly becomeReady = (opportunity: OpenOpportunity): void => {
    const { simulation, observer } = this.options;
    opportunity.readyAt = simulation.now;
    observer.onDemand({ kind: 'sales-call-due', opportunity: opportunity.id }, simulation.now);
    opportunity.startWaiting();
    opportunity.awaitDay();
    this.dial(opportunity);
  };

  private dial(opportunity: OpenOpportunity): void {
    const { simulation, scenario, activities, dialDraws } = this.options;
    const { id } = opportunity.birth;
    const dialling = activities.of('schedule-call');
    const talking = activities.of('sales-call');
    const nth = opportunity.history.dials++;
    const isReached = dialDraws.uniform(id, nth) < scenario.booking.contactSuccess;
    const talk = isReached ? talking.minutes(id, opportunity.meetingsHeld) : 0;
    const seat = this.sellerOf(opportunity);
    this.queue(opportunity, seat, talking.kind, dialling.minutes(id, nth) + talk, () => {
      if (isReached) this.onTalked(opportunity, seat);
      else simulation.schedule(this.retryAt(seat), this.onTimeToRetry, opportunity);
    });
  }

  private retryAt({ person }: Seat): number {
    const { simulation, scenario } = this.options;
    return person.shift.workingTime.after(simulation.now, scenario.booking.retryAfter);
  }

  private readonly onTimeToRetry = (opportunity: OpenOpportunity): void => {
    if (!opportunity.isDecided) this.dial(opportunity);
  };

  private onTalked(opportunity: OpenOpportunity, seat: Seat): void {
    const { simulation, observer } = this.options;
    opportunity.isReached();
    opportunity.stopWaiting(this.waiting);
    opportunity.isTakenUpBy(seat.person);
    const { id, stage } = opportunity;
    observer.onDemand({ kind: 'sales-call', opportunity: id, by: seat.person, stage }, simulation.now);
    // Whoever is on the phone sells as well as the mean of people.
    opportunity.isMetWith(1);
    if (opportunity.stage === 'requirement-discovery') this.afterDiscovery(opportunity, seat);
    else this.think(opportunity);
  }

  private think(opportunity: OpenOpportunity): void {
    opportunity.enter('customer');
    this.course.think(opportunity);
  }

  /** A designer makes a simple concept, and whoever sells makes a proposal of it. */
  private afterDiscovery(opportunity: OpenOpportunity, seat: Seat): void {
    if (!this.course.awaitsSolution(opportunity)) return;
    const { staff, activities, briefs } = this.options;
    const { id } = opportunity.birth;
    opportunity.startWaiting();
    opportunity.enter('solution');
    const concept = activities.of('simple-concept');
    const proposal = activities.of('proposal');
    const designer = this.designer();
    if (designer !== undefined) opportunity.isTakenUpBy(designer.person);
    const taker = briefs.takerOf(opportunity) === 'project-leader' ? designer : undefined;
    opportunity.brief = briefs.take(opportunity, taker ?? opportunity.salesperson);
    this.queue(opportunity, designer ?? staff.engineering, concept.kind, concept.minutes(id), () => {
      this.queue(opportunity, seat, proposal.kind, proposal.minutes(id), () => {
        opportunity.stopWaiting(this.waiting);
        opportunity.stage = 'presentation';
        this.becomeReady(opportunity);
      });
    });
  }

  private queue(
    opportunity: OpenOpportunity,
    { queue }: Pick<Seat, 'queue'>,
    kind: TaskKind,
    minutes: number,
    onDone: () => void,
  ): void {
    const task = new Task({
      kind,
      minutes,
      about: opportunity,
      onDone: () => {
        if (!opportunity.isDecided) onDone();
      },
    });
    opportunity.work.tasks.push(task);
    queue.add(task);
  }

  private sellerOf({ salesperson, account, birth }: OpenOpportunity): Seat {
    const { charter, staff } = this.options;
    if (charter.firm.assignments['sales-call'] === 'sales-coordinator') {
      return staff.coordinatorOf(salesperson.index);
    }
    return staff.insiders[(account?.id ?? birth.id) % staff.insiders.length]!;
  }

  /** The project leader with fewest tasks; undefined for engineering. */
  private designer(): FieldSeat | undefined {
    const { charter, staff } = this.options;
    if (charter.firm.assignments['simple-concept'] === 'engineering') return undefined;
    return staff.leaders.reduce((best, leader) => (leader.queue.length < best.queue.length ? leader : best));
  }

  private readonly onAsked = (opportunity: OpenOpportunity, left: number): void => {
    const { scenario, buying, deliveryEffect } = this.options;
    const { workflow } = scenario;
    const course = left * buying.askToDecide(opportunity) * workflow.winByPhone * deliveryEffect();
    this.course.decide(opportunity, winChance(workflow, opportunity, course));
  };

  private readonly decide = (opportunity: OpenOpportunity, outcome: OpportunityOutcome): void => {
    const { simulation, observer, briefs, onWon } = this.options;
    opportunity.stopWaiting(this.waiting);
    opportunity.keepInterest();
    opportunity.isDecided = true;
    for (const task of opportunity.work.tasks) task.queue?.withdraw(task);
    opportunity.work.tasks.length = 0;
    observer.onOpportunityDecided(opportunity.decidedAs(outcome), simulation.now);
    if (outcome === 'won') onWon(opportunity);
    else briefs.forget(opportunity);
  };
}
