import type { Simulation } from '../../engine/simulation.ts';
import { ROLES, type Role } from '../../scenario/schema/ids.ts';
import type { Organisation } from '../charter.ts';
import type { Observer } from '../observer.ts';
import type { FieldSeat, Staff } from '../people/staff.ts';
import type { HandOver } from './hand-over.ts';

/** Roles whose people the model simulates, each in a seat; of the others it knows only what they are paid. */
const SEATED = [
  'salesperson',
  'sales-coordinator',
  'project-leader',
  'customer-service',
  'engineering',
  'production',
] as const;

export function isSeated(role: Role): role is (typeof SEATED)[number] {
  return (SEATED as readonly Role[]).includes(role);
}

export interface HeadcountOptions {
  readonly simulation: Simulation;
  readonly observer: Observer;
  readonly staff: Staff;
}

/** Heads that a step of the plan brings or takes, role by role, in the order of the list of roles. */
export class Headcount {
  private readonly options: HeadcountOptions;

  constructor(options: HeadcountOptions) {
    this.options = options;
  }

  /** Those who come, from now on. Salespeople who are not needed any more become project leaders; others are hired. */
  open(before: Organisation, after: Organisation): void {
    const { simulation, observer, staff } = this.options;
    const released = this.released(before, after);
    this.forEach(before, after, (role, index) => {
      if (isSeated(role)) {
        staff.openSeat(role, role === 'project-leader' ? released.shift() : undefined);
        return;
      }
      const person = { role: ROLES.indexOf(role), index };
      observer.onHired(person, after.roles[role].hiringCost, simulation.now);
      observer.onEmployed(person, simulation.now);
    });
  }

  /** Those who go. What they had and others do by now has been passed to these; the rest goes to who has their place. */
  close(before: Organisation, after: Organisation, handOver: HandOver): void {
    const { simulation, observer, staff } = this.options;
    const leaving = staff.furthestSalespeople(after.roles.salesperson.heads);
    this.forEach(after, before, (role, index) => {
      if (!isSeated(role)) {
        observer.onLeft({ role: ROLES.indexOf(role), index }, simulation.now);
      } else if (role === 'salesperson') {
        const number = leaving.pop()!;
        handOver.fromSalesperson(number);
        staff.closeSeat(role, number);
      } else {
        staff.closeSeat(role);
      }
    });
  }

  /** Salespeople who leave the field at a step. */
  private released(before: Organisation, after: Organisation): FieldSeat[] {
    const { staff } = this.options;
    const { heads } = after.roles.salesperson;
    if (heads >= before.roles.salesperson.heads) return [];
    return staff
      .furthestSalespeople(heads)
      .map((number) => staff.seatsOf('salesperson').at(number)!)
      .filter(({ isVacant }) => !isVacant);
  }

  /** Every head that a role has more in `more` than in `fewer`. */
  private forEach(fewer: Organisation, more: Organisation, tell: (role: Role, index: number) => void): void {
    for (const role of ROLES) {
      for (let index = fewer.roles[role].heads; index < more.roles[role].heads; index++) tell(role, index);
    }
  }
}
