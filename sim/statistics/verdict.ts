/**
 * What an interval of a difference b - a says about b: `negligible` is a finding, `undecided` a want of
 * evidence.
 */
export type Verdict = 'higher' | 'lower' | 'undecided' | 'negligible';

/** The ends of an interval; an end may be missing. */
export interface Bounds {
  readonly lower?: number | undefined;
  readonly upper?: number | undefined;
}

/**
 * `negligible` if the whole interval lies in [-indifference, indifference], ends included; otherwise `higher`
 * or `lower` if it leaves 0 out; otherwise, and where a bound is missing, `undecided`. The indifference, in
 * the unit of the bounds, is the largest difference that nobody would act upon, in [0, Infinity); throws a
 * RangeError otherwise.
 */
export function verdictOf({ lower, upper }: Bounds, indifference: number): Verdict {
  if (!(indifference >= 0 && indifference < Infinity)) {
    throw new RangeError(`an indifference is at least 0, not ${indifference}`);
  }
  if (lower === undefined || upper === undefined) return 'undecided';
  if (lower >= -indifference && upper <= indifference) return 'negligible';
  if (lower > 0) return 'higher';
  if (upper < 0) return 'lower';
  return 'undecided';
}
