/** Shares of the variance of the response that a factor accounts for. */
export interface SobolIndices {
  /** By itself. */
  readonly first: number;
  /** With all its interactions. */
  readonly total: number;
}

/** Two independent samples of the factors, and for each factor the first one with its column from the second. */
export interface SobolDesign {
  /** Shape [point][factor]. */
  readonly a: readonly (readonly number[])[];
  readonly b: readonly (readonly number[])[];
  /** Shape [factor][point][factor]. */
  readonly ab: readonly (readonly (readonly number[])[])[];
}

/** The design of Saltelli et al. (2010) on two samples of equal shape [point][factor]. */
export function sobolDesign(
  a: readonly (readonly number[])[],
  b: readonly (readonly number[])[],
): SobolDesign {
  const factors = a[0]?.length ?? 0;
  const ab = Array.from({ length: factors }, (_, factor) =>
    a.map((point, i) => point.map((x, other) => (other === factor ? b[i]![factor]! : x))),
  );
  return { a, b, ab };
}

/**
 * First-order indices by Saltelli's 2010 estimator and total ones by Jansen's, over the population variance of both
 * samples together (Saltelli, Annoni, Azzini, Campolongo, Ratto and Tarantola 2010, "Variance based sensitivity
 * analysis of model output", Computer Physics Communications 181, table 2 (b) and (f)). Responses at the points of a
 * SobolDesign, shapes [point], [point] and [factor][point]. Indices are 0 where nothing varies.
 */
export function sobolIndices(of: {
  readonly a: readonly number[];
  readonly b: readonly number[];
  readonly ab: readonly (readonly number[])[];
}): SobolIndices[] {
  const { a, b, ab } = of;
  const variance = populationVariance([...a, ...b]);
  return ab.map((mixed) => {
    if (variance === 0) return { first: 0, total: 0 };
    const first = mean(mixed.map((y, i) => b[i]! * (y - a[i]!)));
    const total = mean(mixed.map((y, i) => (a[i]! - y) ** 2)) / 2;
    return { first: first / variance, total: total / variance };
  });
}

/**
 * Share of the variance of the response that is noise of the replications: the mean variance of a point's mean over its
 * replications, over the variance of the points' means. `responses` has the shape [point][replication], two or more of
 * each. In [0, 1]; 0 where nothing varies.
 */
export function noiseShare(responses: readonly (readonly number[])[]): number {
  const means = responses.map(mean);
  const total = populationVariance(means);
  const ofMeans = mean(responses.map((y) => populationVariance(y) / (y.length - 1)));
  return total === 0 ? 0 : Math.min(1, ofMeans / total);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function populationVariance(values: readonly number[]): number {
  const centre = mean(values);
  return mean(values.map((value) => (value - centre) ** 2));
}
