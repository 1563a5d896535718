import type { Recording } from './recording.ts';

/** Classes of age for each doubling: the bounds of a class are 9 % apart. */
const PER_OCTAVE = 8;
/** Doublings above a minute: the last class begins at 16 384 minutes, 30 office days, and has no end. */
const OCTAVES = 14;
/** The first class is everything up to a minute. */
const CLASSES = 1 + PER_OCTAVE * OCTAVES;

/** How many ages fell into each class, week by week: fixed memory, whatever the number of ages. */
export class AgeHistogram {
  private readonly counts: readonly Float64Array[];

  constructor(recording: Recording, name: string) {
    this.counts = namesOf(name).map((className) => recording.of(className));
  }

  /** An age in minutes, 0 or more. */
  add(minutes: number, week: number): void {
    const place = minutes <= 1 ? 0 : 1 + Math.floor(PER_OCTAVE * Math.log2(minutes));
    this.counts[Math.min(place, CLASSES - 1)]![week]!++;
  }
}

/**
 * The age below which a share of those counted lies, in minutes; undefined if none was. Between the bounds of a class
 * it is interpolated on the logarithm, so that it is wrong by less than 9 %.
 */
export function ageQuantile(
  name: string,
  share: number,
  totalOf: (name: string) => number,
): number | undefined {
  const counts = namesOf(name).map(totalOf);
  const all = counts.reduce((sum, count) => sum + count, 0);
  if (all === 0) return undefined;
  let left = share * all;
  for (let place = 0; place < CLASSES - 1; place++) {
    const count = counts[place]!;
    if (left <= count && count > 0) {
      const part = left / count;
      return place === 0 ? part : 2 ** ((place - 1 + part) / PER_OCTAVE);
    }
    left -= count;
  }
  return 2 ** OCTAVES;
}

function namesOf(name: string): string[] {
  return Array.from({ length: CLASSES }, (_, place) => `${name}.${place}`);
}
