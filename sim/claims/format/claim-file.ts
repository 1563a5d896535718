import * as z from 'zod/mini';
import { bareText } from '../../scenario/schema/quantities.ts';
import { anything, rawQuantity, wholeNumber, word } from '../../scenario/schema/words.ts';
import { measure } from './measures.ts';
import { bound, claimId, optionalText, sourcePointer } from './words.ts';

/** Where the number has to lie for the claim to hold: every bound that is given. */
const region = z.strictObject({
  atLeast: z.optional(bound),
  atMost: z.optional(bound),
  above: z.optional(bound),
  below: z.optional(bound),
});
export type RegionText = z.output<typeof region>;

/** An organisation in its market: a scenario with some values changed; with `vary`, one arm for each value. */
const arm = z.strictObject({
  scenario: bareText(),
  set: z.optional(z.record(z.string(), anything)),
  vary: z.optional(z.record(z.string(), z.array(anything))),
});
export type ArmText = z.output<typeof arm>;

const test = z.strictObject({
  measure,
  holds: region,
  /** Other regions in which the claim holds too. */
  orHolds: z.optional(z.array(region)),
});
export type TestText = z.output<typeof test>;

/** The assumption on which the verdict hangs most, and the range in which somebody may believe it to lie. */
const fragile = z.strictObject({
  path: bareText(),
  from: rawQuantity,
  to: rawQuantity,
  /** Arms in which it is changed; all if left out. */
  arms: z.optional(z.array(bareText())),
  why: bareText(),
});
export type FragileText = z.output<typeof fragile>;

const run = z.strictObject({
  weeks: z.optional(wholeNumber(1)),
  warmUp: z.optional(wholeNumber(0)),
  replications: z.optional(wholeNumber(2)),
});

export const claim = z.strictObject({
  id: claimId,
  source: sourcePointer,
  /** What is claimed, in our words. */
  claim: bareText(),
  kind: word(['number', 'direction', 'rule', 'definition']),
  /** Why it cannot be tested here: then nothing is simulated. */
  notTestable: optionalText,
  /** What is simulated, in a sentence. */
  simulated: optionalText,
  run: z.optional(run),
  arms: z.optional(z.record(z.string(), arm)),
  measure: z.optional(measure),
  holds: z.optional(region),
  orHolds: z.optional(z.array(region)),
  /** More conditions: the claim holds only if all of them do. */
  also: z.optional(z.array(test)),
  fragile: z.optional(fragile),
  /** Why no assumption is varied, where none is. */
  notFragile: optionalText,
  /** Where the gain comes from: Shapley shares, shown beside the verdict. */
  ablation: z.optional(measure),
  /** What was found out where the verdict surprises: written after the run, and changes nothing. */
  finding: optionalText,
});
export type ClaimText = z.output<typeof claim>;

/** A file of claims. */
export const claimFile = z.strictObject({
  group: bareText(),
  title: bareText(),
  claims: z.array(claim),
});
