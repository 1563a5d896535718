import { expect } from 'vitest';

/** Fails unless the number is there and no further from the expected one than the (absolute) tolerance. */
export function expectNear(actual: number | undefined, expected: number, tolerance: number): void {
  const message = `${String(actual)} is not within ${tolerance} of ${expected}`;
  expect(Math.abs((actual ?? NaN) - expected), message).toBeLessThanOrEqual(tolerance);
}

/** The same for lists of one length. */
export function expectAllNear(
  actual: readonly number[],
  expected: readonly number[],
  tolerance: number,
): void {
  expect(actual).toHaveLength(expected.length);
  expected.forEach((value, i) => expectNear(actual[i], value, tolerance));
}
