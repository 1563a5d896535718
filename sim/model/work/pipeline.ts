import type { Simulation } from '../../engine/simulation.ts';
import type { KeyedDraws } from '../../random/keyed-draws.ts';
import type { Scenario } from '../../scenario/schema/scenario.ts';
import { MINUTES_PER_WEEK } from '../../time/working-time.ts';
import type { Charter } from '../charter.ts';
import type { Account } from '../market/accounts.ts';
import type { OpportunityBirth, OpportunityOutcome } from '../market/opportunity.ts';
import { timeUseOf, type Observer } from '../observer.ts';
import type { FieldSeat, Staff } from '../people/staff.ts';
import { fallOffOf } from '../market/fall-off.ts';
import { sellingSkillOf } from '../policies/cover.ts';
import { isPursued } from '../policies/qualification.ts';
import { closingOffer } from '../policies/shortcuts.ts';
import { winChance } from '../policies/win-chance.ts';
import type { Effectiveness } from '../transition/effectiveness.ts';
import type { ActivityBook } from './activity-book.ts';
import { arrivedEvent } from './arrived-event.ts';
import type { Afterwork } from './afterwork.ts';
import type { BookingDesk } from './booking/booking-desk.ts';
import type { Diary } from './booking/diary.ts';
import type { Coaching } from './coaching.ts';
import type { Buying } from './buying.ts';
import type { Booking, BookingEnd } from './booking/meeting-request.ts';
import { CustomerCourse } from './customer-course.ts';
import { disqualifiedEvent } from './disqualified-event.ts';
import { OpenOpportunity } from './open-opportunity.ts';
import type { SolutionDesk } from './solution-desk.ts';

export interface PipelineOptions {
  readonly simulation: Simulation;
  readonly observer: Observer;
  readonly scenario: Scenario;
  readonly charter: Charter;
  readonly staff: Staff;
  readonly activities: ActivityBook;
  readonly afterwork: Afterwork;
  readonly bookingDesk: BookingDesk;
  readonly diary: Diary;
  readonly solutions: SolutionDesk;
  readonly buying: Buying;
  readonly coaching: Coaching;
  /** Draws by opportunity: of deliberation, and whether a meeting that was not kept can be booked again. */
  readonly deliberationDraws: KeyedDraws;
  readonly rebookingDraws: KeyedDraws;
  readonly effectiveness: Effectiveness;
  /** What the delay of deliveries, as the market has it, leaves of the chance to win at present. */
  readonly deliveryEffect: () => number;
  readonly onWon: (opportunity: OpenOpportunity) => void;
  /** An opportunity is not pursued. */
  readonly onDisqualified: (birth: OpportunityBirth) => void;
}

/** The opportunities that are open, on their way from arrival to decision. */
export class Pipeline {
  private readonly options: PipelineOptions;
  private readonly course: CustomerCourse;
  private readonly waiting: { readonly grace: number; readonly lossPerMinute: number };

