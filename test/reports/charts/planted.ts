import type { MetricResult, Result } from '../../../sim/experiment/result.ts';
import { renamed, smallResult } from '../small-result.ts';

/** Values of single replications by metric, shape [organisation][replication]. */
export type Planted = Readonly<Record<string, readonly (readonly (number | null)[])[]>>;

/**
 * The small result with other values of single replications, and no other ones; as many organisations as there are
 * values for. What else it says stays as it is.
 */
export function planted(values: Planted): Result {
  const result = smallResult();
  const all = Object.values(values);
  const count = all[0]!.length;
  const [first, second] = result.organisations as [Result['organisations'][0], Result['organisations'][0]];
  const organisations = Array.from({ length: count }, (_, i) => ({
    ...(i === 0 ? first : second),
    name: ['traditional', 'standard', 'third', 'fourth', 'fifth', 'sixth'][i]!,
    outcomes: Object.fromEntries(Object.entries(values).map(([id, of]) => [id, of[i]!])),
  }));
  const scenario = (i: number) => result.provenance.scenarios[Math.min(i, 1)]!;
  return {
    ...result,
    provenance: {
      ...result.provenance,
      replications: all[0]![0]!.length,
      scenarios: organisations.map(({ name }, i) => ({ ...scenario(i), name })),
    },
    organisations,
    differences: organisations.slice(1).map(({ name }) => ({ ...result.differences[0]!, b: name })),
  };
}

/** The same with names that no legend was made for. */
export function withHugeNames(result: Result): Result {
  return renamed(
    result,
    result.organisations.map((_, i) => `${'An organisation of a very long name '.repeat(4)}${i}`),
  );
}

/** The unit of a metric as the small result has it. */
export function unitIn({ organisations }: Result, id: string): MetricResult['unit'] {
  return organisations[0]!.metrics[id]!.unit;
}

/** Independent-looking numbers in (0, 1) that are the same every time: the golden ratio's multiples. */
export function spread(count: number, offset = 0): number[] {
  return Array.from({ length: count }, (_, i) => ((i + 1 + offset) * 0.618033988749895) % 1);
}
