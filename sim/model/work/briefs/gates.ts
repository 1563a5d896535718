import type { Simulation } from '../../../engine/simulation.ts';
import type { KeyedDraws } from '../../../random/keyed-draws.ts';
import { GATES, type Gate } from '../../../scenario/schema/ids.ts';
import type { Scenario } from '../../../scenario/schema/scenario.ts';
import { BRIEF_FAULTS, type BriefFault, type FoundWhen } from '../../brief-event.ts';
import type { Charter, Organisation } from '../../charter.ts';
import type { Observer } from '../../observer.ts';
import type { Pool, Seat, Staff } from '../../people/staff.ts';
import { Task } from '../../people/task.ts';
import type { BriefTaker } from '../../policies/brief-taker.ts';
import type { ActivityBook, TimedActivity } from '../activity-book.ts';
import type { OpenOpportunity } from '../open-opportunity.ts';

export interface GatesOptions {
  readonly simulation: Simulation;
  readonly observer: Observer;
  readonly scenario: Scenario;
  readonly charter: Charter;
  readonly staff: Staff;
  readonly activities: ActivityBook;
  /** The leader who works on an engagement. */
  readonly leaderOf: (opportunity: OpenOpportunity) => Seat;
  /** Draws by opportunity: whether a gate catches a fault. */
  readonly draws: KeyedDraws;
}

type GateKeeper = BriefTaker | 'engineering';
type Reviewer = Pick<Seat | Pool, 'queue'>;

/** The gates of one instant in the life of a brief. */
const GATES_AT: Readonly<Record<Exclude<FoundWhen, 'at-delivery'>, readonly Gate[]>> = {
  'before-proposal': ['site-visit', 'liaison', 'scope-review'],
  'before-start': ['project-initiation'],
  'in-production': ['delivery-review'],
};
type Moment = keyof typeof GATES_AT;
/** Draws of one gate. */
const FAULTS_AT_MOST = 4;

/**
 * Gates at which a brief is looked at again, each with its hours and its chance to catch what is wrong. What is caught
 * before production begins is put right by whoever designs or leads; later it is done again.
 */
export class Gates {
  private readonly options: GatesOptions;

  constructor(options: GatesOptions) {
    this.options = options;
  }

  /** Sends a brief through the gates of a moment; at once if there are none. Told which faults were found. */
  pass(opportunity: OpenOpportunity, moment: Moment, onPassed: (found: readonly BriefFault[]) => void): void {
    const { assignments } = this.rulesFor(opportunity);
    const gates = GATES_AT[moment].filter((gate) => assignments[gate] !== 'dropped');
    const reviews = gates.flatMap((gate) =>
      this.reviewersOf(gate, opportunity).map((reviewer, nth) => ({ activity: gate, reviewer, nth })),
    );
    let left = reviews.length;
    const onDone = (): void => {
      if (--left > 0 || isGivenUp(opportunity, moment)) return;
      this.judge(opportunity, { gates, moment, onPassed });
    };
    if (left === 0) onPassed([]);
    for (const { reviewer, ...review } of reviews) this.add(reviewer, { ...review, opportunity, onDone });
  }

  /** What the gates have found; faults found before production begins are put right. */
  private judge(
    opportunity: OpenOpportunity,
    of: { gates: readonly Gate[]; moment: Moment; onPassed: (found: readonly BriefFault[]) => void },
  ): void {
    const { simulation, observer } = this.options;
    const { faults } = opportunity.brief!;
    const found: BriefFault[] = [];
    for (const gate of of.gates) {
      for (const fault of faults) {
        if (!this.catches(gate, opportunity, BRIEF_FAULTS.indexOf(fault))) continue;
        faults.delete(fault);
        found.push(fault);
        const { id } = opportunity;
        observer.onBrief({ kind: 'found', opportunity: id, fault, when: of.moment }, simulation.now);
      }
    }
    if (of.gates.includes('scope-review')) this.correctEstimate(opportunity);
    if (found.length === 0 || of.moment === 'in-production') of.onPassed(found);
    else this.correct(opportunity, of.moment, () => of.onPassed(found));
  }

  /** A review takes the same share out of the error of the estimate as out of misunderstandings. */
  private correctEstimate({ brief }: OpenOpportunity): void {
    const left = 1 - this.options.scenario.briefs.catch['scope-review'];
    brief!.estimateFactor = 1 + (brief!.estimateFactor - 1) * left;
  }

  private correct(opportunity: OpenOpportunity, moment: Moment, onCorrected: () => void): void {
    const { assignments } = this.rulesFor(opportunity);
    const role = assignments[moment === 'before-proposal' ? 'solution-design' : 'project-leadership'];
    const onDone = (): void => {
      if (!isGivenUp(opportunity, moment)) onCorrected();
    };
    const nth = moment === 'before-proposal' ? 0 : 1;
    this.add(this.seatOf(role, opportunity), { activity: 'correct-brief', opportunity, nth, onDone });
  }

  /** A person's or an engineer's work; withdrawn if the opportunity is decided before it has begun. */
  private add(
    reviewer: Reviewer,
    of: { activity: TimedActivity; opportunity: OpenOpportunity; nth: number; onDone: () => void },
  ): void {
    const { activities, staff } = this.options;
    const { activity, opportunity, nth, onDone } = of;
    const { kind, minutes } = activities.of(activity);
    // An engineer looks at a brief before he takes up the next lot.
    const urgent =
      reviewer === staff.engineering ? { kind: { ...kind, urgency: 0 }, rank: -Infinity } : { kind };
    const about = opportunity;
    const task = new Task({ ...urgent, minutes: minutes(opportunity.birth.id, nth), about, onDone });
    if (!opportunity.isDecided) opportunity.work.tasks.push(task);
    reviewer.queue.add(task);
  }

  private reviewersOf(gate: Gate, opportunity: OpenOpportunity): readonly Reviewer[] {
    const { engineering } = this.options.staff;
    const role = this.rulesFor(opportunity).assignments[gate] as GateKeeper;
    const first = role === 'engineering' ? engineering : this.seatOf(role, opportunity);
    // A scope review needs a senior designer beside the project manager.
    return gate === 'scope-review' ? [first, engineering] : [first];
  }

  private rulesFor({ salesperson }: OpenOpportunity): Organisation {
    return this.options.charter.of(salesperson.index);
  }

  private seatOf(role: BriefTaker, opportunity: OpenOpportunity): Seat {
    return role === 'salesperson' ? opportunity.salesperson : this.options.leaderOf(opportunity);
  }

  private catches(gate: Gate, { birth }: OpenOpportunity, fault: number): boolean {
    const draw = FAULTS_AT_MOST * GATES.indexOf(gate) + fault;
    return this.options.draws.uniform(birth.id, draw) < this.options.scenario.briefs.catch[gate];
  }
}

/** Whether an opportunity was lost while somebody was at a gate: nobody goes on with it. */
function isGivenUp({ isDecided }: OpenOpportunity, moment: Moment): boolean {
  return isDecided && moment === 'before-proposal';
}
