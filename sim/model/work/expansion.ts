import type { Simulation } from '../../engine/simulation.ts';
import { CENTRES, type Centre, type Role } from '../../scenario/schema/ids.ts';
import { MINUTES_PER_WEEK } from '../../time/working-time.ts';
import type { Charter, Organisation } from '../charter.ts';
import type { Staff } from '../people/staff.ts';
import type { Downstream } from './downstream.ts';

type Rule = Organisation['expansion']['making'];
type Function = Centre | 'customer-service';

const ROLE_OF: Readonly<Record<Function, Role>> = {
  engineering: 'engineering',
  making: 'production',
  finishing: 'finishing',
  'customer-service': 'customer-service',
};

/** What has happened to one function so far. */
interface Growth {
  /** Weekly looks in a row at which too much waited. */
  looks: number;
  /** People ordered so far, and whether some of them have yet to come. */
  ordered: number;
  isAwaited: boolean;
}

export interface ExpansionOptions {
  readonly simulation: Simulation;
  readonly charter: Charter;
  readonly staff: Pick<Staff, 'openSeat'>;
  readonly downstream: Pick<Downstream, 'backlogWeeks' | 'serviceWeeks'>;
}

/**
 * Capacity that is ordered when too much has waited for too long, and comes after a delay (Forrester 1968). Nothing
 * more is ordered for a function while something is on its way.
 */
export class Expansion {
  private readonly options: ExpansionOptions;
  private readonly growth = new Map<Function, Growth>();

  constructor(options: ExpansionOptions) {
    this.options = options;
  }

  /** Looks once a week from now on, where the organisation has a rule for anything. */
  start(): void {
    const { simulation, charter } = this.options;
    if (Object.values(charter.firm.expansion).every(({ heads }) => heads === 0)) return;
    simulation.schedule(MINUTES_PER_WEEK, this.onWeekEnded, undefined);
  }

  private readonly onWeekEnded = (): void => {
    const { simulation, charter, downstream } = this.options;
    const { expansion } = charter.firm;
    for (const centre of CENTRES) this.look(centre, expansion[centre], downstream.backlogWeeks(centre));
    this.look('customer-service', expansion.customerService, downstream.serviceWeeks);
    simulation.schedule(simulation.now + MINUTES_PER_WEEK, this.onWeekEnded, undefined);
  };

  private look(what: Function, rule: Rule, weeks: number): void {
    const growth = this.growthOf(what);
    const isTooMuch = rule.heads > 0 && weeks * MINUTES_PER_WEEK > rule.above;
    growth.looks = isTooMuch ? growth.looks + 1 : 0;
    const isLasting = isTooMuch && growth.looks * MINUTES_PER_WEEK >= rule.lasting;
    const heads = Math.min(rule.heads, rule.most - growth.ordered);
    if (!isLasting || growth.isAwaited || heads <= 0) return;
    growth.isAwaited = true;
    growth.ordered += heads;
    const { simulation, staff } = this.options;
    const onArrived = (): void => {
      growth.isAwaited = false;
      growth.looks = 0;
      for (let head = 0; head < heads; head++) staff.openSeat(ROLE_OF[what]);
    };
    simulation.schedule(simulation.now + rule.delay, onArrived, undefined);
  }

  private growthOf(what: Function): Growth {
    let growth = this.growth.get(what);
    if (growth === undefined) this.growth.set(what, (growth = { looks: 0, ordered: 0, isAwaited: false }));
    return growth;
  }
}
