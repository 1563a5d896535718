import { describe, expect, it } from 'vitest';
import { measureBatch, measureOverhead } from '../../bench/batch.ts';
import { measureFullModel } from '../../bench/full-model.ts';
import { measureHold, SETS } from '../../bench/hold.ts';
import { measureSingleServer } from '../../bench/single-server.ts';

// What is measured has to be right: small sizes, checked by what comes out, never by time.
describe('measurements', () => {
  it.each([1, 100, 5000])('take the same events out of both sets, %d pending', (pending) => {
    const sums = ['salesworks', 'flatqueue'].map((name) => measureHold(SETS[name]!(), pending, 20_000).sum);
    expect(sums[0]).toBe(sums[1]);
    expect(sums[0]).toBeGreaterThan(0);
  });

  it('serve M/M/1 at load 0.8: a mean wait of 4', () => {
    // Asymptotic variance of the mean wait of n customers: 1976 / n (Whitt 1989, table 1), here 0.9 % of the wait.
    const customers = 1_400_000;
    const { meanWait } = measureSingleServer(customers);
    expect(Math.abs(meanWait - 4)).toBeLessThan(4 * Math.sqrt(1976 / customers));
  });

  it.each(['traditional', 'standard'])('run %s', (name) => {
    const { events } = measureFullModel(name, { weeks: 30, warmUp: 0, measured: 1 });
    expect(events).toBeGreaterThan(30 * 1000);
  });

  it('store and summarise every run of a batch, in one thread and in two', async () => {
    const size = { points: 2, replications: 3, weeks: 3 };
    const one = await measureBatch(size, 1);
    const two = await measureBatch(size, 2);
    expect(one.runs).toBe(6);
    expect(two.sum).toBe(one.sum);
    const { sums } = await measureOverhead(size, { rounds: 1, outputs: 3 });
    expect(sums[0]).toBe(one.sum);
    expect(sums[1]).toBeCloseTo(one.sum, 6);
  });
});
