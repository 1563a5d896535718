import { individualConfidence } from './bonferroni.ts';
import { pairedDifference, type PairedDifference, type Replications } from './paired-difference.ts';
import { isThinEvidence, scaleOf } from './thin-evidence.ts';
import { verdictOf, type Verdict } from './verdict.ts';

/** When and how surely a difference b - a was decided. */
export interface Decision {
  /** `undecided` if no look has decided it. */
  readonly verdict: Verdict;
  /** Replications after which it was; of the last look if it was not; 0 before the first look. */
  readonly replications: number;
  /** At the level of one look, from as many replications; undefined before the first look. */
  readonly difference: PairedDifference | undefined;
}

/**
 * Decides a paired difference at the first of some looks at which its interval leaves out 0 or lies inside the zone of
 * indifference. Each look has the confidence 1 - (1 - confidence) / looks, so that all intervals of all looks hold
 * together with `confidence`, whenever the looking ends (Bonferroni's inequality; the simplest of the group-sequential
 * boundaries: Jennison and Turnbull 2000, Group Sequential Methods, section 2.7). A verdict once given stays. `looks`
 * are all that are planned, growing; those for which there are not enough replications yet are passed over.
 * `zoneOf` gives the half-width of the zone from a's figures. Replications that all have the same difference decide
 * nothing while a sign test at the level of the look would not, unless they are known to be equal by arithmetic.
 */
export function decideAtLooks(of: {
  readonly a: Replications;
  readonly b: Replications;
  readonly looks: readonly number[];
  readonly confidence: number;
  readonly zoneOf: (a: Replications) => number;
  readonly isArithmetic?: boolean | undefined;
}): Decision {
  const { looks, zoneOf, isArithmetic = false } = of;
  const confidence = individualConfidence({ confidence: of.confidence, comparisons: looks.length });
  let last: Decision = { verdict: 'undecided', replications: 0, difference: undefined };
  for (const replications of looks) {
    if (replications > of.a.length || replications > of.b.length) break;
    const [a, b] = [of.a.slice(0, replications), of.b.slice(0, replications)];
    const difference = pairedDifference({ a, b, confidence });
    const { interval } = difference;
    const isThin = !isArithmetic && isThinEvidence(interval, { confidence, scale: scaleOf(a, b) });
    const verdict = isThin ? 'undecided' : verdictOf(interval, zoneOf(a));
    last = { verdict, replications, difference };
    if (verdict !== 'undecided') break;
  }
  return last;
}
