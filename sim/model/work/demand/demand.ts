import type { Simulation } from '../../../engine/simulation.ts';
import type { KeyedDraws } from '../../../random/keyed-draws.ts';
import type { Scenario } from '../../../scenario/schema/scenario.ts';
import type { WorkingTime } from '../../../time/working-time.ts';
import type { Charter } from '../../charter.ts';
import type { OpportunityTape } from '../../market/opportunity-tape.ts';
import type { Place } from '../../market/place.ts';
import type { Observer } from '../../observer.ts';
import type { FieldSeat, Staff } from '../../people/staff.ts';
import type { ActivityBook } from '../activity-book.ts';
import type { Pipeline } from '../pipeline.ts';
import { Promotions, type Respondent } from './promotions.ts';

export interface DemandOptions {
  readonly simulation: Simulation;
  readonly observer: Observer;
  readonly scenario: Scenario;
  readonly charter: Charter;
  readonly staff: Staff;
  readonly activities: ActivityBook;
  readonly officeHours: WorkingTime;
  readonly tape: OpportunityTape;
  readonly pipeline: Pipeline;
  readonly salespersonAt: (place: Place) => FieldSeat;
  readonly draws: (purpose: string) => KeyedDraws;
}

/** Opportunities that the firm goes out for, beside those that come by themselves. What is not done costs nothing. */
export class Demand {
  private readonly options: DemandOptions;
  private readonly promotions: Promotions;

  constructor(options: DemandOptions) {
    this.options = options;
    this.promotions = new Promotions({
      ...options,
      promoters: options.staff.promoters,
      draws: options.draws('campaign'),
      onAnswer: this.onAnswer,
    });
  }

  /** Everything that is assigned to somebody begins, now or when the organisation changes. */
  start(): void {
    this.promotions.start();
    this.options.charter.tell(() => this.promotions.start());
  }

  private readonly onAnswer = ({ number, interestedFor, fit, price }: Respondent): void => {
    const { tape, simulation, pipeline, salespersonAt } = this.options;
    const born = tape.born('promotion', number, simulation.now);
    const birth = { ...born, fit: born.fit * fit, value: born.value * price, listValue: born.value };
    pipeline.arrive(birth, undefined, salespersonAt(birth.place), interestedFor);
  };
}
