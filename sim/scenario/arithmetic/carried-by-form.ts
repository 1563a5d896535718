import type { Scenario } from '../schema/scenario.ts';

/**
 * Tacit share of a brief, in [0, 1], up to which the firm's form carries it: that of a simple form, and for time spent
 * on detail a part of what detail can add, with diminishing returns.
 */
export function carriedByForm(
  { carries, detailAdds, detailScale }: Scenario['briefs']['form'],
  { formDetail }: Scenario['organisation']['briefs'],
): number {
  return carries - detailAdds * Math.expm1(-formDetail / detailScale);
}
