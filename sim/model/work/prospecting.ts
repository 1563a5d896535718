import type { Simulation } from '../../engine/simulation.ts';
import type { KeyedDraws } from '../../random/keyed-draws.ts';
import type { Scenario } from '../../scenario/schema/scenario.ts';
import { MINUTES_PER_DAY } from '../../time/working-time.ts';
import type { Charter } from '../charter.ts';
import type { FieldSeat } from '../people/staff.ts';
import { Task, type TaskKind } from '../people/task.ts';
import type { ActivityBook } from './activity-book.ts';

export interface ProspectingOptions {
  readonly simulation: Simulation;
  readonly scenario: Scenario;
  readonly charter: Charter;
  readonly activities: ActivityBook;
  /** Draws by salesperson: dials until the next find. And by salesperson and day: whether it is a day for it. */
  readonly draws: KeyedDraws;
  readonly dayDraws: KeyedDraws;
  /** The nth find of a salesperson. */
  readonly onFound: (salesperson: FieldSeat, nth: number) => void;
}

/**
 * Cold calls in idle time, on days when the salesperson brings himself to make them. The work until the next find is
 * a geometric number of dials; whatever comes up interrupts it, and it is resumed where it was left.
 */
export class Prospecting {
  private readonly options: ProspectingOptions;
  private readonly kind: TaskKind;
  /** What those do in idle time who have been asked to before. */
  private readonly idleWork = new Map<FieldSeat, () => Task | undefined>();

  constructor(options: ProspectingOptions) {
    this.options = options;
    const { timeUse, isOffice } = options.activities.of('prospecting').kind;
    this.kind = { timeUse, urgency: Infinity, isOffice };
  }

  /** Gives a salesperson something to do in idle time, or nothing any more, as the organisation has it now. */
  assign(salesperson: FieldSeat): void {
    const { workload } = salesperson.person;
    const isAssigned = this.options.charter.of(salesperson.index).assignments.prospecting === 'salesperson';
    if (!isAssigned) {
      workload.idleWork = undefined;
      return;
    }
    let idleWork = this.idleWork.get(salesperson);
    if (idleWork === undefined) this.idleWork.set(salesperson, (idleWork = this.idleWorkOf(salesperson)));
    workload.idleWork = idleWork;
  }

  private idleWorkOf(salesperson: FieldSeat): () => Task | undefined {
    const { simulation, charter, dayDraws, onFound } = this.options;
    let found = 0;
    const onDone = (): void => {
      onFound(salesperson, found++);
      hunt = this.hunt(salesperson, found, onDone);
    };
    let hunt = this.hunt(salesperson, found, onDone);
    return () => {
      const day = Math.floor(simulation.now / MINUTES_PER_DAY);
      const { prospectingDays } = charter.of(salesperson.index);
      const isDayForIt = dayDraws.uniform(salesperson.index, day) < prospectingDays;
      return isDayForIt ? hunt : undefined;
    };
  }

  private hunt(salesperson: FieldSeat, nth: number, onDone: () => void): Task {
    const { scenario, activities, draws } = this.options;
    const { minutes } = activities.of('prospecting');
    const chance = scenario.market.prospecting.yield;
    const dials = 1 + Math.floor(Math.log(draws.uniform(salesperson.index, nth)) / Math.log1p(-chance));
    return new Task({
      kind: this.kind,
      minutes: dials * minutes(salesperson.index, nth),
      yields: true,
      onDone,
    });
  }
}
