import type { ClaimsResult } from '../../sim/claims/claims-result.ts';
import { shippedFonts } from '../render/fonts.ts';
import { claimsMarkdownOf } from './claims-markdown.ts';
import { claimsPageOf } from './claims-page.ts';

/** The verdicts as page, table and data, by file name. The same result gives the same bytes. */
export function renderClaims(result: ClaimsResult): ReadonlyMap<string, string> {
  return new Map([
    ['claims.html', claimsPageOf(result, shippedFonts())],
    ['claims.md', claimsMarkdownOf(result)],
    ['claims.json', `${JSON.stringify(result, null, 2)}\n`],
  ]);
}
