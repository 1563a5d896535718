import type { Simulation } from '../../engine/simulation.ts';
import type { KeyedDraws } from '../../random/keyed-draws.ts';
import type { Scenario } from '../../scenario/schema/scenario.ts';
import type { Charter, Organisation } from '../charter.ts';
import type { Observer } from '../observer.ts';
import type { FieldSeat, Staff } from '../people/staff.ts';
import { Task, type TaskKind } from '../people/task.ts';
import type { ActivityBook } from './activity-book.ts';
import { BriefDesk } from './briefs/brief-desk.ts';
import { Gates } from './briefs/gates.ts';
import { LeaderSides } from './briefs/leader-sides.ts';
import type { Booking } from './booking/meeting-request.ts';
import type { LeaderPlans } from './leader-plans.ts';
import type { OpenOpportunity } from './open-opportunity.ts';

const HALF_DAY = 240;

export interface SolutionDeskOptions {
  readonly simulation: Simulation;
  readonly charter: Charter;
  readonly staff: Staff;
  readonly activities: ActivityBook;
  readonly leaderPlans: LeaderPlans;
  readonly observer: Observer;
  readonly scenario: Scenario;
  /** Draws by opportunity: what is wrong with its brief, and what gates find of it. */
  readonly briefDraws: KeyedDraws;
  readonly gateDraws: KeyedDraws;
}

/** A part of an engagement: the opportunity whose solution is being made, and whom to tell when it is ready. */
interface Engagement {
  readonly opportunity: OpenOpportunity;
  readonly onReady: () => void;
}

/**
 * Technical work on opportunities and projects: the brief, the solution, the proposal, and project leadership after
 * the sale. Project leaders plan it in half-days; a salesperson who has to do it himself does it as office work.
 */
export class SolutionDesk {
  readonly briefs: BriefDesk;
  /** Where briefs are looked at again. */
  readonly gates: Gates;
  private readonly options: SolutionDeskOptions;
  private readonly sides: LeaderSides;
  /** Engagements that each dedicated leader has. */
  private readonly engagements: number[];

  constructor(options: SolutionDeskOptions) {
    this.options = options;
    this.engagements = [];
    const leaderOf = (opportunity: OpenOpportunity): FieldSeat => this.leaderOf(opportunity);
    this.sides = new LeaderSides(options);
    this.briefs = new BriefDesk({ ...options, sides: this.sides, draws: options.briefDraws });
    this.gates = new Gates({ ...options, leaderOf, draws: options.gateDraws });
  }

  /** Which leaders could come to the next meeting, and what they plan for it. */
  leadersFor(opportunity: OpenOpportunity): {
    leaders: readonly FieldSeat[];
    leaderHalfDays: number;
    leaderWork: TaskKind;
  } {
    const { discoveryHalfDays, presentationHalfDays } = this.rulesFor(opportunity).projectLeaders;
    const isDiscovery = opportunity.stage === 'requirement-discovery';
    const isJoint = isDiscovery
      ? this.briefs.takerOf(opportunity) === 'project-leader'
      : opportunity.stage === 'presentation' && this.designedByLeaders(opportunity);
    return {
      leaders: isJoint ? this.candidates(opportunity) : [],
      leaderHalfDays: isDiscovery ? discoveryHalfDays : presentationHalfDays,
      leaderWork: this.options.activities.of(isDiscovery ? 'take-brief' : 'prepare').kind,
    };
  }

  /** A leader has been booked: where leaders are dedicated, the engagement is his from now on. */
  keepLeader(opportunity: OpenOpportunity, { leader }: Booking): void {
    if (leader === undefined || opportunity.leader === leader) return;
    this.release(opportunity);
    opportunity.leader = leader;
    this.engagements[leader.index] = this.engagementsOf(leader) + 1;
  }