  constructor(options: PipelineOptions) {
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

  /**
   * A prospect or an account has come with something to buy. Some lose interest within `interestedFor` minutes unless
   * they are reached.
   */
  arrive(
    birth: OpportunityBirth,
    account: Account | undefined,
    salesperson: FieldSeat,
    interestedFor = Infinity,
  ): void {
    const { simulation, observer, scenario, charter } = this.options;
    observer.onOpportunityArrived(arrivedEvent(birth, account), simulation.now);
    const { qualification } = charter.of(salesperson.index);
    if (birth.source !== 'neglected' && !isPursued(qualification, birth, scenario.workflow.win)) {
      observer.onOpportunityDecided(disqualifiedEvent(birth), simulation.now);
      this.options.onDisqualified(birth);
      return;
    }
    this.becomeReady(
      new OpenOpportunity({
        simulation,
        birth,
        account,
        salesperson,
        salespersonFor: this.options.staff.salespersonFor,
        interestedFor,
        onPatienceEnded: this.onPatienceEnded,
        onInterestLost: this.onInterestLost,
      }),
    );
  }

  private readonly onPatienceEnded = (opportunity: OpenOpportunity): void => {
    this.decide(opportunity, 'expired');
  };

  private readonly onInterestLost = (opportunity: OpenOpportunity): void => {
    this.decide(opportunity, 'gone-cold');
  };

  /** The customer is ready for the next meeting, and waits for a day. */
  private readonly becomeReady = (opportunity: OpenOpportunity): void => {
    opportunity.readyAt = this.options.simulation.now;
    this.ask(opportunity);
  };

  /** Asks for a day; not for the first time if a meeting was not kept. */
  private ask(opportunity: OpenOpportunity): void {
    const { scenario, bookingDesk, solutions } = this.options;
    const { birth, salesperson, stage, history } = opportunity;
    const { leaders, leaderHalfDays, leaderWork } = solutions.leadersFor(opportunity);
    opportunity.startWaiting();
    opportunity.awaitDay();
    opportunity.request = bookingDesk.request({
      key: birth.id,
      about: opportunity,
      history,
      readyAt: opportunity.readyAt,
      salesperson,
      leaders,
      leaderHalfDays,
      leaderWork,
      place: birth.place,
      timeUse: timeUseOf(stage),
      minutes: this.minutesOf(opportunity),
      fallOff: fallOffOf(scenario, birth.source),
      value: birth.value,
      standing: opportunity.standing,
      onReached: () => opportunity.isReached(),
      onBooked: (booking) => this.onBooked(opportunity, booking),
      onEnded: (booking, how) => this.onEnded(opportunity, booking, how),
    });
  }

  /** Length of the next meeting: agreed when it is booked, in steps of the grid. */
  private minutesOf({ stage, birth, meetingsHeld }: OpenOpportunity): number {
    const { activities, scenario } = this.options;
    const { grid } = scenario.booking;
    return Math.max(grid, Math.round(activities.of(stage).minutes(birth.id, meetingsHeld) / grid) * grid);
  }

  private onBooked(opportunity: OpenOpportunity, booking: Booking): void {
    opportunity.request = undefined;
    opportunity.booking = booking;
    opportunity.stopWaiting(this.waiting);
    opportunity.enter('calendar');
    this.options.solutions.keepLeader(opportunity, booking);
  }

  private onEnded(opportunity: OpenOpportunity, booking: Booking, how: BookingEnd): void {
    const { simulation, observer, scenario, rebookingDraws } = this.options;
    opportunity.booking = undefined;
    if (how === 'held') {
      this.onHeld(opportunity, booking);
      return;
    }
    if (how === 'called-off') {
      observer.onMeetingCalledOff({ about: opportunity, nth: booking.nth }, simulation.now);
      this.ask(opportunity);
      return;
    }
    const { nth, seat } = booking;
    const missed = { about: opportunity, nth, atTheDoor: how === 'no-show', by: seat.person };
    observer.onMeetingNotKept(missed, simulation.now);
    const isRebookable = rebookingDraws.uniform(opportunity.birth.id, nth) < scenario.booking.rebookable;
    if (isRebookable) this.ask(opportunity);
    else this.decide(opportunity, 'not-rebooked');
  }

  private onHeld(opportunity: OpenOpportunity, booking: Booking): void {
    const { observer, staff, charter, afterwork, buying } = this.options;
    const { stage } = opportunity;
    const { seat } = booking;
    const { salesperson } = booking.request;
    opportunity.enter('meeting', booking.appointment.start);
    const role = charter.of(salesperson.index).assignments['schedule-call'];
    opportunity.isTakenUpBy(seat.person);
    if (role === 'sales-coordinator') opportunity.isTakenUpBy(staff.coordinatorOf(salesperson.index).person);
    if (booking.leader !== undefined) opportunity.isTakenUpBy(booking.leader.person);
    const held = {
      about: opportunity,
      nth: booking.nth,
      activity: stage,
      isJoint: booking.leader !== undefined,
      waited: booking.appointment.start - opportunity.readyAt,
      by: seat.person,
      isCovered: seat !== salesperson,
      start: booking.appointment.start,
    };
    observer.onMeetingHeld(held, this.options.simulation.now);
    const { id: key, meetingsHeld: nth } = opportunity;
    const of = { salesperson: salesperson.index, about: opportunity, key, nth };
    opportunity.isMetWith(sellingSkillOf(seat, booking.appointment.start, charter.firm.staffing));
    afterwork.add(of, buying.onHeld(opportunity));
    if (stage === 'requirement-discovery') this.afterDiscovery(opportunity, booking.leader);
    else this.think(opportunity);
  }

  private think(opportunity: OpenOpportunity): void {
    opportunity.enter('customer');
    this.course.think(opportunity);
  }

  /** The customer waits for a solution, or has seen at the discovery that there will be none. */
  private afterDiscovery(opportunity: OpenOpportunity, leader: FieldSeat | undefined): void {
    if (!this.course.awaitsSolution(opportunity)) return;
    if (!this.options.solutions.briefs.isWorthwhile(opportunity)) {
      this.decide(opportunity, 'declined');
      return;
    }
    opportunity.startWaiting();
    opportunity.enter('solution');
    this.options.solutions.design(opportunity, leader, () => {
      opportunity.stopWaiting(this.waiting);
      opportunity.stage = 'presentation';
      this.becomeReady(opportunity);
    });
  }

  private readonly onAsked = (opportunity: OpenOpportunity, left: number): void => {
    const { scenario, charter, buying, solutions } = this.options;
    const { salesperson } = opportunity;
    const { coaching, effectiveness, deliveryEffect, simulation } = this.options;
    const offer = closingOffer(charter.of(salesperson.index).targets, scenario.shortcuts);
    opportunity.priceFactor = offer.price;
    const effect = effectiveness.ofSalesperson(salesperson.index, simulation.now);
    const promised = 1 + solutions.briefs.winGainOf(opportunity);
    const seller = effect * promised * coaching.winFactor(salesperson) * offer.chance;
    const course = left * buying.askToDecide(opportunity) * seller * deliveryEffect();
    this.course.decide(opportunity, winChance(scenario.workflow, opportunity, course));
  };

  private readonly decide = (opportunity: OpenOpportunity, outcome: OpportunityOutcome): void => {
    const { simulation, observer, bookingDesk, diary, solutions, onWon } = this.options;
    opportunity.stopWaiting(this.waiting);
    opportunity.keepInterest();
    opportunity.isDecided = true;
    if (opportunity.request !== undefined) bookingDesk.withdraw(opportunity.request);
    if (opportunity.booking !== undefined) diary.strike(opportunity.booking);
    solutions.drop(opportunity);
    observer.onOpportunityDecided(opportunity.decidedAs(outcome), simulation.now);
    if (outcome === 'won') onWon(opportunity);
    else solutions.briefs.forget(opportunity);
  };
}
