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
 * the difference of the two elasticities leaves 0 out. Intervals are as wide as it takes for all of them to hold
 * together with 95 % (Bonferroni), since the group with the largest elasticity is chosen by the same replications.
 */
export function verdictOn(
  base: readonly number[],
  trials: readonly Trial[],
): Omit<ConstraintVerdict, 'disagree'> {
  const { figures } = tried(base, trials);
  const meanOf = ({ group }: Trial): number => figures[group]?.mean ?? -Infinity;
  const [first, ...others] = [...trials].sort((a, b) => meanOf(b) - meanOf(a));
  const isRaising = (trial: Trial): boolean => lowerEnd(base, [trial], trials.length) > 0;
  const isAnythingShown = trials.some(isRaising);
  if (first === undefined) return { is: null, among: [], isAnythingShown };
  const rivals = others
    .filter((other) => !(lowerEnd(base, [first, other], others.length) > 0))
    .map(({ group }) => group);
  const among = [first.group, ...rivals];
  return { is: isRaising(first) && rivals.length === 0 ? first.group : null, among, isAnythingShown };
}

/** Lower end of the elasticity of a trial, or of what it has more than another one, as one of so many comparisons. */
function lowerEnd(base: readonly number[], [one, other]: readonly Trial[], comparisons: number): number {
  const rows = base.map((without, i) => [
    without,
    one!.throughput[i]!,
    other === undefined ? without : other.throughput[i]!,
  ]);
  const { lower = -Infinity } = jackknife(
    rows,
    ([without, more, rival]) =>
      ((more! - without!) / one!.increase - (rival! - without!) / (other?.increase ?? 1)) / without!,
    1 - 0.05 / Math.max(1, comparisons),
  );
  return lower;
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
