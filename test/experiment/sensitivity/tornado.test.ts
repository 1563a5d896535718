import { describe, expect, it } from 'vitest';
import { inputUncertainty } from '../../../sim/experiment/sensitivity/input-uncertainty.ts';
import type { Factor } from '../../../sim/experiment/sensitivity/factor.ts';
import { sensitivity, type SensitivityRequest } from '../../../sim/experiment/sensitivity/sensitivity.ts';
import { answerOf, tornado } from '../../../sim/experiment/sensitivity/tornado.ts';
import {
  loadFactorList,
  namedFactors,
  shippedFactorList,
} from '../../../sim/experiment/sensitivity/load-factors.ts';
import { readScenario } from '../../../sim/scenario/scenario-files.ts';
import { Formula, plainFactor } from './formula.ts';

/** 10 - 2 slope + 0.1 heads, whatever idle is. */
const LINE = {
  own: { slope: 3, heads: 2, idle: 1 },
  answer: ({ slope, heads, idle }: Readonly<Record<string, number>>) =>
    10 - 2 * slope! + 0.1 * heads! + 0 * idle!,
};

async function swingsOf(
  factor: Factor,
  own: number | undefined,
  noise: number,
  { steps = 6, replications = 6 } = {},
) {
  const inquiry = new Formula({ ...LINE, noise, zone: 0.1 });
  const base = await inquiry.ask([], { from: 0, to: replications, place: 0 });
  const [found] = await tornado({
    inquiry,
    factors: [{ factor, own }],
    metrics: ['y'],
    replications,
    steps,
    base,
  });
  return { ...found!.swings['y']!, asked: inquiry.asked };
}

describe('a tornado', () => {
  it('has the swing of a line without any spread, since chance is common to both ends', async () => {
    const { swing, low, high, effect } = await swingsOf(plainFactor('slope', 1, 8), 3, 0.5);
    expect(swing.mean).toBeCloseTo(-14, 9);
    expect(swing.ci95![1] - swing.ci95![0]).toBeLessThan(1e-9);
    expect(effect).toBe('shown');
    // 10 - 2 + 0.2 and 10 - 16 + 0.2, each with the noise of six replications.
    const standardError = 0.5 / Math.sqrt(6);
    expect(Math.abs(low.mean! - 8.2)).toBeLessThan(4 * standardError);
    expect(Math.abs(high.mean! + 5.8)).toBeLessThan(4 * standardError);
    expect([low.verdict, high.verdict]).toEqual(['higher', 'lower']);
  });

  it('finds the value at which the sign turns, and says whether both sides are shown', async () => {
    const { breakEven } = await swingsOf(plainFactor('slope', 1, 8), 3, 0);
    expect(breakEven).toEqual({ at: ['5.1'], words: 'slope = 5.1', isShown: true });
    const withoutOwn = await swingsOf(plainFactor('slope', 1, 8), undefined, 0);
    expect(withoutOwn.breakEven.at).toEqual(['5.1']);
    const noisy = await swingsOf(plainFactor('slope', 1, 8), 3, 20);
    expect(noisy.breakEven.isShown).toBe(false);
    // The first whole number beyond 5.1.
    const whole = await swingsOf(plainFactor('slope', 1, 8, true), 3, 0);
    expect(whole.breakEven.at).toEqual(['6']);
  });

  it('shows nothing by five replications that happen to agree', async () => {
    const { effect, low, breakEven } = await swingsOf(plainFactor('slope', 1, 8), 3, 0, { replications: 5 });
    expect([effect, low.verdict, breakEven.isShown]).toEqual(['not-shown', 'undecided', false]);
  });

  it('says so where the sign does not turn, and where nothing changes', async () => {
    const heads = await swingsOf(plainFactor('heads', 1, 5), 2, 0.5);
    expect(heads.breakEven).toEqual({ at: [], words: 'none at 1 or 5', isShown: false });
    expect(heads.swing.mean).toBeCloseTo(0.4, 9);
    const idle = await swingsOf(plainFactor('idle', 0, 9), 1, 0.5);
    expect(idle.effect).toBe('none');
    // The base, and both ends: no value is asked for twice.
    expect(idle.asked).toBe(18);
  });

  it('leaves open what chance hides', async () => {
    const inquiry = new Formula({ ...LINE, noise: 0.5, zone: undefined });
    expect(answerOf((await inquiry.ask([], { from: 0, to: 1, place: 0 }))[0]!)).toMatchObject({
      ci95: null,
      verdict: null,
    });
  });
});

