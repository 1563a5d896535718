import { Simulation } from '../../../sim/engine/simulation.ts';
import { KeyedDraws } from '../../../sim/random/keyed-draws.ts';
import { loadScenario } from '../../../sim/scenario/load.ts';
import type { Product } from '../../../sim/scenario/schema/ids.ts';
import type { Account } from '../../../sim/model/market/accounts.ts';
import { QualityMemory } from '../../../sim/model/market/quality.ts';
import type { Delivery } from '../../../sim/model/observer.ts';
import { Person } from '../../../sim/model/people/person.ts';
import { Seats, type Seat } from '../../../sim/model/people/seat.ts';
import type { Pool } from '../../../sim/model/people/staff.ts';
import { TaskQueue } from '../../../sim/model/people/task-queue.ts';
import { Order } from '../../../sim/model/work/order.ts';
import { Works } from '../../../sim/model/work/works.ts';
import { WorkingTime } from '../../../sim/time/working-time.ts';
import { SILENT } from '../people/silent-observer.ts';
import { weekdays } from '../people/office.ts';

/** One person at each centre, from eight to five without lunch, whose whole capacity is in hand. */
const EIGHT_TO_FIVE = weekdays(['08:00', '17:00']);
const ALL_IN_HAND = ['engineering', 'making', 'finishing'].flatMap((centre) => [
  `production.${centre}.inHand=100 %`,
  `production.${centre}.growth=0 %`,
]);

/** A scenario with overrides, everything else as shipped. */
export function scenarioWith(...overrides: string[]) {
  const finisher = 'organisation.roles.finishing.heads=1';
  return loadScenario({ reference: 'standard', overrides: [finisher, ...ALL_IN_HAND, ...overrides] })
    .scenario;
}

/** The works alone, with one person at each centre. */
export class Workshop {
  readonly simulation = new Simulation();
  readonly deliveries: (Delivery & { readonly at: number; readonly promisedAt: number })[] = [];
  readonly works: Works;
  private readonly scenario: ReturnType<typeof scenarioWith>;
  private orders = 0;

  constructor({ overrides, isBeside = true }: { overrides: string[]; isBeside?: boolean }) {
    const { simulation } = this;
    this.scenario = scenarioWith(...overrides);
    const [engineering, production, finishing] = [this.pool(), this.pool(), this.pool()];
    this.works = new Works({
      simulation,
      observer: {
        ...SILENT,
        onDelivered: (delivery, at) =>
          this.deliveries.push({ ...delivery, at, promisedAt: at - delivery.late }),
      },
      scenario: this.scenario,
      staff: { engineering, production, finishing, isBesideScheduler: () => isBeside },
      draws: new KeyedDraws({ seed: 1, replication: 0, purpose: 'order.work' }),
      gates: { pass: (_opportunity, _gate, onPassed) => onPassed([]) },
      onDelivered: () => undefined,
      onMakingBegun: () => undefined,
      onFoundLate: () => undefined,
    });
    for (const { seats } of [engineering, production, finishing]) seats.at(0)!.person.start();
  }

  /** An order comes in. */
  order(at: number, product: Product): void {
    const quality = new QualityMemory(this.scenario.service.feedback, 0);
    const account = { id: 0, quality } as unknown as Account;
    const goods = { key: this.orders++, product, account, price: 1, listPrice: 1 };
    this.simulation.schedule(at, () => this.works.accept(new Order(goods, at)), undefined);
  }

  private pool(): Pool {
    const { simulation } = this;
    const queue = new TaskQueue({ simulation, observer: SILENT, role: 0 });
    const workingTime = new WorkingTime(EIGHT_TO_FIVE);
    const options = { simulation, observer: SILENT, role: 0, workingTime, queues: [queue] };
    const make = (index: number): Seat => {
      return {
        role: 'production',
        index,
        person: new Person({ ...options, index }),
        queue,
        isOpen: true,
        isVacant: false,
        standIn: undefined,
      };
    };
    return { seats: new Seats(1, { make }), queue };
  }
}