  /** Makes the solution and the proposal that a discovery has asked for; `leader` was there, if one was. */
  design(opportunity: OpenOpportunity, leader: FieldSeat | undefined, onReady: () => void): void {
    const { activities } = this.options;
    const engagement: Engagement = { opportunity, onReady };
    const { birth, salesperson } = opportunity;
    opportunity.brief = this.briefs.take(opportunity, leader ?? salesperson);
    const { kind, minutes } = activities.of('take-brief');
    if (opportunity.brief.taker === 'salesperson') {
      const { formDetail } = this.rulesFor(opportunity).briefs;
      this.queue(opportunity, salesperson, kind, minutes(birth.id) + formDetail, () =>
        this.solve(engagement),
      );
    } else {
      this.solve(engagement);
    }
  }

  /** An opportunity has been decided: nobody works on its solution any more. */
  drop(opportunity: OpenOpportunity): void {
    for (const task of opportunity.work.tasks) task.queue?.withdraw(task);
    for (const planned of opportunity.work.halfDays) this.options.leaderPlans.giveBack(planned);
    opportunity.work.tasks.length = 0;
    opportunity.work.halfDays.length = 0;
    this.release(opportunity);
  }

  /** Project leadership after the sale, in half-days spread over the project, each committed some time ahead. */
  lead(opportunity: OpenOpportunity): void {
    const { simulation, activities } = this.options;
    const { projectSpan, commitAhead } = this.rulesFor(opportunity).projectLeaders;
    const { minutes } = activities.of('project-leadership');
    const total = minutes(opportunity.birth.id);
    const isLed = this.rulesFor(opportunity).assignments['project-leadership'] === 'project-leader';
    const parts = this.halfDaysFor(total, isLed ? this.leaderOf(opportunity) : opportunity.salesperson);
    for (let part = 1; part <= parts; part++) {
      const wanted = simulation.now + (part * projectSpan) / parts;
      const committed = Math.max(simulation.now, wanted - commitAhead);
      simulation.schedule(committed, this.onPartCommitted, { opportunity, wanted, minutes: total / parts });
    }
  }

  private readonly onPartCommitted = (part: {
    opportunity: OpenOpportunity;
    wanted: number;
    minutes: number;
  }): void => {
    const { simulation, activities, leaderPlans } = this.options;
    const { kind } = activities.of('project-leadership');
    const onDone = (): void => undefined;
    if (this.rulesFor(part.opportunity).assignments['project-leadership'] === 'salesperson') {
      const addTask = (): void => {
        const task = new Task({ kind, minutes: part.minutes, about: part.opportunity, onDone });
        part.opportunity.salesperson.queue.add(task);
      };
      simulation.schedule(part.wanted, addTask, undefined);
    } else {
      const { opportunity: about, wanted: from } = part;
      leaderPlans.planWork({ leader: this.leaderOf(about), from, kind, about, onDone });
    }
  };

  private solve(engagement: Engagement): void {
    const { activities, leaderPlans, simulation } = this.options;
    const { opportunity } = engagement;
    const { kind, minutes } = activities.of('solution-design');
    const total = minutes(opportunity.birth.id);
    if (!this.designedByLeaders(opportunity)) {
      this.queue(opportunity, opportunity.salesperson, kind, total, () => this.review(engagement));
      return;
    }
    const leader = this.leaderOf(opportunity);
    opportunity.isTakenUpBy(leader.person);
    let left = this.halfDaysFor(total, leader);
    const onDone = (): void => {
      if (--left === 0 && !opportunity.isDecided) this.review(engagement);
    };
    const planned = { leader, from: simulation.now, kind, about: opportunity, onDone };
    for (let part = left; part > 0; part--) opportunity.work.halfDays.push(leaderPlans.planWork(planned));
  }

  private review(engagement: Engagement): void {
    const { opportunity } = engagement;
    opportunity.work.halfDays.length = 0;
    this.gates.pass(opportunity, 'before-proposal', () => this.propose(engagement));
  }

  /** Half-days that work takes somebody, who plans them at the pace at which he works now. */
  private halfDaysFor(minutes: number, { person }: FieldSeat): number {
    const pace = person.occupant.paceAt(this.options.simulation.now);
    return Math.max(1, Math.ceil(minutes / (HALF_DAY * pace)));
  }

