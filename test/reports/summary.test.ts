import { describe, expect, it } from 'vitest';
import { codeOf, escapedMarkdown } from '../../reports/markdown/escaped.ts';
import { summaryMarkdown } from '../../reports/markdown/summary.ts';
import { measuredWeeks } from '../../reports/words/weeks.ts';
import {
  ofOneOrganisation,
  ofOneReplication,
  ofThreeOrganisations,
  renamed,
  smallResult,
} from './small-result.ts';

const result = smallResult();
const HOSTILE = ['[x](http://evil.example) @admin `a`', '<img src=x onerror=alert(1)> | **b** \n# c'];

describe('the summary in Markdown', () => {
  it('has the verdict, the figures, and where the rest is', () => {
    const text = summaryMarkdown(result);
    expect(text).toMatch(/^### `standard` against `traditional`\n/);
    expect(text).toContain('| Figure | `traditional` | `standard` (difference, 95 %) |');
    expect(text).toMatch(/\| Payroll \| \\\$2,380k a year \| \\\$2,070k a year .* for the better \|/);
    expect(text).toContain('12 replications of 30 weeks');
    // Differences of shares are no per cent of anything, and verdicts in words are explained below the table.
    expect(text).toMatch(/\| Service within tolerance \|.*\(.* to .* points\) /);
    expect(text).toMatch(
      /\n\nPoints are percentage points\. .*Not decided: the interval is neither clear of zero/,
    );
    expect(text).toContain('`report.html`');
  });

  it('has no more than 60 lines, and says in words what was asked', () => {
    const three = ofThreeOrganisations(result);
    const threshold = {
      organisation: 'third',
      condition: 'x < 1 | y',
      estimate: 0.9,
      ci95: null,
      unit: 'share',
    };
    const thresholds = Array.from({ length: 40 }, () => ({ ...threshold, verdict: 'failed' as const }));
    const text = summaryMarkdown({ ...three, thresholds });
    expect(text.split('\n').length).toBeLessThanOrEqual(60);
    expect(text).toContain('- Must not be `x < 1 \u00a6 y`, `third`: **failed**, found 90 %');
    expect(text).toContain('- and 32 more in the report');
  });

  it('lets nothing from a scenario become Markdown or HTML', () => {
    const text = summaryMarkdown(renamed(result, HOSTILE));
    const withoutCode = text.replace(/`[^`\n]*`/g, '');
    expect(withoutCode).not.toMatch(/<|@|http|evil|onerror|\]\(/);
    expect(text.match(/^#/gm)).toHaveLength(1);
    expect(
      text
        .split('\n')
        .filter((line) => line.startsWith('|'))
        .every((line) => line.split('|').length === 5),
    ).toBe(true);
  });

  it('escapes text, and keeps code on one line', () => {
    expect(escapedMarkdown('a*b_c [d](e) <i> & @f')).toBe(
      'a\\*b\\_c \\[d\\]\\(e\\) &lt;i&gt; &amp; @\u200bf',
    );
    expect(codeOf('a`b\nc|d')).toBe("`a'b c\u00a6d`");
  });

  it('counts one week as one, and says no more of a warm-up than there is', () => {
    const of = (weeks: number, warmUp: number) => measuredWeeks({ replications: 1, weeks, warmUp });
    expect(of(1, 0)).toBe('1 replication of 1 week, measured from the first one on');
    expect(of(2, 1)).toBe('1 replication of 2 weeks, the first one not measured');
    expect(of(30, 4)).toBe('1 replication of 30 weeks, the first 4 not measured');
  });

  it('can be made of one organisation and of one replication', () => {
    expect(summaryMarkdown(ofOneOrganisation(result))).toMatch(/^### `traditional`\n/);
    expect(summaryMarkdown(ofOneReplication(result))).not.toMatch(/NaN|undefined|null/);
  });
});
