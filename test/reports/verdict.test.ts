import { describe, expect, it } from 'vitest';
import type { OneMoreResult, OrganisationResult, Result } from '../../sim/experiment/result.ts';
import { changeVerdict } from '../../reports/verdict/change-verdict.ts';
import { constraintVerdict } from '../../reports/verdict/constraint-verdict.ts';
import { plainText } from '../../reports/words/sentence.ts';
import { figure, smallResult } from './small-result.ts';

const result = smallResult();
const UNIT = '$ per year';

/** An organisation with these shares of time as constraint, and these gains from one more head. */
function organisation(
  shares: Readonly<Record<string, readonly [mean: number, ci95: readonly [number, number] | null]>>,
  gains: readonly [role: string, verdict: 'higher' | 'lower' | 'undecided' | 'negligible', gain: number][],
): OrganisationResult {
  const metrics = Object.entries(shares).map(([group, [mean, ci95]]) => {
    return [`constraint-share.${group}`, figure(mean, ci95)] as const;
  });
  return {
    ...result.organisations[0]!,
    metrics: Object.fromEntries(metrics),
    oneMore: gains.map(([role, verdict, gain]): OneMoreResult => {
      const ci95 =
        verdict === 'undecided' ? ([gain - 2e5, gain + 2e5] as const) : ([gain - 1e3, gain + 1e3] as const);
      const difference = { ...figure(gain, ci95, UNIT), correlation: null, verdict };
      return { role, replications: 5, cost: 1e5, metrics: { 'throughput-per-year': difference } };
    }),
  };
}

function said(...given: Parameters<typeof organisation>): { lead: string; rest: string } {
  const { lead, sentences } = constraintVerdict(organisation(...given), 0);
  return { lead: plainText(lead), rest: sentences.map(plainText).join('\n') };
}

const CLEAR = { salesperson: [0.6, [0.55, 0.65]], production: [0.2, [0.15, 0.25]] } as const;
const OPEN = { salesperson: [0.42, [0.3, 0.54]], production: [0.38, [0.28, 0.48]] } as const;

describe('the verdict on the constraint', () => {
  it('names a role if both kinds of evidence agree', () => {
    const { lead } = said(CLEAR, [
      ['salesperson', 'higher', 2e5],
      ['production', 'negligible', 0],
    ]);
    expect(lead).toBe(
      'Salespeople are the constraint: one more salesperson raises throughput, and no other group is as often ' +
        'without spare capacity.',
    );
  });

  it('says so if they do not', () => {
    const { lead, rest } = said(CLEAR, [
      ['salesperson', 'negligible', 100],
      ['production', 'higher', 2e5],
    ]);
    expect(lead).toBe(
      'One more production worker raises throughput, although salespeople are most often without spare capacity.',
    );
    expect(rest).toContain('Yet that is not what holds throughput back: one more salesperson');
  });

  it('leaves open who it is where the intervals overlap', () => {
    const { lead } = said(OPEN, []);
    expect(lead).toBe('Which limits most often is not decided: salespeople or production.');
  });

  it('leaves open whether a busy role holds throughput back if its gain is not decided', () => {
    const { lead, rest } = said(CLEAR, [['salesperson', 'undecided', 5e4]]);
    expect(lead).toContain('No single head, of whatever role, is shown to raise throughput');
    expect(rest).toContain('Whether salespeople hold throughput back is not decided');
    expect(rest).not.toContain('Yet that is not');
  });

  it('names every role that raises throughput', () => {
    const { rest } = said(CLEAR, [
      ['salesperson', 'higher', 2e5],
      ['production', 'higher', 1e5],
    ]);
    expect(rest).toMatch(/Shown to rise too: throughput by \+\$100k .* with one more production worker/);
  });

  it('does not say what was not tried', () => {
    expect(said(CLEAR, []).lead).toBe(
      'Salespeople are the constraint most often. What one more head changes was not tried.',
    );
    expect(said({ market: [0.7, [0.6, 0.8]] }, []).lead).toContain('The market is the constraint most often');
  });

  it('speaks of one replication as of one', () => {
    expect(said({ engineering: [0.5, null] }, []).lead).toContain('most often in the only replication');
  });

  it('says that nothing is known where nothing is', () => {
    expect(said({}, []).lead).toContain('No constraint can be named');
  });
});

