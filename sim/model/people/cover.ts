import type { Simulation } from '../../engine/simulation.ts';
import type { Charter } from '../charter.ts';
import { standInRole } from '../policies/cover.ts';
import type { Appointment } from './appointment.ts';
import type { FieldSeat, Seat } from './seat.ts';
import type { Staff } from './staff.ts';

export interface CoverOptions {
  readonly simulation: Simulation;
  readonly charter: Charter;
  readonly staff: Staff;
}

/**
 * Who stands in for salespeople who are away: chosen some time after they have left, if they are not back by then.
 * Everybody stands in for one at a time. Whoever goes away while standing in is replaced, if somebody is free.
 */
export class Cover {
  private readonly options: CoverOptions;
  /** Until when each salesperson is away who is. */
  private readonly awayUntil = new Map<Seat, number>();

  constructor(options: CoverOptions) {
    this.options = options;
    const onClosed = (seat: Seat): void => {
      this.awayUntil.delete(seat);
      seat.standIn = undefined;
      this.replace(seat);
    };
    for (const role of ['salesperson', 'project-leader'] as const)
      options.staff.seatsOf(role).watch({ onClosed });
  }

  /** Somebody has gone away until an instant, on leave, ill, or for good until a successor comes. */
  onAway(seat: Seat, until: number): void {
    this.replace(seat);
    this.passOn(seat);
    const { simulation, charter } = this.options;
    const { staffing } = charter.firm;
    if (seat.role !== 'salesperson' || standInRole(staffing) === undefined) return;
    this.awayUntil.set(seat, Math.max(until, this.awayUntil.get(seat) ?? 0));
    const due = simulation.now + staffing.coverAfter;
    if (due < until) simulation.schedule(due, this.onDue, seat as FieldSeat);
  }

  /** Somebody is there again. */
  onBack(seat: Seat): void {
    if ((this.awayUntil.get(seat) ?? Infinity) > this.options.simulation.now) return;
    this.awayUntil.delete(seat);
    if (seat.standIn !== undefined) this.options.staff.setStandIn(seat as FieldSeat, undefined);
  }

  /** Whoever would stand in for a salesperson now; undefined if nobody would. */
  candidateFor(seat: FieldSeat): FieldSeat | undefined {
    const { staff, charter } = this.options;
    const role = standInRole(charter.firm.staffing);
    if (role === undefined) return undefined;
    const busy = new Set(staff.salespeople.map(({ standIn }) => standIn));
    const way = ({ agenda }: FieldSeat) => agenda.travel.minutes(agenda.base, seat.agenda.base);
    const isFree = (one: FieldSeat) => one !== seat && !one.person.timesheet.isAway && !busy.has(one);
    return staff
      .seatsOf(role)
      .open.filter(isFree)
      .sort((a, b) => way(a) - way(b))[0];
  }

  /** Who may go to an appointment of somebody who has left or will be away by then. A leader's plan cannot take it. */
  readonly substituteFor = (seat: FieldSeat, { start, place }: Appointment): FieldSeat | undefined => {
    const { staff, simulation, charter } = this.options;
    if (!seat.isOpen) return staff.salespersonAt(place);
    const candidate = this.candidateFor(seat);
    const isInTime = start >= simulation.now + charter.firm.staffing.coverAfter;
    return isInTime && candidate?.role !== 'project-leader' ? candidate : undefined;
  };

  private readonly onDue = (seat: FieldSeat): void => {
    const { simulation, staff } = this.options;
    const until = this.awayUntil.get(seat);
    if (until === undefined || until <= simulation.now || seat.standIn !== undefined) return;
    const standIn = this.candidateFor(seat);
    if (standIn !== undefined) staff.setStandIn(seat, standIn);
  };

  /** What waits for a coordinator goes to a colleague who is there. */
  private passOn(seat: Seat): void {
    if (seat.role !== 'sales-coordinator') return;
    const colleague = this.options.staff.colleagueOf(seat);
    if (colleague !== undefined) seat.queue.moveTo(colleague.queue);
  }

  /** Whoever stood in for others cannot any more. */
  private replace(standIn: Seat): void {
    const { staff } = this.options;
    for (const seat of staff.salespeople) {
      if (seat.standIn === standIn) staff.setStandIn(seat, this.candidateFor(seat));
    }
  }
}
