import { z } from 'zod';
import type { Distribution } from '../../random/distribution.ts';
import { betaParameters } from '../../random/moments.ts';
import type { Dimension } from '../units.ts';
import { bareQuantity } from './quantities.ts';

/**
 * A distribution as it is written: a plain quantity is a constant, everything else a map with its `kind`, given by
 * mean and cv or by its own parameters.
 */
export function distributionOf(dimension: Dimension) {
  const value = bareQuantity(dimension);
  const cv = bareQuantity('share');
  const factor = bareQuantity('factor');
  const kinds = z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('constant'), value }),
    z.strictObject({ kind: z.literal('uniform'), min: value, max: value }),
    z.strictObject({ kind: z.literal('triangular'), min: value, mode: value, max: value }),
    z.strictObject({ kind: z.literal('exponential'), mean: value }),
    z.strictObject({ kind: z.literal('erlang'), mean: value, stages: bareQuantity('count', { min: '1' }) }),
    z.strictObject({
      kind: z.literal('gamma'),
      ...either({ mean: value, cv }, { shape: factor, scale: value }),
    }),
    z.strictObject({ kind: z.literal('lognormal'), mean: value.optional(), median: value.optional(), cv }),
    z.strictObject({
      kind: z.literal('normal'),
      mean: value,
      cv,
      min: value.prefault(0),
      max: value.optional(),
    }),
    z.strictObject({
      kind: z.literal('weibull'),
      ...either({ mean: value, cv }, { shape: factor, scale: value }),
    }),
    z.strictObject({
      kind: z.literal('beta'),
      min: value,
      max: value,
      ...either({ mean: value, cv }, { a: factor, b: factor }),
    }),
    z.strictObject({ kind: z.literal('empirical'), values: z.array(value).min(1) }),
    z.strictObject({ kind: z.literal('discrete'), values: z.array(value).min(1), weights: z.array(factor) }),
    z.strictObject({
      kind: z.literal('mixture'),
      get parts(): z.ZodArray<z.ZodType<Distribution>> {
        return z.array(distributionOf(dimension)).min(1);
      },
      weights: z.array(factor),
    }),
  ]);
  return z.preprocess(
    (found) =>
      typeof found === 'string' || typeof found === 'number' ? { kind: 'constant', value: found } : found,
    kinds.transform((found, context): Distribution => {
      const distribution = { ...found, ...(found.kind === 'normal' ? { max: found.max ?? Infinity } : {}) };
      const fault = faultOf(distribution as Distribution);
      if (fault === undefined) return distribution as Distribution;
      context.issues.push({ code: 'custom', input: found, message: fault });
      return z.NEVER;
    }),
  );
}

type Fields = Readonly<Record<string, z.ZodType>>;

/** Two ways to give the parameters; which of them is complete is checked afterwards. */
function either<A extends Fields, B extends Fields>(first: A, second: B) {
  const optional = (fields: Fields) =>
    Object.entries(fields).map(([name, field]) => [name, field.optional()]);
  return Object.fromEntries([...optional(first), ...optional(second)]) as {
    [Name in keyof A]: z.ZodOptional<A[Name]>;
  } & { [Name in keyof B]: z.ZodOptional<B[Name]> };
}

/** What is impossible about the parameters of a distribution, in words; undefined if nothing is. */
function faultOf(distribution: Distribution): string | undefined {
  switch (distribution.kind) {
    case 'uniform':
      return distribution.min > distribution.max ? 'has its min above its max' : undefined;
    case 'triangular': {
      const { min, mode, max } = distribution;
      return min <= mode && mode <= max ? undefined : 'needs min <= mode <= max';
    }
    case 'gamma':
    case 'weibull':
      return faultOfPairs(distribution, ['mean', 'cv'], ['shape', 'scale']);
    case 'lognormal':
      return faultOfPairs({ ...distribution, cv: 1 }, ['mean', 'cv'], ['median', 'cv']);
    case 'normal':
      return distribution.min >= distribution.max ? 'has its min above its max' : undefined;
    case 'beta':
      return faultOfPairs(distribution, ['mean', 'cv'], ['a', 'b']) ?? faultOfBeta(distribution);
    case 'discrete':
      return faultOfWeights(distribution.values.length, distribution.weights);
    case 'mixture':
      return faultOfWeights(distribution.parts.length, distribution.weights);
    default:
      return undefined;
  }
}

/** Exactly one of two pairs of parameters must be there, above 0. */
function faultOfPairs(distribution: object, ...pairs: [string, string][]): string | undefined {
  const fields = distribution as Readonly<Record<string, number | undefined>>;
  const given = [...new Set(pairs.flat())].filter((name) => fields[name] !== undefined).sort();
  const complete = pairs.some((pair) => [...pair].sort().join() === given.join());
  if (!complete) return `needs ${pairs.map((pair) => pair.join(' and ')).join(', or ')}, and only these`;
  const zero = given.find((name) => fields[name] === 0);
  return zero === undefined ? undefined : `has ${zero} 0`;
}

function faultOfBeta(distribution: Extract<Distribution, { kind: 'beta' }>): string | undefined {
  try {
    betaParameters(distribution);
    return undefined;
  } catch (error) {
    return `is impossible: ${(error as Error).message}`;
  }
}

function faultOfWeights(count: number, weights: readonly number[]): string | undefined {
  if (weights.length !== count) return `has ${count} values or parts, but ${weights.length} weights`;
  return weights.some((weight) => weight > 0) ? undefined : 'has weights that are all 0';
}
