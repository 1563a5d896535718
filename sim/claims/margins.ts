import type { Margins } from './claims-result.ts';
import type { RegionText } from './format/claim-file.ts';
import type { Measured } from './measures/measured.ts';
import { marginOf, marginRange } from './region.ts';

/** How far what was measured lies inside the region in which its claim holds, so that claims of any unit compare. */
export function marginsOf(measured: Measured, regions: readonly RegionText[]): Margins {
  const { estimate, ci95, isExact } = measured;
  const spread = spreadOf(measured);
  const [lower, upper] = isExact || ci95 === undefined ? [null, null] : marginRange(ci95, regions, spread);
  return { estimate: estimate === undefined ? null : marginOf(estimate, regions, spread), lower, upper };
}

/** The scale of a margin where the bound is 0: the size of the figures themselves. */
export function spreadOf({ estimate, details }: Pick<Measured, 'estimate' | 'details'>): number {
  const sizes = [estimate ?? 0, ...details.map(({ value }) => value)].filter(Number.isFinite);
  return 0.01 * Math.max(1e-9, ...sizes.map(Math.abs));
}
