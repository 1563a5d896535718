import { NONE, type EventSlots } from './event-slots.ts';

/** Mean number of events per bucket that a rung aims at (measured: 4 was best from 30 to a million pending). */
const EVENTS_PER_BUCKET = 4;

/** One level of the ladder: buckets of equal width, each a list of slots, newest first. */
export class Rung {
  bucketCount = 0;
  /** Buckets up to and including this one have been handed on. */
  current = -1;
  /** Events in all buckets, cancelled ones included. */
  events = 0;
  private start = 0;
  private bucketsPerMinute = 0;
  private heads = new Int32Array(64);
  private sizes = new Int32Array(64);

  /** Starts over, empty, for about `count` events between two different times. */
  open(count: number, earliest: number, latest: number): void {
    this.start = earliest;
    this.bucketsPerMinute = Math.max(8, Math.ceil(count / EVENTS_PER_BUCKET)) / (latest - earliest);
    this.bucketCount = Math.floor(this.positionOf(latest)) + 1;
    this.current = -1;
    this.events = 0;
    if (this.heads.length < this.bucketCount) {
      this.heads = new Int32Array(2 * this.bucketCount);
      this.sizes = new Int32Array(2 * this.bucketCount);
    }
    this.heads.fill(NONE, 0, this.bucketCount);
    this.sizes.fill(0, 0, this.bucketCount);
  }

  /** Where a time falls, in buckets from the start. Non-decreasing in time, which is what keeps events in order. */
  positionOf(time: number): number {
    return (time - this.start) * this.bucketsPerMinute;
  }

  /** The bucket at a position; what lies outside belongs to the first or the last one. */
  bucketAt(position: number): number {
    if (position >= this.bucketCount) return this.bucketCount - 1;
    return position > 0 ? position | 0 : 0;
  }

  add(slots: EventSlots, slot: number, bucket: number): void {
    slots.link(slot, this.heads[bucket]!);
    this.heads[bucket] = slot;
    this.sizes[bucket]!++;
    this.events++;
  }

  /** Hands on the next bucket that has events: `current` is its number. Call only while there are any. */
  advance(): void {
    let bucket = this.current + 1;
    while (this.sizes[bucket] === 0) bucket++;
    this.current = bucket;
    this.events -= this.sizes[bucket]!;
  }

  headOf(bucket: number): number {
    return this.heads[bucket]!;
  }

  sizeOf(bucket: number): number {
    return this.sizes[bucket]!;
  }

  /** Replaces the list of a bucket by one that lacks `dropped` of its events. */
  shorten(bucket: number, head: number, dropped: number): void {
    this.heads[bucket] = head;
    this.sizes[bucket]! -= dropped;
    this.events -= dropped;
  }
}
