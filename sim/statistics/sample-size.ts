import { DEFAULT_CONFIDENCE, normalCriticalValue, studentCriticalValue } from './critical-value.ts';

/** How many replications a formula asks for. */
export interface SampleSize {
  /** As the formula gives it. */
  readonly exact: number;
  /** Rounded up. */
  readonly replications: number;
}

/**
 * Replications for a half-width from the standard deviation of a pilot: (z s / h)^2 (Rossetti, Simulation
 * Modeling and Arena, open edition, chapter 3). Too few by two or three where the answer is small. Standard
 * deviation in [0, Infinity) and half-width in (0, Infinity), of one unit; throws a RangeError otherwise.
 */
export function normalSampleSize(of: {
  readonly standardDeviation: number;
  readonly halfWidth: number;
  readonly confidence?: number;
  /** The critical value, for comparison with a source that rounds it; otherwise that of `confidence`. */
  readonly z?: number;
}): SampleSize {
  const { standardDeviation, halfWidth, confidence = DEFAULT_CONFIDENCE } = of;
  check(standardDeviation, halfWidth);
  return roundedUp((((of.z ?? normalCriticalValue(confidence)) * standardDeviation) / halfWidth) ** 2);
}

/**
 * Replications for a half-width from the half-width h0 of a pilot of n0: n0 (h0 / h)^2 (Rossetti, as above;
 * Law 2015, section 9.4.1). Ranges as in normalSampleSize.
 */
export function halfWidthRatioSampleSize(of: {
  readonly pilotReplications: number;
  readonly pilotHalfWidth: number;
  readonly halfWidth: number;
}): SampleSize {
  check(of.pilotHalfWidth, of.halfWidth);
  return roundedUp(of.pilotReplications * (of.pilotHalfWidth / of.halfWidth) ** 2);
}

/**
 * The least number of replications, from 2, with t(n - 1) s / sqrt(n) within the half-width (Law 2015,
 * section 9.4.1). Ranges as in normalSampleSize.
 */
export function studentSampleSize(of: {
  readonly standardDeviation: number;
  readonly halfWidth: number;
  readonly confidence?: number;
}): number {
  const { standardDeviation, halfWidth, confidence = DEFAULT_CONFIDENCE } = of;
  const halfWidthOf = (n: number) =>
    (studentCriticalValue({ degreesOfFreedom: n - 1, confidence }) * standardDeviation) / Math.sqrt(n);
  // t is above z: the answer is not below the normal one, and few steps above it.
  let n = Math.max(2, normalSampleSize(of).replications);
  while (halfWidthOf(n) > halfWidth) n++;
  return n;
}

/**
 * The standard deviation, in the unit of the half-width, of `replications` (from 2) that gave this t
 * half-width.
 */
export function standardDeviationOf(of: {
  readonly replications: number;
  readonly halfWidth: number;
  readonly confidence?: number;
}): number {
  const { replications, halfWidth, confidence = DEFAULT_CONFIDENCE } = of;
  const t = studentCriticalValue({ degreesOfFreedom: replications - 1, confidence });
  return (halfWidth * Math.sqrt(replications)) / t;
}

function check(spread: number, halfWidth: number): void {
  if (!(spread >= 0 && spread < Infinity && halfWidth > 0 && halfWidth < Infinity)) {
    throw new RangeError(`no sample size for a spread of ${spread} and a half-width of ${halfWidth}`);
  }
}

function roundedUp(exact: number): SampleSize {
  return { exact, replications: Math.ceil(exact) };
}