describe('the uncertainty of assumptions', () => {
  async function splitOf(noise: number) {
    const inquiry = new Formula({ ...LINE, noise, zone: undefined });
    const found = await inputUncertainty({
      inquiry,
      factors: [plainFactor('slope', 1, 8), plainFactor('heads', 1, 5)],
      metrics: [{ id: 'y', unit: 'per week' }],
      draws: 400,
      replications: 10,
      seed: 3,
      place: 0,
    });
    return found!['y']!;
  }

  it('is that of uniform draws, and beside it stands the error of the simulation', async () => {
    const { fromAssumptions, fromSimulation, advice } = await splitOf(2);
    // Uniform: variance of a x is (a width)^2 / 12. A standard deviation of n draws is known to 1 / sqrt(2 n) at worst.
    const theory = Math.sqrt((2 * 7) ** 2 / 12 + (0.1 * 4) ** 2 / 12);
    expect(Math.abs(fromAssumptions / theory - 1)).toBeLessThan(4 / Math.sqrt(800));
    expect(Math.abs(fromSimulation / (2 / Math.sqrt(10)) - 1)).toBeLessThan(4 / Math.sqrt(800));
    expect(advice).toBe('collect-more-data');
  });

  it('advises to run more where chance is larger', async () => {
    expect((await splitOf(40)).advice).toBe('run-more');
  });
});

describe('sensitivity of the firm', () => {
  const overrides = ['run.weeks=5', 'run.warmUp=1'];
  const list = loadFactorList(shippedFactorList());

  function request(more: Partial<SensitivityRequest>): SensitivityRequest {
    return {
      subjects: [{ document: readScenario('standard'), overrides }],
      factors: namedFactors(['money.trulyVariableCost=50..60%', 'workflow.win'], list),
      skipUnfit: false,
      metrics: ['payroll-per-year', 'throughput-per-year'],
      method: 'tornado',
      replications: 2,
      seed: 1,
      steps: 1,
      draws: 2,
      trajectories: 2,
      points: 3,
      workers: 1,
      command: 'test',
      ...more,
    };
  }

  it('tells its cost before, and changes only what hangs on a factor', async () => {
    const plans: unknown[] = [];
    const {
      tornado: found,
      provenance,
      uncertainty,
    } = await sensitivity(request({ onPlan: (p) => plans.push(p) }));
    // Base and two ends of two factors, twice each, and two draws of two.
    expect(plans).toEqual([{ factors: 2, runs: 14, searchRuns: 8 }]);
    expect(provenance.runs).toBe(14);
    const [cost] = found!;
    expect(cost!.swings['payroll-per-year']!.effect).toBe('none');
    // Throughput is price less truly variable cost: 10 points of it less.
    const { low, high } = cost!.swings['throughput-per-year']!;
    expect(high.mean! / low.mean!).toBeCloseTo(0.4 / 0.5, 9);
    expect(uncertainty!['payroll-per-year']!.fromAssumptions).toBe(0);
  });

  it('keeps what is finished when it is stopped', async () => {
    const controller = new AbortController();
    const onProgress = (done: number) => done >= 8 && controller.abort();
    const {
      provenance,
      base,
      tornado: found,
      uncertainty,
    } = await sensitivity(request({ signal: controller.signal, onProgress }));
    expect(provenance.interrupted).toBe(true);
    expect(base).not.toBeNull();
    expect(found!.map(({ path }) => path)).toEqual(['money.trulyVariableCost']);
    expect(uncertainty).toBeNull();
  });

  it('leaves out what a scenario does not take, or refuses it where it was named', async () => {
    const subjects = [
      {
        document: readScenario('standard'),
        overrides: [...overrides, 'market.opportunities.patience=6 weeks'],
      },
    ] as const;
    const factors = list.filter(({ path }) => /patience|burden|Cost/.test(path));
    const { leftOut } = await sensitivity(request({ subjects, factors, skipUnfit: true, draws: 0 }));
    expect(leftOut.map(({ path }) => path)).toEqual(['market.opportunities.patience.median']);
    const named = namedFactors(['market.opportunities.patience.median=1..2 weeks'], list);
    await expect(sensitivity(request({ subjects, factors: named }))).rejects.toThrow('--vary');
  });
});
