import type { OrganisationResult, Result } from '../../sim/experiment/result.ts';

/** The values of one metric of two organisations in the same replication. */
export interface Pair {
  /** Counted from 1. */
  readonly replication: number;
  readonly a: number;
  readonly b: number;
}

/** A metric of the organisation at a place in the result against the first one, replication by replication. */
export interface Pairs {
  readonly id: string;
  readonly index: number;
  readonly pairs: readonly Pair[];
}

/** What is shown of single replications where two organisations are compared; the last one alone for several. */
const PAIRED_IDS = ['bd-meetings-per-week', 'orders-won-per-week', 'throughput-per-year'] as const;
/** With fewer, neither a cloud of points nor the course of a mean says anything. */
const LEAST_PAIRS = 5;
/** More points than this say nothing more, and make the page heavy. */
export const MOST_POINTS = 300;

/** Values of a metric, in the order of replications, those left out that have none. */
export function valuesOf({ outcomes }: OrganisationResult, id: string): number[] {
  return (outcomes?.[id] ?? []).filter((value) => value !== null);
}

/** The most important metrics of a pair of organisations, or the most important one of each of several pairs. */
export function mainPairs(result: Result): Pairs[] {
  const ids = result.differences.length > 1 ? PAIRED_IDS.slice(-1) : PAIRED_IDS;
  const all = result.differences.flatMap((_, i) =>
    ids.map((id): Pairs => ({ id, index: i + 1, pairs: pairsOf(result, i + 1, id) })),
  );
  return all.filter(({ pairs }) => pairs.length >= LEAST_PAIRS);
}

function pairsOf({ organisations }: Result, index: number, id: string): Pair[] {
  const [first, second] = [
    organisations[0]?.outcomes?.[id] ?? [],
    organisations[index]?.outcomes?.[id] ?? [],
  ];
  return first.flatMap((a, i): Pair[] => {
    const b = second[i] ?? null;
    return a === null || b === null ? [] : [{ replication: i + 1, a, b }];
  });
}
