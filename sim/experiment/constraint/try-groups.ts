import { byElasticity } from '../../statistics/bottleneck/detectors.ts';
import { jackknife } from '../../statistics/jackknife.ts';
import { constraintOdds, type ConstraintGroup } from '../search/constraint-odds.ts';
import type { Estimate } from '../transition/transition-result.ts';
import type { ConstraintVerdict, DetectorResult } from './constraint-result.ts';

/** A group with more capacity, or the market with more customers. */
export interface Trial {
  readonly group: ConstraintGroup;
  /** Relative increase, above 0. */
  readonly increase: number;
  /** Throughput with it, shape [replication]. */
  readonly throughput: readonly number[];
}

/**
 * Elasticity of throughput to the capacity of each group: by how many per cent it rises for one per cent more. A ratio
 * of means, by the jackknife; the replications are paired with those without the increase, `base`.
 */
export function tried(base: readonly number[], trials: readonly Trial[]): DetectorResult {
  const figures = trials.map(({ group, increase, throughput }): [ConstraintGroup, Estimate] => {
    const rows = base.map((without, i) => [without, throughput[i]!]);
    return [group, estimateBy(rows, ([without, more]) => (more! - without!) / (increase * without!))];
  });
  const suspects = base.map((without, i) => {
    const { suspect } = byElasticity({
      throughput: without,
      increased: trials.map(({ throughput }) => throughput[i]!),
      increase: trials.map(({ increase }) => increase),
    });
    return suspect === undefined ? 'market' : trials[suspect]!.group;
  });
  return { figures: Object.fromEntries(figures), ...constraintOdds(suspects) };
}

/**
 * The group to which throughput is most elastic, if the replications separate it from every other one: the interval of
 * the difference of the two elasticities leaves 0 out.
 */
export function verdictOn(
  base: readonly number[],
  trials: readonly Trial[],
): Omit<ConstraintVerdict, 'disagree'> {
  const { figures } = tried(base, trials);
  const meanOf = ({ group }: Trial): number => figures[group]?.mean ?? -Infinity;
  const [first, ...others] = [...trials].sort((a, b) => meanOf(b) - meanOf(a));
  const isAnythingShown = Object.values(figures).some(({ ci95 }) => ci95 !== null && ci95[0] > 0);
  if (first === undefined) return { is: null, among: [], isAnythingShown };
  const rivals = others.filter((other) => !isSeparate(base, first, other)).map(({ group }) => group);
  const among = [first.group, ...rivals];
  const isShown = (figures[first.group]?.ci95?.[0] ?? 0) > 0;
  return { is: isShown && rivals.length === 0 ? first.group : null, among, isAnythingShown };
}

function isSeparate(base: readonly number[], first: Trial, other: Trial): boolean {
  const rows = base.map((without, i) => [without, first.throughput[i]!, other.throughput[i]!]);
  const { ci95 } = estimateBy(
    rows,
    ([without, one, two]) =>
      ((one! - without!) / first.increase - (two! - without!) / other.increase) / without!,
  );
  return ci95 !== null && ci95[0] > 0;
}

function estimateBy(
  rows: readonly (readonly number[])[],
  functionOfMeans: (means: readonly number[]) => number,
): Estimate {
  const { mean, lower, upper } = jackknife(rows, functionOfMeans);
  return {
    mean: mean ?? null,
    ci95: lower === undefined || upper === undefined ? null : [lower, upper],
  };
}
