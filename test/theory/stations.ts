import type { Simulation } from '../../sim/engine/simulation.ts';
import type { Observer } from '../../sim/model/observer.ts';
import { Person } from '../../sim/model/people/person.ts';
import { TaskQueue } from '../../sim/model/people/task-queue.ts';
import { Task } from '../../sim/model/people/task.ts';
import type { Distribution } from '../../sim/random/distribution.ts';
import { ALWAYS, WorkingTime } from '../../sim/time/working-time.ts';
import type { Draws } from './draws.ts';
import type { StationOrder } from './network.ts';

/** Time use and urgency of what servers do when they have no customer. */
export const OWN_TIME = 99;
/** Role of a queue of which nothing is recorded. */
const UNSEEN = -1;

interface Surroundings {
  readonly simulation: Simulation;
  readonly observer: Observer;
  /** Place of the station. */
  readonly role: number;
}

/** The queue of a station. */
export function queueOf(order: StationOrder, { simulation, observer, role }: Surroundings): TaskQueue {
  const rankOf = { 'last-come': () => -simulation.now, shortest: (task: Task) => task.minutes };
  return new TaskQueue({
    simulation,
    observer,
    role,
    ...(order.room === undefined ? {} : { capacity: order.room }),
    ...(order.order === undefined ? {} : { rankOf: rankOf[order.order] }),
    ...(order.interruptingUrgency === undefined ? {} : { interruptingUrgency: order.interruptingUrgency }),
  });
}

/** Lets the servers of a station begin. */
export function openStation(
  order: StationOrder,
  of: Surroundings & { readonly draws: Draws; readonly queue: TaskQueue },
): void {
  const { simulation, observer, role, draws, queue } = of;
  const { hours, switchingMinutes = 0, finishesAfterHours = false, vacation, filler } = order;
  for (let index = 0; index < order.servers; index++) {
    const away = new TaskQueue({ simulation, observer, role: UNSEEN });
    const server = new Person({
      simulation,
      observer,
      role,
      index,
      workingTime: new WorkingTime(hours?.(index) ?? ALWAYS),
      queues: vacation === undefined ? [queue] : [queue, away],
      switchingMinutes,
      finishesAfterHours,
    });
    if (vacation !== undefined) planVacations(vacation, away, draws);
    if (filler !== undefined) giveFiller(filler, server, draws);
    server.start();
  }
}

/** Vacations without end: the least urgent work, which does not yield. */
function planVacations(length: Distribution, away: TaskQueue, draws: Draws): void {
  const draw = draws.of(length, 'vacation');
  const kind = { timeUse: OWN_TIME, urgency: OWN_TIME, isOffice: false };
  const plan = (): void => {
    away.add(new Task({ kind, minutes: draw(), onDone: plan }));
  };
  plan();
}

/** Work that only fills idle time, without end. */
function giveFiller(length: Distribution, server: Person, draws: Draws): void {
  const draw = draws.of(length, 'filler');
  const kind = { timeUse: OWN_TIME, urgency: Infinity, isOffice: false };
  let filler: Task;
  const renew = (): void => {
    filler = new Task({ kind, minutes: draw(), yields: true, onDone: renew });
  };
  renew();
  server.workload.idleWork = () => filler;
}
