import type { Simulation } from '../../engine/simulation.ts';
import { ROLES, type Role } from '../../scenario/schema/ids.ts';
import { WorkingTime } from '../../time/working-time.ts';
import type { Charter } from '../charter.ts';
import type { Place, Travel } from '../market/place.ts';
import type { Observer } from '../observer.ts';
import { Agenda } from './agenda.ts';
import { AVERAGE, Occupant } from './occupant.ts';
import { Person } from './person.ts';
import { Seats, type FieldSeat, type Pool, type Seat } from './seat.ts';
import type { Talent } from './talent.ts';
import { TaskQueue } from './task-queue.ts';

export interface SeatMakerOptions {
  readonly simulation: Simulation;
  readonly observer: Observer;
  readonly charter: Charter;
  readonly travel: Travel;
  /** Who sits where; all are alike if left out. */
  readonly talent?: Talent;
  /** A gap shorter than this leaves a salesperson no room for another meeting. */
  readonly fragmentMinutes: number;
}

/** Makes seats by role and number. Those made before the run begins have somebody in them. */
export class SeatMaker {
  private readonly options: SeatMakerOptions;

  constructor(options: SeatMakerOptions) {
    this.options = options;
  }

  /** Those of the first day of a role, each with a queue of its own, beside one that each shares if roles are combined. */
  deskSeats(role: Role, sharedOf?: (index: number) => TaskQueue): Seats {
    return new Seats(this.headsOf(role), {
      make: (index) => this.seat(role, index, this.queueOf(role), undefined, sharedOf?.(index)),
    });
  }

  /** The same, beside a shared queue if there is one, for people who have appointments; `baseOf` is where they live. */
  fieldSeats(
    role: Role,
    of: {
      readonly baseOf: (index: number, others: readonly FieldSeat[]) => Place;
      readonly shared?: TaskQueue;
    },
  ): Seats<FieldSeat> {
    return new Seats<FieldSeat>(this.headsOf(role), {
      make: (index, others) => this.field(role, index, of.baseOf(index, others), of.shared),
    });
  }

  /** Those of the first day of a role who share one queue. */
  pool(role: Role): Pool {
    const queue = this.queueOf(role);
    return {
      queue,
      seats: new Seats(this.headsOf(role), { make: (index) => this.seat(role, index, queue) }),
    };
  }

  private field(role: Role, index: number, base: Place, shared?: TaskQueue): FieldSeat {
    const agenda = new Agenda(base, this.options.travel);
    return { ...this.seat(role, index, this.queueOf(role), agenda, shared), agenda };
  }

  /** A seat of a pool, which shares a queue. */
  seat(role: Role, index: number, queue: TaskQueue, agenda?: Agenda, shared?: TaskQueue): Seat {
    const { simulation, observer, charter, talent, fragmentMinutes } = this.options;
    const organisation = charter.firm;
    const { hours } = organisation.roles[role];
    const isVacant = simulation.now > 0;
    const field = agenda === undefined ? {} : { agenda, baseGapMinutes: organisation.baseGap };
    const isService = role === 'customer-service';
    const overtime = isService ? { overtimeMinutes: organisation.customerService.overtime } : {};
    const fragment = role === 'salesperson' ? { fragmentMinutes } : {};
    const person = new Person({
      simulation,
      observer,
      role: ROLES.indexOf(role),
      index,
      workingTime: new WorkingTime(hours[index % hours.length]!),
      switchingMinutes: organisation.switching,
      isVacant,
      occupant: talent?.ofFirst(role, index) ?? new Occupant(AVERAGE, false),
      queues: shared === undefined ? [queue] : [queue, shared],
      ...field,
      ...fragment,
      ...overtime,
    });
    return {
      role,
      index,
      person,
      queue,
      isOpen: true,
      isVacant,
      standIn: undefined,
      ...(agenda === undefined ? {} : { agenda }),
    };
  }

  private headsOf(role: Role): number {
    return this.options.charter.firm.roles[role].heads;
  }

  queueOf(role: Role): TaskQueue {
    const { simulation, observer, charter } = this.options;
    const organisation = charter.firm;
    const interrupts = role === 'salesperson' && organisation.interrupting;
    return new TaskQueue({
      simulation,
      observer,
      role: ROLES.indexOf(role),
      // Ranks in customer service are instants in either discipline: latest starts, or when the task came.
      ...(role === 'customer-service' ? { rankOf: () => simulation.now } : {}),
      ...(interrupts ? { interruptingUrgency: organisation.orderOfWork.indexOf('reactive') } : {}),
    });
  }
}
