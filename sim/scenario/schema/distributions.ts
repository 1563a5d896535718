import * as z from 'zod/mini';
import type { Distribution } from '../../random/distribution.ts';
import { betaParameters } from '../../random/moments.ts';
import type { Dimension } from '../units.ts';
import { bareQuantity } from './quantities.ts';

/** Schemas by dimension: some thirty fields share five of them, which are the greater part of what there is to make. */
const made = new Map<Dimension, z.ZodMiniType<Distribution>>();

/**
 * A distribution as it is written: a plain quantity is a constant, everything else a map with its `kind`, given by
 * mean and cv or by its own parameters.
 */
export function distributionOf(dimension: Dimension): z.ZodMiniType<Distribution> {
  const schema = made.get(dimension) ?? makeDistribution(dimension);
  made.set(dimension, schema);
  return schema;
}

function makeDistribution(dimension: Dimension): z.ZodMiniType<Distribution> {
  const value = bareQuantity(dimension);
  const cv = bareQuantity('share', { max: '1000 %' });
  const factor = bareQuantity('factor');
  const stages = bareQuantity('count', { min: '1' });
  const kinds = z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('constant'), value }),
    z.strictObject({ kind: z.literal('uniform'), min: value, max: value }),
    z.strictObject({ kind: z.literal('triangular'), min: value, mode: value, max: value }),
    z.strictObject({ kind: z.literal('exponential'), mean: value }),
    z.strictObject({ kind: z.literal('erlang'), mean: value, stages }),
    z.strictObject({
      kind: z.literal('gamma'),
      ...either({ mean: value, cv }, { shape: factor, scale: value }),
    }),
    z.strictObject({ kind: z.literal('lognormal'), mean: z.optional(value), median: z.optional(value), cv }),
    z.strictObject({
      kind: z.literal('normal'),
      mean: value,
      cv,
      min: z.optional(value),
      max: z.optional(value),
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
    z.strictObject({ kind: z.literal('empirical'), values: z.array(value) }),
    z.strictObject({ kind: z.literal('discrete'), values: z.array(value), weights: z.array(factor) }),
    z.strictObject({
      kind: z.literal('mixture'),
      get parts(): z.ZodMiniArray<z.ZodMiniType<Distribution>> {
        return z.array(distributionOf(dimension));
      },
      weights: z.array(factor),
    }),
  ]);
  const written = z.transform((found: unknown) =>
    typeof found === 'string' || typeof found === 'number' ? { kind: 'constant', value: found } : found,
  );
  const checked = z.transform((found: z.output<typeof kinds>, context): Distribution => {
    const distribution = withDefaults(found);
    const fault = faultOf(distribution);
    if (fault === undefined) return distribution;
    context.issues.push({ code: 'custom', input: found, message: fault });
    return z.NEVER;
  });
  return z.pipe(written, z.pipe(kinds, checked));
}

function withDefaults(found: object): Distribution {
  const distribution = found as Distribution;
  if (distribution.kind !== 'normal') return distribution;
  const { min = 0, max = Infinity } = distribution as Partial<typeof distribution>;
  return { ...distribution, min, max };
}

type Fields = Readonly<Record<string, z.ZodMiniType>>;

/** Two ways to give the parameters; which of them is complete is checked afterwards. */
function either<A extends Fields, B extends Fields>(first: A, second: B) {
  const optional = (fields: Fields) =>
    Object.entries(fields).map(([name, field]) => [name, z.optional(field)]);
  return Object.fromEntries([...optional(first), ...optional(second)]) as {
    [Name in keyof A]: z.ZodMiniOptional<A[Name]>;
  } & { [Name in keyof B]: z.ZodMiniOptional<B[Name]> };
}

/** Below this `weibullParameters` finds no shape. */
const LEAST_WEIBULL_CV = 0.013;

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
      return faultOfPairs(distribution, ['mean', 'cv'], ['shape', 'scale']);
    case 'weibull': {
      const tooNarrow = 'cv' in distribution && distribution.cv < LEAST_WEIBULL_CV;
      return (
        faultOfPairs(distribution, ['mean', 'cv'], ['shape', 'scale']) ??
        (tooNarrow ? 'needs a cv of at least 1.3 %' : undefined)
      );
    }
    case 'lognormal':
      return faultOfPairs({ ...distribution, cv: 1 }, ['mean', 'cv'], ['median', 'cv']);
    case 'normal':
      return faultOfNormal(distribution);
    case 'beta':
      return faultOfPairs(distribution, ['mean', 'cv'], ['a', 'b']) ?? faultOfBeta(distribution);
    case 'empirical':
      return distribution.values.length === 0 ? 'has no values' : undefined;
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

function faultOfNormal({
  mean,
  cv,
  min,
  max,
}: Extract<Distribution, { kind: 'normal' }>): string | undefined {
  if (min >= max) return 'needs a min below its max';
  const reach = 8 * cv * mean;
  return min >= mean + reach || max <= mean - reach ? 'has nothing between its min and its max' : undefined;
}

function faultOfBeta(distribution: Extract<Distribution, { kind: 'beta' }>): string | undefined {
  if (distribution.min >= distribution.max) return 'needs a min below its max';
  try {
    betaParameters(distribution);
    return undefined;
  } catch (error) {
    return `is impossible: ${(error as Error).message}`;
  }
}

function faultOfWeights(count: number, weights: readonly number[]): string | undefined {
  if (count === 0) return 'has no values or parts';
  if (weights.length !== count) return `has ${count} values or parts, but ${weights.length} weights`;
  return weights.some((weight) => weight > 0) ? undefined : 'has weights that are all 0';
}
