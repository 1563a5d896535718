import type { Simulation } from '../../engine/simulation.ts';
import { Timer } from '../../engine/timer.ts';
import type { Account } from '../market/accounts.ts';
import type { OpportunityBirth, OpportunityOutcome } from '../market/opportunity.ts';
import type { Place } from '../market/place.ts';
import type { FieldSeat } from '../people/staff.ts';
import type { DecidedOpportunity, MeetingStage } from '../observer.ts';
import { STEPS, type Phase, type Step } from '../opportunity-course.ts';
import type { Subject } from '../subject.ts';
import type { Occupant } from '../people/occupant.ts';
import type { Person } from '../people/person.ts';
import type { Standing } from '../policies/booking-rule.ts';
import type { Task } from '../people/task.ts';
import type { Brief } from './briefs/brief.ts';
import { BuyingCourse } from './buying-course.ts';
import type { Booking, ContactHistory, MeetingRequest } from './booking/meeting-request.ts';
import type { PlannedHalfDay } from './leader-plans.ts';
import { PhaseClock } from './phase-clock.ts';

/** The step that a meeting of a stage, or a conversation in place of it, brings it to. */
const STEP_OF: Readonly<Record<MeetingStage, Step>> = {
  'conceptual-meeting': 'met',
  'requirement-discovery': 'discovered',
  presentation: 'presented',
  closing: 'asked',
};

/** An opportunity that the firm pursues: what it carries from birth, and what has become of it so far. */
export class OpenOpportunity implements Subject {
  readonly kind = 'opportunity';
  readonly id: number;
  readonly birth: OpportunityBirth;
  /** The account that it belongs to; undefined for a prospect. */
  readonly account: Account | undefined;
  readonly history: ContactHistory = { dials: 0, bookings: 0 };
  /** The next meeting, or the one that is booked. */
  stage: MeetingStage = 'conceptual-meeting';
  meetingsHeld = 0;
  /** The project leader who keeps the engagement, where leaders are dedicated. */
  leader: FieldSeat | undefined = undefined;
  /** Open request for a meeting; undefined unless the customer waits for a day. */
  request: MeetingRequest | undefined = undefined;
  booking: Booking | undefined = undefined;
  /** What the firm has understood; undefined before requirement discovery. */
  brief: Brief | undefined = undefined;
  /** Work on the solution that has been planned or queued and not begun. */
  readonly work: { tasks: Task[]; halfDays: PlannedHalfDay[] } = { tasks: [], halfDays: [] };
  isDecided = false;
  /** Since when the customer has been ready for the present step, bookings that failed included. */
  readyAt = NaN;
  /** Share of the chance to win that waits caused by the firm have left, each beyond the grace. */
  chanceLeftByWaiting = 1;
  handOffs = 0;
  /** What the price is multiplied by, as agreed at the closing. */
  priceFactor = 1;
  readonly course = new BuyingCourse();
  /** Runs out unless somebody reaches the customer first; undefined where interest does not fade. */
  private readonly interest: Timer<OpenOpportunity> | undefined;
  private seat: FieldSeat;
  private readonly salespersonFor: (seat: FieldSeat, place: Place) => FieldSeat;
  private readonly known: Occupant[] = [];
  private skillMet = 0;
  private readonly phases: PhaseClock;
  private furthest: Step = 'pursued';
  private readonly simulation: Simulation;
  private readonly patience: Timer<OpenOpportunity>;
  private patienceLeft: number;
  private waitingSince: number | undefined = undefined;

