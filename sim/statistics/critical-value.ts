import { normalQuantile, studentQuantile } from '../random/quantile-library.ts';

/** Confidence of an interval unless told otherwise: the `ci95` of every result file. */
export const DEFAULT_CONFIDENCE = 0.95;

/**
 * Values found before. A memo in a module, against the rule of the house: the function stays pure, a look-up
 * saves 5 us, and no caller should have to carry a table about.
 */
const found = new Map<string, number>();

/**
 * The t that Student's distribution leaves with probability 1 - confidence, half of it on either side.
 * Confidence in (0, 1), degrees of freedom from 1; throws a RangeError otherwise.
 */
export function studentCriticalValue(of: {
  readonly degreesOfFreedom: number;
  readonly confidence: number;
}): number {
  const { degreesOfFreedom, confidence } = of;
  const key = `${degreesOfFreedom}/${confidence}`;
  let value = found.get(key);
  if (value === undefined) {
    if (!(degreesOfFreedom >= 1))
      throw new RangeError(`Student's t with ${degreesOfFreedom} degrees of freedom`);
    value = studentQuantile(degreesOfFreedom)(upperLevel(confidence));
    found.set(key, value);
  }
  return value;
}

/** The z that the standard normal leaves with probability 1 - confidence, half of it on either side. */
export function normalCriticalValue(confidence: number): number {
  return normalQuantile(0, 1)(upperLevel(confidence));
}

function upperLevel(confidence: number): number {
  if (!(confidence > 0 && confidence < 1)) {
    throw new RangeError(`a confidence lies between 0 and 1, not at ${confidence}`);
  }
  return (1 + confidence) / 2;
}
