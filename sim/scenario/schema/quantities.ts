import * as z from 'zod/mini';
import { faultOfQuantity, type Bounds, type Fault } from '../quantity-fault.ts';
import { parseQuantity, type Dimension } from '../units.ts';

// zod would compile a parser for every object with `new Function` on its first use. A scenario is read once or twice:
// without, the first reading takes half the time (measured).
z.config({ jitless: true });

/** What was read, or what is wrong with it; `at` is the place inside the value, if it is not the whole. */
export type Reading<Value> = { readonly value: Value } | (Fault & { readonly at?: readonly number[] });

/**
 * A schema whose values are read by a function of ours, so that what is wrong is said in the reader's words: zod has
 * no more to say than which keys it does not know and where a map or a list is missing.
 */
export function readBy<Value>(read: (found: unknown) => Reading<Value>) {
  return z.transform((found: unknown, context): Value => {
    const reading = read(found);
    if ('value' in reading) return reading.value;
    const { wrong, at, ...params } = reading;
    context.issues.push({ code: 'custom', input: found, message: wrong, params, path: [...(at ?? [])] });
    return z.NEVER;
  });
}

/** Dimension and bounds of a quantity, as `explain` and the JSON Schema for editors need them. */
export interface QuantityForm {
  readonly dimension: Dimension;
  readonly bounds: Bounds;
}

const registry = z.registry<QuantityForm>();

/** Dimension and bounds, if a schema is a quantity without a default. */
export function quantityFormOf(schema: z.core.$ZodType): QuantityForm | undefined {
  return registry.get(schema);
}

/** A quantity without default or notes: part of a larger field. */
export function bareQuantity(dimension: Dimension, bounds: Bounds = {}) {
  const schema = readBy(
    (found) =>
      faultOfQuantity(found, dimension, bounds) ?? {
        value: parseQuantity(found as string | number, dimension)!,
      },
  );
  registry.add(schema, { dimension, bounds });
  return schema;
}

/** A name or a sentence, without default or notes. */
export function bareText() {
  return readBy((found): Reading<string> => {
    if (typeof found === 'string') return { value: found };
    if (found === undefined) return { wrong: 'is missing', accepted: 'text' };
    const isWord = typeof found === 'number' || typeof found === 'boolean';
    return { wrong: 'is not text', accepted: 'text', didYouMean: isWord ? `"${found}"` : undefined };
  });
}
