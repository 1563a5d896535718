import { describe, expect, it } from 'vitest';
import {
  change,
  changeInWords,
  format,
  intervalOfChange,
  resultInWords,
} from '../../sim/cli/result-table.ts';
import { sensitivityInWords } from '../../sim/cli/sensitivity-table.ts';
import { namedFactors } from '../../sim/experiment/sensitivity/load-factors.ts';
import type {
  SensitivityResult,
  UncertaintyResult,
} from '../../sim/experiment/sensitivity/sensitivity-result.ts';
import type { Verdict } from '../../sim/statistics/verdict.ts';
import { ofOneReplication, smallResult, withOrganisation } from '../reports/small-result.ts';

describe('a difference in the terminal', () => {
  it('has a size in points too, without a verdict', () => {
    expect([change(-0.015, 'share'), change(2, 'per week')]).toEqual(['-1.5 points', '2.00']);
    expect(intervalOfChange([0.036, 0.054], 'share')).toBe('3.6 to 5.4 points');
  });

  it('has its direction once, in the word', () => {
    expect(changeInWords({ ci95: [-310_000, -310_000], unit: '$ per year', verdict: 'lower' })).toBe(
      '$310k lower',
    );
    expect(changeInWords({ ci95: [-4.3, -4.1], unit: 'per week', verdict: 'lower' })).toBe(
      '4.10 to 4.30 lower',
    );
    expect(changeInWords({ ci95: [-1, 2], unit: 'per week', verdict: 'undecided' })).toBe(
      '-1.00 to 2.00 not decided',
    );
  });

  it('is in points if it is one of shares', () => {
    expect(changeInWords({ ci95: [0.051, 0.08], unit: 'share', verdict: 'higher' })).toBe(
      '5.1 to 8.0 points higher',
    );
  });

  it('has no minus before nothing', () => {
    expect([format(-0.001, 'per week'), format(-0.00001, 'share'), format(-1, 'days')]).toEqual([
      '0.00',
      '0.0 %',
      '-1.00',
    ]);
  });
});

describe('a result in the terminal', () => {
  it('says that an organisation spends as much as another, and why that shows nothing', () => {
    const small = smallResult();
    const id = 'operating-expense-per-year';
    const few = small.organisations.map((of) => ({
      ...of,
      metrics: { ...of.metrics, [id]: { ...of.metrics[id]!, n: 3 } },
    }));
    const [difference] = small.differences;
    const same = { ...difference!.metrics[id]!, mean: 0, ci95: [0, 0] as const };
    const result = {
      ...small,
      organisations: few,
      differences: [{ ...difference!, metrics: { ...difference!.metrics, [id]: same } }],
    };
    expect(resultInWords(result).replace(/\s+/g, ' ')).toContain(
      'Operating expense must not rise: undecided, since fewer than six replications that agree show nothing. ' +
        'standard spends as much as traditional.',
    );
  });

  it('explains the words of its table that stand there, and no others', () => {
    const text = resultInWords(smallResult()).replace(/\s+/g, ' ');
    for (const word of ['Points:', 'Negligible:', 'Not decided:']) expect(text).toContain(word);
    expect(resultInWords(ofOneReplication(smallResult()))).not.toContain('Points:');
  });

  it('counts one replication as one', () => {
    expect(resultInWords({ ...ofOneReplication(smallResult()) })).toMatch(/^1 replication, seed/);
  });

  it('says which kind of case is late, with its figure, beside all cases together', () => {
    const answer = {
      question: 'Are they in time?',
      topic: '90 % of each kind of case within tolerance',
      answer: 'no',
      because: 'Not shown to be above 90 %: issues 79.6 %. Above: orders 99.9 %.',
      metrics: [],
    } as const;
    const chosen = {
      ...answer,
      topic: 'workflows',
      answer: 'not-chosen',
      because: 'Procedures multiply by 1.',
    } as const;
    const service = { isReady: 'no', answers: [answer, chosen] } as const;
    const text = resultInWords(withOrganisation(smallResult(), 0, () => ({ service }))).replace(/\s+/g, ' ');
    expect(text).toContain('customer service is not ready, by these questions:');
    expect(text).toContain('within tolerance: no. Not shown to be above 90 %: issues 79.6 %.');
    expect(text).toContain('workflows: no, the scenario leaves it out. Procedures multiply by 1.');
  });
});

describe('what leaves an answer open', () => {
  const told = (verdict: Verdict | null, advice: UncertaintyResult['advice']) =>
    sensitivityInWords(studyWith(verdict, advice)).replace(/\s+/g, ' ');

  it('says of what the standard error is', () => {
    expect(told('higher', 'collect-more-data')).toContain(
      'the mean over 8 replications has a standard error of 0.42',
    );
  });

  it('never discourages replications as long as the difference is undecided', () => {
    for (const advice of ['collect-more-data', 'run-more'] as const) {
      expect(told('undecided', advice)).toContain(
        'The difference is not decided: run more replications (-n)',
      );
      expect(told('undecided', advice)).not.toMatch(/not help|more than more replications/);
    }
    expect(told('higher', 'collect-more-data')).toContain('Better data would narrow the answer more');
  });
});

describe('an assumption that is named by its path', () => {
  it('is called by words', () => {
    const titles = namedFactors(
      ['organisation.roles.project-leader.heads=3..5', 'market.opportunities.complexity.mean=0.2..0.4'],
      [],
    ).map(({ title }) => title);
    expect(titles).toEqual(['Project leader: heads', 'Opportunities: complexity']);
  });
});

function studyWith(verdict: Verdict | null, advice: UncertaintyResult['advice']): SensitivityResult {
  const id = 'bd-meetings-per-week';
  return {
    schema: 'salesworks/sensitivity/1',
    provenance: {
      version: '0',
      commit: null,
      command: '',
      seed: 1,
      replications: 8,
      interrupted: false,
      method: 'tornado',
      runs: 16,
      scenarios: [],
      weeks: 104,
      warmUpWeeks: 26,
    },
    organisations: ['a', 'b'],
    metrics: { [id]: { title: 'Meetings', unit: 'per week', definition: '' } },
    factors: [],
    leftOut: [],
    base: { [id]: { mean: 1, ci95: [-1, 3], unit: 'per week', verdict } as never },
    tornado: [],
    uncertainty: {
      [id]: {
        unit: 'per week',
        fromAssumptions: 2,
        fromSimulation: 0.42,
        draws: 4,
        replicationsOfDraw: 2,
        advice,
      },
    },
  };
}
