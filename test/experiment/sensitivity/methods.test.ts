import { describe, expect, it } from 'vitest';
import { screened } from '../../../sim/experiment/sensitivity/screening.ts';
import { varianceShares } from '../../../sim/experiment/sensitivity/variance-shares.ts';
import type { Estimate } from '../../../sim/experiment/transition/transition-result.ts';
import { Formula, plainFactor } from './formula.ts';

type Values = Readonly<Record<string, number>>;

/** Ishigami and Homma (1990) with a = 7 and b = 0.1; indices of Saltelli et al. (2008), "Global sensitivity analysis". */
const ISHIGAMI = {
  answer: ({ x1, x2, x3 }: Values) => Math.sin(x1!) + 7 * Math.sin(x2!) ** 2 + 0.1 * x3! ** 4 * Math.sin(x1!),
  factors: ['x1', 'x2', 'x3'].map((path) => plainFactor(path, -Math.PI, Math.PI)),
};

function ishigamiIndices() {
  const [a, b] = [7, 0.1];
  const variance = a ** 2 / 8 + (b * Math.PI ** 4) / 5 + (b ** 2 * Math.PI ** 8) / 18 + 1 / 2;
  const alone = 0.5 * (1 + (b * Math.PI ** 4) / 5) ** 2;
  const together = b ** 2 * Math.PI ** 8 * (1 / 18 - 1 / 50);
  return {
    variance,
    x1: [alone / variance, (alone + together) / variance],
    x2: [a ** 2 / 8 / variance, a ** 2 / 8 / variance],
    x3: [0, together / variance],
  } as const;
}

/** Within 4 standard errors; the interval is 1.96 of them and has many degrees of freedom. */
function expectWithin({ mean, ci95 }: Estimate, theory: number): void {
  const standardError = (ci95![1] - ci95![0]) / 2 / 1.96;
  expect(Math.abs(mean! - theory)).toBeLessThan(4 * standardError);
  expect(standardError).toBeLessThan(0.05);
}

describe('Sobol indices of a study', () => {
  it('are those of the Ishigami function', async () => {
    const found = await varianceShares({
      inquiry: new Formula({ own: {}, answer: ISHIGAMI.answer, noise: 0, zone: undefined }),
      factors: ISHIGAMI.factors,
      metrics: ['y'],
      points: 2000,
      replications: 2,
      seed: 5,
    });
    const { deviation, noiseShare, factors } = found!.indices['y']!;
    const theory = ishigamiIndices();
    // 4 standard errors of a variance of 4000 values with a kurtosis of 3.5.
    expect(Math.abs(deviation ** 2 / theory.variance - 1)).toBeLessThan(4 * Math.sqrt(2.5 / 4000));
    expect(noiseShare).toBe(0);
    expect(factors.map(({ path }) => path)).toEqual(['x1', 'x2', 'x3']);
    for (const { path, first, total } of factors) {
      expectWithin(first, theory[path as 'x1'][0]);
      expectWithin(total, theory[path as 'x1'][1]);
    }
  });

  it('say which share is noise: the variance of a mean of replications over that of the answers', async () => {
    const replications = 60;
    const found = await varianceShares({
      inquiry: new Formula({ own: {}, answer: ({ x }) => x!, noise: Math.sqrt(180), zone: undefined }),
      factors: [plainFactor('x', 0, 6)],
      metrics: ['y'],
      points: 500,
      replications,
      seed: 5,
    });
    const { noiseShare, factors } = found!.indices['y']!;
    // Noise of variance 180 over 60 replications, others for each row; uniform on (0, 6): variance 36 / 12. Half and half.
    const noise = 180 / replications;
    const theory = noise / (noise + 3);
    // 1,000 variances of 60 normals each, in pairs of the same noise; the variance of 1,000 answers has 4 %.
    expect(Math.abs(noiseShare / theory - 1)).toBeLessThan(4 * Math.hypot(Math.sqrt(2 / 59 / 500), 0.04));
    // Within a row noise cancels: what is left for the factor is the rest.
    expectWithin(factors[0]!.total, 3 / (noise + 3));
  });
});

describe('a screening', () => {
  async function effectsOf(answer: (values: Values) => number) {
    const found = await screened({
      inquiry: new Formula({ own: {}, answer, noise: 1, zone: undefined }),
      factors: [plainFactor('x', 0, 4), plainFactor('z', 1, 3), plainFactor('idle', 0, 1)],
      metrics: ['y'],
      trajectories: 12,
      replications: 2,
      seed: 5,
    });
    return found!.effects['y']!;
  }

  it('has the change of a line over the whole range, everywhere the same, most important first', async () => {
    const effects = await effectsOf(({ x, z }) => 3 * x! - 10 * z!);
    expect(effects.map(({ path }) => path)).toEqual(['z', 'x', 'idle']);
    expect(effects.map(({ mean }) => mean.mean!)).toEqual(
      [-20, 12, 0].map((value) => expect.closeTo(value, 3) as number),
    );
    for (const { deviation, mean, meanAbsolute } of effects) {
      expect(deviation).toBeLessThan(1e-3);
      expect(meanAbsolute).toBeCloseTo(Math.abs(mean.mean!), 3);
    }
  });

  it('has intervals that count the chance of replications, where that multiplies the effect', async () => {
    // x times (1 + z / 2) with z standard normal: effects of 1 in the mean. Eight paths of two replications.
    let covered = 0;
    const studies = 300;
    for (let seed = 1; seed <= studies; seed++) {
      const of = { own: {}, answer: ({ x }: Values) => x!, noise: 0, scale: 0.5, zone: undefined };
      const inquiry = new Formula(of);
      const found = await screened({
        // Another study meets other replications.
        inquiry: {
          ask: (settings, o) =>
            inquiry.ask(settings, { ...o, from: o.from + 100 * seed, to: o.to + 100 * seed }),
        },
        factors: [plainFactor('x', 0, 1)],
        metrics: ['y'],
        trajectories: 8,
        replications: 2,
        seed,
      });
      const [lower, upper] = found!.effects['y']![0]!.mean.ci95!;
      if (lower <= 1 && 1 <= upper) covered++;
    }
    expect(Math.abs(covered / studies - 0.95)).toBeLessThan(4 * Math.sqrt((0.95 * 0.05) / studies));
  });

  it('shows a factor whose effect hangs on another one, where the effects cancel', async () => {
    const [first, second] = await effectsOf(({ x, z }) => x! * (z! - 2));
    expect(first!.path).toBe('x');
    expect(first!.meanAbsolute).toBeGreaterThan(1);
    // Effects of x lie between 4 (1 - 2) and 4 (3 - 2).
    expect(first!.mean.ci95![0]).toBeLessThan(0);
    expect(first!.mean.ci95![1]).toBeGreaterThan(0);
    expect(first!.deviation).toBeGreaterThan(1);
    // Effects of z, over its range of 2, are 2 x: from 0 to 8.
    expect(second!.path).toBe('z');
  });
});
