import { describe, expect, it } from 'vitest';
import { Stream } from '../../../sim/random/stream.ts';
import { latinHypercube } from '../../../sim/statistics/design/latin-hypercube.ts';
import { uncertaintySplit } from '../../../sim/statistics/sensitivity/input-uncertainty.ts';
import { elementaryEffects, morrisTrajectories } from '../../../sim/statistics/sensitivity/morris.ts';
import { noiseShare, sobolDesign, sobolIndices } from '../../../sim/statistics/sensitivity/sobol.ts';
import { expectAllNear, expectNear } from '../expect-near.ts';
import methods from '../methods-cases.json' with { type: 'json' };
import { normalSource } from '../samples.ts';

function uniformOf(seed: number): () => number {
  const stream = new Stream({ seed, replication: 0, purpose: 'test.sensitivity' });
  return () => stream.uniform();
}

describe('elementary effects', () => {
  const { inputs, expected, tolerance } = methods.cases['morris-ee'];
  const f = ([x1, x2, x3]: readonly number[]) => 2 * x1! + x2! ** 2 + 4 * x1! * x3!;

  it('are those of case morris-ee', () => {
    const responses = inputs.trajectories.map((points) => points.map(f));
    const found = elementaryEffects(inputs.trajectories, responses);
    found.forEach(({ effects, mean, meanAbsolute, deviation }, factor) => {
      expectAllNear(effects, expected.EE[factor]!, tolerance);
      expectNear(mean, expected.mu[factor]!, tolerance);
      expectNear(meanAbsolute, expected.mu_star[factor]!, tolerance);
      expectNear(deviation, expected.sigma[factor]!, tolerance);
    });
  });

  it('of a sum are its coefficients, without deviation, on any trajectories', () => {
    const trajectories = morrisTrajectories({ trajectories: 6, factors: 4, uniform: uniformOf(3) });
    const slopes = [3, -1, 0, 0.5];
    const responses = trajectories.map((points) =>
      points.map((point) => point.reduce((sum, x, i) => sum + slopes[i]! * x, 0)),
    );
    elementaryEffects(trajectories, responses).forEach(({ mean, meanAbsolute, deviation }, factor) => {
      expectNear(mean, slopes[factor]!, 1e-12);
      expectNear(meanAbsolute, Math.abs(slopes[factor]!), 1e-12);
      expectNear(deviation, 0, 1e-12);
    });
  });

  it('come from trajectories on the grid that change one factor at a time', () => {
    const grid = [0, 1 / 3, 2 / 3, 1];
    for (const points of morrisTrajectories({ trajectories: 40, factors: 5, uniform: uniformOf(4) })) {
      expect(points).toHaveLength(6);
      for (const x of points.flat())
        expect(Math.min(...grid.map((g) => Math.abs(g - x)))).toBeLessThan(1e-12);
      const moved = points.slice(1).map((point, i) => point.findIndex((x, k) => x !== points[i]![k]));
      expect([...moved].sort()).toEqual([0, 1, 2, 3, 4]);
    }
  });
});

describe('Sobol indices', () => {
  it('are those of case sobol-estimator-tiny', () => {
    const { inputs, expected, tolerance } = methods.cases['sobol-estimator-tiny'];
    const f = ([x1, x2]: readonly number[]) => x1! + 2 * x2! ** 2 + x1! * x2!;
    const { a, b, ab } = sobolDesign(inputs.A, inputs.B);
    const indices = sobolIndices({ a: a.map(f), b: b.map(f), ab: ab.map((mixed) => mixed.map(f)) });
    [expected.indices.x1, expected.indices.x2].forEach(({ S_saltelli2010, ST_jansen }, factor) => {
      expectNear(indices[factor]!.first, S_saltelli2010, tolerance);
      expectNear(indices[factor]!.total, ST_jansen, tolerance);
    });
  });

  it('come near the analytic ones of the Ishigami function', () => {
    const { inputs, expected } = methods.cases['sobol-ishigami'];
    const f = (u: readonly number[]) => {
      const [x1, x2, x3] = u.map((x) => Math.PI * (2 * x - 1)) as [number, number, number];
      return Math.sin(x1) + inputs.a * Math.sin(x2) ** 2 + inputs.b * x3 ** 4 * Math.sin(x1);
    };
    const uniform = uniformOf(6);
    const sample = () => latinHypercube({ points: 20_000, factors: 3, uniform });
    const { a, b, ab } = sobolDesign(sample(), sample());
    const indices = sobolIndices({ a: a.map(f), b: b.map(f), ab: ab.map((mixed) => mixed.map(f)) });
    indices.forEach(({ first, total }, factor) => {
      // Standard errors of both estimators are about 0.01 with 20 000 points.
      expectNear(first, expected.S1[factor]!, 0.04);
      expectNear(total, expected.ST[factor]!, 0.04);
    });
  });

  it('are 0 where nothing varies', () => {
    expect(sobolIndices({ a: [1, 1], b: [1, 1], ab: [[1, 1]] })).toEqual([{ first: 0, total: 0 }]);
  });
});

describe('the share of noise', () => {
  it('is what the replications add to the variance of means', () => {
    // Points with means 0 and 10: variance 25; each mean has variance 2 / 2 = 1 from its replications.
    expectNear(
      noiseShare([
        [-1, 1],
        [9, 11],
      ]),
      1 / 25,
      1e-12,
    );
    expect(
      noiseShare([
        [1, 1],
        [2, 2],
      ]),
    ).toBe(0);
  });

  it('is all there is where factors do nothing', () => {
    const normal = normalSource('noise-share');
    const responses = Array.from({ length: 4_000 }, () => [normal(), normal(), normal(), normal()]);
    expectNear(noiseShare(responses), 1, 0.07);
  });
});

describe('input uncertainty', () => {
  const { inputs, expected, tolerance } = methods.cases['input-uncertainty-anova'];

  it('is split off as in case input-uncertainty-anova', () => {
    const split = uncertaintySplit(inputs.rows_are_bootstrap_inputs);
    expectNear(split.between, expected.MSB, tolerance);
    expectNear(split.within, expected.MSE, tolerance);
    expectNear(split.inputVariance, expected.sigma_I2, tolerance);
    expectNear(split.ratio, expected.gamma, tolerance);
    expect(split.advice).toBe('collect-more-data');
  });

  it('is nothing where all inputs give the same, and asks for more runs', () => {
    const split = uncertaintySplit([
      [1, 3],
      [3, 1],
      [1, 3],
    ]);
    expect(split).toMatchObject({ inputVariance: 0, inputShare: 0, ratio: 0, advice: 'run-more' });
  });

  it('needs two inputs with two replications each', () => {
    expect(() => uncertaintySplit([[1, 2]])).toThrow(RangeError);
    expect(() => uncertaintySplit([[1], [2]])).toThrow(RangeError);
  });
});
