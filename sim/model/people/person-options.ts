import type { Simulation } from '../../engine/simulation.ts';
import type { WorkingTime } from '../../time/working-time.ts';
import type { Observer } from '../observer.ts';
import type { Agenda } from './agenda.ts';
import type { Occupant } from './occupant.ts';
import type { TaskQueue } from './task-queue.ts';

/** What a person is doing. Resting: after hours, until the alarm rings. Idle: free, also overnight if nothing came. */
export type PersonState = 'resting' | 'idle' | 'working' | 'travelling' | 'waiting' | 'meeting';

export interface PersonOptions {
  readonly simulation: Simulation;
  readonly observer: Observer;
  /** Place of the role in the list of roles, and of the person within the role. */
  readonly role: number;
  readonly index: number;
  readonly workingTime: WorkingTime;
  /** Whether nobody is there until told otherwise. */
  readonly isVacant?: boolean;
  /** Who it is at first. */
  readonly occupant?: Occupant;
  /** Queues that the person works on; of tasks equally urgent, those of an earlier queue come first. */
  readonly queues: readonly TaskQueue[];
  /** Minutes that it takes to find back into an interrupted task. */
  readonly switchingMinutes?: number;
  /** Whether a task that was begun is finished after hours. */
  readonly finishesAfterHours?: boolean;
  /** Minutes after the end of the day in which tasks are still worked on that are due by then. */
  readonly overtimeMinutes?: number;
  /** Appointments, of somebody who has any. */
  readonly agenda?: Agenda;
  /** A gap between appointments longer than the way to base and back plus this is spent at base. */
  readonly baseGapMinutes?: number;
  /** A gap shorter than this leaves no room for another appointment: no spare capacity. */
  readonly fragmentMinutes?: number;
}
