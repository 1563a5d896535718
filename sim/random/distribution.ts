/**
 * Distributions as data. Every kind is given by the moments that people know (mean, and cv: standard deviation over
 * mean) or by its own parameters; units are the caller's.
 */
export type Distribution =
  | { readonly kind: 'constant'; readonly value: number }
  | { readonly kind: 'uniform'; readonly min: number; readonly max: number }
  | { readonly kind: 'triangular'; readonly min: number; readonly mode: number; readonly max: number }
  | { readonly kind: 'exponential'; readonly mean: number }
  | { readonly kind: 'erlang'; readonly mean: number; readonly stages: number }
  | { readonly kind: 'gamma'; readonly mean: number; readonly cv: number }
  | { readonly kind: 'gamma'; readonly shape: number; readonly scale: number }
  | { readonly kind: 'lognormal'; readonly mean: number; readonly cv: number }
  | { readonly kind: 'lognormal'; readonly median: number; readonly cv: number }
  | {
      readonly kind: 'normal';
      readonly mean: number;
      readonly cv: number;
      readonly min: number;
      readonly max: number;
    }
  | { readonly kind: 'weibull'; readonly mean: number; readonly cv: number }
  | { readonly kind: 'weibull'; readonly shape: number; readonly scale: number }
  | {
      readonly kind: 'beta';
      readonly mean: number;
      readonly cv: number;
      readonly min: number;
      readonly max: number;
    }
  | {
      readonly kind: 'beta';
      readonly a: number;
      readonly b: number;
      readonly min: number;
      readonly max: number;
    }
  | { readonly kind: 'empirical'; readonly values: readonly number[] }
  | { readonly kind: 'discrete'; readonly values: readonly number[]; readonly weights: readonly number[] }
  | {
      readonly kind: 'mixture';
      readonly parts: readonly Distribution[];
      readonly weights: readonly number[];
    };

/** Turns one uniform number in (0, 1) into one variate: the inverse of the distribution function. */
export type Quantile = (u: number) => number;
