import type { ClaimResult, ClaimsResult } from '../../sim/claims/claims-result.ts';
import { VERDICT_WORDS } from '../claims/figures.ts';
import { rounded } from './smoothing.ts';

/** A claim with a number, where it lies, and what that means. */
export interface ClaimRow {
  readonly claim: ClaimResult;
  readonly verdict: string;
  /** Margins as the result has them, in [-1, 1]: 0 at the bound of what is claimed. */
  readonly at: number;
  readonly from: number | null;
  readonly to: number | null;
}

/** Claims of one section of the documents. */
export interface ClaimGroup {
  readonly title: string;
  readonly rows: readonly ClaimRow[];
}

/** Claims with a number by section, in the order of the result; sections without any are left out. */
export function claimGroups({ claims, contradictions }: ClaimsResult): ClaimGroup[] {
  const all = [...claims, ...contradictions];
  const groups = [...new Set(all.map(({ group }) => group))];
  return groups.flatMap((group) => {
    const own = all.filter((claim) => claim.group === group);
    const rows = own.flatMap(rowOf);
    return rows.length === 0 ? [] : [{ title: `${group}. ${own[0]!.groupTitle}`, rows }];
  });
}

function rowOf(claim: ClaimResult): ClaimRow[] {
  const { estimate, lower, upper } = claim.margins ?? { estimate: null, lower: null, upper: null };
  if (estimate === null) return [];
  return [
    {
      claim,
      verdict: VERDICT_WORDS[claim.verdict],
      at: rounded(estimate)!,
      from: rounded(lower),
      to: rounded(upper),
    },
  ];
}
