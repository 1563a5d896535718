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
import { Prospecting } from '../prospecting.ts';
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
  readonly draws: (purpose: string) => KeyedDraws;
}

/** Opportunities that the firm goes out for, beside those that come by themselves. What is not done costs nothing. */
export class Demand {
  private readonly options: DemandOptions;
  private readonly promotions: Promotions;
  private readonly prospecting: Prospecting;
  /** Salespeople of the first day. */
  private readonly salespeople: number;

  constructor(options: DemandOptions) {
    this.options = options;
    this.salespeople = options.staff.salespeople.length;
    this.promotions = new Promotions({
      ...options,
      promoters: options.staff.promoters,
      draws: options.draws('campaign'),
      onAnswer: this.onAnswer,
    });
    this.prospecting = new Prospecting({
      ...options,
      draws: options.draws('prospecting.dials'),
      dayDraws: options.draws('prospecting.day'),
      onFound: this.onFound,
    });
  }

  /** Everything that is assigned to somebody begins, now or when the organisation changes. */
  start(): void {
    const { charter, staff } = this.options;
    this.onCharterAmended();
    charter.tell(this.onCharterAmended);
    staff.seatsOf('salesperson').watch({ onOpened: (seat) => this.prospecting.assign(seat) });
  }

  private readonly onCharterAmended = (): void => {
    for (const salesperson of this.options.staff.salespeople) this.prospecting.assign(salesperson);
    this.promotions.start();
  };

  /** The nth find of a salesperson, in his own part of the territory if there is room for one. */
  private readonly onFound = (salesperson: FieldSeat, nth: number): void => {
    const { tape, simulation, pipeline, staff } = this.options;
    const number = findNumber(salesperson.index, nth, this.salespeople);
    const birth = tape.born('prospecting', number, simulation.now);
    const isHis = (found: Place) => staff.salespersonAt(found) === salesperson;
    const place = tape.placeOfFind(number, isHis) ?? salesperson.agenda.base;
    pipeline.arrive({ ...birth, place }, undefined, salesperson);
  };

  private readonly onAnswer = ({ number, interestedFor, fit, price }: Respondent): void => {
    const { tape, simulation, pipeline, staff } = this.options;
    const born = tape.born('promotion', number, simulation.now);
    const birth = { ...born, fit: born.fit * fit, value: born.value * price, listValue: born.value };
    pipeline.arrive(birth, undefined, staff.salespersonAt(birth.place), interestedFor);
  };
}

/** Number of a salesperson's nth find among all finds. Seats of the first day count in turn; later ones have more room. */
function findNumber(index: number, nth: number, heads: number): number {
  return index < heads ? nth * heads + index : index * LATER_FINDS + nth;
}

const LATER_FINDS = 2 ** 20;
