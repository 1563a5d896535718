import type { BookingEvent } from '../../model/booking-event.ts';
import type { DemandEvent } from '../../model/demand-event.ts';
import type { Leg, Place } from '../../model/market/place.ts';
import type {
  ArrivedOpportunity,
  DecidedOpportunity,
  HeldMeeting,
  Observer,
  PersonId,
} from '../../model/observer.ts';
import type { Subject } from '../../model/subject.ts';
import { ROLES, type Role } from '../../scenario/schema/ids.ts';
import type { Scenario } from '../../scenario/schema/scenario.ts';
import { MINUTES_PER_WEEK } from '../../time/working-time.ts';
import { Fortnight } from './fortnight.ts';
import { tripsOf } from './geography.ts';
import type { Illustration } from './illustration.ts';
import { Journeys } from './journeys.ts';

const WEEKS_SHOWN = 2;
/** Whose weeks are shown: those of the first of these roles that the firm has. */
const NEAREST: readonly Role[] = [
  'salesperson',
  'inside-sales',
  'sales-coordinator',
  'project-leader',
  'customer-service',
];

/** Keeps of one run what pictures are drawn of: its last two weeks, and deals that were won. */
export class Illustrator implements Partial<Observer> {
  private readonly scenario: Scenario;
  private readonly role: Role;
  private readonly weeks: Illustration['weeks'];
  private readonly fortnight: Fortnight;
  private readonly journeys = new Journeys();

  constructor(scenario: Scenario) {
    const { weeks } = scenario.run;
    const { roles } = scenario.organisation;
    this.scenario = scenario;
    this.role = NEAREST.find((role) => roles[role].heads > 0) ?? 'salesperson';
    this.weeks = { from: Math.max(0, weeks - WEEKS_SHOWN), to: weeks };
    this.fortnight = new Fortnight(ROLES.indexOf(this.role), this.weeks.from * MINUTES_PER_WEEK);
  }

  /** What is shown, once the run is over; `baseOf` says where somebody lives, by number from 0. */
  finish(baseOf: (role: Role, index: number) => Place | undefined): Illustration {
    const { scenario, role, weeks } = this;
    const { index, agenda, legs, meetings } = this.fortnight.shown();
    return {
      weeks,
      person: { role, number: index + 1 },
      meetings,
      agenda,
      trips: tripsOf(scenario, { base: baseOf(role, index), legs }),
      journey: this.journeys.shown(scenario.run.warmUp * MINUTES_PER_WEEK),
    };
  }

  onTimeSpent(person: PersonId, timeUse: number, from: number, to: number, about: Subject | undefined): void {
    this.fortnight.spend(person, timeUse, from, to, about);
    if (about?.kind === 'opportunity') this.journeys.spend(about.id, person, timeUse, from, to);
  }

  onSetOut(person: PersonId, leg: Leg): void {
    this.fortnight.setOut(person, leg);
  }

  onOpportunityArrived(arrived: ArrivedOpportunity, at: number): void {
    this.journeys.arrive(arrived, at);
  }

  onOpportunityDecided(decided: DecidedOpportunity, at: number): void {
    this.journeys.decide(decided, at);
  }

  onBooking(event: BookingEvent, at: number): void {
    if (event.kind === 'booked') this.fortnight.book(event);
    if (event.about.kind !== 'opportunity') return;
    if (event.kind === 'asked') this.journeys.waitFor(event.about.id, 'booking', at);
    if (event.kind === 'booked') this.journeys.waitFor(event.about.id, 'appointment', at);
  }

  onMeetingHeld(meeting: HeldMeeting, at: number): void {
    this.fortnight.meet(meeting);
    this.journeys.meet(meeting.about.id, meeting.activity, meeting.start, at);
  }

  onDemand(event: DemandEvent, at: number): void {
    if (event.kind === 'sales-call-due') this.journeys.waitFor(event.opportunity, 'booking', at);
    if (event.kind === 'sales-call') this.journeys.talk(event.opportunity, event.stage, at);
  }
}
