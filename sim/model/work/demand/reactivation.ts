import type { Simulation } from '../../../engine/simulation.ts';
import type { KeyedDraws } from '../../../random/keyed-draws.ts';
import type { Scenario } from '../../../scenario/schema/scenario.ts';
import { MINUTES_PER_WEEK } from '../../../time/working-time.ts';
import type { Charter } from '../../charter.ts';
import type { OpportunityBirth } from '../../market/opportunity.ts';
import type { OpportunityTape } from '../../market/opportunity-tape.ts';
import { Task } from '../../people/task.ts';
import type { TaskQueue } from '../../people/task-queue.ts';
import type { ActivityBook } from '../activity-book.ts';

export interface ReactivationOptions {
  readonly simulation: Simulation;
  readonly scenario: Scenario;
  readonly charter: Charter;
  readonly activities: ActivityBook;
  readonly tape: OpportunityTape;
  /** Draws by opportunity: how old it was at the start, whether it is still open when somebody calls. */
  readonly draws: KeyedDraws;
  /** The queue of whoever takes up opportunities at a place. */
  readonly queueAt: (place: OpportunityBirth['place']) => TaskQueue;
  readonly onAlive: (birth: OpportunityBirth) => void;
}

/** An opportunity that was not pursued, and since when; minutes since the start, negative for before it. */
interface Neglected {
  readonly birth: OpportunityBirth;
  readonly since: number;
}

const DRAW = { age: 0, isAlive: 1 } as const;
const YEAR = (365.2425 / 7) * MINUTES_PER_WEEK;

/**
 * Opportunities that nobody pursued, of the year before the start and since then. One is taken up every so often, the
 * newest first, with a call; most that are old have been decided without the firm.
 */
export class Reactivation {
  private readonly options: ReactivationOptions;
  /** Oldest first. */
  private readonly neglected: Neglected[] = [];
  private isRunning = false;
  private hasOld = false;

  constructor(options: ReactivationOptions) {
    this.options = options;
  }

  /** Begins to take up opportunities if that is assigned to somebody. */
  start(): void {
    const { simulation, charter } = this.options;
    if (this.isRunning || charter.firm.assignments.reactivate === 'dropped') return;
    if (!this.hasOld) this.recall();
    this.isRunning = true;
    simulation.schedule(simulation.now, this.onNextDue, undefined);
  }

  /** An opportunity is not pursued. */
  add(birth: OpportunityBirth): void {
    this.neglected.push({ birth, since: this.options.simulation.now });
    this.start();
  }

  /** Finds those of the year before the start in the books. */
  private recall(): void {
    const { tape, draws, scenario } = this.options;
    this.hasOld = true;
    const old = Array.from({ length: scenario.market.neglected.stock }, (_, number): Neglected => {
      const birth = tape.born('neglected', number, 0);
      return { birth, since: -YEAR * draws.uniform(birth.id, DRAW.age) };
    });
    this.neglected.unshift(...old.sort((a, b) => a.since - b.since));
  }

  private readonly onNextDue = (): void => {
    const { simulation, charter, activities, queueAt } = this.options;
    const { assignments, reactivation } = charter.firm;
    const next = this.neglected.at(-1);
    this.isRunning = assignments.reactivate !== 'dropped' && next !== undefined;
    if (!this.isRunning || next === undefined) return;
    this.neglected.pop();
    const { kind, minutes } = activities.of('reactivate');
    const onDone = (): void => this.onCalled(next);
    queueAt(next.birth.place).add(new Task({ kind, minutes: minutes(next.birth.id), onDone }));
    simulation.schedule(simulation.now + MINUTES_PER_WEEK / reactivation.rate, this.onNextDue, undefined);
  };

  private onCalled({ birth, since }: Neglected): void {
    const { simulation, scenario, draws, onAlive } = this.options;
    const alive = Math.exp((since - simulation.now) / scenario.market.neglected.lasts);
    if (draws.uniform(birth.id, DRAW.isAlive) >= alive) return;
    onAlive({ ...birth, source: 'neglected', arrivedAt: simulation.now });
  }
}
