import type { Simulation } from '../../../engine/simulation.ts';
import type { Quantile } from '../../../random/distribution.ts';
import type { KeyedDraws } from '../../../random/keyed-draws.ts';
import { quantileOf } from '../../../random/quantile.ts';
import { carriedByForm } from '../../../scenario/arithmetic/carried-by-form.ts';
import type { Scenario } from '../../../scenario/schema/scenario.ts';
import type { Charter, Organisation } from '../../charter.ts';
import type { Observer } from '../../observer.ts';
import type { FieldSeat, Staff } from '../../people/staff.ts';
import { briefTakerOf, chanceOfMisunderstanding, type BriefTaker } from '../../policies/brief-taker.ts';
import type { OpenOpportunity } from '../open-opportunity.ts';
import { Brief } from './brief.ts';

export interface BriefDeskOptions {
  readonly simulation: Simulation;
  readonly observer: Observer;
  readonly scenario: Scenario;
  readonly charter: Charter;
  readonly staff: Staff;
  /** Draws by opportunity: whether it is misunderstood, and how its estimate errs. */
  readonly draws: KeyedDraws;
}

const DRAW = { misunderstood: 0, estimate: 1 } as const;

/** Takes briefs: who does, what gets lost, and how far the estimate of the work is off. */
export class BriefDesk {
  private readonly options: BriefDeskOptions;
  private readonly estimates: Readonly<Record<BriefTaker, Quantile>>;

  constructor(options: BriefDeskOptions) {
    const { salesperson, productionPerson } = options.scenario.briefs.estimate;
    this.options = options;
    this.estimates = {
      salesperson: quantileOf(salesperson),
      'project-leader': quantileOf(productionPerson),
    };
  }

  /** Who is going to take the brief of an opportunity. */
  takerOf(opportunity: OpenOpportunity): BriefTaker {
    return briefTakerOf(this.rulesFor(opportunity), this.fits(opportunity));
  }

  /** The requirements have been discovered, and the brief has been given to `seat`. */
  take(opportunity: OpenOpportunity, seat: FieldSeat): Brief {
    const { scenario, observer, simulation, draws } = this.options;
    const { id, complexity } = opportunity.birth;
    const taker = this.takerOf(opportunity);
    const fits = this.fits(opportunity);
    const chance = chanceOfMisunderstanding(scenario.briefs, { taker, fits });
    const isMisunderstood = draws.uniform(id, DRAW.misunderstood) < chance;
    observer.onBrief({ kind: 'taken', taker, fits, isMisunderstood }, simulation.now);
    const scoper = this.rulesFor(opportunity).assignments['solution-design'];
    return new Brief({
      taker,
      seat,
      unwritten: Math.max(0, complexity - this.carriedFor(opportunity)),
      estimateFactor: this.estimates[scoper](draws.uniform(id, DRAW.estimate)),
      faults: isMisunderstood ? ['misunderstood'] : [],
    });
  }

  /** Whoever carries in his head now what is not written down of a brief that has been taken. */
  holderOf(opportunity: OpenOpportunity): FieldSeat {
    const { seat } = opportunity.brief!;
    if (seat.isOpen) return seat;
    const leader =
      opportunity.brief!.taker === 'project-leader' ? this.options.staff.leaderFor(seat) : undefined;
    return leader ?? opportunity.salesperson;
  }

  /** An opportunity has been lost: what is wrong with its brief, if there is one, is of no interest any more. */
  forget({ brief }: OpenOpportunity): void {
    const { observer, simulation } = this.options;
    if (brief === undefined || brief.faults.size === 0) return;
    observer.onBrief({ kind: 'void', faults: brief.faults.size }, simulation.now);
    brief.faults.clear();
  }

  private fits(opportunity: OpenOpportunity): boolean {
    return opportunity.birth.complexity <= this.carriedFor(opportunity);
  }

  private carriedFor(opportunity: OpenOpportunity): number {
    return carriedByForm(this.options.scenario.briefs.form, this.rulesFor(opportunity).briefs);
  }

  private rulesFor({ salesperson }: OpenOpportunity): Organisation {
    return this.options.charter.of(salesperson.index);
  }
}
