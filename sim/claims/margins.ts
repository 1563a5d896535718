import type { Margins } from './claims-result.ts';
import type { RegionText } from './format/claim-file.ts';
import type { Measured } from './measures/measured.ts';
import { marginOf, marginRange } from './region.ts';

/**
 * How far what was measured lies inside the region in which its claim holds, in (-1, 1) or at its ends where the number is
 * infinite: without unit, so that claims compare. The ends of the interval are the least and the greatest margin in it,
 * not the margins of its bounds, and null for an exact number.
 */
export function marginsOf(measured: Measured, regions: readonly RegionText[]): Margins {
  const { estimate, ci95, isExact } = measured;
  const spread = spreadOf(measured);
  const [lower, upper] = isExact || ci95 === undefined ? [null, null] : marginRange(ci95, regions, spread);
  return { estimate: estimate === undefined ? null : marginOf(estimate, regions, spread), lower, upper };
}

/**
 * What is added to the size of a bound to make the scale of a margin, which a bound of 0 would not have: a hundredth of the
 * largest of the figures that were measured; above 0.
 */
export function spreadOf({ estimate, details }: Pick<Measured, 'estimate' | 'details'>): number {
  const sizes = [estimate ?? 0, ...details.map(({ value }) => value)].filter(Number.isFinite);
  return 0.01 * Math.max(1e-9, ...sizes.map(Math.abs));
}
