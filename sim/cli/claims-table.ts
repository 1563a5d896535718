import { intervalInWords, numberInWords } from '../claims/in-words.ts';
import type { ClaimResult, ClaimsResult } from '../claims/claims-result.ts';
import { bold, table, wrapped } from './terminal.ts';

/** The verdicts as text of 80 columns: a table, and below it the reason of each. */
export function claimsInWords({ claims, contradictions, provenance }: ClaimsResult): string {
  const parts = [wrapped(headingOf(claims, provenance)), ''];
  for (const { title, claims: own } of groupsOf([...claims, ...contradictions])) {
    parts.push(bold(title), verdictTable(own), '');
    for (const claim of own) parts.push(linesOf(claim));
    parts.push('');
  }
  return parts.join('\n');
}

function headingOf(claims: readonly ClaimResult[], provenance: ClaimsResult['provenance']): string {
  const count = (verdict: ClaimResult['verdict']): number =>
    claims.filter((claim) => claim.verdict === verdict).length;
  const stopped = provenance.interrupted ? ' Stopped early: the others are not judged.' : '';
  return (
    `${claims.length} claims: ${count('supported')} supported, ${count('conditional')} conditional, ` +
    `${count('not-supported')} not supported, ${count('not-testable')} not testable. ` +
    `${provenance.runs} runs, seed ${provenance.seed}${provenance.quick ? ', quick' : ''}.${stopped}`
  );
}

function verdictTable(claims: readonly ClaimResult[]): string {
  return table(
    [
      { title: 'Claim', align: 'left' },
      { title: 'Estimate', align: 'right' },
      { title: '95 % interval', align: 'left' },
      { title: 'Verdict', align: 'left' },
      { title: 'Break-even', align: 'left' },
    ],
    claims.map((claim) => [
      claim.id,
      estimateInWords(claim),
      intervalOf(claim),
      claim.verdict,
      shortBreakEven(claim),
    ]),
  );
}

function linesOf({ id, claim, reason, breakEven }: ClaimResult): string {
  // The reason names the path where the verdict turns on it.
  const isNamed = breakEven === null || reason.includes(breakEven.replace(/ = .*/, ''));
  const at = isNamed ? '' : ` Break-even: ${breakEven}.`;
  return `${wrapped(`${id} ${claim}`)}\n${wrapped(`${reason}${at}`, '    ')}`;
}

/** The estimate in its unit; `exact` figures and missing ones too. */
function estimateInWords({ estimate, unit, tests }: ClaimResult): string {
  if (estimate !== null) return numberInWords(estimate, unit ?? '');
  return tests.length > 0 && tests[0]!.unit === 'week' && tests[0]!.ci95 !== null ? 'never' : '-';
}

function intervalOf({ ci95, unit, tests }: ClaimResult): string {
  if (ci95 === null) return tests[0]?.exact === true ? 'exact' : '-';
  return intervalInWords([ci95[0] ?? -Infinity, ci95[1] ?? Infinity], unit ?? '');
}

function groupsOf(claims: readonly ClaimResult[]): { title: string; claims: ClaimResult[] }[] {
  const groups = new Map<string, ClaimResult[]>();
  for (const claim of claims) {
    const title = `${claim.group}  ${claim.groupTitle}`;
    groups.set(title, [...(groups.get(title) ?? []), claim]);
  }
  return [...groups].map(([title, own]) => ({ title, claims: own }));
}

/** The value alone, or `none`. */
function shortBreakEven({ breakEven }: ClaimResult): string {
  if (breakEven === null) return '-';
  return breakEven.startsWith('none ') ? 'none' : breakEven.replace(/^.* = /, '');
}
