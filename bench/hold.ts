import FlatQueue from 'flatqueue';
import { EventQueue } from '../sim/engine/event-queue.ts';
import { Stream } from '../sim/random/stream.ts';

const MASK = (1 << 20) - 1;

/** A pending-event set: put in by time, taken out earliest first. */
interface PendingSet {
  push(time: number): void;
  /** Takes out the earliest event, and returns its time. */
  pop(): number;
}

export const SETS: Readonly<Record<string, () => PendingSet>> = {
  salesworks: () => {
    const queue = new EventQueue();
    return {
      push: (time) => void queue.push(time),
      pop: () => {
        queue.popBefore(Infinity);
        return queue.lastTime;
      },
    };
  },
  // A binary heap that does not keep the order of ties.
  flatqueue: () => {
    const queue = new FlatQueue<number>();
    return {
      push: (time) => queue.push(0, time),
      pop: () => {
        const time = queue.peekValue()!;
        queue.pop();
        return time;
      },
    };
  },
};

export interface HoldResult {
  /** Of one hold, in the second half of them. */
  readonly nanoseconds: number;
  /** Of the times taken out: the same for every correct set. */
  readonly sum: number;
}

/**
 * The hold model (Jones 1986): take out the earliest event, put one in an exponential time later, with `pending`
 * events in the set throughout. Twice as often as `holds`; the first half is to warm up.
 */
export function measureHold(set: PendingSet, pending: number, holds: number): HoldResult {
  const stream = new Stream({ seed: 1, replication: 0, purpose: 'increments' });
  const increments = Float64Array.from({ length: MASK + 1 }, () => -Math.log(stream.uniform()));
  let next = 0;
  let sum = 0;
  for (let i = 0; i < pending; i++) set.push(increments[next++ & MASK]!);
  const hold = (times: number): void => {
    for (let i = 0; i < times; i++) {
      const time = set.pop();
      sum += time;
      set.push(time + increments[next++ & MASK]!);
    }
  };
  hold(holds);
  const start = process.hrtime.bigint();
  hold(holds);
  return { nanoseconds: Number(process.hrtime.bigint() - start) / holds, sum };
}
