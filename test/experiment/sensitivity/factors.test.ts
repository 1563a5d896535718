import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readRange, settingAt, valueAtPlace } from '../../../sim/experiment/sensitivity/factor.ts';
import {
  loadFactorList,
  namedFactors,
  shippedFactorList,
} from '../../../sim/experiment/sensitivity/load-factors.ts';
import { ownValueOf } from '../../../sim/experiment/find-break-even.ts';
import { loadScenario, resolveScenario } from '../../../sim/scenario/load.ts';
import { ScenarioError } from '../../../sim/scenario/problems.ts';
import { readScenario } from '../../../sim/scenario/scenario-files.ts';
import { putTogether } from '../../../sim/scenario/written-number.ts';
import { plainOf } from '../../../sim/scenario/tree.ts';
import { emptyFolder } from '../../cli/salesworks.ts';

/** What is wrong, without line ends. */
function problemsOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof ScenarioError) return error.message.replaceAll(/\s+/g, ' ');
    throw error;
  }
  return '';
}

describe('a range', () => {
  it('may have its unit at one end only', () => {
    const words = ([low, high]: readonly [string, string]) => {
      const read = readRange(low, high, false);
      return 'wrong' in read ? read.wrong : [read.from, read.to].map((end) => putTogether(end, end.number));
    };
    expect(words(['0', '3 %'])).toEqual(['0 %', '3 %']);
    expect(words(['0%', '3 %'])).toEqual(['0 %', '3 %']);
    expect(words(['$40', '80k'])).toEqual(['$40k', '$80k']);
    expect(words(['1 week', '6 weeks'])).toEqual(['1 week', '6 weeks']);
    expect(words(['0.5', '1.5'])).toEqual(['0.5', '1.5']);
    expect(words(['1 week', '6 months'])).toBe('is not in one unit');
    expect(words(['6', '1'])).toBe('does not go up from 6 to 1');
    expect(words(['few', '1'])).toBe('has no number in few');
  });

  it('of whole numbers has whole ends, and each number is as likely as any other', () => {
    expect(readRange('1', '2.5', true)).toHaveProperty('wrong', 'has an end that is no whole number');
    const range = readRange('2', '5', true);
    if ('wrong' in range) throw new Error(range.wrong);
    const varied = { path: 'x', ...range, isWhole: true };
    const places = Array.from({ length: 400 }, (_, i) => valueAtPlace(varied, (i + 0.5) / 400));
    for (const value of [2, 3, 4, 5]) expect(places.filter((at) => at === value)).toHaveLength(100);
    expect([valueAtPlace(varied, 0), valueAtPlace(varied, 1)]).toEqual([2, 5]);
  });
});

describe('the shipped list of assumptions', () => {
  it('fits the shipped organisations, whose own values lie in the ranges', () => {
    const factors = loadFactorList(shippedFactorList());
    expect(factors.length).toBeGreaterThanOrEqual(20);
    for (const name of ['traditional', 'standard']) {
      const document = readScenario(name);
      for (const factor of factors) {
        const own = ownValueOf(
          factor,
          (setting) => resolveScenario(document, setting ? [setting] : []).scenario,
        );
        expect(own, factor.path).toBeGreaterThan(factor.from.number);
        expect(own, factor.path).toBeLessThan(factor.to.number);
        expect(factor.title.length).toBeLessThanOrEqual(26);
      }
    }
  });

  it('may be replaced, and everything wrong with another one is said at its place', () => {
    const file = join(emptyFolder(), 'mine.yaml');
    const entry = (lines: string) => `  - path: workflow.win\n    title: t\n    source: s\n${lines}`;
    writeFileSync(
      file,
      `assumptions:\n${entry('    from: 3 %\n    to: 1 %\n')}${entry('    from: 1 %\n    to: 2 h\n')}`,
    );
    const said = problemsOf(() => loadFactorList(file));
    expect(said).toContain(`${file}:6:9 assumptions.0.to: does not go up from 3 % to 1 %`);
    expect(said).toContain(`${file}:7:11 assumptions.1.path: is there twice`);
    expect(said).toContain(`${file}:11:9 assumptions.1.to: is not in one unit`);
    writeFileSync(file, 'assumption: []\n');
    expect(problemsOf(() => loadFactorList(file))).toContain('did you mean assumptions?');
    expect(problemsOf(() => loadFactorList(`${file}.gone`))).toContain('there is no such file');
  });
});

describe('named factors', () => {
  const list = loadFactorList(shippedFactorList());

  it('take the range that is given, or that of the list', () => {
    const [given, listed] = namedFactors(['organisation.roles.salesperson.heads=1..4', 'workflow.win'], list);
    expect(given).toMatchObject({ isWhole: true, from: { number: 1 }, to: { number: 4 } });
    expect(listed).toMatchObject({ title: 'Chance to win', from: { number: 11, after: ' %' } });
    const { scenario } = resolveScenario(readScenario('standard'), [settingAt(listed!, 12.5)]);
    expect(scenario.workflow.win).toBe(0.125);
    expect(plainOf(settingAt(given!, 3).value)).toBe(3);
    expect(loadScenario({ reference: 'standard' }).scenario.workflow.win).toBe(0.16);
  });

  it('are refused in words, all at once', () => {
    const said = problemsOf(() =>
      namedFactors(['workflow.wim', 'workflow.win=3', 'money.burden=2..1'], list),
    );
    expect(said).toContain('did you mean workflow.win?');
    expect(said).toContain('--vary workflow.win=3 workflow.win: has no range in 3');
    expect(said).toContain('does not go up from 2 to 1');
    expect(problemsOf(() => namedFactors(['workflow.win', 'workflow.win=1..2%'], list))).toContain('twice');
  });
});
