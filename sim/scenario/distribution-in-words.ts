import type { Distribution } from '../random/distribution.ts';
import { formatExactly, type Dimension } from './units.ts';

/** Parameters that are no quantities of the dimension that varies. */
const OTHER_DIMENSIONS: Readonly<Record<string, Dimension>> = {
  cv: 'share',
  shape: 'factor',
  a: 'factor',
  b: 'factor',
  stages: 'count',
};

/** A distribution for people: `25 min`, or `lognormal, mean 25 min, cv 60 %`. */
export function distributionInWords(
  distribution: Distribution,
  dimension: Dimension,
  currency: string,
): string {
  if (distribution.kind === 'constant') return formatExactly(distribution.value, dimension, currency);
  const { kind, ...parameters } = distribution;
  const wordsOf = (name: string, value: number) =>
    name === 'weights' ? String(value) : formatExactly(value, OTHER_DIMENSIONS[name] ?? dimension, currency);
  const words = Object.entries(parameters as Readonly<Record<string, Parameter>>)
    .filter(([, value]) => value !== Infinity)
    .map(([name, value]) => {
      const list = typeof value === 'number' ? [value] : value;
      const each = list.map((part) =>
        typeof part === 'number'
          ? wordsOf(name, part)
          : `(${distributionInWords(part, dimension, currency)})`,
      );
      return `${name} ${each.join(', ')}`;
    });
  return [kind, ...words].join(', ');
}

type Parameter = number | readonly (number | Distribution)[];
