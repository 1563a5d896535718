import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EventQueue } from '../../sim/engine/event-queue.ts';

/** The slow reference: a list that is searched for the least (time, order of scheduling). */
class ListOfEvents {
  private readonly events: { time: number; slot: number }[] = [];
  push(time: number, slot: number): void {
    this.events.push({ time, slot });
  }
  cancelNth(n: number): number | undefined {
    if (this.events.length === 0) return undefined;
    return this.events.splice(n % this.events.length, 1)[0]!.slot;
  }
  pop(): { time: number; slot: number } | undefined {
    let best = 0;
    this.events.forEach((event, i) => {
      if (event.time < this.events[best]!.time) best = i;
    });
    return this.events.splice(best, 1)[0];
  }
  get size(): number {
    return this.events.length;
  }
}

type Step = { do: 'push'; delay: number } | { do: 'pop' } | { do: 'cancel'; n: number };

const delays = fc.oneof(
  fc.constant(0),
  fc.integer({ min: 0, max: 5 }),
  fc.double({ min: 0, max: 1e-6, noNaN: true }),
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.double({ min: 0, max: 1e6, noNaN: true }),
);
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: fc.record({ do: fc.constant('push' as const), delay: delays }) },
    { weight: 4, arbitrary: fc.record({ do: fc.constant('pop' as const) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('cancel' as const), n: fc.nat() }) },
  ),
  { maxLength: 2000, size: 'max' },
);

function replay(list: readonly Step[]): void {
  const queue = new EventQueue();
  const reference = new ListOfEvents();
  let now = 0;
  for (const step of list) {
    if (step.do === 'push') {
      const time = now + step.delay;
      reference.push(time, queue.push(time));
    } else if (step.do === 'cancel') {
      const slot = reference.cancelNth(step.n);
      if (slot !== undefined) queue.cancel(slot);
    } else {
      const expected = reference.pop();
      const slot = queue.popBefore(Infinity);
      if (expected !== undefined) now = expected.time;
      if (slot !== (expected?.slot ?? -1) || (expected !== undefined && queue.lastTime !== now)) {
        expect({ slot, time: queue.lastTime }).toEqual(expected);
      }
    }
    if (queue.size !== reference.size) expect(queue.size).toBe(reference.size);
  }
}

describe('the pending-event set', () => {
  it('hands events out by time and, at equal times, in order of scheduling, whatever is cancelled meanwhile', () => {
    fc.assert(fc.property(steps, replay), { seed: 20261122, numRuns: 300 });
  });

  it('keeps that order with thousands pending, most of them tied', () => {
    const waves = fc.array(
      fc.tuple(fc.integer({ min: 1, max: 400 }), delays, fc.integer({ min: 0, max: 300 })),
      {
        minLength: 5,
        maxLength: 30,
      },
    );
    fc.assert(
      fc.property(waves, (list) =>
        replay(
          list.flatMap(([pushes, delay, pops]): Step[] => [
            ...Array.from({ length: pushes }, (_, i): Step => ({ do: 'push', delay: delay * (i % 7) })),
            ...Array.from({ length: pops }, (): Step => ({ do: 'pop' })),
          ]),
        ),
      ),
      { seed: 7, numRuns: 60 },
    );
  });

  it('hands ties out in the order of scheduling: 0 to 5', () => {
    const queue = new EventQueue();
    const slots = [0, 1, 2, 3, 4, 5].map(() => queue.push(10));
    expect(slots.map(() => queue.popBefore(Infinity))).toEqual(slots);
  });

  it('gives events scheduled for the present instant their turn after those scheduled for it before', () => {
    const queue = new EventQueue();
    const first = queue.push(10);
    const second = queue.push(10);
    expect(queue.popBefore(Infinity)).toBe(first);
    const third = queue.push(10);
    expect(queue.popBefore(Infinity)).toBe(second);
    expect(queue.popBefore(Infinity)).toBe(third);
  });

  it('does not hand out events at or after the end asked for', () => {
    const queue = new EventQueue();
    queue.push(5);
    expect(queue.popBefore(5)).toBe(-1);
    expect(queue.size).toBe(1);
    expect(queue.popBefore(5.001)).not.toBe(-1);
  });

  it('does not leak: a million timeouts set and cancelled need room for a few thousand', () => {
    const queue = new EventQueue();
    for (let i = 0; i < 1_000_000; i++) {
      const timeout = queue.push(i + 1e9);
      queue.push(i);
      queue.popBefore(Infinity);
      queue.cancel(timeout);
    }
    expect(queue.size).toBe(0);
    expect(queue.slotCount).toBeLessThan(5000);
  });

  it('survives a hundred thousand events scheduled for one instant during that instant', () => {
    const queue = new EventQueue();
    queue.push(1);
    queue.popBefore(Infinity);
    const slots = Array.from({ length: 100_000 }, () => queue.push(1));
    expect(slots.every((slot) => queue.popBefore(Infinity) === slot)).toBe(true);
  });
});
