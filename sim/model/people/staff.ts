import type { Simulation } from '../../engine/simulation.ts';
import { ROLES, type Role } from '../../scenario/schema/ids.ts';
import { WorkingTime } from '../../time/working-time.ts';
import type { Charter } from '../charter.ts';
import type { Travel } from '../market/place.ts';
import type { Patch, Territory } from '../market/territory.ts';
import type { Observer } from '../observer.ts';
import { Agenda } from './agenda.ts';
import { Person } from './person.ts';
import { TaskQueue } from './task-queue.ts';

/** A person with a queue of their own. */
export interface Seat {
  readonly index: number;
  readonly person: Person;
  readonly queue: TaskQueue;
}

/** A person who has appointments. */
export interface FieldSeat extends Seat {
  readonly agenda: Agenda;
}

/** People of one role who share a queue. */
export interface Pool {
  readonly people: readonly Person[];
  readonly queue: TaskQueue;
}

interface Surroundings {
  readonly simulation: Simulation;
  readonly observer: Observer;
  readonly charter: Charter;
  readonly territory: Territory;
  readonly travel: Travel;
  /** A gap shorter than this leaves a salesperson no room for another meeting. */
  readonly fragmentMinutes: number;
}

/** Everybody in the firm who has work to do in this model, role by role. */
export class Staff {
  readonly patches: readonly Patch[];
  readonly salespeople: readonly FieldSeat[];
  readonly coordinators: readonly Seat[];
  readonly leaders: readonly FieldSeat[];
  readonly service: Pool;
  readonly engineering: Pool;
  readonly production: Pool;
  readonly promoters: Pool;
  private readonly surroundings: Surroundings;

  constructor(surroundings: Surroundings) {
    this.surroundings = surroundings;
    const { roles } = surroundings.charter.firm;
    this.patches = surroundings.territory.split(roles.salesperson.heads);
    const leaderPatches = surroundings.territory.split(Math.max(1, roles['project-leader'].heads));
    this.salespeople = this.fieldSeats('salesperson', this.patches);
    this.leaders = this.fieldSeats('project-leader', leaderPatches);
    this.coordinators = Array.from({ length: roles['sales-coordinator'].heads }, (_, index) =>
      this.seat('sales-coordinator', index),
    );
    this.service = this.pool('customer-service');
    this.engineering = this.pool('engineering');
    this.production = this.pool('production');
    this.promoters = this.pool('promotions-coordinator');
  }

  /** The coordinator of a salesperson: with fewer coordinators than salespeople, neighbours share one. */
  coordinatorOf(salesperson: number): Seat {
    return this.coordinators[Math.floor((salesperson * this.coordinators.length) / this.salespeople.length)]!;
  }

  /** The leaders who support a salesperson: with fewer leaders than salespeople, neighbours share one. */
  leadersOf(salesperson: number): readonly FieldSeat[] {
    const [leaders, salespeople] = [this.leaders.length, this.salespeople.length];
    if (leaders < salespeople) return [this.leaders[Math.floor((salesperson * leaders) / salespeople)]!];
    return this.leaders.filter(({ index }) => Math.floor((index * salespeople) / leaders) === salesperson);
  }

  /** The queue in which work for the accounts of a salesperson lands, given the role that does it. */
  queueFor(role: Role, salesperson: number): TaskQueue {
    switch (role) {
      case 'salesperson':
        return this.salespeople[salesperson]!.queue;
      case 'sales-coordinator':
        return this.coordinatorOf(salesperson).queue;
      case 'customer-service':
        return this.service.queue;
      default:
        throw new Error(`${role} has no queue for the accounts of a salesperson`);
    }
  }

  /** Everybody begins the first day. */
  start(): void {
    for (const { person } of [...this.salespeople, ...this.coordinators, ...this.leaders]) person.start();
    for (const { people } of [this.service, this.engineering, this.production, this.promoters]) {
      for (const person of people) person.start();
    }
  }

  private fieldSeats(role: Role, patches: readonly Patch[]): FieldSeat[] {
    const { roles } = this.surroundings.charter.firm;
    return Array.from({ length: roles[role].heads }, (_, index) => {
      const agenda = new Agenda(patches[index]!.base, this.surroundings.travel);
      const { person, queue } = this.seat(role, index, agenda);
      return { index, person, queue, agenda };
    });
  }

  private seat(role: Role, index: number, agenda?: Agenda): Seat {
    const { simulation, observer, charter, fragmentMinutes } = this.surroundings;
    const organisation = charter.firm;
    const interrupts = role === 'salesperson' && organisation.interrupting;
    const queue = new TaskQueue({
      simulation,
      observer,
      role: ROLES.indexOf(role),
      ...(interrupts ? { interruptingUrgency: organisation.orderOfWork.indexOf('reactive') } : {}),
    });
    const field = agenda === undefined ? {} : { agenda, baseGapMinutes: organisation.baseGap };
    const fragment = role === 'salesperson' ? { fragmentMinutes } : {};
    const person = new Person({ ...this.basics(role, index), queues: [queue], ...field, ...fragment });
    return { index, person, queue };
  }

  private pool(role: Role): Pool {
    const { simulation, observer, charter } = this.surroundings;
    const queue = new TaskQueue({ simulation, observer, role: ROLES.indexOf(role) });
    const people = Array.from(
      { length: charter.firm.roles[role].heads },
      (_, index) => new Person({ ...this.basics(role, index), queues: [queue] }),
    );
    return { people, queue };
  }

  private basics(role: Role, index: number) {
    const { simulation, observer, charter } = this.surroundings;
    const organisation = charter.firm;
    const { hours } = organisation.roles[role];
    return {
      simulation,
      observer,
      role: ROLES.indexOf(role),
      index,
      workingTime: new WorkingTime(hours[index % hours.length]!),
      switchingMinutes: organisation.switching,
    };
  }
}
