import { describe, expect, it } from 'vitest';
import { allPairs, individualConfidence, versusStandard } from '../../sim/statistics/bonferroni.ts';
import { studentCriticalValue } from '../../sim/statistics/critical-value.ts';
import { pairedDifference } from '../../sim/statistics/paired-difference.ts';
import { expectNear } from './expect-near.ts';
import methods from './methods-cases.json' with { type: 'json' };

const levels = methods.cases['bonferroni'];
const pairwise = methods.cases['all-pairs-bonferroni-crn'];

/** From `[replication][system]` to `[system][replication]`. */
function bySystem(rows: readonly (readonly number[])[]): number[][] {
  return rows[0]!.map((_, system) => rows.map((row) => row[system]!));
}

describe('Bonferroni levels', () => {
  const { alpha, k, n } = levels.inputs;
  const { expected, tolerance } = levels;
  const anySystems = Array.from({ length: k }, (_, system) => [system, 2 * system, 5]);

  it.each([
    {
      name: 'against a standard',
      count: versusStandard({ systems: anySystems }).length,
      comparisons: expected.c_vs_standard,
      individualAlpha: expected.alpha_vs_standard,
      t: expected.t_vs_standard,
    },
    {
      name: 'for all pairs',
      count: allPairs(anySystems).length,
      comparisons: expected.c_all_pairs,
      individualAlpha: expected.alpha_all_pairs,
      t: expected.t_all_pairs,
    },
  ])('$name are those of case bonferroni', ({ count, comparisons, individualAlpha, t }) => {
    expect(count).toBe(comparisons);
    const confidence = individualConfidence({ confidence: 1 - alpha, comparisons });
    expectNear(1 - confidence, individualAlpha, tolerance);
    expectNear(studentCriticalValue({ degreesOfFreedom: n - 1, confidence }), t, tolerance);
  });

  it.each([
    [0.95, 0],
    [0.95, 1.5],
    [1, 3],
    [0, 3],
  ])('are refused at confidence %d for %d comparisons', (confidence, comparisons) => {
    expect(() => individualConfidence({ confidence, comparisons })).toThrow(RangeError);
  });
});

describe('several comparisons', () => {
  const systems = bySystem(pairwise.inputs.rows_are_replications);
  const confidence = 1 - pairwise.inputs.alpha;
  const { intervals_mean_h_lo_hi: intervals } = pairwise.expected;

  it('of all pairs are those of case all-pairs-bonferroni-crn', () => {
    const { tolerance } = pairwise;
    const comparisons = allPairs(systems, confidence);
    expect(comparisons.map(({ a, b }) => `${a}-${b}`)).toEqual(Object.keys(intervals));
    const expected = Object.values(intervals);
    comparisons.forEach(({ difference }, i) => {
      // The case subtracts the second system from the first; a difference here is b - a.
      const [mean, halfWidth, lower, upper] = expected[i]!;
      expectNear(difference.interval.mean, -mean!, tolerance);
      expectNear(difference.interval.halfWidth, halfWidth!, tolerance);
      expectNear(difference.interval.lower, -upper!, tolerance);
      expectNear(difference.interval.upper, -lower!, tolerance);
    });
  });

  it('with a standard are paired differences from it at the individual level', () => {
    const comparisons = versusStandard({ systems, standard: 2, confidence });
    expect(comparisons.map(({ a, b }) => [a, b])).toEqual([
      [2, 0],
      [2, 1],
      [2, 3],
    ]);
    for (const { a, b, difference } of comparisons) {
      const individual = 1 - 0.05 / 3;
      const alone = pairedDifference({ a: systems[a]!, b: systems[b]!, confidence: individual });
      expectNear(difference.interval.lower, alone.interval.lower!, 1e-9);
      expectNear(difference.interval.upper, alone.interval.upper!, 1e-9);
      expect(difference.correlation).toBe(alone.correlation);
    }
    expect(versusStandard({ systems }).map(({ a, b }) => [a, b])).toEqual([
      [0, 1],
      [0, 2],
      [0, 3],
    ]);
  });

  it('need two systems, and a standard among them', () => {
    expect(() => allPairs(systems.slice(0, 1))).toThrow(
      new RangeError('no individual level for 0 comparisons at confidence 0.95'),
    );
    expect(() => versusStandard({ systems: systems.slice(0, 1) })).toThrow(RangeError);
    expect(() => versusStandard({ systems, standard: 4 })).toThrow(new RangeError('no system 4 among 4'));
  });
});
