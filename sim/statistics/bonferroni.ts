import { DEFAULT_CONFIDENCE } from './critical-value.ts';
import { pairedDifference, type PairedDifference, type Replications } from './paired-difference.ts';

/** One of several comparisons that hold together; a and b are places in the list of systems. */
export interface Comparison {
  readonly a: number;
  readonly b: number;
  /** Of b - a, at the individual level. */
  readonly difference: PairedDifference;
}

/**
 * The confidence 1 - alpha / c of each of c intervals that hold all together with `confidence` = 1 - alpha at
 * least, however they depend on one another (Bonferroni's inequality; Law 2015, section 9.7). Confidence in
 * (0, 1), comparisons whole and from 1; throws a RangeError otherwise.
 */
export function individualConfidence(of: {
  readonly confidence: number;
  readonly comparisons: number;
}): number {
  const { confidence, comparisons } = of;
  if (!(Number.isInteger(comparisons) && comparisons >= 1 && confidence > 0 && confidence < 1)) {
    throw new RangeError(`no individual level for ${comparisons} comparisons at confidence ${confidence}`);
  }
  return 1 - (1 - confidence) / comparisons;
}

/**
 * Paired intervals of all k (k - 1) / 2 pairs a < b of systems, `[system][replication]`, holding together
 * with `confidence` in (0, 1) (Law 2015, section 10.3.2). Throws a RangeError for fewer than two systems.
 */
export function allPairs(systems: readonly Replications[], confidence = DEFAULT_CONFIDENCE): Comparison[] {
  const pairs = systems.flatMap((_, a) => systems.slice(a + 1).map((_, later) => ({ a, b: a + 1 + later })));
  return compared({ systems, pairs, confidence });
}

/**
 * Paired intervals of each other system against the standard, by its place in `[system][replication]`,
 * holding together with `confidence` in (0, 1) (Law 2015, section 10.3.1). Throws a RangeError for fewer than
 * two systems.
 */
export function versusStandard(of: {
  readonly systems: readonly Replications[];
  /** The first system unless told otherwise. */
  readonly standard?: number;
  readonly confidence?: number;
}): Comparison[] {
  const { systems, standard = 0, confidence = DEFAULT_CONFIDENCE } = of;
  if (systems[standard] === undefined) throw new RangeError(`no system ${standard} among ${systems.length}`);
  const pairs = systems.map((_, b) => ({ a: standard, b })).filter(({ a, b }) => a !== b);
  return compared({ systems, pairs, confidence });
}

function compared(of: {
  systems: readonly Replications[];
  pairs: readonly { a: number; b: number }[];
  confidence: number;
}): Comparison[] {
  const { systems, pairs } = of;
  const confidence = individualConfidence({ confidence: of.confidence, comparisons: pairs.length });
  return pairs.map(({ a, b }) => {
    const difference = pairedDifference({ a: systems[a]!, b: systems[b]!, confidence });
    return { a, b, difference };
  });
}
