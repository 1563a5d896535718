import { z } from 'zod';
import { acceptedFor, parseQuantity, type Dimension } from '../units.ts';

/** Smallest and largest value, written with their unit. Without bounds a quantity may not be negative. */
export interface Bounds {
  readonly min?: string | undefined;
  readonly max?: string | undefined;
}

/** A quantity without default or notes: part of a larger field. */
export function bareQuantity(dimension: Dimension, bounds: Bounds = {}) {
  const min = bounds.min === undefined ? 0 : parseQuantity(bounds.min, dimension)!;
  const max = bounds.max === undefined ? Infinity : parseQuantity(bounds.max, dimension)!;
  return z.union([z.string(), z.number()]).transform((found, context) => {
    const value = parseQuantity(found, dimension);
    if (value === undefined || value < min || value > max) {
      context.issues.push({
        code: 'custom',
        input: found,
        message: value === undefined ? 'is not ' + acceptedFor(dimension) : 'is out of range',
        params: { accepted: acceptedWithin(dimension, bounds) },
      });
      return z.NEVER;
    }
    return value;
  });
}

/** What a quantity may look like, with its bounds, for messages. */
export function acceptedWithin(dimension: Dimension, { min, max }: Bounds): string {
  const range = [
    min === undefined ? undefined : `at least ${min}`,
    max === undefined ? undefined : `at most ${max}`,
  ].filter((part) => part !== undefined);
  return [acceptedFor(dimension), ...range].join(', ');
}
