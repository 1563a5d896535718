import { EventSlots, NONE } from './event-slots.ts';
import { PresentEvents } from './present-events.ts';
import { Rung } from './rung.ts';
import { SortedEvents } from './sorted-events.ts';

/** A list of at most this many events is sorted at once; a longer one is spread over a finer rung. */
const SORTED_AT_ONCE = 32;
/** The near region is spread over a rung of its own when it has grown to this. */
const NEAR_LIMIT = 160;
/** Rungs below one another; a bucket still crowded at this depth is sorted as it is. */
const DEEPEST = 8;
/** Cancelled events are swept out when there are this many and they outnumber the rest. */
const SWEEP_FROM = 1024;

/**
 * The pending-event set: a ladder queue (Tang, Goh and Thng 2005, ACM TOMACS 15(3), 175-204) that keeps the order of
 * ties. Events leave in order of (time, order of scheduling). Three regions hold them, later ones less sorted:
 *
 *   near   sorted; an insertion moves the few events that are due no later
 *   rungs  buckets of equal width; a bucket is sorted, or spread over a finer rung, when its turn comes
 *   far    one list, spread over a rung when everything before it has left
 *
 * Equal times always share a list, and lists remember the order of scheduling, so that no sequence number is stored.
 * Cost per event is constant on average, whatever the number pending. Cancelled events stay where they are until
 * their turn, but never outnumber the others.
 */
export class EventQueue {
  /** Pending events, cancelled ones not counted. */
  size = 0;
  /** Time of the event that left last; NaN before the first. */
  lastTime = NaN;
  private readonly slots = new EventSlots();
  private readonly present = new PresentEvents();
  private readonly near = new SortedEvents(this.slots);
  private readonly rungs: Rung[] = [];
  private depth = 0;
  private farHead = NONE;
  private farCount = 0;
  private farEarliest = Infinity;
  private farLatest = -Infinity;
  /** While there is no rung, events at or after this are far. */
  private farFrom = -Infinity;
  private cancelled = 0;

  /** Slots ever in use at once, each 16 bytes. */
  get slotCount(): number {
    return this.slots.used;
  }

  /** Adds an event at `time` (finite, not before `lastTime`) and returns its slot, free again when it has left. */
  push(time: number): number {
    const slot = this.slots.take(time);
    this.size++;
    if (time === this.lastTime) this.present.push(slot);
    else this.place(slot);
    return slot;
  }

  /** Removes the next event if it is due before `end`: its slot, its time then in `lastTime`; or else NONE. */
  popBefore(end: number): number {
    const { near, present, slots } = this;
    for (;;) {
      if (near.count === 0) this.refillNear();
      let slot: number;
      // At the present instant, events scheduled before the clock reached it come first: those of the near region.
      if (near.count > 0 && (present.count === 0 || near.earliest === this.lastTime)) {
        if (near.earliest >= end) return NONE;
        slot = near.takeNext();
      } else {
        if (present.count === 0 || this.lastTime >= end) return NONE;
        slot = present.takeNext();
      }
      if (!slots.isCancelled(slot)) {
        this.lastTime = slots.timeOf(slot);
        this.size--;
        slots.release(slot);
        return slot;
      }
      this.release(slot);
    }
  }

  /** Withdraws the pending event of a slot. */
  cancel(slot: number): void {
    this.slots.markCancelled(slot);
    this.size--;
    this.cancelled++;
    if (this.cancelled >= SWEEP_FROM && this.cancelled > this.size) this.sweep();
  }

  /** Puts an event into its region: the first rung, from the coarsest, in which its bucket is still to come. */
  private place(slot: number): void {
    const time = this.slots.timeOf(slot);
    if (this.depth === 0 && time >= this.farFrom) {
      this.pushFar(slot);
      return;
    }
    for (let level = 0; level < this.depth; level++) {
      const rung = this.rungs[level]!;
      const position = rung.positionOf(time);
      if (level === 0 && position >= rung.bucketCount) {
        this.pushFar(slot);
        return;
      }
      const bucket = rung.bucketAt(position);
      if (bucket > rung.current) {
        rung.add(this.slots, slot, bucket);
        return;
      }
    }
    if (this.near.count >= NEAR_LIMIT && this.spreadNear()) this.place(slot);
    else this.near.insertNewest(slot);
  }

  private pushFar(slot: number): void {
    const time = this.slots.timeOf(slot);
    this.slots.link(slot, this.farHead);
    this.farHead = slot;
    this.farCount++;
    if (time < this.farEarliest) this.farEarliest = time;
    if (time > this.farLatest) this.farLatest = time;
  }

