/** Events for the present instant, first in, first out: a ring that doubles when full. */
export class PresentEvents {
  count = 0;
  private slots = new Int32Array(64);
  private head = 0;

  push(slot: number): void {
    if (this.count === this.slots.length) this.grow();
    this.slots[(this.head + this.count++) & (this.slots.length - 1)] = slot;
  }

  /** Removes the next event and returns its slot; call only when there is one. */
  takeNext(): number {
    const slot = this.slots[this.head]!;
    this.head = (this.head + 1) & (this.slots.length - 1);
    this.count--;
    return slot;
  }

  private grow(): void {
    const larger = new Int32Array(2 * this.slots.length);
    larger.set(this.slots.subarray(this.head));
    larger.set(this.slots.subarray(0, this.head), this.slots.length - this.head);
    this.slots = larger;
    this.head = 0;
  }
}
