import type { ClaimResult, ClaimsResult } from '../../sim/claims/claims-result.ts';
import { estimateInWords, VERDICT_WORDS } from './figures.ts';

/** The verdicts as a table in Markdown, one row for each claim. */
export function claimsMarkdownOf({ claims, contradictions, provenance }: ClaimsResult): string {
  const heading = '| Claim | | Estimate (95 %) | Verdict | Break-even |\n| --- | --- | --: | --- | --- |';
  const note = `${provenance.runs} runs, seed ${provenance.seed}${provenance.quick ? ', quick' : ''}.`;
  const tables = [claims, contradictions]
    .filter((rows) => rows.length > 0)
    .map((rows) => [heading, ...rows.map(rowOf)].join('\n'));
  return `${tables.join('\n\n')}\n\n${note}\n`;
}

function rowOf(claim: ClaimResult): string {
  const cells = [
    claim.id,
    `${claim.claim} (${claim.source})`,
    estimateInWords(claim),
    VERDICT_WORDS[claim.verdict],
    claim.breakEven ?? '–',
  ];
  return `| ${cells.map(plain).join(' | ')} |`;
}

/** In one line, without a sign that ends a cell or begins markup. */
function plain(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[|<>*_`[\]\\]/g, (sign) => `\\${sign}`);
}
