import { describe, expect, it } from 'vitest';
import { compare } from '../../sim/experiment/compare.ts';
import { conditionOf } from '../../sim/experiment/conditions/condition.ts';
import { decisionOf } from '../../sim/experiment/decision.ts';
import type { DecisionEffort } from '../../sim/experiment/effort.ts';
import { CATALOGUE } from '../../sim/metrics/catalogue.ts';
import { loadScenario } from '../../sim/scenario/load.ts';
import { normalSource } from '../statistics/samples.ts';

const METRICS = ['bd-meetings-per-week', 'orders-won-per-week', 'throughput-per-year'];
const EFFORT: DecisionEffort = { kind: 'decision', metrics: METRICS, confidence: 0.95, atMost: 40 };

/** Two equal organisations with noise of their own in each metric. */
function equals(normal: () => number) {
  return ['a', 'b'].map((name) => ({
    name,
    runs: Array.from({ length: EFFORT.atMost }, () => {
      const values = new Float64Array(CATALOGUE.length).fill(NaN);
      for (const metric of METRICS) values[CATALOGUE.findIndex(({ id }) => id === metric)] = 5 + normal();
      return { values };
    }),
  }));
}

describe('running until differences are decided', () => {
  it('decides any of several metrics wrongly no more often than it says, all of them together', () => {
    const normal = normalSource('decision/metrics');
    const problems = 1_000;
    let wrong = 0;
    for (let problem = 0; problem < problems; problem++) {
      const { differences } = decisionOf(EFFORT, equals(normal), '$');
      expect(differences).toHaveLength(3);
      if (differences.some(({ verdict }) => verdict === 'higher' || verdict === 'lower')) wrong++;
    }
    expect(wrong / problems).toBeLessThanOrEqual(0.05 + 4 * Math.sqrt((0.05 * 0.95) / problems));
  });

  it('ends at the look that decides the last metric', async () => {
    const organisations = ['traditional', 'standard'].map((reference) =>
      loadScenario({
        reference,
        overrides: ['run.weeks=4', 'run.warmUp=1', 'market.accounts.initial=30'],
      }),
    );
    const effort: DecisionEffort = {
      ...EFFORT,
      metrics: ['payroll-per-year', 'bd-meetings-per-week'],
      atMost: 20,
    };
    const failOn = [
      conditionOf('payroll-per-year > today', '--fail-on'),
      conditionOf('payroll-per-year < $3M', ''),
    ];
    const request = { organisations, seed: 3, effort, failOn, command: 'test' };
    const result = await compare({ ...request, workers: 1 });
    const { decision, thresholds, provenance } = result;
    const [payroll, meetings] = decision!.differences;
    expect(payroll).toMatchObject({ a: 'traditional', b: 'standard', verdict: 'lower', replications: 10 });
    expect(payroll!.interval).toEqual([-310_000, -310_000]);
    expect(meetings!.verdict).not.toBe('undecided');
    expect(provenance.replications).toBe(Math.max(10, meetings!.replications));
    expect(decision!.looks).toEqual([10, 20]);
    expect(thresholds!.map(({ organisation, verdict }) => `${organisation} ${verdict}`)).toEqual([
      'standard passed',
      'standard failed',
    ]);
  });

  it('is done with the budget where a difference is not decided by then, and says which', async () => {
    const overrides = ['run.weeks=4', 'run.warmUp=1', 'market.accounts.initial=30'];
    const loaded = loadScenario({ reference: 'standard', overrides });
    // Nobody has the role, so that there is nothing to decide by.
    const effort: DecisionEffort = { ...EFFORT, metrics: ['utilisation.inside-sales'], atMost: 12 };
    const organisations = [loaded, loaded];
    const { provenance, decision } = await compare({
      organisations,
      seed: 3,
      effort,
      command: 'test',
      workers: 1,
    });
    expect(provenance.replications).toBe(12);
    expect(decision!.differences).toMatchObject([{ verdict: 'undecided', replications: 12, interval: null }]);
  });
});
