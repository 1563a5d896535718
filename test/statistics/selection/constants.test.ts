import { describe, expect, it } from 'vitest';
import { chiSquareNodes } from '../../../sim/statistics/selection/chi-square-mean.ts';
import { kimNelsonConstants } from '../../../sim/statistics/selection/kim-nelson.ts';
import {
  comparisonsWithTheBest,
  nelsonMatejcikConstant,
  nelsonMatejcikSize,
} from '../../../sim/statistics/selection/nelson-matejcik.ts';
import {
  ocbaAllocation,
  ocbaShares,
  probabilityOfCorrectSelection,
} from '../../../sim/statistics/selection/ocba.ts';
import { rinottConstant, rinottSizes } from '../../../sim/statistics/selection/rinott.ts';
import { expectAllNear, expectNear } from '../expect-near.ts';
import methods from '../methods-cases.json' with { type: 'json' };

describe('means over chi-square', () => {
  it.each([1, 2, 5, 19, 200])('have the right moments with %d degrees of freedom', (nu) => {
    const { points, weights } = chiSquareNodes(nu);
    const mean = (power: number) => points.reduce((sum, x, i) => sum + weights[i]! * x ** power, 0);
    expectNear(mean(1) / nu, 1, 1e-10);
    expectNear(mean(2) / (nu * (nu + 2)), 1, 1e-10);
  });
});

describe("Rinott's constant", () => {
  const { expected, tolerance } = methods.cases['rinott-h'];

  it.each(Object.entries(expected.h))('for %s is that of case rinott-h', (key, h) => {
    const [systems, confidence, firstStage] = key.split(',').map((part) => Number(part.split('=')[1]));
    expectNear(
      rinottConstant({ systems: systems!, confidence: confidence!, firstStage: firstStage! }),
      h,
      tolerance,
    );
  });

  it.each(Object.entries(expected.ksl_values_published_vs_here))(
    'for %s is the published one, to its three digits',
    (key, [published]) => {
      const [systems, confidence, dof] = key.split(',').map((part) => Number(part.split('=')[1]));
      const h = rinottConstant({ systems: systems!, confidence: confidence!, firstStage: dof! + 1 });
      expectNear(h, published!, 0.001);
    },
  );

  it('gives each system replications by its own variance, and never fewer than the first stage', () => {
    const first = [
      [10, 12, 14, 16, 18],
      [1, 1.1, 0.9, 1, 1],
    ];
    // Variance 10 of the first system; the second hardly varies. 3^2 * 10 / 2^2 = 22.5.
    expect(rinottSizes({ first, h: 3, indifference: 2 })).toEqual([23, 5]);
  });
});

describe("Kim and Nelson's constants", () => {
  const { inputs, expected, tolerance } = methods.cases['kn-constants'];

  it.each(inputs.cases.map((given, i) => [given, expected.eta_h2[i]!]))(
    'for %j are those of case kn-constants',
    ([systems, firstStage, alpha], [eta, h2]) => {
      const found = kimNelsonConstants({
        systems: systems!,
        firstStage: firstStage!,
        confidence: 1 - alpha!,
      });
      expectNear(found.eta, eta!, tolerance);
      expectNear(found.h2, h2!, 10 * tolerance);
    },
  );
});

describe("Nelson and Matejcik's procedure", () => {
  const { inputs, expected, tolerance } = methods.cases['nm-procedure'];
  const first = inputs.rows_are_replications[0]!.map((_, i) =>
    inputs.rows_are_replications.map((row) => row[i]!),
  );

  it('asks for the replications of case nm-procedure', () => {
    const [systems, firstStage] = [first.length, first[0]!.length];
    const g = nelsonMatejcikConstant({ systems, confidence: 1 - inputs.alpha, firstStage });
    expectNear(g, expected.g, tolerance);
    const size = nelsonMatejcikSize({ first, g, indifference: inputs.delta });
    expectNear(size.variance, expected.S2, tolerance);
    expect(size.replications).toBe(expected.N);
  });

  it('compares each system with the best as that case does', () => {
    const means = first.map((figures) => figures.reduce((sum, x) => sum + x, 0) / figures.length);
    const intervals = comparisonsWithTheBest(means, inputs.delta);
    intervals.forEach((interval, i) => {
      expectAllNear(interval, expected.mcb_if_stage1_were_final[i]!, tolerance);
    });
    expect(intervals.findIndex(([lower]) => lower === 0)).toBe(expected.best_index);
  });
});

describe('the optimal computing budget allocation', () => {
  const fractions = methods.cases['ocba-fractions'];
  const bound = methods.cases['ocba-apcs'];

  it.each(fractions.inputs.cases.map((given, i) => [given, fractions.expected.fractions[i]!] as const))(
    'shares a budget as case ocba-fractions does: %j',
    ({ mu, sd }, expected) => {
      // The case minimises.
      const shares = ocbaShares({ means: mu.map((mean) => -mean), deviations: sd });
      expectAllNear(shares, expected, fractions.tolerance);
    },
  );

  it('raises the bound on correct selection of case ocba-apcs', () => {
    const { mu, sd, T } = bound.inputs;
    const known = { means: mu.map((mean) => -mean), deviations: sd };
    const equal = mu.map(() => T / mu.length);
    expectNear(probabilityOfCorrectSelection(known, equal), bound.expected.equal, bound.tolerance);
    const shared = ocbaShares(known).map((share) => share * T);
    expectNear(probabilityOfCorrectSelection(known, shared), bound.expected.ocba, bound.tolerance);
  });

  it('gives out whole replications, all of them, to whom they are lacking', () => {
    const known = { means: [3, 2, 0], deviations: [1, 1, 1] };
    const given = ocbaAllocation({ known, spent: [10, 10, 10], more: 20 });
    expect(given.reduce((sum, n) => sum + n, 0)).toBe(20);
    // Of 50, shares 9 : 9 : 1 by (1/1)^2, (1/3)^2 and sqrt(1 + 1/81): the last one has too much already.
    expect(given).toEqual([10, 10, 0]);
  });

  it('wants a closest distance where two means are equal', () => {
    const known = { means: [1, 1], deviations: [1, 2] };
    expect(() => ocbaShares(known)).toThrow(/same mean/);
    expect(ocbaShares(known, 0.1)).toEqual([expect.closeTo(1 / 3), expect.closeTo(2 / 3)]);
  });
});
