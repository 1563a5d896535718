import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Stream } from '../../../sim/random/stream.ts';
import { factorialEffects, fullFactorial } from '../../../sim/statistics/design/factorial.ts';
import { isLatin, latinHypercube } from '../../../sim/statistics/design/latin-hypercube.ts';
import { nearlyOrthogonal } from '../../../sim/statistics/design/nearly-orthogonal.ts';
import { sampleCorrelation } from 'simple-statistics';
import { expectNear } from '../expect-near.ts';
import methods from '../methods-cases.json' with { type: 'json' };

function uniformOf(seed: number): () => number {
  const stream = new Stream({ seed, replication: 0, purpose: 'test.design' });
  return () => stream.uniform();
}

describe('a Latin hypercube', () => {
  it('is told from another design as in case lhs-stratification', () => {
    const { inputs, expected } = methods.cases['lhs-stratification'];
    expect(inputs.designs.map((design) => isLatin(design))).toEqual(expected.valid);
  });

  it('visits each stratum of each factor once, and stays inside', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 6 }), fc.nat(), (n, k, seed) => {
        const design = latinHypercube({ points: n, factors: k, uniform: uniformOf(seed) });
        expect(design).toHaveLength(n);
        expect(isLatin(design)).toBe(true);
        expect(design.flat().every((x) => x > 0 && x < 1)).toBe(true);
      }),
      { numRuns: 50, seed: 1 },
    );
  });

  it('has no error in the mean of a sum of factors, as in case lhs-variance-additive', () => {
    const { expected, tolerance } = methods.cases['lhs-variance-additive'];
    const design = latinHypercube({ points: 5, factors: 2, uniform: uniformOf(1), isCentred: true });
    expectNear(design.reduce((sum, [a, b]) => sum + a! + b!, 0) / 5, expected.mean, tolerance);
  });

  it('puts points anywhere in their strata with equal chance', () => {
    const uniform = uniformOf(2);
    const places = Array.from({ length: 500 }, () => latinHypercube({ points: 4, factors: 1, uniform }))
      .flat(2)
      .map((x) => (x * 4) % 1);
    // 2 000 uniform numbers: standard error of the mean 1 / sqrt(12 * 2 000) = 0.0065.
    expectNear(places.reduce((sum, x) => sum + x, 0) / places.length, 0.5, 4 * 0.0065);
  });
});

describe('a nearly orthogonal Latin hypercube', () => {
  it.each([
    [17, 7],
    [33, 11],
    [64, 12],
  ])('of %d points has %d factors with correlations of at most 0.05', (points, factors) => {
    const design = nearlyOrthogonal({ points, factors, uniform: uniformOf(5) });
    expect(isLatin(design.points)).toBe(true);
    const columns = Array.from({ length: factors }, (_, k) => design.points.map((point) => point[k]!));
    let largest = 0;
    columns.forEach((a, i) => {
      columns.slice(0, i).forEach((b) => (largest = Math.max(largest, Math.abs(sampleCorrelation(a, b)))));
    });
    expect(largest).toBeLessThanOrEqual(0.05);
    expectNear(design.largestCorrelation, largest, 1e-9);
  });

  it('is refused where there are too few points, with what was reached', () => {
    expect(() => nearlyOrthogonal({ points: 5, factors: 6, uniform: uniformOf(1) })).toThrow(
      /5 points are too few for 6 factors: .* the best one has 0\.\d+/,
    );
  });
});

describe('a full factorial', () => {
  it('has every combination, the last factor changing fastest', () => {
    expect(
      fullFactorial<string | number>([
        ['a', 'b'],
        [1, 2, 3],
      ]),
    ).toEqual([
      ['a', 1],
      ['a', 2],
      ['a', 3],
      ['b', 1],
      ['b', 2],
      ['b', 3],
    ]);
    expect(fullFactorial([])).toEqual([[]]);
  });

  it('has the effects of case factorial-2x2', () => {
    const { inputs, expected, tolerance } = methods.cases['factorial-2x2'];
    const effects = factorialEffects(inputs.y);
    expectNear(effects.mean, expected.intercept, tolerance);
    expectNear(effects.main[0], expected.reorder_point, tolerance);
    expectNear(effects.main[1], expected.order_quantity, tolerance);
    expectNear(effects.interactions[1]![0], expected.interaction, tolerance);
  });
});
