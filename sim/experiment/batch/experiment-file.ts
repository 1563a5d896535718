import * as z from 'zod/mini';
import { CATALOGUE } from '../../metrics/catalogue.ts';
import { bareText } from '../../scenario/schema/quantities.ts';
import { anything, rawQuantity, wholeNumber, word } from '../../scenario/schema/words.ts';

/** Kinds of design: every combination; two sorts of Latin hypercube; points that are listed. */
export const DESIGNS = ['grid', 'latin-hypercube', 'nearly-orthogonal', 'list'] as const;
export type DesignKind = (typeof DESIGNS)[number];

/** A factor: values one by one, or everything between two. */
const factor = z.strictObject({
  values: z.optional(z.array(anything)),
  from: z.optional(rawQuantity),
  to: z.optional(rawQuantity),
  /** Values of a grid between from and to, both included. */
  steps: z.optional(wholeNumber(2)),
});
export type FactorText = z.output<typeof factor>;

/** A file that says which runs a batch consists of. */
export const experimentFile = z.strictObject({
  name: bareText(),
  description: z.optional(bareText()),
  /** Base scenarios, shipped or as files seen from this one; each is tried at every point. */
  scenarios: z.array(bareText()),
  /** Set in all of them, below the factors. */
  set: z.optional(z.record(z.string(), anything)),
  design: z.optional(word(DESIGNS)),
  factors: z.optional(z.record(z.string(), factor)),
  /** Points of a hypercube. */
  points: z.optional(wholeNumber(2)),
  /** Points of a list: what each sets. */
  list: z.optional(z.array(z.record(z.string(), anything))),
  replications: z.optional(wholeNumber(1)),
  seed: z.optional(wholeNumber(0)),
  outputs: z.optional(
    z.array(
      word(
        CATALOGUE.map(({ id }) => id),
        'the id of a metric',
      ),
    ),
  ),
});
export type ExperimentText = z.output<typeof experimentFile>;