describe('the verdict on a change', () => {
  const changed = (verdict: 'higher' | 'lower' | 'undecided' | 'negligible'): Result => {
    const [difference] = result.differences;
    const metrics = Object.fromEntries(
      Object.entries(difference!.metrics).map(([id, figures]) => [id, { ...figures, verdict }]),
    );
    return { ...result, differences: [{ ...difference!, metrics }] };
  };
  const headline = (given: Result) => plainText(changeVerdict(given, 1).headline);

  it('puts every figure under its own verdict', () => {
    const { better, worse, same, undecided } = changeVerdict(result, 1);
    const { metrics } = result.differences[0]!;
    const verdicts = [...better, ...worse, ...same, ...undecided].length;
    expect(verdicts).toBeGreaterThan(10);
    for (const sentence of undecided) {
      const [part] = sentence.filter((piece) => typeof piece !== 'string' && piece.kind === 'metric');
      const id = (part as { id: string }).id;
      const [lower, upper] = metrics[id]!.ci95!;
      expect(lower <= 0 && upper >= 0).toBe(true);
    }
    const payroll = better.map(plainText).find((text) => text.startsWith('Payroll'));
    expect(payroll?.replaceAll('\u00a0', ' ')).toContain('13 % less (the same in every replication)');
  });

  it('has a headline of what is shown and of what is not decided', () => {
    expect(headline(result)).toMatch(/^standard .* than traditional\. Not decided: .+\.$/);
    expect(headline(changed('higher'))).not.toContain('Not decided');
    expect(headline(changed('undecided'))).toContain('is standard shown to differ from traditional');
    expect(headline(changed('negligible'))).toContain('is standard shown to differ from traditional');
  });

  it('says of what is gone that there is none of it, not that it is 100 % fewer', () => {
    const gone = (ids: readonly string[], other: 'higher' | 'undecided'): Result => {
      const { organisations, differences } = changed(other);
      const [first, second] = organisations as [OrganisationResult, OrganisationResult];
      const none = Object.fromEntries(ids.map((id) => [id, { ...second.metrics[id]!, mean: 0 }]));
      const lower = Object.fromEntries(
        ids.map((id) => [id, { ...differences[0]!.metrics[id]!, verdict: 'lower' as const }]),
      );
      return {
        ...result,
        organisations: [first, { ...second, metrics: { ...second.metrics, ...none } }],
        differences: [{ ...differences[0]!, metrics: { ...differences[0]!.metrics, ...lower } }],
      };
    };
    expect(headline(gone(['bd-meetings-per-week'], 'higher'))).toMatch(
      /^standard holds no business-development meetings, wins .* than traditional\.$/,
    );
    expect(headline(gone(['bd-meetings-per-week', 'payroll-per-year'], 'undecided'))).toBe(
      'standard holds no business-development meetings and pays nothing in salaries, unlike traditional. ' +
        'Not decided: projects and throughput.',
    );
  });

  it('leaves payroll out while a firm changes over, since it is that of two organisations at once', () => {
    const onTheWay = (verdict: 'higher' | 'undecided') =>
      headline({ ...changed(verdict), transition: { unchanged: 'traditional', plans: [] } });
    expect(headline(changed('higher'))).toContain('salaries');
    expect(onTheWay('higher')).not.toContain('salaries');
    expect(onTheWay('undecided')).toBe(
      'Neither in meetings nor in projects or throughput is standard shown to differ from traditional.',
    );
  });
});