  /** Turns a crowded near region into the finest rung; false if it cannot be divided. */
  private spreadNear(): boolean {
    const { count, earliest, latest } = this.near;
    if (this.depth >= DEEPEST || !isDivisible(earliest, latest)) return false;
    let oldestFirst = NONE;
    for (let place = 0; place < count; place++) {
      const slot = this.near.slotAt(place);
      this.slots.link(slot, oldestFirst);
      oldestFirst = slot;
    }
    this.near.clear();
    this.spread(oldestFirst, count, earliest, latest);
    return true;
  }

  /** Hands list after list on until the near region has an event, or nothing is left. */
  private refillNear(): void {
    while (this.near.count === 0) {
      if (this.depth > 0) {
        this.openNextBucket(this.rungs[this.depth - 1]!);
      } else if (this.farCount > 0) {
        this.openFar();
      } else {
        this.farFrom = -Infinity;
        return;
      }
    }
  }

  private openFar(): void {
    const { farHead, farCount, farEarliest, farLatest } = this;
    this.farHead = NONE;
    this.farCount = 0;
    this.farEarliest = Infinity;
    this.farLatest = -Infinity;
    this.farFrom = farLatest;
    if (farCount <= SORTED_AT_ONCE || !isDivisible(farEarliest, farLatest)) this.sortIntoNear(farHead);
    else this.spread(this.slots.reversed(farHead), farCount, farEarliest, farLatest);
  }

  private openNextBucket(rung: Rung): void {
    if (rung.events === 0) {
      this.depth--;
      if (this.depth === 0) this.farFrom = -Infinity;
      return;
    }
    rung.advance();
    const head = rung.headOf(rung.current);
    const count = rung.sizeOf(rung.current);
    if (count > SORTED_AT_ONCE) this.openCrowded(head, count);
    else this.sortIntoNear(head);
  }

  private openCrowded(head: number, count: number): void {
    let earliest = Infinity;
    let latest = -Infinity;
    for (let slot = head; slot !== NONE; slot = this.slots.after(slot)) {
      const time = this.slots.timeOf(slot);
      if (time < earliest) earliest = time;
      if (time > latest) latest = time;
    }
    if (this.depth < DEEPEST && isDivisible(earliest, latest)) {
      this.spread(this.slots.reversed(head), count, earliest, latest);
    } else {
      this.sortIntoNear(head);
    }
  }

  /** Sorts a list, newest first, into the empty near region. */
  private sortIntoNear(newestFirst: number): void {
    const { slots, near } = this;
    for (let slot = newestFirst; slot !== NONE;) {
      const next = slots.after(slot);
      if (slots.isCancelled(slot)) this.release(slot);
      else near.insertOldest(slot);
      slot = next;
    }
  }

  /** Distributes a list, oldest first, over a new finest rung that covers its times. */
  private spread(oldestFirst: number, count: number, earliest: number, latest: number): void {
    let rung = this.rungs[this.depth];
    if (rung === undefined) this.rungs.push((rung = new Rung()));
    this.depth++;
    rung.open(count, earliest, latest);
    const slots = this.slots;
    for (let slot = oldestFirst; slot !== NONE;) {
      const next = slots.after(slot);
      if (slots.isCancelled(slot)) this.release(slot);
      else rung.add(slots, slot, rung.bucketAt(rung.positionOf(slots.timeOf(slot))));
      slot = next;
    }
  }

  /** Frees the slot of a cancelled event that is in no list any more. */
  private release(slot: number): void {
    this.cancelled--;
    this.slots.release(slot);
  }

  /** Drops the cancelled events of the far list and of the buckets; those in the near region leave soon anyway. */
  private sweep(): void {
    let before = this.cancelled;
    this.farHead = this.swept(this.farHead);
    this.farCount -= before - this.cancelled;
    for (let level = 0; level < this.depth; level++) {
      const rung = this.rungs[level]!;
      for (let bucket = rung.current + 1; bucket < rung.bucketCount; bucket++) {
        before = this.cancelled;
        const head = this.swept(rung.headOf(bucket));
        rung.shorten(bucket, head, before - this.cancelled);
      }
    }
  }

  /** The list without its cancelled events, in the same order. */
  private swept(head: number): number {
    let first = NONE;
    let last = NONE;
    for (let slot = head; slot !== NONE;) {
      const next = this.slots.after(slot);
      if (this.slots.isCancelled(slot)) {
        this.release(slot);
      } else {
        if (last === NONE) first = slot;
        else this.slots.link(last, slot);
        last = slot;
      }
      slot = next;
    }
    if (last !== NONE) this.slots.link(last, NONE);
    return first;
  }
}

/** False where times are so close that bucket numbers would leave the range of numbers. */
function isDivisible(earliest: number, latest: number): boolean {
  return latest - earliest > 1e-9;
}
