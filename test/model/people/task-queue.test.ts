import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Simulation } from '../../../sim/engine/simulation.ts';
import { TaskQueue, type TaskQueueOptions } from '../../../sim/model/people/task-queue.ts';
import { Task } from '../../../sim/model/people/task.ts';
import { SILENT } from './silent-observer.ts';

/** A queue that nobody works on, and the names of its tasks in the order in which they would be taken. */
function emptyQueue(options: Partial<TaskQueueOptions> = {}) {
  const simulation = new Simulation();
  const log: string[] = [];
  const queue = new TaskQueue({
    simulation,
    observer: {
      ...SILENT,
      onTaskQueued: (role, at) => log.push(`${at}: queue ${role} +1`),
      onTaskDequeued: (role, at) => log.push(`${at}: queue ${role} -1`),
    },
    role: 4,
    ...options,
  });
  return { simulation, queue, log };
}

function task({
  urgency = 0,
  isOffice = false,
  rank,
}: { urgency?: number; isOffice?: boolean; rank?: number } = {}) {
  const kind = { timeUse: 0, urgency, isOffice };
  return new Task({ kind, minutes: 10, onDone: () => undefined, ...(rank === undefined ? {} : { rank }) });
}

/** Takes all tasks out, as somebody at base or not would take them. */
function taken(queue: TaskQueue, isAtBase = true): Task[] {
  const order: Task[] = [];
  for (let next = queue.next(isAtBase); next !== undefined; next = queue.next(isAtBase)) {
    queue.remove(next);
    order.push(next);
  }
  return order;
}

describe('a task queue', () => {
  it('hands out the most urgent class first and, within a class, by age', () => {
    const { queue } = emptyQueue();
    const [a, b, c, d] = [2, 0, 2, 0].map((urgency) => task({ urgency }));
    for (const one of [a!, b!, c!, d!]) expect(queue.add(one)).toBe(true);
    expect(taken(queue)).toEqual([b, d, a, c]);
  });

  it('hands out by rank within a class where there is a rule, by age where ranks are equal', () => {
    const { queue } = emptyQueue({ rankOf: ({ minutes, kind }) => minutes * (kind.isOffice ? 2 : 1) });
    const tasks = [task({ isOffice: true }), task(), task(), task({ urgency: 1 }), task()];
    for (const one of tasks) queue.add(one);
    expect(taken(queue)).toEqual([1, 2, 4, 0, 3].map((i) => tasks[i]));
  });

  it('leaves a rank that a task has brought along as it is', () => {
    const { queue } = emptyQueue();
    const tasks = [3, 1, 2].map((rank) => task({ rank }));
    for (const one of tasks) queue.add(one);
    expect(taken(queue).map(({ rank }) => rank)).toEqual([1, 2, 3]);
  });

  it('hands out office work only at base, in one order with the rest', () => {
    const { queue } = emptyQueue();
    const tasks = [task({ isOffice: true }), task(), task({ isOffice: true }), task({ urgency: 1 })];
    for (const one of tasks) queue.add(one);
    expect(queue.next(false)).toBe(tasks[1]);
    expect(queue.next(true)).toBe(tasks[0]);
    expect(taken(queue, false)).toEqual([tasks[1], tasks[3]]);
    expect(taken(queue, true)).toEqual([tasks[0], tasks[2]]);
    expect(queue.next(true)).toBeUndefined();
  });

  it('gives back what is withdrawn while it waits, and nothing else', () => {
    const { queue, log, simulation } = emptyQueue();
    const [first, second] = [task(), task()];
    queue.add(first);
    simulation.run(5);
    queue.add(second);
    simulation.run(7);
    expect(queue.withdraw(first)).toBe(true);
    expect(queue.withdraw(first)).toBe(false);
    expect(emptyQueue().queue.withdraw(second)).toBe(false);
    expect(queue.length).toBe(1);
    expect(queue.next(true)).toBe(second);
    expect(log).toEqual(['0: queue 4 +1', '5: queue 4 +1', '7: queue 4 -1']);
  });

  it('refuses what there is no room for, but not what comes back interrupted', () => {
    const { queue } = emptyQueue({ capacity: 1 });
    const [first, second, interrupted] = [task(), task(), task()];
    expect(queue.add(first)).toBe(true);
    expect(queue.add(second)).toBe(false);
    expect(second.isWaiting).toBe(false);
    interrupted.queue = queue;
    interrupted.rank = 0;
    queue.putBack(interrupted);
    expect(queue.length).toBe(2);
    expect(queue.add(second)).toBe(false);
    expect(taken(queue)).toEqual([interrupted, first]);
  });

  it('puts what comes back in its old place', () => {
    const { queue } = emptyQueue();
    const tasks = [task(), task(), task()];
    for (const one of tasks) queue.add(one);
    queue.remove(tasks[1]!);
    queue.putBack(tasks[1]!);
    expect(taken(queue)).toEqual(tasks);
  });

  it('keeps the order of (urgency, rank, arrival) whatever is added, withdrawn and put back', () => {
    const steps = fc.array(
      fc.record({
        act: fc.constantFrom('add', 'add', 'withdraw', 'take and put back'),
        urgency: fc.integer({ min: 0, max: 2 }),
        isOffice: fc.boolean(),
        rank: fc.option(fc.integer({ min: 0, max: 5 }), { nil: undefined }),
        which: fc.nat(),
      }),
      { maxLength: 60 },
    );
    const property = fc.property(steps, fc.boolean(), (list, isAtBase) => {
      const { queue } = emptyQueue({ rankOf: () => 3 });
      let waiting: Task[] = [];
      for (const { act, which, rank, ...kind } of list) {
        const one = waiting[which % Math.max(1, waiting.length)];
        if (act === 'add') {
          const added = task({ ...kind, ...(rank === undefined ? {} : { rank }) });
          queue.add(added);
          waiting.push(added);
        } else if (one !== undefined) {
          queue.withdraw(one);
          waiting = waiting.filter((other) => other !== one);
          if (act === 'take and put back') {
            queue.putBack(one);
            // Of equal rank it is the last now.
            waiting.push(one);
          }
        }
        expect(queue.length).toBe(waiting.length);
      }
      // At equal rank, what can be done anywhere comes before what only at base.
      const inOrder = waiting
        .filter(({ kind }) => isAtBase || !kind.isOffice)
        .sort(
          (a, b) =>
            a.kind.urgency - b.kind.urgency ||
            a.rank - b.rank ||
            Number(a.kind.isOffice) - Number(b.kind.isOffice),
        );
      const order = taken(queue, isAtBase);
      expect(order.map((each) => inOrder.indexOf(each))).toEqual(inOrder.map((_, i) => i));
    });
    fc.assert(property, { seed: 20261122, numRuns: 300 });
  });
});
