import type { Simulation } from '../../engine/simulation.ts';
import { ROLES, type Role } from '../../scenario/schema/ids.ts';
import { WorkingTime } from '../../time/working-time.ts';
import type { Charter } from '../charter.ts';
import type { Place, Travel } from '../market/place.ts';
import type { Observer } from '../observer.ts';
import { Agenda } from './agenda.ts';
import { Person } from './person.ts';
import type { FieldSeat, Seat } from './seat.ts';
import { TaskQueue } from './task-queue.ts';

export interface SeatMakerOptions {
  readonly simulation: Simulation;
  readonly observer: Observer;
  readonly charter: Charter;
  readonly travel: Travel;
  /** A gap shorter than this leaves a salesperson no room for another meeting. */
  readonly fragmentMinutes: number;
}

/** Makes seats by role and number. Those made before the run begins have somebody in them. */
export class SeatMaker {
  private readonly options: SeatMakerOptions;

  constructor(options: SeatMakerOptions) {
    this.options = options;
  }

  /** A seat with a queue of its own. */
  desk(role: Role, index: number): Seat {
    return this.seat(role, index, this.queueOf(role));
  }

  /** A seat with a queue of its own, whose occupant has appointments and lives at `base`. */
  field(role: Role, index: number, base: Place): FieldSeat {
    const agenda = new Agenda(base, this.options.travel);
    return { ...this.seat(role, index, this.queueOf(role), agenda), agenda };
  }

  /** A seat of a pool, which shares a queue. */
  seat(role: Role, index: number, queue: TaskQueue, agenda?: Agenda): Seat {
    const { simulation, observer, charter, fragmentMinutes } = this.options;
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
      queues: [queue],
      ...field,
      ...fragment,
      ...overtime,
    });
    return { role, index, person, queue, isOpen: true, ...(agenda === undefined ? {} : { agenda }) };
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
