import type { Redis } from 'ioredis';
import { describe, expect, it } from 'vitest';
import { carryOut } from '../../../sim/experiment/queue/carry-out.ts';
import { sharedText, SharedExperiments } from '../../../sim/experiment/queue/shared-experiment.ts';
import { replicate } from '../../../sim/experiment/replicate.ts';
import { runOf, type AnyOrder } from '../../../sim/experiment/workers.ts';
import { loadScenario } from '../../../sim/scenario/load.ts';

const { document, sha256 } = loadScenario({
  reference: 'standard',
  overrides: ['run.weeks=6', 'run.warmUp=2', 'market.accounts.initial=60'],
});
const SHARED = {
  header: {
    schema: 'salesworks/runs/1',
    version: '1.2.3',
    experiment: 'e',
    seed: 5,
    outputs: ['bd-meetings-per-week'],
    points: [{ scenario: 'standard', sha256, factors: {} }],
  },
  bases: { standard: document },
} as const;

/** A worker's side of a queue that holds one text. */
function experiments(shared: unknown, version = '1.2.3', stored = JSON.stringify(shared)) {
  const { hash } = sharedText(shared as typeof SHARED);
  const redis = {
    get: (key: string) => Promise.resolve(key === `salesworks:experiment:${hash}` ? stored : null),
  };
  return { hash, experiments: new SharedExperiments(redis as unknown as Redis, version) };
}

const run = (order: AnyOrder) => Promise.resolve(replicate(runOf(order, { scenarios: [], seed: 0 })));

function carriedOut(
  found: ReturnType<typeof experiments>,
  order: unknown = { experiment: found.hash, runs: [[0, 2]] },
) {
  return carryOut(order, { experiments: found.experiments, workers: { run }, onRun: () => undefined });
}

describe('an order', () => {
  it('is carried out with the scenario, the seed and the replications that it names', async () => {
    const text = sharedText(SHARED).text;
    const { runs, failures } = await carriedOut(experiments(SHARED, '1.2.3', text));
    expect(failures).toEqual([]);
    expect(runs.map(({ point, replication }) => [point, replication])).toEqual([
      [0, 0],
      [0, 1],
    ]);
    const { scenario } = loadScenario({
      reference: 'standard',
      overrides: ['run.weeks=6', 'run.warmUp=2', 'market.accounts.initial=60'],
    });
    expect(runs[1]!.tape).toBe(replicate({ scenario, seed: 5, replication: 1 }).tapeHash);
  });

  it('tells of a run that fails, and does the others', async () => {
    const found = experiments(SHARED, '1.2.3', sharedText(SHARED).text);
    const onlySecond = (order: AnyOrder) =>
      order.replication === 0 ? Promise.reject(new Error('no memory')) : run(order);
    const { runs, failures } = await carryOut(
      { experiment: found.hash, runs: [[0, 2]] },
      { experiments: found.experiments, workers: { run: onlySecond }, onRun: () => undefined },
    );
    expect(runs).toHaveLength(1);
    expect(failures).toEqual([{ point: 0, replication: 0, message: 'no memory' }]);
  });

  it('is refused if anything about it is not what it says', async () => {
    const asText = (shared: unknown) => sharedText(shared as typeof SHARED).text;
    const whole = experiments(SHARED, '1.2.3', asText(SHARED));
    await expect(carriedOut(whole, { rm: '-rf' })).rejects.toThrow('it is no order of runs');
    await expect(carriedOut(whole, { experiment: 'b'.repeat(64), runs: [[0, 1]] })).rejects.toThrow(
      'its experiment is no longer in the queue',
    );
    await expect(
      carriedOut(experiments(SHARED, '1.2.3', asText(SHARED).replace(':5', ':6'))),
    ).rejects.toThrow('its experiment does not have the hash that it should have');
    await expect(carriedOut(experiments(SHARED, '1.2.4', asText(SHARED)))).rejects.toThrow(
      'it is for version 1.2.3, this is 1.2.4',
    );
    const noExperiment = { ...SHARED, header: { version: '1.2.3' } };
    await expect(carriedOut(experiments(noExperiment, '1.2.3', asText(noExperiment)))).rejects.toThrow(
      'its experiment is none',
    );
    const otherDefaults = {
      ...SHARED,
      header: { ...SHARED.header, points: [{ ...SHARED.header.points[0], sha256: 'x' }] },
    };
    await expect(carriedOut(experiments(otherDefaults, '1.2.3', asText(otherDefaults)))).rejects.toThrow(
      'the scenario of point 0 is another one here',
    );
    const invalid = { ...SHARED, bases: { standard: { run: { weeks: 'require("fs")' } } } };
    await expect(carriedOut(experiments(invalid, '1.2.3', asText(invalid)))).rejects.toThrow(
      /run\.weeks: .*found "require/,
    );
  });
});
