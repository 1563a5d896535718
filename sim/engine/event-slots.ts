/** The end of a list, or no slot at all. */
export const NONE = -1;

/**
 * Memory of pending events: 16 bytes a slot, no object. A slot holds an event's time, the next slot of the list it is
 * in, and whether it was cancelled. Slots are used again; their number never shrinks.
 */
export class EventSlots {
  /** Slots ever in use at once. */
  used = 0;
  private times = new Float64Array(2 * 256);
  private links = new Int32Array(this.times.buffer);
  private firstFree = NONE;

  /** A free slot, set to `time` and not cancelled. */
  take(time: number): number {
    let slot = this.firstFree;
    if (slot === NONE) {
      slot = this.used++;
      if (2 * slot === this.times.length) this.grow();
    } else {
      this.firstFree = this.links[4 * slot + 2]!;
    }
    this.times[2 * slot] = time;
    this.links[4 * slot + 3] = 0;
    return slot;
  }

  /** Makes a slot free that is in no list any more. */
  release(slot: number): void {
    this.links[4 * slot + 2] = this.firstFree;
    this.firstFree = slot;
  }

  timeOf(slot: number): number {
    return this.times[2 * slot]!;
  }

  after(slot: number): number {
    return this.links[4 * slot + 2]!;
  }

  link(slot: number, next: number): void {
    this.links[4 * slot + 2] = next;
  }

  isCancelled(slot: number): boolean {
    return this.links[4 * slot + 3] === 1;
  }

  markCancelled(slot: number): void {
    this.links[4 * slot + 3] = 1;
  }

  /** Turns a list round and returns its new head. */
  reversed(head: number): number {
    let before = NONE;
    while (head !== NONE) {
      const next = this.after(head);
      this.link(head, before);
      before = head;
      head = next;
    }
    return before;
  }

  private grow(): void {
    const larger = new Float64Array(2 * this.times.length);
    larger.set(this.times);
    this.times = larger;
    this.links = new Int32Array(larger.buffer);
  }
}