  constructor(of: {
    simulation: Simulation;
    birth: OpportunityBirth;
    account: Account | undefined;
    salesperson: FieldSeat;
    /** Minutes until interest is lost unless somebody has reached the customer; Infinity for never. */
    interestedFor: number;
    salespersonFor: (seat: FieldSeat, place: Place) => FieldSeat;
    onPatienceEnded: (opportunity: OpenOpportunity) => void;
    onInterestLost: (opportunity: OpenOpportunity) => void;
  }) {
    this.simulation = of.simulation;
    this.id = of.birth.id;
    this.birth = of.birth;
    this.account = of.account;
    this.seat = of.salesperson;
    this.salespersonFor = of.salespersonFor;
    this.patienceLeft = of.birth.patience;
    this.phases = new PhaseClock('contact', of.simulation.now);
    this.patience = new Timer<OpenOpportunity>(of.simulation, of.onPatienceEnded, this);
    if (of.interestedFor === Infinity) return;
    this.interest = new Timer<OpenOpportunity>(of.simulation, of.onInterestLost, this);
    this.interest.set(of.simulation.now + of.interestedFor);
  }

  /** Whose it is: who took it up or, once that seat has been closed, whoever has the place then. */
  get salesperson(): FieldSeat {
    if (!this.seat.isOpen) this.seat = this.salespersonFor(this.seat, this.birth.place);
    return this.seat;
  }

  /** How far it has come when its next meeting is to be booked. */
  get standing(): Standing {
    if (this.meetingsHeld > 0) return 'open';
    return this.account === undefined ? 'new' : 'existing';
  }

  /** The firm makes the customer wait from now on. */
  startWaiting(): void {
    this.waitingSince = this.simulation.now;
    this.patience.set(this.simulation.now + this.patienceLeft);
  }

  /** The customer waits no longer; `lossPerWeek` of the chance is lost for each week of the wait beyond `grace`. */
  stopWaiting({ grace, lossPerMinute }: { grace: number; lossPerMinute: number }): void {
    if (this.waitingSince === undefined) return;
    const waited = this.simulation.now - this.waitingSince;
    this.waitingSince = undefined;
    this.patience.cancel();
    this.patienceLeft = Math.max(0, this.patienceLeft - waited);
    this.chanceLeftByWaiting *= Math.max(0, 1 - lossPerMinute * Math.max(0, waited - grace));
  }

  /** The customer is ready for a meeting, and a day is to be agreed. */
  awaitDay(): void {
    this.enter(this.furthest === 'pursued' ? 'contact' : 'booking');
  }

  /** Something else happens to it from an instant on, by default from now. */
  enter(phase: Phase, at = this.simulation.now): void {
    this.phases.enter(phase, at);
  }

  /** Somebody has spoken to the customer. */
  isReached(): void {
    this.keepInterest();
    this.comeTo('reached');
    if (this.phases.phase === 'contact') this.enter('booking');
  }

  /** It is decided now. */
  decidedAs(outcome: OpportunityOutcome): DecidedOpportunity {
    const { id, birth, furthest, phases, simulation } = this;
    const age = simulation.now - birth.arrivedAt;
    return { id, outcome, age, furthest, phaseMinutes: phases.minutesUntil(simulation.now) };
  }

  private comeTo(step: Step): void {
    if (STEPS.indexOf(step) > STEPS.indexOf(this.furthest)) this.furthest = step;
  }

  /** Somebody has spoken to the customer, or it is too late to: interest does not fade any more. */
  keepInterest(): void {
    this.interest?.cancel();
  }

  /** A meeting has been held by somebody with so much selling skill then. */
  isMetWith(sellingSkill: number): void {
    this.meetingsHeld++;
    this.comeTo(STEP_OF[this.stage]);
    this.skillMet += sellingSkill;
  }

  /** Selling skill of those who met the customer: mean over the meetings held. */
  get sellingSkill(): number {
    return this.meetingsHeld === 0 ? 1 : this.skillMet / this.meetingsHeld;
  }

  /** Somebody deals with the customer or the technical matter: a hand-off, unless nobody did before or they did. */
  isTakenUpBy({ occupant }: Person): void {
    if (this.known.includes(occupant)) return;
    if (this.known.length > 0) this.handOffs++;
    this.known.push(occupant);
  }
}
