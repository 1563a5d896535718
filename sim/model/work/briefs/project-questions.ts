import type { Simulation } from '../../../engine/simulation.ts';
import type { KeyedDraws } from '../../../random/keyed-draws.ts';
import type { Scenario } from '../../../scenario/schema/scenario.ts';
import type { WorkingTime } from '../../../time/working-time.ts';
import type { Observer } from '../../observer.ts';
import { Task } from '../../people/task.ts';
import type { ActivityBook } from '../activity-book.ts';
import type { OpenOpportunity } from '../open-opportunity.ts';
import type { Order } from '../order.ts';
import type { BriefDesk } from './brief-desk.ts';

export interface ProjectQuestionsOptions {
  readonly simulation: Simulation;
  readonly observer: Observer;
  readonly scenario: Scenario;
  readonly activities: ActivityBook;
  readonly briefs: Pick<BriefDesk, 'holderOf'>;
  /** Hours in which production asks. */
  readonly officeHours: WorkingTime;
  /** Draws by project: gaps between its questions. */
  readonly draws: KeyedDraws;
}

/** A project about which production asks, how often, and how many questions there were. */
interface AskedAbout {
  readonly order: Order;
  readonly opportunity: OpenOpportunity;
  readonly perWeek: number;
  asked: number;
}

/**
 * While a project is made, production asks whoever took the brief what is not written down: a Poisson process in
 * office hours whose rate is proportional to that share. It ends with the delivery; what is asked and not yet taken up
 * then is dropped.
 */
export class ProjectQuestions {
  private readonly options: ProjectQuestionsOptions;

  constructor(options: ProjectQuestionsOptions) {
    this.options = options;
  }

  /** Production has begun. */
  begin(order: Order, opportunity: OpenOpportunity): void {
    const { unwritten, taker } = opportunity.brief!;
    const { rate, productionPerson } = this.options.scenario.briefs.questions;
    const perWeek = rate * unwritten * (taker === 'salesperson' ? 1 : productionPerson);
    if (perWeek > 0) this.scheduleNext({ order, opportunity, perWeek, asked: 0 });
  }

  private scheduleNext(about: AskedAbout): void {
    const { simulation, officeHours, draws } = this.options;
    const weeks = -Math.log(draws.uniform(about.order.goods.key, about.asked)) / about.perWeek;
    const minutes = weeks * officeHours.minutesPerPeriod;
    simulation.schedule(officeHours.after(simulation.now, minutes), this.onAsked, about);
  }

  private readonly onAsked = (about: AskedAbout): void => {
    const { simulation, observer, activities, briefs } = this.options;
    const { order, opportunity } = about;
    const { taker } = opportunity.brief!;
    if (order.isDelivered) return;
    const { kind, minutes } = activities.of('answer-production');
    const tell = (what: 'asked' | 'answered' | 'dropped'): void =>
      observer.onBrief({ kind: 'question', opportunity: opportunity.id, what, role: taker }, simulation.now);
    const mayBegin = (): boolean => {
      if (order.isDelivered) tell('dropped');
      return !order.isDelivered;
    };
    tell('asked');
    briefs.holderOf(opportunity).queue.add(
      new Task({
        kind,
        minutes: minutes(order.goods.key, about.asked),
        about: order,
        mayBegin,
        onDone: () => tell('answered'),
      }),
    );
    about.asked++;
    this.scheduleNext(about);
  };
}
