import type { Simulation } from '../../../engine/simulation.ts';
import type { Staff } from '../../people/staff.ts';
import { isFar } from './is-far.ts';
import type { MeetingRequest } from './meeting-request.ts';

/** Enters into a request who is to go there as things are now, with which leaders, and whether it is far for them. */
export function settleWhoGoes(
  request: MeetingRequest,
  { staff, simulation }: { readonly staff: Staff; readonly simulation: Simulation },
): void {
  const { leaders } = request.order;
  const seat = staff.workerFor(request.salesperson);
  request.seat = seat;
  // A leader who stands in needs half-days in his own plan, and nobody beside him.
  if (seat.role === 'project-leader') request.leaders = [seat];
  else if (leaders.every(({ isOpen }) => isOpen)) request.leaders = leaders;
  else request.leaders = [...new Set(leaders.flatMap((leader) => staff.leaderFor(leader) ?? []))];
  request.isFar = isFar({ salesperson: seat, order: request.order }, simulation.now);
}
