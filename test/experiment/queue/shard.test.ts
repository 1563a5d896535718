import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runsOfAnOrder } from '../../../sim/experiment/queue/batch-by-queue.ts';
import { countOf, cut, isShard, runsOf, shardId } from '../../../sim/experiment/queue/shard.ts';
import type { StoreHeader } from '../../../sim/experiment/batch/stored-run.ts';

const HASH = 'a'.repeat(64);
const HEADER: StoreHeader = {
  schema: 'salesworks/runs/1',
  version: '1.2.3',
  experiment: 'e',
  seed: 1,
  outputs: [],
  points: ['x', 'y', 'z'].map((sha256) => ({ scenario: 's', sha256, factors: {} })),
};

describe('orders', () => {
  it('ask for every missing run once, in order, for no more than allowed, in less than 10 kB', () => {
    const missing = fc
      .uniqueArray(fc.integer({ min: 0, max: 5000 }))
      .map((runs) => runs.sort((a, b) => a - b));
    fc.assert(
      fc.property(missing, fc.integer({ min: 1, max: 300 }), (runs, most) => {
        const shards = cut(runs, HASH, most);
        expect(shards.flatMap((shard) => [...runsOf(shard)])).toEqual(runs);
        for (const shard of shards) {
          expect(countOf(shard)).toBe([...runsOf(shard)].length);
          expect(countOf(shard)).toBeLessThanOrEqual(most);
          expect(isShard(JSON.parse(JSON.stringify(shard)))).toBe(true);
        }
        expect(new Set(shards.map((shard) => shardId(shard, HEADER))).size).toBe(shards.length);
      }),
      { seed: 1, numRuns: 200 },
    );
    // Every second run of ten thousand million: nothing but gaps between large numbers.
    const gaps = Array.from({ length: 1000 }, (_, i) => 9_999_999_000 + 2 * i);
    for (const shard of cut(gaps, HASH, 250)) expect(JSON.stringify(shard).length).toBeLessThan(10_000);
  });

  it('have the same id for the same runs only', () => {
    const order = { experiment: HASH, runs: [[0, 4]] } as const;
    expect(shardId({ ...order, runs: [[0, 2], [2, 4]] }, HEADER)).toBe(shardId(order, HEADER)); // prettier-ignore
    expect(shardId({ ...order, runs: [[0, 3]] }, HEADER)).not.toBe(shardId(order, HEADER));
    expect(shardId(order, { ...HEADER, version: '1.2.4' })).not.toBe(shardId(order, HEADER));
    expect(shardId(order, { ...HEADER, seed: 2 })).not.toBe(shardId(order, HEADER));
  });

  it.each([
    undefined,
    null,
    'runs',
    {},
    { experiment: HASH },
    { experiment: 'short', runs: [[0, 1]] },
    { experiment: HASH, runs: [[1, 1]] },
    { experiment: HASH, runs: [[-1, 1]] },
    { experiment: HASH, runs: [[0, 0.5]] },
    { experiment: HASH, runs: [[0, Infinity]] },
    { experiment: HASH, runs: [['0', '1']] },
    { experiment: HASH, runs: [[0, 1, 2]] },
  ])('are not %j', (found) => {
    expect(isShard(found)).toBe(false);
  });

  it('take between one second and five, with enough of them for many workers, and one run at least', () => {
    // 10 ms a run: 100 make a second, 500 would make five.
    expect(runsOfAnOrder(1_000, 10)).toBe(100);
    expect(runsOfAnOrder(6_400, 10)).toBe(200);
    expect(runsOfAnOrder(100_000, 10)).toBe(250);
    expect(runsOfAnOrder(100_000, 100)).toBe(50);
    expect(runsOfAnOrder(100_000, 60_000)).toBe(1);
  });
});
