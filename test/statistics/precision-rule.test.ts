import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { meanInterval, relativePrecision } from '../../sim/statistics/mean-interval.ts';
import { PrecisionRule, type PrecisionTarget } from '../../sim/statistics/precision-rule.ts';
import { RunningMoments } from '../../sim/statistics/running-moments.ts';
import { expectNear } from './expect-near.ts';
import methods from './methods-cases.json' with { type: 'json' };

const sequence = methods.cases['seq-confidence-interval-method'];
const negative = methods.cases['seq-negative-mean'];

/** Feeds every replication, `[replication][metric]`, and returns the rule. */
function fed(
  target: PrecisionTarget,
  replications: readonly (readonly (number | undefined)[])[],
): PrecisionRule {
  const rule = new PrecisionRule(target);
  for (const figures of replications) rule.add(figures);
  return rule;
}

const oneMetric = (values: readonly (number | undefined)[]) => values.map((value) => [value]);

describe('the precision rule', () => {
  const { x, conf, n0, look_ahead, precision } = sequence.inputs;

  it('rests on the running intervals of case seq-confidence-interval-method', () => {
    const { rows } = sequence.expected;
    const { tolerance } = sequence;
    expect(rows).toHaveLength(x.length - 1);
    for (const [n, mean, sd, halfWidth, relative] of rows) {
      const moments = new RunningMoments(x.slice(0, n));
      const interval = meanInterval(moments, conf);
      expectNear(interval.mean, mean!, tolerance);
      expectNear(Math.sqrt(moments.variance!), sd!, tolerance);
      expectNear(interval.halfWidth, halfWidth!, tolerance);
      expectNear(relativePrecision(interval), relative!, tolerance);
    }
  });

  it.each(precision.map((p, i) => ({ p, first: sequence.expected.first_n[i]!, ahead: look_ahead, i })))(
    'reaches precision $p first after $first replications',
    ({ p, first, i, ahead }) => {
      const target = { precisions: [p], confidence: conf, leastReplications: n0 };
      const at = (lookAhead: number) => fed({ ...target, lookAhead }, oneMetric(x)).sufficientReplications;
      expect(at(0)).toBe(first);
      expect(at(ahead)).toBe(sequence.expected.look_ahead_n[i] ?? undefined);
    },
  );

  it('reports the n at which the look-ahead began, as soon as the look-ahead is over', () => {
    const rule = new PrecisionRule({ precisions: [0.05], confidence: conf });
    const known = x.map((value) => {
      rule.add([value]);
      return rule.sufficientReplications;
    });
    // Precise from 12 on: known after 17, and no longer changed by what follows.
    expect(known).toEqual([...new Array<undefined>(16).fill(undefined), 12, 12, 12, 12]);
    rule.add([1e6]);
    expect(rule.sufficientReplications).toBe(12);
    expect(rule.replications).toBe(21);
  });

  it('is not satisfied at once by a negative mean', () => {
    const { inputs, expected } = negative;
    const target = { precisions: [0.1], confidence: inputs.conf, lookAhead: 0 };
    const rule = fed(target, oneMetric(inputs.x));
    expect(rule.sufficientReplications !== undefined).toBe(expected.converged_at_0_10);
    const mirrored = x.map((value) => -value);
    expect(fed({ ...target, precisions: [0.05] }, oneMetric(mirrored)).sufficientReplications).toBe(12);
  });

  it('starts over when precision is lost during the look-ahead', () => {
    const target = { precisions: [0.5], lookAhead: 2 };
    // Constant, and so precise, at 3 and 4; the outlier at 5 spoils it until enough others dilute it.
    const values = [10, 10, 10, 10, 60, ...new Array<number>(20).fill(10)];
    const precise = values.map((_, i) => relativePrecision(meanInterval(values.slice(0, i + 1)))! <= 0.5);
    expect(precise.slice(2, 6)).toEqual([true, true, false, false]);
    const again = precise.indexOf(true, 5) + 1;
    expect(precise.slice(again - 1, again + 2)).toEqual([true, true, true]);
    expect(fed(target, oneMetric(values)).sufficientReplications).toBe(again);
    expect(fed({ ...target, lookAhead: 1 }, oneMetric(values)).sufficientReplications).toBe(3);
  });

  it('looks ahead in proportion above 100 replications', () => {
    // 0 and 20 by turns: mean 10, standard deviation 10, and h/|mean| = t / sqrt(n) within 0.15 from n = 174
    // on.
    const rule = new PrecisionRule({ precisions: [0.15] });
    const knownAfter: number[] = [];
    for (let i = 0; i < 300; i++) {
      rule.add([i % 2 === 0 ? 0 : 20]);
      if (rule.sufficientReplications !== undefined) knownAfter.push(rule.replications);
    }
    const n = rule.sufficientReplications!;
    expect(n).toBeGreaterThan(160);
    expect(n).toBeLessThan(199);
    expect(knownAfter[0]).toBe(n + Math.floor((5 * n) / 100));
  });

  it('waits until every metric is precise at once, each to its own degree', () => {
    const loose = x.map((value) => [value, value]);
    expect(fed({ precisions: [0.1, 0.05] }, loose).sufficientReplications).toBe(12);
    expect(fed({ precisions: [0.05, 0.1] }, loose).sufficientReplications).toBe(12);
    expect(fed({ precisions: [0.1, 0.1] }, loose).sufficientReplications).toBe(5);
  });

  it('leaves out a figure that a replication does not have', () => {
    const gaps = [NaN, undefined, 10, NaN, 10, 10];
    // The second figure comes with the fifth replication.
    expect(fed({ precisions: [0.1], lookAhead: 0 }, oneMetric(gaps)).sufficientReplications).toBe(5);
    const never = oneMetric(new Array<undefined>(50).fill(undefined));
    expect(fed({ precisions: [0.1], lookAhead: 0 }, never).sufficientReplications).toBeUndefined();
  });

  it('is satisfied by what never varies, even at 0, but never by a mean of 0 with spread', () => {
    const zeros = oneMetric(new Array<number>(8).fill(0));
    expect(fed({ precisions: [0.01] }, zeros).sufficientReplications).toBe(3);
    const balanced = oneMetric([-1, 1, -1, 1]);
    const target = { precisions: [1e9], leastReplications: 4, lookAhead: 0 };
    expect(fed(target, balanced).sufficientReplications).toBeUndefined();
  });

  it('finds the least n of its definition in any sequence', () => {
    const sequences = fc.array(fc.integer({ min: -5, max: 30 }), { minLength: 1, maxLength: 40 });
    const targets = fc.record({
      precisions: fc.tuple(fc.constantFrom(0.2, 0.5, 1)),
      leastReplications: fc.integer({ min: 1, max: 6 }),
      lookAhead: fc.integer({ min: 0, max: 6 }),
    });
    fc.assert(
      fc.property(sequences, targets, (values, target) => {
        const precise = values.map((_, i) => {
          const relative = relativePrecision(meanInterval(values.slice(0, i + 1)));
          return i + 1 >= target.leastReplications && (relative ?? Infinity) <= target.precisions[0];
        });
        const first = precise.findIndex((_, i) => {
          const stretch = precise.slice(i, i + target.lookAhead + 1);
          return stretch.length === target.lookAhead + 1 && stretch.every(Boolean);
        });
        const expected = first < 0 ? undefined : first + 1;
        expect(fed(target, oneMetric(values)).sufficientReplications).toBe(expected);
      }),
      { seed: 16, numRuns: 500 },
    );
  });

  it.each<[PrecisionTarget, string]>([
    [{ precisions: [] }, 'precisions to reach are above 0, not []'],
    [{ precisions: [0.1, 0] }, 'precisions to reach are above 0, not [0.1, 0]'],
    [{ precisions: [NaN] }, 'precisions to reach are above 0, not [NaN]'],
    [{ precisions: [0.1], leastReplications: 0 }, 'cannot begin at 0 replications'],
    [{ precisions: [0.1], lookAhead: -1 }, 'cannot look ahead -1 replications'],
    [{ precisions: [0.1], lookAhead: 1.5 }, 'cannot look ahead 1.5 replications'],
  ])('refuses the target %j', (target, message) => {
    expect(() => new PrecisionRule(target)).toThrow(new RangeError(message));
  });

  it('refuses a replication with another number of figures', () => {
    expect(() => fed({ precisions: [0.1, 0.1] }, [[1]])).toThrow(
      new RangeError('1 figures of a replication, 2 expected'),
    );
  });
});
