import { beforeAll, describe, expect, it } from 'vitest';
import { compare } from '../../sim/experiment/compare.ts';
import type { Result } from '../../sim/experiment/result.ts';
import { CATALOGUE } from '../../sim/metrics/catalogue.ts';
import { KEY_METRICS } from '../../sim/metrics/key-metrics.ts';
import { loadScenario } from '../../sim/scenario/load.ts';

const OVERRIDES = ['run.weeks=8', 'run.warmUp=2', 'market.accounts.initial=60'];
let result: Result;

beforeAll(async () => {
  const organisations = ['traditional', 'standard'].map((reference) =>
    loadScenario({ reference, overrides: OVERRIDES }),
  );
  const effort = { kind: 'fixed', replications: 3 } as const;
  result = await compare({ organisations, seed: 7, effort, workers: 1, command: 'test' });
});

describe('the values of single replications', () => {
  it('are kept of metrics that the catalogue has, each once', () => {
    const ids = CATALOGUE.map(({ id }) => id);
    expect(KEY_METRICS.filter((id) => !ids.includes(id))).toEqual([]);
    expect(new Set(KEY_METRICS).size).toBe(KEY_METRICS.length);
  });

  it('have the mean of the metric, and null where a replication has no figure', () => {
    for (const { metrics, outcomes } of result.organisations) {
      expect(Object.keys(outcomes!)).toEqual(KEY_METRICS);
      for (const [id, values] of Object.entries(outcomes!)) {
        const known = values.filter((value) => value !== null);
        expect(values.length).toBe(3);
        expect(known.length).toBe(metrics[id]!.n);
        if (known.length === 0) expect(metrics[id]!.mean).toBeNull();
        else expect(mean(known)).toBeCloseTo(metrics[id]!.mean!, 6);
      }
    }
  });

  it('stand in the order of replications, so that those of two organisations make pairs', () => {
    const [a, b] = result.organisations.map(({ outcomes }) => outcomes!['throughput-per-year']!);
    const difference = mean(b!.map((value, replication) => value! - a![replication]!));
    expect(difference).toBeCloseTo(result.differences[0]!.metrics['throughput-per-year']!.mean!, 4);
  });
});

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
