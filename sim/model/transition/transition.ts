import type { Simulation } from '../../engine/simulation.ts';
import { amended, stagesOf, type Stage } from '../../scenario/plan.ts';
import { ROLES } from '../../scenario/schema/ids.ts';
import type { Scenario } from '../../scenario/schema/scenario.ts';
import type { Charter, Organisation } from '../charter.ts';
import { timeUseOf, type Observer } from '../observer.ts';
import type { Seat, Staff } from '../people/staff.ts';
import { Task } from '../people/task.ts';
import type { ActivityBook } from '../work/activity-book.ts';
import type { Effectiveness } from './effectiveness.ts';
import { HandOver } from './hand-over.ts';
import { Headcount, isSeated } from './headcount.ts';
import { givesUpCases, reassignments, takersIn } from './reassignments.ts';

export interface TransitionOptions {
  readonly simulation: Simulation;
  readonly observer: Observer;
  readonly scenario: Scenario;
  readonly charter: Charter;
  readonly staff: Staff;
  readonly activities: ActivityBook;
  readonly effectiveness: Effectiveness;
}

/** A stage for those salespeople who follow at one instant. */
interface Move {
  readonly stage: Stage;
  /** Places among the salespeople as they are when the stage begins: from one up to before another. */
  readonly from: number;
  readonly to: number;
}

/**
 * Brings the plan about: at its instants heads come and go, the charter is amended for all salespeople or for some of
 * them, what waits goes to whoever does it now, and people begin to learn, to resist and to be trained.
 */
export class Transition {
  private readonly options: TransitionOptions;
  private readonly stages: readonly Stage[];
  /** The organisation before the first step. */
  private readonly initial: Organisation;
  private readonly headcount: Headcount;
  private readonly handOver: HandOver;
  /** Stages that have begun, in the order of the plan. */
  private readonly begun: Stage[] = [];
  /** Numbers of the salespeople for whom each stage holds; undefined for all, those to come included. */
  private readonly followers = new Map<Stage, Set<number> | undefined>();
  /** Numbers of the salespeople whom each stage is to reach, in the order in which it does. */
  private readonly reach = new Map<Stage, readonly number[]>();

  constructor(options: TransitionOptions) {
    this.options = options;
    this.stages = stagesOf(options.scenario);
    this.initial = options.charter.firm;
    this.headcount = new Headcount(options);
    this.handOver = new HandOver(options.charter, options.staff);
  }

  /** Everything that is planned comes about at its time. */
  start(): void {
    if (this.stages.length === 0) return;
    for (const role of ROLES.filter(isSeated)) {
      const seats = this.options.staff.seatsOf(role);
      for (const seat of seats.open) this.setPace(seat);
      seats.watch({ onOpened: this.setPace });
    }
    for (const stage of this.stages) this.options.simulation.schedule(stage.at, this.onBegun, stage);
  }

  private readonly setPace = ({ role, index, person }: Seat): void => {
    const { simulation, effectiveness } = this.options;
    const place = ROLES.indexOf(role);
    const resists = role === 'salesperson';
    person.paceAt = ({ kind }) => {
      const pace = effectiveness.paceAt(place, kind.timeUse, simulation.now);
      return resists ? pace * effectiveness.ofSalesperson(index, simulation.now) : pace;
    };
  };

  private readonly onBegun = (stage: Stage): void => {
    const { simulation, staff } = this.options;
    const { step, before, after } = stage;
    const numbers = staff.salespeople.map(({ index }) => index);
    const reach = numbers.slice(0, Math.round(step.share * numbers.length));
    this.reach.set(stage, reach);
    this.followers.set(stage, new Set());
    this.begun.push(stage);
    this.headcount.open(before, after);
    const gap = reach.length > 1 ? step.spread / (reach.length - 1) : 0;
    if (gap === 0) this.onFollowed({ stage, from: 0, to: reach.length });
    else {
      for (let nth = 1; nth < reach.length; nth++) {
        const move: Move = { stage, from: nth, to: nth + 1 };
        simulation.schedule(simulation.now + nth * gap, this.onFollowed, move);
      }
      this.onFollowed({ stage, from: 0, to: 1 });
    }
    this.headcount.close(before, after, this.handOver);
    this.train(stage);
  };

  /** Some salespeople come under the new rules. */
  private readonly onFollowed = ({ stage, from, to }: Move): void => {
    const { charter } = this.options;
    const reach = this.reach.get(stage)!;
    const moved = reach.slice(from, to);
    const followers = this.followers.get(stage)!;
    for (const number of moved) followers.add(number);
    if (to === reach.length && stage.step.share === 1) this.followers.set(stage, undefined);
    const before = moved.map((number) => charter.of(number));
    this.amend();
    moved.forEach((number, nth) => this.affect(number, before[nth]!, charter.of(number)));
    this.learnTools(stage, from);
  };

  private amend(): void {
    const { charter, staff } = this.options;
    const holds = (stage: Stage, number: number) => this.followers.get(stage)?.has(number) ?? true;
    const firm = this.resultOf(this.begun);
    const rulesOf = (number: number): Organisation | undefined => {
      const own = this.begun.filter((stage) => holds(stage, number));
      if (own.length === this.begun.length) return undefined;
      return { ...this.resultOf(own), roles: firm.roles };
    };
    const exceptions: (Organisation | undefined)[] = [];
    for (const { index } of staff.salespeople) exceptions[index] = rulesOf(index);
    const callers = staff.salespeople.map(
      ({ index }) => (exceptions[index] ?? firm).assignments['schedule-call'],
    );
    const isMixed = new Set(callers).size > 1;
    charter.amend(firm, {
      exceptions: exceptions.some((one) => one !== undefined) ? exceptions : [],
      isMixed,
    });
  }

  /** The organisation that some steps lead to. */
  private resultOf(stages: readonly Stage[]): Organisation {
    return stages.reduce((before, { step }) => amended(before, step.organisation), this.initial);
  }

  /** What a salesperson's new rules take from whom, and give to whom. */
  private affect(salesperson: number, before: Organisation, after: Organisation): void {
    const { simulation, effectiveness } = this.options;
    const { now } = simulation;
    if (givesUpCases(before, after)) effectiveness.resist(salesperson, now);
    for (const change of reassignments(before, after)) {
      if (change.from === 'salesperson') effectiveness.resist(salesperson, now);
      if (change.to === 'dropped') continue;
      const [role, use] = [ROLES.indexOf(change.to), timeUseOf(change.activity)];
      if (!effectiveness.knows(role, use)) effectiveness.learn(role, use, { at: now, tools: 1 });
    }
    this.handOver.fromSalesperson(salesperson);
  }

  private learnTools({ step, after }: Stage, from: number): void {
    if (from > 0 || step.tools === 1) return;
    const { simulation, effectiveness } = this.options;
    for (const activity of step.helps) {
      const taker = takersIn(after)[activity] ?? 'salesperson';
      if (taker === 'dropped') continue;
      const at = simulation.now;
      effectiveness.learn(ROLES.indexOf(taker), timeUseOf(activity), { at, tools: step.tools });
    }
  }

  private train({ step }: Stage): void {
    if (step.training === 0) return;
    const { staff, activities } = this.options;
    const { kind, minutes } = activities.of('training');
    for (const role of step.trained) {
      if (!isSeated(role)) continue;
      for (const { queue, index: person } of staff.seatsOf(role).open) {
        for (let day = 0; day < step.training; day++) {
          queue.add(new Task({ kind, minutes: minutes(person, day), onDone: () => undefined }));
        }
      }
    }
  }
}
