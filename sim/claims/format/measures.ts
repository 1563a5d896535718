import * as z from 'zod/mini';
import { bareText } from '../../scenario/schema/quantities.ts';
import { anything, rawQuantity, wholeNumber, word } from '../../scenario/schema/words.ts';
import { bound, factId, figureId, metricId, optionalText, weeklyMetricId, yesNo } from './words.ts';

/** Weeks of a run, counted from 1, both ends included. */
const weeks = z.strictObject({ from: wholeNumber(1), to: wholeNumber(1) });

/**
 * One number of one arm: a metric over the measured weeks (or over `weeks`), a fact, or a value of the scenario at a
 * path; divided by another one of the same arm if `per` says so. The second figure of a measure has everything that
 * it does not say from the first.
 */
export const figure = z.strictObject({
  metric: z.optional(metricId),
  fact: z.optional(factId),
  path: optionalText,
  arm: optionalText,
  /** Metrics or facts of the same arm that are added. */
  plus: z.optional(z.array(figureId)),
  weeks: z.optional(weeks),
  per: z.optional(figureId),
});
export type FigureText = z.output<typeof figure>;

/** What may be true of one replication. `less` is taken away first. */
const condition = {
  of: figure,
  less: z.optional(figure),
  above: z.optional(bound),
  below: z.optional(bound),
  /** Whether there is such a figure: a week in which something saturates exists only if it does. */
  exists: z.optional(yesNo),
  /** Earlier than another metric of the same arm, or that one never comes. */
  before: z.optional(metricId),
};
const simpleCondition = z.strictObject(condition);
export type SimpleCondition = z.output<typeof simpleCondition>;

/** A condition and others that must be true in the same replication. */
const conditions = z.strictObject({ ...condition, and: z.optional(z.array(simpleCondition)) });
export type ConditionText = z.output<typeof conditions>;

const effect = z.strictObject({ of: figure, less: figure });
const settings = z.record(z.string(), anything);
const names = z.array(bareText());

const prior = z.strictObject({
  path: bareText(),
  from: rawQuantity,
  to: rawQuantity,
  spread: word(['uniform', 'log-uniform']),
  why: bareText(),
});
export type PriorText = z.output<typeof prior>;

/** What is measured. Everything comes with an interval over replications, unless it is exact. */
export const measure = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('value'), of: figure }),
  z.strictObject({ kind: z.literal('difference'), of: figure, less: figure }),
  z.strictObject({ kind: z.literal('ratio'), of: figure, to: figure }),
  /** Relative change of one figure for that of another: ln(of / to) / ln(by.of / by.to). */
  z.strictObject({
    kind: z.literal('elasticity'),
    of: figure,
    to: figure,
    by: z.strictObject({ of: figure, to: z.optional(figure) }),
  }),
  /** One effect against another: their difference (an interaction) or their ratio (a share of a gain). */
  z.strictObject({
    kind: z.literal('effects'),
    effect,
    against: effect,
    as: word(['difference', 'ratio']),
  }),
  /** Share of replications in which any of some conditions is true. */
  z.strictObject({ kind: z.literal('share'), anyOf: z.array(conditions) }),
  /** Median week in which a metric has been above or below a value for `over` weeks in the mean. */
  z.strictObject({
    kind: z.literal('crossing'),
    metric: weeklyMetricId,
    arm: bareText(),
    above: z.optional(bound),
    below: z.optional(bound),
    over: z.optional(wholeNumber(1)),
    after: z.optional(wholeNumber(0)),
  }),
  /** The arm with the largest or the smallest figure, given by its value in the family or its place in the list. */
  z.strictObject({
    kind: z.literal('best'),
    of: figure,
    arms: names,
    find: word(['largest', 'smallest']),
  }),
  /** Change from the first arm to the last, and whether any step goes against it. */
  z.strictObject({ kind: z.literal('trend'), of: figure, arms: names }),
  /** Share of some arms that are in the worst part of all when ranked by a figure, largest first. */
  z.strictObject({ kind: z.literal('ranking'), of: figure, arms: names, named: names, worst: bound }),
  /** What a switch adds on average over all orders of switching: its share, or its lead over the next one. */
  z.strictObject({
    kind: z.literal('shapley'),
    of: figure,
    base: bareText(),
    switches: z.record(z.string(), settings),
    switch: bareText(),
    ask: word(['share', 'lead']),
  }),
  /** Share of firms, drawn from priors, in which any of some conditions is true. */
  z.strictObject({
    kind: z.literal('population'),
    firms: wholeNumber(2),
    priors: z.array(prior),
    anyOf: z.array(conditions),
  }),
]);
export type MeasureText = z.output<typeof measure>;