  private propose({ opportunity, onReady }: Engagement): void {
    const { staff, activities } = this.options;
    const { birth, salesperson } = opportunity;
    const { kind, minutes } = activities.of('proposal');
    const role = this.rulesFor(opportunity).assignments.proposal;
    const seat =
      role === 'salesperson'
        ? salesperson
        : role === 'project-leader'
          ? this.leaderOf(opportunity)
          : staff.coordinatorOf(salesperson.index);
    opportunity.isTakenUpBy(seat.person);
    this.queue(opportunity, seat, kind, minutes(birth.id), onReady);
  }

  private queue(
    opportunity: OpenOpportunity,
    seat: Pick<FieldSeat, 'queue'>,
    kind: TaskKind,
    minutes: number,
    onReady: () => void,
  ): void {
    const onDone = (): void => {
      if (!opportunity.isDecided) onReady();
    };
    const task = new Task({ kind, minutes, about: opportunity, onDone });
    opportunity.work.tasks.push(task);
    seat.queue.add(task);
  }

  private designedByLeaders(opportunity: OpenOpportunity): boolean {
    return this.rulesFor(opportunity).assignments['solution-design'] === 'project-leader';
  }

  private rulesFor({ salesperson }: OpenOpportunity): Organisation {
    return this.options.charter.of(salesperson.index);
  }

  /** The leader who works on an engagement: its own, or the one with fewest of those who support its salesperson. */
  private leaderOf(opportunity: OpenOpportunity): FieldSeat {
    if (this.sides.areApart && opportunity.isDecided) return this.sides.afterSale(opportunity.birth.id);
    return this.ownLeaderOf(opportunity) ?? this.candidates(opportunity)[0]!;
  }

  /** The leader who keeps an engagement or, if that seat has been closed, whoever does its work. */
  private ownLeaderOf(opportunity: OpenOpportunity): FieldSeat | undefined {
    const { leader } = opportunity;
    if (leader === undefined || leader.isOpen) return leader;
    opportunity.leader = this.options.staff.leaderFor(leader);
    if (opportunity.leader !== undefined && !opportunity.isDecided) {
      this.engagements[opportunity.leader.index] = this.engagementsOf(opportunity.leader) + 1;
    }
    return opportunity.leader;
  }

  /** Engagements that a leader has; those of a leader who has left go on counting, where nobody looks. */
  private engagementsOf({ index }: FieldSeat): number {
    return this.engagements[index] ?? 0;
  }

  /** Leaders in the order in which to ask them. */
  private candidates(opportunity: OpenOpportunity): readonly FieldSeat[] {
    const { staff } = this.options;
    const { place } = opportunity.birth;
    const minutesTo = ({ agenda }: FieldSeat) => agenda.travel.minutes(agenda.base, place);
    if (this.rulesFor(opportunity).projectLeaders.allocation === 'pooled') {
      const leaders = this.sides.areApart ? this.sides.beforeSale : staff.leaders;
      return here(leaders).sort((a, b) => minutesTo(a) - minutesTo(b));
    }
    const own = this.ownLeaderOf(opportunity);
    if (own !== undefined) return [own];
    const supporting = this.sides.areApart
      ? this.sides.beforeSale
      : staff.leadersOf(opportunity.salesperson.index);
    return here(supporting).sort(
      (a, b) => this.engagementsOf(a) - this.engagementsOf(b) || minutesTo(a) - minutesTo(b),
    );
  }

  private release(opportunity: OpenOpportunity): void {
    const { leader, isDecided } = opportunity;
    if (leader !== undefined && isDecided) this.engagements[leader.index] = this.engagementsOf(leader) - 1;
  }
}

/** Those whose seats are not vacant; all of them if all are. */
function here(leaders: readonly FieldSeat[]): FieldSeat[] {
  const present = leaders.filter(({ isVacant }) => !isVacant);
  return present.length > 0 ? present : [...leaders];
}
