import { Simulation } from '../sim/engine/simulation.ts';
import type { Observer } from '../sim/model/observer.ts';
import { Person } from '../sim/model/people/person.ts';
import { Task } from '../sim/model/people/task.ts';
import { TaskQueue } from '../sim/model/people/task-queue.ts';
import { Stream } from '../sim/random/stream.ts';
import { ALWAYS, WorkingTime } from '../sim/time/working-time.ts';
import { peakMegabytes } from './peak-memory.ts';

export interface SingleServerResult {
  /** Customers served in a second. */
  readonly perSecond: number;
  /** Mean minutes before service; theory says 4 for endless runs. */
  readonly meanWait: number;
  readonly megabytes: number;
}

/** M/M/1 at load 0.8, mean service one minute, with a person and a queue of the model. */
export function measureSingleServer(customers: number): SingleServerResult {
  let waited = 0;
  let begun = 0;
  const observer = {
    onTimeSpent: nothing,
    onAvailable: nothing,
    onEngaged: nothing,
    onTaskQueued: nothing,
    onTaskDequeued: nothing,
    onTaskBegun: (_role: number, wait: number) => {
      waited += wait;
      begun++;
    },
  } as unknown as Observer;
  const simulation = new Simulation();
  const queue = new TaskQueue({ simulation, observer, role: 0 });
  const workingTime = new WorkingTime(ALWAYS);
  new Person({ simulation, observer, role: 0, index: 0, workingTime, queues: [queue] }).start();
  const gaps = new Stream({ seed: 1, replication: 0, purpose: 'gaps' });
  const services = new Stream({ seed: 1, replication: 0, purpose: 'services' });
  const kind = { timeUse: 0, urgency: 0, isOffice: false };
  let arrived = 0;
  const arrive = (): void => {
    queue.add(new Task({ kind, minutes: -Math.log(services.uniform()), onDone: nothing }));
    if (++arrived < customers)
      simulation.schedule(simulation.now - 1.25 * Math.log(gaps.uniform()), arrive, undefined);
  };
  simulation.schedule(0, arrive, undefined);
  const start = performance.now();
  simulation.run(Number.MAX_VALUE);
  const seconds = (performance.now() - start) / 1000;
  return { perSecond: begun / seconds, meanWait: waited / begun, megabytes: peakMegabytes() };
}

function nothing(): void {
  // Not looked at.
}
