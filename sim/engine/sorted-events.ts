import type { EventSlots } from './event-slots.ts';

/** Events in order of (time, order of scheduling), the next one last, in two parallel arrays that never shrink. */
export class SortedEvents {
  count = 0;
  private times = new Float64Array(256);
  private slots = new Int32Array(256);
  private readonly memory: EventSlots;

  constructor(memory: EventSlots) {
    this.memory = memory;
  }

  /** Time of the next event; call only when there is one. */
  get earliest(): number {
    return this.times[this.count - 1]!;
  }

  /** Time of the last event; call only when there is one. */
  get latest(): number {
    return this.times[0]!;
  }

  /** Removes the next event and returns its slot; call only when there is one. */
  takeNext(): number {
    return this.slots[--this.count]!;
  }

  /** Slot of the event that leaves `place` places before the last one. */
  slotAt(place: number): number {
    return this.slots[place]!;
  }

  clear(): void {
    this.count = 0;
  }

  /** Inserts an event that was scheduled after all that are here: among equal times it leaves last. */
  insertNewest(slot: number): void {
    if (this.count === this.times.length) this.grow();
    const time = this.memory.timeOf(slot);
    const { times, slots } = this;
    let at = this.count++;
    while (at > 0 && times[at - 1]! <= time) {
      times[at] = times[at - 1]!;
      slots[at] = slots[at - 1]!;
      at--;
    }
    times[at] = time;
    slots[at] = slot;
  }

  /** Inserts an event that was scheduled before all that are here: among equal times it leaves first. */
  insertOldest(slot: number): void {
    if (this.count === this.times.length) this.grow();
    const time = this.memory.timeOf(slot);
    const { times, slots } = this;
    let at = this.count++;
    while (at > 0 && times[at - 1]! < time) {
      times[at] = times[at - 1]!;
      slots[at] = slots[at - 1]!;
      at--;
    }
    times[at] = time;
    slots[at] = slot;
  }

  private grow(): void {
    const times = new Float64Array(2 * this.times.length);
    times.set(this.times);
    this.times = times;
    const slots = new Int32Array(times.length);
    slots.set(this.slots);
    this.slots = slots;
  }
}
