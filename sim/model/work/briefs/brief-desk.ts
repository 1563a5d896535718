import type { Simulation } from '../../../engine/simulation.ts';
import type { Quantile } from '../../../random/distribution.ts';
import type { KeyedDraws } from '../../../random/keyed-draws.ts';
import { quantileOf } from '../../../random/quantile.ts';
import { carriedByForm } from '../../../scenario/arithmetic/carried-by-form.ts';
import type { Scenario } from '../../../scenario/schema/scenario.ts';
import type { Charter, Organisation } from '../../charter.ts';
import type { BriefFault } from '../../brief-event.ts';
import type { Observer } from '../../observer.ts';
import type { FieldSeat, Staff } from '../../people/staff.ts';
import { briefTakerOf, chanceOfMisunderstanding, type BriefTaker } from '../../policies/brief-taker.ts';
import { chanceOfOverPromise, isWorthwhile } from '../../policies/pay.ts';
import type { OpenOpportunity } from '../open-opportunity.ts';
import { Brief } from './brief.ts';
import type { LeaderSides } from './leader-sides.ts';

export interface BriefDeskOptions {
  readonly simulation: Simulation;
  readonly observer: Observer;
  readonly scenario: Scenario;
  readonly charter: Charter;
  readonly staff: Staff;
  readonly sides: Pick<LeaderSides, 'skillOf'>;
  /** Draws by opportunity: whether it is misunderstood, and how its estimate errs. */
  readonly draws: KeyedDraws;
}

const DRAW = { misunderstood: 0, estimate: 1, overPromised: 2 } as const;

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

  /** Whether the salesperson goes for a job once the requirements are known, as he is paid. */
  isWorthwhile(opportunity: OpenOpportunity): boolean {
    const { scenario } = this.options;
    const { costFactor, costError, listValue, value } = opportunity.birth;
    const { trulyVariableCost } = scenario.money;
    const estimate = costFactor * Math.exp(scenario.incentives.estimationError * costError);
    const margins = {
      margin: 1 - (trulyVariableCost * estimate * listValue) / value,
      usualMargin: 1 - trulyVariableCost,
    };
    return isWorthwhile(scenario.incentives, this.rulesFor(opportunity).pay, margins);
  }

  /** Share by which an over-promise has made the chance to win larger. */
  winGainOf({ brief }: OpenOpportunity): number {
    return brief?.faults.has('over-promised') === true
      ? this.options.scenario.incentives.overPromise.winGain
      : 0;
  }

  /** The requirements have been discovered, and the brief has been given to `seat`. */
  take(opportunity: OpenOpportunity, seat: FieldSeat): Brief {
    const { scenario, observer, simulation, draws, sides } = this.options;
    const { id, complexity } = opportunity.birth;
    const taker = this.takerOf(opportunity);
    const fits = this.fits(opportunity);
    const skill = taker === 'salesperson' ? 0 : sides.skillOf(seat);
    const chance = chanceOfMisunderstanding(scenario.briefs, { taker, fits, skill });
    const isMisunderstood = draws.uniform(id, DRAW.misunderstood) < chance;
    const { pay, assignments } = this.rulesFor(opportunity);
    const isOverPromised =
      draws.uniform(id, DRAW.overPromised) < chanceOfOverPromise(scenario.incentives, pay);
    observer.onBrief(
      { kind: 'taken', opportunity: id, taker, fits, isMisunderstood, isOverPromised },
      simulation.now,
    );
    const scoper = assignments['solution-design'];
    const faults: BriefFault[] = [];
    if (isMisunderstood) faults.push('misunderstood');
    if (isOverPromised) faults.push('over-promised');
    return new Brief({
      taker,
      seat,
      unwritten: Math.max(0, complexity - this.carriedFor(opportunity)),
      estimateFactor: this.estimates[scoper](draws.uniform(id, DRAW.estimate)),
      faults,
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
  forget({ id, brief }: OpenOpportunity): void {
    const { observer, simulation } = this.options;
    if (brief === undefined || brief.faults.size === 0) return;
    observer.onBrief({ kind: 'void', opportunity: id, faults: brief.faults.size }, simulation.now);
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
