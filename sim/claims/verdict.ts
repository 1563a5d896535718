import type { Measured } from './measures/measured.ts';
import { positionOf, type Position } from './region.ts';
import type { RegionText } from './format/claim-file.ts';

export type ClaimVerdict = 'supported' | 'conditional' | 'not-supported' | 'not-testable';

/** A verdict and its reason, a sentence. */
export interface Judgement {
  readonly verdict: ClaimVerdict;
  readonly reason: string;
}

/** What became of one condition of a claim. */
export interface TestOutcome {
  readonly position: Position | 'missing';
  /** The number, its interval and the region in words: `2.1 (1.9 to 2.3); claimed: at least 1.5`. */
  readonly words: string;
  readonly objection?: string | undefined;
}

/** Where the verdict would turn: in words, `above 62 %`. */
export type Flip = string;

/** Where the interval of what was measured lies. */
export function outcomeOf(measured: Measured, regions: readonly RegionText[], words: string): TestOutcome {
  const { estimate, ci95, objection } = measured;
  if (estimate === undefined || ci95 === undefined) return { position: 'missing', words };
  const position = positionOf(ci95[0], ci95[1], regions);
  return { position: objection === undefined ? position : 'outside', words, objection };
}

/**
 * The verdict on a claim: supported if the whole interval of every number lies in its region, and nothing in the
 * plausible range of the fragile assumption overturns that; conditional if something does; not supported if the whole
 * interval of any number lies outside; conditional too if these replications do not decide.
 */
export function judge(outcomes: readonly TestOutcome[], flips: readonly Flip[]): Judgement {
  const where = flips.join(' and ');
  const failed = outcomes.find(({ position }) => position === 'outside');
  if (failed !== undefined) {
    const why = failed.objection === undefined ? failed.words : `${failed.objection}; ${failed.words}`;
    return {
      verdict: 'not-supported',
      reason: flips.length === 0 ? `${why}.` : `${why}; would hold ${where}.`,
    };
  }
  const open = outcomes.find(({ position }) => position !== 'inside');
  if (open !== undefined) {
    const why =
      open.position === 'missing' ? 'the figure does not exist' : 'these replications do not decide';
    return { verdict: 'conditional', reason: `${open.words}: ${why}.` };
  }
  const holds = outcomes[0]!.words;
  return flips.length === 0
    ? { verdict: 'supported', reason: `${holds}.` }
    : { verdict: 'conditional', reason: `${holds}; no longer ${where}.` };
}
